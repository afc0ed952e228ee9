import CourantTesting
import Delivery
import LedgerSQL
import Model
import Press
import PressTesting
import Synchronization
import Testing
import Time

/// The time between a turn and the final dots that it allows.
@Suite struct LastLookTests {
  private let sunday = "2026-11-22T12:00:00Z"
  private let monday = "2026-11-23T07:00:00Z"

  /// The machine is paused while the ledger writes the first turn.
  private func run(pausedFor pause: Duration) throws -> (report: RunReport, newsroom: Newsroom) {
    let site = try SampleSite(mail: "sessions = 1\n")
    try site.article("a", dated: "2026-11-20")
    let readers = ["ann", "bob", "cy"].map { Enrolment.confirmed("\($0)@example.org") }
    let newsroom = try Newsroom(site, readers: readers)
    _ = try newsroom.run(sunday)
    let time = Mutex(Duration.zero)
    let clock = Clock(time: time)
    let ledger = StoppingLedger(newsroom.ledger, after: "write(_:)") {
      clock.time.withLock { if $0 == .zero { $0 = pause } }
    }
    let stopwatch = Stopwatch(elapsed: { clock.time.withLock { $0 } }, pass: { _ in })
    return (try newsroom.run(monday, on: ledger, stopwatch: stopwatch), newsroom)
  }

  private final class Clock: Sendable {
    let time: Mutex<Duration>

    init(time: consuming Mutex<Duration>) { self.time = time }
  }

  @Test func aMessageDoesNotLeaveLongAfterItsTurnBegan() throws {
    let (report, newsroom) = try run(pausedFor: .milliseconds(20_001))
    #expect(report.deliveries == [.accepted: 2, .deferred: 1])
    #expect(
      report.notices == [
        "ann@example.org: try again later: 20 s passed between asking the ledger and the final dot, which was therefore "
          + "not sent; this machine was paused, or the ledger answers too slowly"
      ])
    #expect(newsroom.mails.map(\.recipient.canonical) == ["bob@example.org", "cy@example.org"])
    #expect(try newsroom.ledger.tally(of: nil) == [.accepted: 2, .deferred: 1])
    #expect(try newsroom.run("2026-11-23T07:10:00Z").deliveries == [.accepted: 1])
  }

  @Test func aShortPauseDoesNotMatter() throws {
    let (report, newsroom) = try run(pausedFor: .seconds(20))
    #expect(report.deliveries == [.accepted: 3])
    #expect(newsroom.mails.count == 3)
  }
}
