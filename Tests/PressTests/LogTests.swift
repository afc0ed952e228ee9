import CourantTesting
import Couriers
import LedgerSQL
import Model
import Press
import PressTesting
import Synchronization
import Testing
import Time

/// Events for machines: their form, and that they name nobody.
@Suite struct LogTests {
  private let now = Instant.at("2026-11-23T07:00:05Z")

  @Test func anEventIsOneLine() {
    var event = LogEvent("request")
    event.add("route", "find-link")
    event.add("status", 303)
    event.add("duration", .microseconds(4_200))
    event.add("words", "two \"words\"\n\u{1B}[2J")
    event.add("nothing", nil)
    #expect(
      event.line(.logfmt, at: now)
        == "time=2026-11-23T07:00:05Z event=request route=find-link status=303 duration=0.004200 "
        + "words=\"two \\\"words\\\"\u{FFFD}\u{FFFD}[2J\"")
    #expect(
      event.line(.json, at: now)
        == #"{"time":"2026-11-23T07:00:05Z","event":"request","route":"find-link","status":303,"duration":0.004200,"#
        + "\"words\":\"two \\\"words\\\"\u{FFFD}\u{FFFD}[2J\"}")
  }

  /// What a server answers may have the address, so only codes are logged.
  @Test func aDeliveryNamesTheDomainAndAHash() throws {
    let events = Mutex<[LogEvent]>([])
    let site = try SampleSite()
    try site.article("first", dated: "2026-11-20")
    let newsroom = try Newsroom(site, readers: [.confirmed("ann@example.org"), .confirmed("bob@example.net")])
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    var ways = RunWays(courier: {
      RecordingCourier { parcel in
        parcel.recipient.domain == "example.org"
          ? .refused(Reply(stage: .recipient, code: 552, status: "5.2.2", text: "ann@example.org is full"))
          : .accepted(Reply(stage: .finalDot, code: 250, text: "OK"))
      }
    })
    ways.log = { event in events.withLock { $0.append(event) } }
    let press = PressRun(try OpenedSite(folder: site.path), ledger: newsroom.ledger, now: now, ways: ways)
    let report = try press.run()
    let lines = (events.withLock { $0 } + report.events(took: .milliseconds(1_500))).map { $0.line(.logfmt, at: now) }
    let hash = try #require(lines.first?.firstMatch(of: /reader=([0-9a-f]{10})/)).1
    #expect(
      lines.map { $0.replacing("time=2026-11-23T07:00:05Z ", with: "") } == [
        "event=delivery state=refused domain=example.org reader=\(hash) code=552 status=5.2.2",
        "event=slot digest=weekly slot=2026-11-23T07:00 state=issued news=1",
        "event=issue digest=weekly number=1 articles=1 readers=2",
        "event=run exit=0 duration=1.500000 problems=1 articles=\(report.articlesRead) files=\(report.filesWritten.count) "
          + "deliveries_accepted=1 deliveries_refused=1 requests=0 bounces=0",
      ])
  }
}
