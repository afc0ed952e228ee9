import CourantTesting
import LedgerSQL
import Model
import Testing
import Time

/// Counts that only grow (`courant_…_total`).
@Suite struct TotalTests {
  private let now = Instant.at("2026-11-23T07:00:05Z")

  private func letters(_ ledger: SQLLedger) throws -> [Total] { try ledger.totals().filter { $0.subject == .letter } }

  private func accepted(_ claim: Claim) -> Attempt {
    let reply = Reply(stage: .finalDot, code: 250, text: "OK")
    return Attempt(delivery: claim.delivery, at: now, outcome: .accepted(reply), verdict: .accepted)
  }

  @Test func readersEventsAndLettersAreCounted() throws {
    let ledger = try SQLLedger(inMemory: ())
    try ledger.ask(.subscribe("ann@example.org"), at: now)
    #expect(try letters(ledger) == [])
    let claim = try #require(try ledger.letterHands.claim(1, at: now).first)
    #expect(try ledger.letterHands.commit(claim.delivery, at: now))
    try ledger.letterHands.record([accepted(claim)], at: now)
    #expect(try letters(ledger) == [Total(.letter, "confirm", "accepted", 1)])
    // The next claim moves it to its row; it is still one letter.
    try ledger.ask(.subscribe("bob@example.org"), at: now)
    _ = try ledger.letterHands.claim(1, at: now)
    #expect(try letters(ledger) == [Total(.letter, "confirm", "accepted", 1)])
    _ = try ledger.enrol([.confirmed("cy@example.org")], at: now)
    try ledger.count(["one-click: left": 2], at: now)
    try ledger.count(["one-click: left": 1], at: now + .seconds(86_400))
    let others = try ledger.totals().filter { $0.subject != .letter }
    #expect(
      others == [
        Total(.event, "weekly", "asked", 2), Total(.event, "weekly", "confirmed", 1), Total(.web, "letters", "", 2),
        Total(.web, "one-click: left", "", 3),
      ])
  }

  @Test func aRenamedDigestKeepsItsCounts() throws {
    let ledger = try SQLLedger(inMemory: ())
    _ = try ledger.enrol([.confirmed("ann@example.org")], at: now)
    _ = try ledger.rename(digest: "weekly", to: "news", at: now)
    #expect(try ledger.totals() == [Total(.event, "news", "confirmed", 1)])
  }
}
