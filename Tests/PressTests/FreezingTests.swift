import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Synchronization
import Testing

/// Changes to the ledger while the editions of an issue are rendered, before the issue is frozen.
@Suite struct FreezingTests {
  private static let sunday = "2026-11-22T12:00:00Z"
  private static let monday = "2026-11-23T07:00:05Z"

  /// ann follows everything, and an article is news for each of the two feeds.
  private func newsroom() throws -> Newsroom {
    let site = try SampleSite(feeds: ["all": ["*"], "ms": ["multiple sclerosis"]])
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(Self.sunday)
    try site.article("a", dated: "2026-11-19", topics: ["multiple sclerosis"])
    try site.article("b", dated: "2026-11-20")
    return newsroom
  }

  private func run(
    _ newsroom: Newsroom, inBetween: @escaping @Sendable (SQLLedger, _ times: Int) throws -> Void
  ) throws -> RunReport {
    let times = Mutex(0)
    let ledger = StoppingLedger(newsroom.ledger, after: "prepare(_:of:)") { [inner = newsroom.ledger] in
      let count = times.withLock { times in
        times += 1
        return times
      }
      try inBetween(inner, count)
    }
    return try newsroom.run(Self.monday, on: ledger)
  }

  @Test func aReaderWhoJoinsDuringFreezingGetsAnEditionOfTheirFeeds() throws {
    let newsroom = try newsroom()
    let report = try run(newsroom) { ledger, times in
      if times == 1 { _ = try ledger.enrol([.confirmed("bob@example.org", follows: "ms")], at: .at(Self.sunday)) }
    }
    #expect(report.issues.map(\.deliveries) == [2])
    #expect(report.problems == [])
    #expect(newsroom.mails.map(\.recipient.description).sorted() == ["ann@example.org", "bob@example.org"])
    let issue = try #require(try newsroom.ledger.issue("weekly", number: 1))
    #expect(try newsroom.ledger.edition(feeds("ms"), of: issue.id) != nil)
  }

  /// Each rendering finds another new set of feeds.
  @Test func readersWhoJoinInEachRoundGetAnEdition() throws {
    let newsroom = try newsroom()
    let sets = ["ms", "all", "all,ms"]
    let report = try run(newsroom) { ledger, times in
      guard times <= sets.count else { return }
      let reader = Enrolment.confirmed("reader\(times)@example.org", follows: sets[times - 1])
      _ = try ledger.enrol([reader], at: .at(Self.sunday))
    }
    // Three rounds: both feeds are what ann gets, so that nothing is printed for the last one.
    #expect(report.issues.map(\.deliveries) == [4])
  }

  @Test func aReaderWhoUnsubscribesDuringFreezingGetsNothing() throws {
    let newsroom = try newsroom()
    let report = try run(newsroom) { ledger, _ in
      _ = try ledger.end(mailbox("ann@example.org"), digest: "weekly", at: .at(Self.monday))
    }
    #expect(report.issues.map(\.deliveries) == [0])
    #expect(newsroom.mails == [])
  }

  /// The disk gives out while editions are kept: nothing is frozen, and the next run does it all.
  @Test func anIssueWhoseEditionsCannotBeKeptIsFrozenByTheNextRun() throws {
    let newsroom = try newsroom()
    let report = try run(newsroom) { _, _ in throw LedgerError("the editions cannot be stored: disk full") }
    #expect(report.problems == ["the editions cannot be stored: disk full"])
    #expect(try newsroom.ledger.issues(of: nil, limit: 9) == [])
    #expect(try newsroom.ledger.slots(of: "weekly").map(\.state) == [])
    #expect(try newsroom.run(Self.monday).issues.map(\.deliveries) == [1])
  }
}
