@testable import CourantTesting
import Dispatch
@testable import LedgerSQL
import Model
import Synchronization
import Testing
import Time

@Suite struct SQLLedgerTests {
  @Test(arguments: LedgerSuite.cases)
  func conforms(to suite: LedgerSuite) throws {
    try suite.run(SQLiteHouse())
  }

  /// GRDB sets NORMAL while it opens a database, which may lose the last commits in a power cut.
  @Test func everyCommitReachesTheDisk() throws {
    let folder = try TemporaryFolder()
    let ledger = try SQLLedger(path: folder.path + "/ledger.sqlite")
    let database = try #require(ledger.database as? SQLiteDatabase)
    #expect(try database.pragma("synchronous") == "2")
    #expect(try database.pragma("journal_mode") == "wal")
    #expect(try database.pragma("foreign_keys") == "1")
  }

  @Test func theSecretAndTheRecordsOutliveTheProcess() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger.sqlite"
    let secret = try SQLLedger(path: path).secret
    #expect(try SQLLedger(path: path).secret == secret)
    #expect(try SQLLedger(copying: path).secret == secret)
  }

  @Test func theForgottenAreInNoByteOfTheFiles() throws {
    let folder = try TemporaryFolder()
    let ledger = try SQLLedger(path: folder.path + "/ledger.sqlite")
    _ = try ledger.enrol((0..<200).map { .confirmed("reader\($0)@example.org") }, at: .at("2026-11-23T07:00:00Z"))
    #expect(try bytes(folder).contains("reader77@example.org"))
    #expect(try ledger.forget(mailbox("reader77@example.org"), at: .at("2026-11-23T07:00:00Z")))
    #expect(try !bytes(folder).contains("reader77@example.org"))
    #expect(try bytes(folder).contains("reader78@example.org"))
  }

  private func bytes(_ folder: TemporaryFolder) throws -> String {
    folder.files().map { folder.text($0) ?? "" }.joined()
  }

  @Test func aCopyInMemoryLeavesTheFileAlone() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger.sqlite"
    let ledger = try SQLLedger(path: path)
    try ledger.setNote("k", "kept")
    let copy = try SQLLedger(copying: path)
    #expect(try copy.note("k") == "kept")
    try copy.setNote("k", "changed")
    #expect(try ledger.note("k") == "kept")
    #expect(try SQLLedger(copying: folder.path + "/none.sqlite").note("k") == nil)
    #expect(folder.text("none.sqlite") == nil)
  }

  @Test func aCopyLeavesNoFilesBehind() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger.sqlite"
    do { try SQLLedger(path: path).setNote("k", "kept") }
    let files = folder.files()
    do { #expect(try SQLLedger(copying: path).note("k") == "kept") }
    #expect(folder.files() == files)
  }

  @Test func aNewLedgerTakesTheGivenSecretAndKeepsIt() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger.sqlite"
    let (one, two) = ([UInt8](repeating: 1, count: 32), [UInt8](repeating: 2, count: 32))
    #expect(try SQLLedger(path: path, secret: one).secret == one)
    #expect(try SQLLedger(path: path, secret: two).secret == one)
  }

  @Test func aSecondRunFindsTheLockHeld() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger.sqlite"
    let (one, two) = (try SQLLedger(path: path), try SQLLedger(path: path))
    let inner = try one.withRunLock { try two.withRunLock { "both" } }
    #expect(inner == .some(nil))
    #expect(try two.withRunLock { "free again" } == "free again")
  }

  @Test func aSendExcludesOtherSendsButNotPublishing() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger.sqlite"
    let one = try SQLLedger(path: path)
    let two = try SQLLedger(path: path)
    let found = try one.withDeliveryLock {
      [
        try two.withDeliveryLock { "delivers" }, try two.withRunLock { "publishes" },
        try two.withBothLocks { "renames" },
      ]
    }
    #expect(found == [nil, "publishes", nil])
    #expect(try two.withBothLocks { "free again" } == "free again")
  }

  /// Four processes that claim as fast as they can.
  @Test func workersOfSeveralConnectionsShareTheQueue() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger.sqlite"
    let readers = (1...200).map { Enrolment.confirmed("r\($0)@example.org") }
    let now = Instant.at("2026-11-23T07:00:05Z")
    let ledger = try SQLLedger(path: path)
    _ = try ledger.enrol(readers, at: now)
    _ = try ledger.freeze(freezing(), edition: edition)
    let claimed = Mutex<[Int64]>([])
    let workers = Mutex<[Worker]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      guard let mine = try? SQLLedger(path: path), let worker = try? mine.newWorker() else { return }
      workers.withLock { $0.append(worker) }
      let lease = Lease(worker, until: now + Worker.lease)
      while let claims = try? mine.claim(7, except: [], under: lease, at: now), !claims.isEmpty {
        claimed.withLock { $0 += claims.map(\.delivery.number) }
      }
    }
    #expect(claimed.withLock { $0.sorted() } == Array(1...200))
    #expect(Set(workers.withLock { $0 }).count == 4)
  }

  /// The web side, a cron job for bounces or the operator: any process that writes during a send.
  @Test func departuresThroughAnotherConnectionAreNotMailed() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger.sqlite"
    let (run, other) = (try SQLLedger(path: path), try SQLLedger(path: path))
    let claims = try LedgerSuite.claims(["ann@example.org", "bob@example.org", "cy@example.org"], of: run)
    let now = Instant.at("2026-11-23T07:00:05Z")
    #expect(try run.commit(claims[0].delivery, at: now))
    #expect(try other.end(claims[1].addressee.address, digest: "weekly", at: now) == 1)
    #expect(try !run.commit(claims[1].delivery, at: now))
    #expect(try run.commit(claims[2].delivery, at: now))
    #expect(try other.tally(of: nil) == [.claimed: 2, .dropped: 1])
  }

  @Test func aFileThatIsNotADatabaseIsReportedInOneSentence() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "this is not a database ", count: 50), to: "ledger.sqlite")
    let error = #expect(throws: LedgerError.self) { try SQLLedger(path: folder.path + "/ledger.sqlite") }
    #expect(
      error?.sentence
        == "cannot open \(folder.path)/ledger.sqlite: file is not a database; restore it from a backup")
  }
}
