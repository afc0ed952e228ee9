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
  /// The fault in any header field or part.
  var defects: [String] = []

  /// Differences from that message, scalar by scalar: Swift treats `é` and `e` with an accent as equal.
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
    let sources = mails.map { String(decoding: $0, as: UTF8.self) }
    try folder.write(String(decoding: try JSONEncoder().encode(sources), as: UTF8.self), to: "mails.json")
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

  /// Names in encoded words are read with `email.header`: the parser of addresses shows a space between two words
  /// (RFC 2047 §6.2 has none).
  private static let script = """
    import email, json, sys
    from email.header import decode_header, make_header
    from email.policy import SMTP

    def name(field):
        written = field.rsplit("<", 1)[0].strip()
        if "=?" in written:
            return str(make_header(decode_header(written)))
        return email.message_from_string(f"From: {written} <a@b.c>", policy=SMTP)["From"].addresses[0].display_name

    def reading(mail):
        message, raw = email.message_from_string(mail, policy=SMTP), email.message_from_string(mail)
        text, html = message.iter_parts()
        parts = [defect for part in message.walk() for defect in part.defects]
        fields = [defect for part in message.walk() for value in part.values() for defect in value.defects]
        return {
            "subject": message["Subject"], "sender": name(raw["From"]), "list": name(raw["List-Id"]),
            "address": message["From"].addresses[0].addr_spec, "text": text.get_content(), "html": html.get_content(),
            "defects": [repr(defect) for defect in parts + fields]}

    with open(sys.argv[1]) as file:
        print(json.dumps([reading(mail) for mail in json.load(file)]))
    """
}
