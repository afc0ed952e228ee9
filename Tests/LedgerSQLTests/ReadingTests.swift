@testable import CourantTesting
import Foundation
import GRDB
@testable import LedgerSQL
import Model
import Testing
import Time

private let now = Instant.at("2026-11-23T07:00:05Z")

/// A ledger that is only read, and a copy without the mail of the past.
@Suite struct ReadingTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/courant.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  /// With an issue to three readers: one has it, one refused it, one is still to get it.
  private func ledger() throws -> SQLLedger {
    let ledger = try SQLLedger(path: path)
    let claims = try LedgerSuite.claims(["ann@example.org", "bob@example.org", "cy@example.org"], of: ledger)
    for claim in claims { #expect(try ledger.commit(claim.delivery, at: now)) }
    try record(.accepted(.init(stage: .finalDot, code: 250, text: "ok")), .accepted, claims[0], ledger)
    try record(.refused(.init(stage: .recipient, code: 550, text: "no")), .refused, claims[1], ledger)
    try record(
      .deferred(.init(stage: .recipient, code: 451, text: "later")), .deferred(until: now + .seconds(300)), claims[2],
      ledger)
    _ = try ledger.write(Turn(at: now, committing: []))
    return ledger
  }

  private func record(
    _ outcome: Outcome, _ verdict: Verdict, _ claim: Claim, _ ledger: SQLLedger
  ) throws {
    let attempt = Attempt(delivery: claim.delivery, at: now, outcome: outcome, verdict: verdict)
    var turn = Turn(at: now)
    turn.attempts = [attempt]
    _ = try ledger.write(turn)
  }

  @Test func aViewShowsTheLedgerAsItWasWhenOpened() throws {
    let written = try ledger()
    let read = try SQLLedger(reading: path)
    #expect(try read.tallies() == written.tallies())
    #expect(try read.tally(of: nil) == [.accepted: 1, .refused: 1, .deferred: 1])
    #expect(read.secret == written.secret)
    _ = try written.end(mailbox("ann@example.org"), digest: "weekly", at: now)
    #expect(try read.counts(of: "weekly") == [.confirmed: 3])
    #expect(try SQLLedger(reading: path).counts(of: "weekly") == [.confirmed: 2, .ended: 1])
  }

  @Test func aViewCannotBeWritten() throws {
    _ = try ledger()
    let read = try SQLLedger(reading: path)
    _ = try read.note("k")
    let writing = #expect(throws: LedgerError.self) { try read.setNote("k", "v") }
    let counting = #expect(throws: LedgerError.self) { try read.lostDepartures() }
    #expect(writing?.sentence == "the ledger is only read here")
    #expect(counting?.sentence == "the ledger is only read here")
    #expect(try SQLLedger(path: path).note("k") == nil)
  }

  @Test func aTransactionThatOnlyReadsWritesNothing() throws {
    let ledger = try ledger()
    let note: LedgerSQL.SQL = "INSERT INTO note (key, value) VALUES ('k', 'v')"
    #expect(throws: LedgerError.self) { try ledger.read { try $0.execute(note) } }
    #expect(try ledger.note("k") == nil)
  }

  @Test func readingLeavesNoFilesBehindAndMakesNone() throws {
    do { _ = try ledger() }
    let files = folder.files()
    do { _ = try SQLLedger(reading: path).tallies() }
    do { _ = try SQLLedger(reading: folder.path + "/none/courant.sqlite").tallies() }
    do { _ = try SQLLedger(copying: folder.path + "/none.sqlite").tallies() }
    #expect(folder.files() == files)
  }

  @Test func aViewWorksWhileARunHasTheLockAndWrites() throws {
    let written = try ledger()
    let seen = try written.withRunLock {
      try written.write { _ in
        [try SQLLedger(reading: path).tally(of: nil), try SQLLedger(copying: path).tally(of: nil)]
      }
    }
    #expect(try seen == [written.tally(of: nil), written.tally(of: nil)])
  }

  @Test func onAReadOnlyFolderALogIsReadByItsIndexOrNotAtAll() throws {
    let written = try ledger()
    for ending in ["", "-wal", "-shm"] {
      try FileManager.default.copyItem(atPath: path + ending, toPath: folder.path + "/killed.sqlite" + ending)
    }
    let files = LedgerFiles(ledger: folder.path + "/killed.sqlite")
    let seen = try #require(try view(files))
    let secret = try seen.database.transaction(.reading) {
      try $0.text(orNil: "SELECT value FROM note WHERE key = 'secret'")
    }
    #expect(try secret == written.note("secret"))
    try folder.remove("killed.sqlite-shm")
    let error = #expect(throws: LedgerError.self) { try view(files) }
    #expect(
      error?.sentence
        == "cannot read \(files.ledger): its last writes are in \(files.log), which cannot be used where nothing can be "
        + "written; run this where \(folder.path) can be written, or copy both files there")
  }

  @Test func onAReadOnlyFolderAConcurrentWriteIsDetected() throws {
    do { _ = try ledger() }
    let files = LedgerFiles(ledger: path)
    let view = try #require(try view(files))
    try view.check()
    try SQLLedger(path: path).setNote("k", "v")
    let error = #expect(throws: LedgerError.self) { try view.check() }
    #expect(error?.sentence == "\(path) was written to while it was read; run the command again")
  }

  private func view(_ files: LedgerFiles) throws -> LedgerView? {
    try LedgerView(files, mayWrite: false)
  }

  /// The next run migrates it; commands that only read must not.
  @Test func aLedgerOfAnOlderVersionIsReadFromACopy() throws {
    do {
      let database = try DatabaseQueue(path: path)
      try Schema.migrator.migrate(database, upTo: "14 names")
      try database.write { try $0.execute(sql: CountTests.everyState) }
    }
    let read = try SQLLedger(reading: path)
    #expect(try read.tally(of: .init(1))[.accepted] == 2)
    #expect(try count("delivery", read) == 9)
    let database = try DatabaseQueue(path: path)
    let isMigrated = try database.read { try $0.tableExists("tally") }
    #expect(!isMigrated)
  }

  /// Copying an old ledger takes seconds, and most trials write nothing.
  @Test func nothingIsCopiedBeforeATrialWrites() throws {
    let written = try ledger()
    try written.write { try $0.execute("UPDATE delivery SET state = 'accepted', next = NULL") }
    let trial = try SQLLedger(copying: path)
    let all = try count("delivery", written)
    #expect(try count("delivery", trial) == all)
    // As all other reads of the trial, from the moment at which it was opened.
    try written.setNote("k", "later")
    #expect(try trial.note("k") == nil)
    try trial.together { try trial.setNote("k", "trial") }
    #expect(try count("delivery", trial) == 1)
    #expect(try trial.note("k") == "trial")
    #expect(try written.note("k") == "later")
    #expect(try count("delivery", written) == all)
  }

  @Test func aTrialThatIsUndoneAndAnErasureLeaveTheLedgerAlone() throws {
    let written = try ledger()
    try written.setNote("k", "kept")
    let trial = try SQLLedger(copying: path)
    try trial.database.transaction(.trial) { _ = try $0.execute("DELETE FROM note WHERE key = 'k'") }
    #expect(try trial.note("k") == "kept")
    try trial.write { _ = try $0.execute("DELETE FROM note WHERE key = 'k'") }
    trial.emptyLog()
    #expect(try trial.note("k") == nil)
    #expect(try written.note("k") == "kept")
  }

  @Test func aCopyHasQueuedDeliveriesButNoFinishedOnes() throws {
    let written = try ledger()
    let last = Slot(digest: "weekly", wallTime: "2026-11-30T07:00", due: .at("2026-11-30T07:00:00Z"))
    _ = try written.freeze(freezing(number: 2, slot: last, sections: [("all", "b")]), edition: edition)
    let claims = try written.claim(9, at: .at("2026-11-30T07:00:05Z"))
    try written.unclaim(claims.map(\.delivery))
    let copy = try SQLLedger(copying: path)
    try copy.setNote("trial", "begins")
    #expect(try copy.tallies() == written.tallies())
    #expect(try copy.issues(of: nil, limit: nil) == written.issues(of: nil, limit: nil))
    #expect(try copy.archivePage(of: .init(1)) == "<p>page</p>")
    #expect(try count("delivery", written) == 6)
    #expect(try count("delivery", copy) == 4)
    #expect(try copy.claim(9, at: .at("2026-11-30T07:00:05Z")) == claims)
    let feeds = claims[0].edition.feeds
    #expect(try copy.edition(feeds, of: .init(2)) == written.edition(feeds, of: .init(2)))
  }

  @Test func aCopyForAnIssueHasItsEditionsThoughAllIsDelivered() throws {
    let written = try ledger()
    let last = Slot(digest: "weekly", wallTime: "2026-11-30T07:00", due: .at("2026-11-30T07:00:00Z"))
    _ = try written.freeze(freezing(number: 2, slot: last, sections: [("all", "b")]), edition: edition)
    let claim = try #require(try written.claim(1, at: .at("2026-11-30T07:00:05Z")).first)
    try written.unclaim([claim.delivery])
    let feeds = claim.edition.feeds
    try written.write { try $0.execute("UPDATE delivery SET state = 'accepted', next = NULL") }
    let first = try written.edition(feeds, of: .init(1))
    #expect(first != nil)
    let other = try SQLLedger(copying: path)
    try other.setNote("trial", "begins")
    #expect(try other.edition(feeds, of: .init(1)) == nil)
    let copy = try SQLLedger(copying: path, with: ClaimedIssue(digest: "weekly", number: 1))
    try copy.setNote("trial", "begins")
    #expect(try copy.edition(feeds, of: .init(1)) == first)
    #expect(try count("delivery", copy) == 1)
  }

  /// Two finished issues: of the older one nothing but its head is copied.
  @Test func deliveriesAreNumberedOnInACopy() throws {
    let written = try ledger()
    try written.write { try $0.execute("UPDATE delivery SET state = 'accepted', next = NULL") }
    let copy = try SQLLedger(copying: path)
    try copy.setNote("trial", "begins")
    #expect(try count("delivery", copy) == 1)
    let next = Slot(digest: "weekly", wallTime: "2026-11-30T07:00", due: .at("2026-11-30T07:00:00Z"))
    for ledger in [written, copy] {
      _ = try ledger.freeze(freezing(number: 2, slot: next, sections: [("all", "b")]), edition: edition)
    }
    let claims = try copy.claim(9, at: .at("2026-11-30T07:00:05Z"))
    #expect(claims.map(\.delivery.number) == [4, 5, 6])
    #expect(try claims == written.claim(9, at: .at("2026-11-30T07:00:05Z")))
  }

  private func count(_ table: String, _ ledger: SQLLedger) throws -> Int {
    try ledger.read { try $0.int("SELECT count(*) FROM \(name: table)") }
  }
}
