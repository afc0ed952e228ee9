import CourantTesting
import Files
import Foundation

/// A site with readers and a mail server on a free port, worked by the binary.
final class PressRoom {
  let site: SampleSite
  let server: SMTPServer

  /// - Parameter readers: how many confirmed readers to add, `r1@example.org` and so on, who follow all feeds.
  /// - Parameter digest: settings of the weekly digest.
  /// - Parameter mail: further settings of `[mail]`.
  init(
    readers: Int, articles: [String] = ["a"], digest: String = SampleSite.weekly, server: SMTPServer? = nil,
    mail: String = ""
  ) throws {
    self.server = try server ?? SMTPServer()
    site = try SampleSite(digests: ["weekly": digest], relay: self.server.port, mail: mail)
    for article in articles { try site.article(article, dated: "2026-11-20") }
    // How many files there are must not depend on the libraries of the machine. The line is an empty one otherwise.
    let settings = site.folder.text("schedule.conf") ?? ""
    try site.folder.write(settings.replacing("\n\n[mail]", with: "\ncards = false\n[mail]"), to: "schedule.conf")
    let rows = (1...readers).map { "r\($0)@example.org,weekly,confirmed,2026-10-01\n" }
    try site.folder.write("email,digest,status,consent_at\n" + rows.joined(), to: "readers.csv")
    _ = try command("subscribers", "import", site.path + "/readers.csv")
  }

  deinit { server.stop() }

  /// From now on, only these readers subscribe to the weekly digest.
  func replaceReaders(with addresses: [String]) throws {
    let rows = addresses.map { "\($0),weekly,confirmed,2026-10-01\n" }
    try site.folder.write("email,digest,status,consent_at\n" + rows.joined(), to: "readers.csv")
    _ = try command("subscribers", "remove", "r1@example.org", "--digest", "weekly")
    _ = try command("subscribers", "import", site.path + "/readers.csv")
  }

  /// The relay has a user from now on.
  func logIn(as user: String, password: String) throws {
    try site.folder.write(password, to: "password")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: site.path + "/password")
    let settings = (site.folder.text("schedule.conf") ?? "")
      .replacing("smtp://", with: "smtp://\(user)@").replacing("[mail]", with: "[mail]\npassword_file = \"password\"")
    try site.folder.write(settings, to: "schedule.conf")
  }

  func run(_ now: String) throws -> CourantProcess.End { try start(now).wait() }

  func start(_ now: String) throws -> CourantProcess {
    try CourantProcess(["run", "--site", site.path, "--now", now])
  }

  func command(_ words: String...) throws -> CourantProcess.End {
    try CourantProcess(words + ["--site", site.path]).wait()
  }

  /// The recipients, in the order in which the server accepted their mail.
  var recipients: [String] { server.messages.map(\.recipient) }

  struct Status: Decodable {
    struct Issue: Decodable {
      let issue: String
      let articles: Int
    }

    let issues: [Issue]
    let deliveries: [String: Int]
    let held: [String]
  }

  func status() throws -> Status {
    try JSONDecoder().decode(Status.self, from: Data(try command("status", "--json").output.utf8))
  }

  /// `weekly#1` and so on, newest first.
  func issues() throws -> [String] { try status().issues.map(\.issue) }
}

extension TemporaryFolder {
  /// Every file below with its date and content.
  func stamps() throws -> [String: String] {
    let stamps = try files().map { file in
      let date = try FileManager.default.attributesOfItem(atPath: path + "/" + file)[.modificationDate] as? Date
      let bytes = try readFile(path + "/" + file)
      return (file, "\(date?.timeIntervalSince1970 ?? 0) \(Data(bytes).base64EncodedString())")
    }
    return Dictionary(uniqueKeysWithValues: stamps)
  }
}
