import CourantTesting
import Cryptography
import Curl
import Foundation
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Synchronization
import Testing
import Time

/// What other programs are sent, by real requests to a server on 127.0.0.1.
@Suite struct WebhookTests {
  private static let key = [UInt8](repeating: 7, count: 32)
  private static let secret = "whsec_" + Data(key).base64EncodedString()

  /// Answers with the next of these statuses, and with 204 when there is none.
  private final class Answers: Sendable {
    private let statuses = Mutex<[Int]>([])

    func set(_ new: [Int]) { statuses.withLock { $0 = new } }
    func next() -> Int { statuses.withLock { $0.isEmpty ? 204 : $0.removeFirst() } }
  }

  private let answers = Answers()
  private let server: HTTPServer
  private let newsroom: Newsroom

  init() throws {
    let answers = answers
    server = try HTTPServer { _ in .status(answers.next()) }
    let site = try SampleSite()
    let settings = """

      [webhooks.crm]
      url = "\(server.url)"
      secret_file = "crm.secret"
      allow_private = true

      """
    try site.folder.write((site.folder.text("schedule.conf") ?? "") + settings, to: "schedule.conf")
    try Self.write(Self.secret, site)
    try site.article("a", dated: "2026-11-20")
    newsroom = try Newsroom(site, readers: [])
  }

