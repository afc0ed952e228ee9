import CourantTesting
import Foundation

/// A mail as a mail program shows it.
struct ReadMail: Codable {
  var subject: String
  var sender: String
  var address: String
  var list: String
  var text: String
  var html: String
  /// Of any header field or part.
  var defects: [String] = []

  /// What is other than in that mail, scalar for scalar: Swift holds `é` and `e` with an accent for the same.
  func differences(from other: ReadMail) -> [String] {
    let pairs = [
      (subject, other.subject), (sender, other.sender), (address, other.address), (list, other.list),
      (text, other.text), (html, other.html), (defects.joined(), other.defects.joined()),
    ]
    return pairs.filter { !$0.unicodeScalars.elementsEqual($1.unicodeScalars) }
      .map { "\($0.debugDescription) is not \($1.debugDescription)" }
  }
}

/// Reads mails with Python's `email`, a reader that shares nothing with the writer.
enum PythonReader {
  /// - Parameter mails: 7-bit.
  static func read(_ mails: [[UInt8]]) throws -> [ReadMail] {
    let folder = try TemporaryFolder()
    let texts = mails.map { String(decoding: $0, as: UTF8.self) }
    try folder.write(String(decoding: try JSONEncoder().encode(texts), as: UTF8.self), to: "mails.json")
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script, folder.path + "/mails.json"]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    return try JSONDecoder().decode([ReadMail].self, from: answer)
  }

  /// `List-Id` is no field that Python takes apart: its title is read as the name beside an address is.
  private static let script = """
    import email, email.policy, json, sys

    def reading(mail):
        message = email.message_from_string(mail, policy=email.policy.SMTP)
        sender = message["From"].addresses[0]
        title, identifier = email.message_from_string(mail)["List-Id"].rsplit("<", 1)
        name = email.message_from_string(f"From: {title}<list@{identifier}", policy=email.policy.SMTP)["From"]
        text, html = message.iter_parts()
        parts = [defect for part in message.walk() for defect in part.defects]
        fields = [defect for part in message.walk() for value in part.values() for defect in value.defects]
        return {
            "subject": message["Subject"], "sender": sender.display_name, "address": sender.addr_spec,
            "list": name.addresses[0].display_name, "text": text.get_content(), "html": html.get_content(),
            "defects": [repr(defect) for defect in parts + fields + list(name.defects)]}

    with open(sys.argv[1]) as file:
        print(json.dumps([reading(mail) for mail in json.load(file)]))
    """
}
