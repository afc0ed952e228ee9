import CourantTesting
import Curl
import DNS
import Foundation
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing
import Time

/// What a site looks like from outside, with real servers on 127.0.0.1. Their certificates end in a day.
@Suite struct OutsideLookTests {
  private let authority: CertificateAuthority
  private let newsroom: Newsroom

  init() throws {
    authority = try CertificateAuthority()
    newsroom = try Newsroom(try SampleSite(mail: "[web]\nca_file = \"ca.pem\"\n"))
  }

  private struct NoNames: NameService {
    func values(_ type: RecordType, at name: String) throws(NoAnswer) -> [String] {
      type == .ns ? ["a.nic.example"] : []
    }
  }

  private func server(
    names: String = "IP:127.0.0.1", _ answer: @escaping @Sendable (HTTPServer.Request) -> HTTPServer.Answer
  ) throws -> HTTPServer {
    let server = try HTTPServer(identity: authority.identity(for: names), answer: answer)
    let settings = (newsroom.site.folder.text("schedule.conf") ?? "").replacing(/url = "[^"]*"/) { _ in
      "url = \"\(server.origin)\""
    }
    try newsroom.site.folder.write(settings, to: "schedule.conf")
    if newsroom.site.folder.text("ca.pem") == nil {
      try FileManager.default.copyItem(atPath: authority.file, toPath: newsroom.site.folder.path + "/ca.pem")
    }
    try newsroom.reopen()
    return server
  }

  private static func press(_ newsroom: Newsroom, _ opened: OpenedSite, at now: Instant) -> PressRun {
    PressRun(opened, ledger: newsroom.ledger, now: now, courier: { throw CancellationError() })
  }

  /// Looks, and returns the alerts as `KIND LEVEL`, and their sentences.
  private func look(at now: Instant) throws -> [Alert] {
    let opened = try OpenedSite(folder: newsroom.site.path)
    let look = OutsideLook(opened, token: newsroom.ledger.probeToken, names: NoNames()) { HTTPExchange($0) }
    try look.look(newsroom.ledger, at: now)
    return try Self.press(newsroom, opened, at: now).alerts().filter { $0.kind != .disk }
  }

  private var clock: Instant { Instant(seconds: Int64(Date().timeIntervalSince1970)) }

  @Sendable private static func courant(_ request: HTTPServer.Request) -> HTTPServer.Answer {
    .response(HTTPScript(200, [("Content-Type", "text/plain; charset=utf-8")], text: "unsubscribed\n"))
  }

  @Test func aCertificateThatEndsIsSeen() throws {
    let server = try server(Self.courant)
    defer { server.stop() }
    let alerts = try look(at: clock)
    #expect(alerts.map(\.kind) == [.certificate])
    #expect(alerts.first?.about == "127.0.0.1")
    #expect(alerts.first?.level == 2)
    #expect(server.requests.map(\.body) == ["List-Unsubscribe=One-Click"])
  }

  @Test func aCertificateForAnotherNameIsTold() throws {
    let server = try server(names: "DNS:other.example", Self.courant)
    defer { server.stop() }
    let alerts = try look(at: clock)
    #expect(alerts.map(\.kind) == [.site])
    #expect(
      alerts.first?.sentence.contains("/unsubscribe/TOKEN: it gets no answer: its certificate is not trusted") == true)
  }

  @Test func leavingThatIsRedirectedIsTold() throws {
    let server = try server { _ in .elsewhere(302, "https://www.example.org/") }
    defer { server.stop() }
    let sentence = try look(at: clock).first { $0.kind == .site }?.sentence
    #expect(sentence?.hasPrefix("\(server.origin)/unsubscribe/TOKEN: a POST with a form is redirected (302)") == true)
  }

  @Test func oneFailureMayBeARestart() throws {
    let server = try server(Self.courant)
    server.stop()
    let now = clock
    #expect(try look(at: now) == [])
    let alerts = try look(at: now + .seconds(300))
    #expect(alerts.map(\.kind) == [.site])
    #expect(alerts.first?.sentence.contains("it gets no answer: cannot connect") == true)
  }

  @Test func aSiteThatIsWellIsLookedAtEverySixHours() throws {
    let server = try server(Self.courant)
    defer { server.stop() }
    let now = clock
    for hour in [0, 1, 5, 6, 11, 12] as [Int64] { _ = try look(at: now + .seconds(hour * 3600)) }
    #expect(server.requests.count == 3)
  }

  @Test func aMissingKeyRecordIsTold() throws {
    let signing = "[mail.dkim]\ndomain = \"example.org\"\nselector = \"s\"\nkey_file = \"k.pem\"\n"
    let site = try SampleSite(mail: signing)
    try site.folder.write(SampleKeys.rsa, to: "k.pem")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: site.path + "/k.pem")
    let opened = try OpenedSite(folder: site.path)
    let look = OutsideLook(opened, token: nil, names: NoNames()) { _ in
      HTTPExchange(.success(HTTPResponse(status: 200, fields: [])), took: .zero)
    }
    try look.look(newsroom.ledger, at: clock)
    let alert = try Self.press(newsroom, opened, at: clock).alerts().first { $0.kind == .key }
    #expect(alert?.about == "s._domainkey.example.org")
    #expect(
      alert?.sentence.hasPrefix("s._domainkey.example.org in DNS is missing, so no signature is valid; the TXT record")
        == true)
  }
}
