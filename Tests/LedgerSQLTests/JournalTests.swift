import CourantTesting
import Foundation
@testable import LedgerSQL
import Model
import Testing
import Time

private let now = Instant.at("2026-11-23T07:00:05Z")

/// Records that must outlive the ledger are written by the call that makes the change.
@Suite struct JournalTests {
  private let folder: TemporaryFolder
  private let ledger: SQLLedger

  init() throws {
    folder = try TemporaryFolder()
    ledger = try SQLLedger(path: folder.path + "/courant.sqlite")
    _ = try ledger.beginRun(at: now)
  }

  private var journal: Journal { Journal(path: folder.path + "/courant.journal") }

  private func hash(_ address: String) -> String { ledger.hash(of: mailbox(address)) }

  @Test func everyWayToUnsubscribeIsInTheJournal() throws {
    let addresses = ["ann", "bob", "cy", "dan", "eve", "fay"].map { "\($0)@example.org" }
    let claims = try LedgerSuite.claims(addresses, of: ledger)
    _ = try ledger.end(mailbox("ann@example.org"), digest: "weekly", at: now)
    _ = try ledger.end(token: claims[1].addressee.token, at: now)
    _ = try ledger.end(mailbox("cy@example.org"), digest: nil, at: now)
    _ = try ledger.forget(mailbox("dan@example.org"), at: now)
    var ended = Enrolment.confirmed("eve@example.org")
    ended.status = .ended
    var unknown = Enrolment.confirmed("gus@example.org")
    unknown.status = .ended
    _ = try ledger.enrol([ended, unknown], at: now)
    let token = ledger.bounceToken(of: claims[5].delivery)
    _ = try ledger.record(
      Bounce(kind: .complaint, words: "", report: "r").about(claims[5].addressee.address, token: token), at: now)
    let account = try journal.account()
    let left = ["ann", "bob", "cy", "dan", "eve", "gus"].map { hash("\($0)@example.org") }
    #expect(Set(account.departures.keys.map(\.hash)) == Set(left))
    #expect(Set(account.suppressions.keys) == Set(["cy", "dan", "fay"].map { hash("\($0)@example.org") }))
    #expect(account.issues.map(\.number) == [1])
    #expect(folder.text("courant.journal")?.contains("example.org\"") == false)
  }

  @Test func returningReadersAreNotDepartures() throws {
    _ = try ledger.enrol([.confirmed("ann@example.org")], at: now)
    _ = try ledger.end(mailbox("ann@example.org"), digest: nil, at: now)
    var returning = Enrolment.confirmed("ann@example.org")
    returning.isReturning = true
    _ = try ledger.enrol([returning], at: now)
    #expect(try journal.account().departures == [:])
    #expect(try journal.account().suppressions == [:])
    #expect(try ledger.beginRun(at: now) == 0)
    #expect(try ledger.counts(of: "weekly") == [.confirmed: 1])
  }

  /// The state that `kill -9` leaves between a line of the journal and the end of its transaction. Found in crash trials: the
  /// reader was suppressed, and the message was dropped instead of refused.
  @Test func aRunRestoresDeparturesButNoUnrecordedBounce() throws {
    _ = try ledger.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: now)
    var bounced = Journal.Line()
    bounced.never = hash("ann@example.org")
    bounced.reason = "bounce"
    bounced.at = now.seconds
    var left = Journal.Line()
    left.left = hash("bob@example.org")
    left.digest = "weekly"
    left.at = now.seconds
    try journal.append([bounced, left])
    #expect(try ledger.beginRun(at: now) == 1)
    #expect(try ledger.counts(of: "weekly") == [.confirmed: 1, .ended: 1])
    #expect(try ledger.suppression(of: mailbox("ann@example.org")) == nil)
    #expect(try ledger.restore([], sendingAgain: false, at: now).departures == 1)
    #expect(try ledger.suppression(of: mailbox("ann@example.org"))?.reason == .bounce)
  }

  @Test func aTornLastLineHidesNothing() throws {
    _ = try ledger.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: now)
    _ = try ledger.end(mailbox("ann@example.org"), digest: "weekly", at: now)
    try folder.write((folder.text("courant.journal") ?? "") + "{\"left\":\"torn", to: "courant.journal")
    _ = try ledger.end(mailbox("bob@example.org"), digest: "weekly", at: now)
    let left = Set(try journal.account().departures.keys.map(\.hash))
    #expect(left == [hash("ann@example.org"), hash("bob@example.org")])
  }

  /// A crash between the journal and the end of the transaction.
  @Test func departuresOnlyInTheJournalAreRestoredByTheNextRun() throws {
    _ = try ledger.enrol([.confirmed("ann@example.org")], at: now)
    var line = Journal.Line()
    line.left = hash("ann@example.org")
    line.digest = "weekly"
    try journal.append([line])
    #expect(try ledger.beginRun(at: now) == 1)
    #expect(try ledger.beginRun(at: now) == 0)
    #expect(try ledger.counts(of: "weekly") == [.ended: 1])
    #expect(try ledger.loss() == nil)
  }

  @Test func aJournalThatWasLostIsMadeAgain() throws {
    _ = try LedgerSuite.claims(["ann@example.org", "bob@example.org"], of: ledger)
    _ = try ledger.end(mailbox("ann@example.org"), digest: nil, at: now)
    let before = try journal.account()
    try folder.remove("courant.journal")
    _ = try ledger.beginRun(at: now)
    let after = try journal.account()
    #expect(after.secret == before.secret)
    #expect(after.issues == before.issues)
    #expect(after.departures.keys == before.departures.keys)
    #expect(after.suppressions == before.suppressions)
  }

  /// A reader who unsubscribes, returns and unsubscribes again all day.
  @Test func theJournalDoesNotGrowWithoutEnd() throws {
    _ = try ledger.enrol([.confirmed("ann@example.org")], at: now)
    var line = Journal.Line()
    line.left = hash("ann@example.org")
    line.digest = "weekly"
    try journal.append(Array(repeating: line, count: 20_000))
    #expect(journal.size > 1_000_000)
    _ = try ledger.beginRun(at: now)
    #expect(journal.size < 1_000)
    #expect(try journal.account().departures.count == 1)
  }
}
