import CourantTesting
import Foundation
import Testing

/// `courant dkim keygen` and `courant unsubscribe`, as an operator, a mail server or a web server starts them.
@Suite struct SigningTests {
  private func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test func aNewKeySignsAtOnceAndIsNeverOverwritten() throws {
    let press = try PressRoom(readers: 1)
    let made = try press.command("dkim", "keygen")
    #expect((made.code, made.errors) == (0, ""))
    let key = press.site.path + "/dkim.pem"
    #expect(try mode(key) == 0o600)
    let lines = made.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(
      lines.first
        == "dkim.pem is the private key (RSA, 2048 bits). Keep it secret: anyone who has it can sign in your name.")
    #expect(lines.contains("name   courant._domainkey.example.org"))
    let value = try #require(lines.first { $0.hasPrefix("value  ") }?.dropFirst(7))
    let strings = lines.filter { $0.hasPrefix("\"") }.map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" )"))
    }
    #expect(strings.joined() == value)
    #expect(strings.map(\.utf8.count) == [255, 155])
    let settings = lines.drop { $0 != "[mail.dkim]" }.prefix(4)
    #expect(
      Array(settings) == [
        "[mail.dkim]", "domain = \"example.org\"", "selector = \"courant\"", "key_file = \"dkim.pem\"",
      ])

    let before = try #require(press.site.folder.text("dkim.pem"))
    let again = try press.command("dkim", "keygen")
    #expect(again.code == 64)
    #expect(again.errors == "\(key): already exists; keys are never overwritten, so choose another file\n")
    #expect(press.site.folder.text("dkim.pem") == before)

    try press.site.folder.write(
      try #require(press.site.folder.text("schedule.conf")) + "\n" + settings.joined(separator: "\n") + "\n",
      to: "schedule.conf")
    _ = try press.run("2026-11-22T12:00:00Z")
    #expect(try press.run("2026-11-23T07:00:05Z").code == 0)
    let publicKey = try #require(Data(base64Encoded: String(value.dropFirst("v=DKIM1; k=rsa; p=".count))))
    #expect(
      press.server.messages.map {
        DKIMVerifier($0.octets).verdicts(["courant._domainkey.example.org": Array(publicKey)])
      }
        == [["valid"]])
  }

  @Test func aSecondKeyHasItsOwnPlace() throws {
    let press = try PressRoom(readers: 1)
    let made = try press.command("dkim", "keygen", "--type", "ed25519", "--domain", "example.com")
    let lines = made.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.contains("name   courant-ed25519._domainkey.example.com"))
    #expect(
      Array(lines.drop { $0 != "[mail.dkim.ed25519]" }.prefix(3))
        == ["[mail.dkim.ed25519]", "selector = \"courant-ed25519\"", "key_file = \"dkim-ed25519.pem\""])
    #expect(try mode(press.site.path + "/dkim-ed25519.pem") == 0o600)
  }

  @Test(arguments: [["--selector", "a b"], ["--domain", "-x"], ["--bits", "1024"], ["--type", "dsa"]])
  func anInvalidKeyRequestCreatesNothing(_ words: [String]) throws {
    let press = try PressRoom(readers: 1)
    let before = press.site.folder.files()
    #expect(try CourantProcess(["dkim", "keygen", "--site", press.site.path] + words).wait().code == 64)
    #expect(press.site.folder.files() == before)
  }

  @Test func aTokenUnsubscribesRegardlessOfTheSettings() throws {
    let press = try PressRoom(readers: 2, mail: "one_click = \"https://news.example.org/unsubscribe\"\n")
    _ = try press.run("2026-11-22T12:00:00Z")
    _ = try press.run("2026-11-23T07:00:05Z")
    let mail = String(decoding: press.server.messages[0].octets, as: UTF8.self)
    let link = try #require(mail.firstMatch(of: /List-Unsubscribe: <(https:[^>]+)>,/)).1
    let settings = try #require(press.site.folder.text("schedule.conf"))
    try press.site.folder.write("nonsense", to: "schedule.conf")
    #expect(
      try press.command("unsubscribe", String(link)) == .init(code: 0, output: "weekly: unsubscribed\n", errors: ""))
    #expect(
      try press.command("unsubscribe", String(link))
        == .init(code: 0, output: "weekly: already unsubscribed\n", errors: ""))
    let unknown = CourantProcess.End(
      code: 65, output: "",
      errors: "no valid unsubscribe token found; a token has 39 letters and digits\n")
    #expect(try press.command("unsubscribe", String(link.dropLast())) == unknown)
    #expect(try press.command("unsubscribe") == unknown)
    try press.site.folder.write(settings, to: "schedule.conf")
    let list = try press.command("subscribers", "list").output.split(separator: "\n").dropFirst()
    #expect(
      list.map { $0.split(separator: " ") } == [
        ["r1@example.org", "weekly", "*", "ended"], ["r2@example.org", "weekly", "*", "confirmed"],
      ])
  }
}
