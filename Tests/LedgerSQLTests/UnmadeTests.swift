import CourantTesting
import Foundation
@testable import LedgerSQL
import Model
import Testing
import Time

private let now = Instant.at("2026-11-23T07:00:05Z")

/// A command is killed after its line in the journal is written and before its transaction ends.
@Suite struct UnmadeTests {
  private let folder: TemporaryFolder
  private let ledger: SQLLedger

  init() throws {
    folder = try TemporaryFolder()
    ledger = try SQLLedger(path: folder.path + "/courant.sqlite")
    _ = try ledger.beginRun(at: now)
    _ = try ledger.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org", follows: "ms")], at: now)
  }

  private var journal: Journal { Journal(path: folder.path + "/courant.journal") }

  /// Each transaction counts itself last.
  private func kill(_ command: () throws -> Void) throws {
    try ledger.database.transaction(.writing) {
      try $0.script("CREATE TRIGGER killed BEFORE UPDATE ON pulse BEGIN SELECT RAISE(ABORT, 'killed'); END")
    }
    #expect(throws: LedgerError.self) { try command() }
    try ledger.database.transaction(.writing) { try $0.script("DROP TRIGGER killed") }
  }

  private func rename(_ old: String, to new: String) throws { _ = try ledger.rename(digest: old, to: new, at: now) }

  private func change(_ old: String, to new: String) throws -> AddressChange {
    try ledger.change(mailbox("\(old)@example.org"), to: mailbox("\(new)@example.org"), at: now)
  }

  private var departures: [String] {
    get throws {
      let names = Dictionary(
        uniqueKeysWithValues: ["ann", "anna", "bob"].map { (ledger.hash(of: mailbox("\($0)@example.org")), $0) })
      return try journal.account().departures.keys.map { "\(names[$0.hash] ?? "") \($0.digest)" }.sorted()
    }
  }

  @Test func aRenameIsTakenOutOfTheJournalByTheNextRun() throws {
    _ = try ledger.end(mailbox("bob@example.org"), digest: "weekly", at: now)
    try kill { try rename("weekly", to: "news") }
    #expect(try ledger.lostRenames() == [LostRename(.digest("weekly"), to: .digest("news"))])
    _ = try ledger.beginRun(at: now)
    #expect(try ledger.lostRenames() == [])
    #expect(try journal.account().renames == [])
    #expect(try departures == ["bob weekly"])
    #expect(try ledger.recordedDigests() == ["weekly"])
  }

  @Test func anotherRenameHoldsAlone() throws {
    _ = try ledger.end(mailbox("bob@example.org"), digest: "weekly", at: now)
    try kill { try rename("weekly", to: "news") }
    try kill { try rename("weekly", to: "daily") }
    try rename("weekly", to: "bulletin")
    #expect(try journal.account().renames.map(\.new) == ["bulletin"])
    #expect(try departures == ["bob bulletin"])
    #expect(try ledger.lostRenames() == [])
    _ = try ledger.beginRun(at: now)
    #expect(try journal.account().renames.map(\.new) == ["bulletin"])
    #expect(try ledger.counts(of: "bulletin") == [.confirmed: 1, .ended: 1])
  }

  @Test func aRenameOfAFeedIsAlsoTakenOut() throws {
    let feeds = try ["ms", "msc"].map { try #require(Feed.Name($0)) }
    try kill { _ = try ledger.rename(feed: feeds[0], to: feeds[1], at: now) }
    #expect(try ledger.lostRenames() == [LostRename(.feed("ms"), to: .feed("msc"))])
    _ = try ledger.beginRun(at: now)
    #expect(try ledger.lostRenames() == [])
    #expect(try ledger.subscriptions(of: mailbox("bob@example.org")).map(\.follows.text) == ["ms"])
  }

  /// A reader who leaves has left, even if both were killed.
  @Test func aDepartureBeforeItIsCompletedUnderTheOldName() throws {
    try kill { _ = try ledger.end(mailbox("bob@example.org"), digest: "weekly", at: now) }
    try kill { try rename("weekly", to: "news") }
    #expect(try ledger.counts(of: "weekly") == [.confirmed: 2])
    #expect(try ledger.beginRun(at: now) == 1)
    #expect(try ledger.counts(of: "weekly") == [.confirmed: 1, .ended: 1])
  }

  @Test func aRenameThatWasMadeStays() throws {
    _ = try ledger.end(mailbox("bob@example.org"), digest: "weekly", at: now)
    try rename("weekly", to: "news")
    _ = try ledger.enrol([.confirmed("ann@example.org")], at: now)
    _ = try ledger.beginRun(at: now)
    #expect(try journal.account().renames.map(\.new) == ["news"])
    #expect(try departures == ["bob news"])
  }

  @Test func aChangeOfAddressSuppressesNobody() throws {
    _ = try ledger.enrol([.confirmed("ann@example.org", digest: "daily")], at: now)
    _ = try ledger.end(mailbox("ann@example.org"), digest: "daily", at: now)
    try kill { _ = try change("ann", to: "anna") }
    _ = try ledger.beginRun(at: now)
    #expect(try ledger.suppression(of: mailbox("ann@example.org")) == nil)
    #expect(try departures == ["ann daily"])
    #expect(try journal.account().suppressions == [:])
    #expect(try change("ann", to: "anna") == .changed(moved: ["weekly"], ended: ["daily"]))
    _ = try ledger.beginRun(at: now)
    #expect(try departures == ["ann daily", "anna daily"])
    #expect(try journal.account().suppressions.count == 1)
    #expect(try ledger.counts(of: "weekly") == [.confirmed: 2])
  }

  /// A copy from before a rename lacks it, so it is not unmade.
  @Test func anOlderCopyIsRecoveredBeforeItRenamesAnything() throws {
    let copy = try TemporaryFolder()
    ledger.copyLog()
    for file in folder.files() where file.hasPrefix("courant.sqlite") { try copyFile(file, to: copy) }
    try rename("weekly", to: "news")
    for file in ["courant.journal", "courant.pulse"] { try copyFile(file, to: copy) }
    let older = try SQLLedger(path: copy.path + "/courant.sqlite")
    _ = try older.beginRun(at: now)
    let sentence = "the ledger lacks names that were changed since it was copied; run `courant recover` first"
    #expect {
      _ = try older.rename(digest: "weekly", to: "bulletin", at: now)
    } throws: {
      ($0 as? LedgerError)?.sentence == sentence
    }
    let taken = try older.restore([], sendingAgain: false, at: now)
    #expect(taken.renames == [LostRename(.digest("weekly"), to: .digest("news"))])
    #expect(try older.recordedDigests() == ["news"])
    _ = try older.rename(digest: "news", to: "bulletin", at: now)
    #expect(try older.recordedDigests() == ["bulletin"])
  }

  private func copyFile(_ file: String, to copy: TemporaryFolder) throws {
    try FileManager.default.copyItem(atPath: folder.path + "/" + file, toPath: copy.path + "/" + file)
  }

  @Test func aNoUnderTheNewNameHoldsForReadersOfTheOldOne() throws {
    var line = Journal.Line()
    line.left = ledger.hash(of: mailbox("ann@example.org"))
    line.digest = "news"
    try journal.append([line])
    _ = try ledger.beginRun(at: now)
    try rename("weekly", to: "news")
    #expect(try ledger.counts(of: "news") == [.confirmed: 1, .ended: 1])
  }
}
