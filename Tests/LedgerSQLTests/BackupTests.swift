import CourantTesting
import Foundation
import GRDB
@testable import LedgerSQL
import Model
import Testing
import Time

private let now = Instant.at("2026-11-23T07:00:05Z")

/// Copies of a ledger in use, and what happens when one replaces it.
@Suite struct BackupTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/var/courant.sqlite" }
  private var file: String { folder.path + "/backup.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  @Test func aBackupIsOneFileForItsOwnerWithEverythingOfOneInstant() throws {
    let ledger = try SQLLedger(path: path)
    _ = try ledger.enrol([.confirmed("ann@example.org")], at: now)
    let bytes = try ledger.backUp(to: file, at: now)
    _ = try ledger.enrol([.confirmed("later@example.org")], at: now)
    #expect(folder.files().filter { !$0.hasPrefix("var/") } == ["backup.sqlite"])
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(attributes[.size] as? Int64 == bytes)
    let copy = try SQLLedger(copying: file)
    #expect(try copy.subscriptions(of: mailbox("ann@example.org")).count == 1)
    #expect(try copy.subscriptions(of: mailbox("later@example.org")).isEmpty)
    #expect(try copy.note(BackupNote.begun) == now.rfc3339)
    #expect(try ledger.note(BackupNote.done) == now.rfc3339)
  }

  /// One other connection is in the middle of a transaction, and another is reading.
  @Test func aBackupWaitsForNobodyAndNobodyForIt() throws {
    let ledger = try SQLLedger(path: path)
    _ = try ledger.enrol([.confirmed("ann@example.org")], at: now)
    let other = try SQLLedger(path: path)
    try other.read { _ in
      _ = try ledger.backUp(to: file, at: now)
    }
    #expect(try SQLLedger(copying: file).subscriptions(of: mailbox("ann@example.org")).count == 1)
  }

  @Test func aBackupThatFailsLeavesTheOldOne() throws {
    let ledger = try SQLLedger(path: path)
    try folder.write("the old one", to: "backup.sqlite")
    #expect(throws: LedgerError.self) { try ledger.backUp(to: folder.path + "/nowhere/backup.sqlite", at: now) }
    #expect(try ledger.note(BackupNote.done) == nil)
    #expect(folder.text("backup.sqlite") == "the old one")
  }

  @Test func theReplacedLedgerIsKeptAsideAndTheNewOneKnowsThatItIsIncomplete() throws {
    do {
      let ledger = try SQLLedger(path: path)
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: now)
      _ = try ledger.backUp(to: file, at: now)
      _ = try ledger.end(mailbox("ann@example.org"), digest: "weekly", at: now)
    }
    let replacement = try LedgerReplacement(of: path, by: file, at: now)
    #expect(replacement.made == now)
    let aside = try #require(replacement.aside)
    let old = try SQLLedger(copying: aside + "/courant.sqlite")
    #expect(try old.subscriptions(of: mailbox("ann@example.org")).map(\.status) == [.ended])
    let restored = try SQLLedger(path: path)
    #expect(try restored.loss()?.cause == .older)
    #expect(try restored.subscriptions(of: mailbox("ann@example.org")).map(\.status) == [.confirmed])
    #expect(try restored.lostDepartures() == 1)
    _ = try restored.restore([], sendingAgain: false, at: now)
    #expect(try restored.subscriptions(of: mailbox("ann@example.org")).map(\.status) == [.ended])
    #expect(try restored.loss() == nil)
  }

  /// On a new machine there is neither a pulse nor a journal: every open message may have been sent.
  @Test func aBackupAloneIsIncompleteToo() throws {
    do {
      let ledger = try SQLLedger(path: path)
      _ = try LedgerSuite.claims(["ann@example.org", "bob@example.org"], of: ledger)
      _ = try ledger.backUp(to: file, at: now)
    }
    let other = folder.path + "/elsewhere/courant.sqlite"
    #expect(try LedgerReplacement(of: other, by: file, at: now).aside == nil)
    let restored = try SQLLedger(path: other)
    #expect(try restored.loss() != nil)
    #expect(try restored.doubtfulDeliveries() == 2)
    let first = try restored.doubtful()[0]
    #expect(try restored.settle(accepted: [first.id], reply: "in the log", at: now) == 1)
    #expect(try restored.restore([], sendingAgain: false, at: now).doubtful == 1)
    #expect(try restored.tally(of: nil) == [.accepted: 1, .uncertain: 1])
  }

  @Test func nothingIsReplacedWhileTheLedgerIsInUse() throws {
    do {
      let ledger = try SQLLedger(path: path)
      _ = try ledger.backUp(to: file, at: now)
    }
    let running = try SQLLedger(path: path)
    _ = try running.withRunLock {
      #expect(throws: LedgerError.self) { try LedgerReplacement(of: path, by: file, at: now) }
    }
    #expect(folder.files().filter { $0.contains("replaced") || $0.contains("restoring") } == [])
  }

  @Test func whatIsNoLedgerOrNewerIsRefused() throws {
    do { _ = try SQLLedger(path: path).backUp(to: file, at: now) }
    try folder.write("not a database at all, but long enough to be read as one", to: "text")
    #expect(throws: LedgerError.self) { try LedgerReplacement(of: path, by: folder.path + "/text", at: now) }
    let newer = try DatabaseQueue(path: file)
    try newer.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')") }
    try newer.close()
    let refusal = "\(file): was written by a newer version of courant; use that version"
    #expect {
      _ = try LedgerReplacement(of: path, by: file, at: now)
    } throws: { "\($0)".hasSuffix(refusal) }
    #expect(try SQLLedger(path: path).loss() == nil)
    #expect(folder.files().filter { $0.contains("restoring") } == [])
  }
}