  private static func write(_ secret: String, _ site: SampleSite) throws {
    try site.folder.write(secret + "\n", to: "crm.secret")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: site.path + "/crm.secret")
  }

  private func change(_ old: String, _ new: String) throws {
    let settings = newsroom.site.folder.text("schedule.conf") ?? ""
    try newsroom.site.folder.write(settings.replacing(old, with: new), to: "schedule.conf")
    try newsroom.reopen()
  }

  /// What follows a run in the command.
  private func inform(_ now: String) throws -> RunReport {
    var report = RunReport()
    try WebhookRound(try newsroom.press(now)) { HTTPExchange($0) }.run(&report)
    return report
  }

  private func join(_ name: String, _ now: String) throws {
    _ = try newsroom.ledger.enrol([.confirmed("\(name)@example.org")], at: .at(now))
  }

  /// The first part of each address that the server was sent.
  private var names: [String] {
    server.requests.compactMap { $0.body.firstMatch(of: /"email":"([a-z]+)@/).map { String($0.1) } }
  }

  @Test func anEventIsSignedAsStandardWebhooksAre() throws {
    defer { server.stop() }
    _ = try inform("2026-11-22T12:00:00Z")
    try join("ann", "2026-11-22T12:00:01Z")
    _ = try inform("2026-11-22T12:05:00Z")
    let request = try #require(server.requests.first)
    let body =
      #"{"type":"reader.confirmed","timestamp":"2026-11-22T12:00:01Z","data":{"reader":1,"email":"ann@example.org","#
      + #""digest":"weekly","feeds":"*"}}"#
    #expect(request.body == body)
    #expect(request.fields["content-type"] == "application/json")
    let id = try #require(request.fields["webhook-id"])
    #expect(id == "evt_1_1795348801")
    #expect(request.fields["webhook-timestamp"] == "1795349100")
    let signed = hmacSHA256(key: Self.key, Array("\(id).1795349100.\(body)".utf8))
    #expect(request.fields["webhook-signature"] == "v1," + Data(signed).base64EncodedString())
    #expect(server.requests.count == 1)
  }

  @Test func anIssueThatIsSentIsAnEvent() throws {
    defer { server.stop() }
    _ = try inform("2026-11-22T12:00:00Z")
    try join("ann", "2026-11-22T12:00:01Z")
    for now in ["2026-11-22T12:05:00Z", "2026-11-23T07:00:00Z"] {
      _ = try newsroom.run(now)
      _ = try inform(now)
    }
    let last = try #require(server.requests.last)
    #expect(
      last.body
        == #"{"type":"issue.sent","timestamp":"2026-11-23T07:00:00Z","data":{"digest":"weekly","number":1,"#
        + #""subject":"About a","url":"https://news.example.org/archive/weekly/1/","#
        + #""deliveries":{"accepted":1,"refused":0,"uncertain":0,"dropped":0}}}"#)
  }

  @Test func eventsComeInOrderAndOneThatFailsHoldsUpTheOthers() throws {
    defer { server.stop() }
    _ = try inform("2026-11-22T12:00:00Z")
    for name in ["ann", "bob", "cy"] { try join(name, "2026-11-22T12:00:01Z") }
    answers.set([204, 500])
    _ = try inform("2026-11-22T12:05:00Z")
    #expect(names == ["ann", "bob"])
    _ = try inform("2026-11-22T12:09:59Z")
    #expect(names == ["ann", "bob"])
    _ = try inform("2026-11-22T12:10:00Z")
    #expect(names == ["ann", "bob", "bob", "cy"])
    let ids = server.requests.map { $0.fields["webhook-id"] }
    #expect(ids[1] == ids[2])
  }

  @Test func whatFailsForAnHourIsAnAlertAndWhatFailsForThreeDaysIsGivenUp() throws {
    defer { server.stop() }
    _ = try inform("2026-11-22T12:00:00Z")
    try join("ann", "2026-11-22T12:00:01Z")
    answers.set(Array(repeating: 500, count: 9))
    _ = try inform("2026-11-22T12:05:00Z")
    #expect(try newsroom.press("2026-11-22T13:04:59Z").alerts().filter { $0.kind == .webhook } == [])
    let alerts = try newsroom.press("2026-11-22T13:05:00Z").alerts().filter { $0.kind == .webhook }
    #expect(
      alerts.map(\.sentence) == [
        "[webhooks.crm] has taken no event since 2026-11-22 12:05: it answered 500; 1 event waits"
      ])
    #expect(try inform("2026-11-25T12:00:01Z").problems == [])
    let report = try inform("2026-11-25T19:00:00Z")
    #expect(
      report.problems == [
        "[webhooks.crm]: 1 event was given up after three days: it answered 500; what it knows of readers may be wrong, so "
          + "compare it with `courant subscribers export`"
      ])
    #expect(report.exitCode == .waiting)
    answers.set([])
    try join("bob", "2026-11-25T20:00:00Z")
    _ = try inform("2026-11-26T02:00:00Z")
    #expect(names.last == "bob")
    #expect(try newsroom.press("2026-11-26T02:00:00Z").alerts().filter { $0.kind == .webhook } == [])
  }

  @Test func aPrivateAddressIsAskedOnlyIfThatIsAllowed() throws {
    defer { server.stop() }
    try change("allow_private = true", "")
    _ = try inform("2026-11-22T12:00:00Z")
    try join("ann", "2026-11-22T12:00:01Z")
    _ = try inform("2026-11-22T12:05:00Z")
    #expect(server.requests.isEmpty)
    let answer = try newsroom.ledger.webhooks().first?.answer
    #expect(answer == "127.0.0.1 is this machine; if that is right, set allow_private = true")
  }

  @Test func onlyWantedEventsAreSent() throws {
    defer { server.stop() }
    try change("allow_private", "events = [\"reader.left\"]\nallow_private")
    _ = try inform("2026-11-22T12:00:00Z")
    try join("ann", "2026-11-22T12:00:01Z")
    _ = try newsroom.ledger.end(EmailAddress("ann@example.org")!, digest: "weekly", at: .at("2026-11-22T12:01:00Z"))
    _ = try inform("2026-11-22T12:05:00Z")
    #expect(server.requests.map { $0.body.hasPrefix(#"{"type":"reader.left""#) } == [true])
  }

  @Test func aSecretThatIsNoneIsReported() throws {
    defer { server.stop() }
    _ = try inform("2026-11-22T12:00:00Z")
    try join("ann", "2026-11-22T12:00:01Z")
    try Self.write("hunter2", newsroom.site)
    let report = try inform("2026-11-22T12:05:00Z")
    #expect(
      report.problems == [
        "crm.secret: a webhook's secret is whsec_ and 24 to 64 bytes in base64; create it with "
          + "`echo whsec_$(openssl rand -base64 32) > crm.secret`"
      ])
    #expect(server.requests.isEmpty)
  }

  /// A crash after the request was sent sends it again, under the same id.
  @Test func noEventIsLostWhateverCrashes() throws {
    defer { server.stop() }
    _ = try inform("2026-11-22T12:00:00Z")
    for name in ["ann", "bob"] { try join(name, "2026-11-22T12:00:01Z") }
    var report = RunReport()
    for write in 1...3 {
      let stopping = StoppingLedger(newsroom.ledger, stopping: .before(write))
      try? WebhookRound(try newsroom.press("2026-11-22T12:05:00Z", on: stopping)) { HTTPExchange($0) }.run(&report)
    }
    _ = try inform("2026-11-22T12:10:00Z")
    #expect(names.filter { $0 == "ann" }.count >= 1)
    #expect(names.last == "bob")
    #expect(names == names.sorted())
  }
}
