import CourantTesting
import LedgerSQL
import Model
@testable import PublicPlace
import Synchronization
import Testing
import Time

/// Conditions stop a machine that was overtaken, also if it takes them from the objects of the other one.
struct OvertakenMachineTests {
  @Test func whatABucketHadBeforeIsReplaced() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    bucket.server.put("somebody's", at: "a.html")
    let place = try bucket.place()
    #expect(try bucket.publish(["a.html": "1", "b.html": "1"], to: place) == ["a.html", "b.html"])
    #expect(bucket.texts() == ["a.html": "1", "b.html": "1"])
    #expect(try place.comparison() == PublicComparison())
  }

  /// It had no conditions of its own, or was about to ask for them.
  @Test(arguments: [true, false]) func aMachineThatIsOvertakenBeforeItAsksForConditionsStops(isFirst: Bool) throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    if !isFirst {
      try bucket.publish(["a.html": "0"], to: bucket.place())
      try bucket.ledger.announce(["a.html"])
    }
    let record = OvertakenRecord(bucket.ledger)
    let stale = try bucket.place(record: record)
    bucket.server.put("newer", at: "a.html")
    record.isOvertaken.store(true, ordering: .relaxed)
    #expect(throws: LedgerError.self) { try bucket.publish(["a.html": "stale"], to: stale) }
    #expect(bucket.texts()["a.html"] == "newer")
  }
}

/// A ledger that a machine cannot write when another one has taken over.
private final class OvertakenRecord: PublicRecord, NoteBook {
  private let ledger: SQLLedger
  let isOvertaken = Atomic(false)

  init(_ ledger: SQLLedger) { self.ledger = ledger }

  private func writable() throws -> SQLLedger {
    if isOvertaken.load(ordering: .relaxed) { throw LedgerError("another process has taken over") }
    return ledger
  }

  func publishedFiles() throws -> [String: Fingerprint?] { try ledger.publishedFiles() }
  func publishedPaths(after path: String, limit: Int) throws -> [String] {
    try ledger.publishedPaths(after: path, limit: limit)
  }
  func announce(_ paths: [String]) throws { try writable().announce(paths) }
  func publishedFile(at path: String) throws -> PublishedFile? { try ledger.publishedFile(at: path) }
  func confirm(_ files: [String: PublishedFile]) throws { try writable().confirm(files) }
  func forget(_ paths: [String]) throws { try writable().forget(paths) }
  func publicObjects() throws -> [String: PublicObject] { try ledger.publicObjects() }
  func record(_ objects: [String: PublicObject]) throws { if !objects.isEmpty { try writable().record(objects) } }
  func forget(objects: [String]) throws { try writable().forget(objects: objects) }
  func changes(for listener: PublicListener) throws -> [String] { try ledger.changes(for: listener) }
  func record(changes: [String], for listener: PublicListener) throws {
    try writable().record(changes: changes, for: listener)
  }
  func end(changes: [String], for listener: PublicListener) throws {
    try writable().end(changes: changes, for: listener)
  }
  func recordAppearances(at now: Instant) throws { try writable().recordAppearances(at: now) }
  func movedPages() throws -> [Article.ID: String] { try ledger.movedPages() }
  func withdrawals() throws -> [Withdrawal] { try ledger.withdrawals() }
  func note(_ key: String) throws -> String? { try ledger.note(key) }
  func setNote(_ key: String, _ value: String) throws { try writable().setNote(key, value) }
}
