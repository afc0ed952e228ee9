import CourantTesting
import Leaving
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

/// A 50: departures while the ledger was locked or broken are on disk; the next run records them before it mails.
@Suite struct LeavingRunTests {
  private static let sunday = "2026-11-22T12:00:00Z"
  private static let monday = "2026-11-23T07:00:05Z"

  @Test func aRunTakesInWhoLeftBeforeItMailsAnyone() throws {
    let site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    let newsroom = try Newsroom(site, readers: [.confirmed("ann@example.org"), .confirmed("bob@example.org")])
    _ = try newsroom.run(Self.sunday)
    let token = try #require(try newsroom.ledger.addressee(mailbox("ann@example.org"), digest: "weekly")?.0.token)
    let spool = LeavingSpool(site: site.path)
    let left = Instant.at("2026-11-23T06:00:00Z")
    try spool.add(Departure(token: token.uppercased(), all: false, origin: "one-click", at: left))
    // A token that this site never made belongs to no reader.
    try spool.add(Departure(token: String(token.reversed()), all: true, origin: "", at: left))
    let report = try newsroom.run(Self.monday)
    #expect(newsroom.mails.map(\.recipient) == [mailbox("bob@example.org")])
    #expect(!spool.holds(token))
    let event = try #require(try newsroom.ledger.consentEvents(of: mailbox("ann@example.org")).last)
    #expect(event.kind == .left)
    #expect(event.at == left)
    #expect(event.origin == "one-click")
    #expect(report.notices == ["recorded 2 readers who left while the ledger could not take it"])
    #expect(try newsroom.run("2026-11-23T07:05:00Z").notices == [])
  }

  /// The issue was already frozen: its message is dropped.
  @Test func whoLeftMeanwhileGetsNoMessageThatWasReady() throws {
    let site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    let newsroom = try Newsroom(site) { _, before in
      before == 0
        ? .deferred(Reply(stage: .recipient, code: 451, text: "later"))
        : .accepted(Reply(stage: .finalDot, code: 250, text: "recorded"))
    }
    _ = try newsroom.run(Self.sunday)
    _ = try newsroom.run(Self.monday)
    #expect(newsroom.mails.count == 1)
    let token = try #require(try newsroom.ledger.addressee(mailbox("ann@example.org"), digest: "weekly")?.0.token)
    let left = Departure(token: token, all: false, origin: "", at: .at("2026-11-23T07:30:00Z"))
    try LeavingSpool(site: site.path).add(left)
    _ = try newsroom.run("2026-11-23T12:00:00Z")
    #expect(newsroom.mails.count == 1)
    #expect(try newsroom.ledger.tallies().values.first == [.dropped: 1])
  }
}
