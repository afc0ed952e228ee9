@testable import CourantTesting
import GRDB
@testable import LedgerSQL
import Model
import Testing
import Time

/// How many deliveries of an issue are in which state, without counting them.
@Suite struct CountTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// After everything that can happen to a delivery and a reader, in every order that the suite has. Each case runs once.
  @Test(arguments: LedgerSuite.cases) func talliesAreWhatCountingGives(after suite: LedgerSuite) throws {
    let house = try SQLiteHouse()
    try suite.run(house)
    let ledger = try house.openLedger()
    try Self.expectReadersCounted(ledger)
    // Only the tally remains of pruned deliveries.
    let isPruned = LedgerSuite.pruneCases.contains { $0.description == suite.description }
    if !isPruned { try Self.expectDeliveriesCounted(ledger) }
  }

  static func expectDeliveriesCounted(_ ledger: SQLLedger) throws {
    let counted = try ledger.read { db in
      try db.rows(
        """
        SELECT issue, state, next IS NOT NULL AS waits, count(*) AS deliveries FROM delivery
        WHERE state <> 'accepted' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        """)
    }
    let kept = try ledger.read { db in
      try db.rows("SELECT issue, state, waits, deliveries FROM tally WHERE deliveries > 0 ORDER BY 1, 2, 3")
    }
    #expect(kept == counted)
  }

  /// Readers of each status, and those who may be mailed.
  static func expectReadersCounted(_ ledger: SQLLedger) throws {
    let (counted, kept) = try ledger.read { db in
      (
        try db.rows("SELECT digest, status, count(*) AS readers FROM subscription GROUP BY 1, 2 ORDER BY 1, 2"),
        try db.rows("SELECT digest, status, readers FROM reader_tally WHERE readers > 0 ORDER BY 1, 2")
      )
    }
    #expect(kept == counted)
    try expectSuppressedCounted(ledger)
    for digest in Set(try counted.map { try $0.text("digest") }) {
      let mailable = try ledger.read { db in
        try db.int(
          """
          SELECT count(*) FROM subscription s JOIN subscriber r ON r.id = s.subscriber WHERE s.digest = \(digest)
            AND s.status = 'confirmed' AND r.hash NOT IN (SELECT hash FROM suppression)
          """)
      }
      let growth = try ledger.growth(of: digest, since: 0)
      #expect(try ledger.mailableReaders(of: digest) == mailable, "\(digest): \(growth)")
    }
  }

  private static func expectSuppressedCounted(_ ledger: SQLLedger) throws {
    let (counted, kept) = try ledger.read { db in
      (
        try db.rows(
          """
          SELECT s.digest, s.status, count(*) AS readers
          FROM subscription s JOIN subscriber r ON r.id = s.subscriber JOIN suppression x ON x.hash = r.hash
          GROUP BY 1, 2 ORDER BY 1, 2
          """),
        try db.rows("SELECT digest, status, readers FROM suppressed_tally WHERE readers > 0 ORDER BY 1, 2")
      )
    }
    #expect(kept == counted)
  }

  @Test func talliesOfAnOlderLedgerAreCountedOnce() throws {
    let path = folder.path + "/ledger.sqlite"
    do {
      let database = try DatabaseQueue(path: path)
      try Schema.migrator.migrate(database, upTo: "14 names")
      try database.write { try $0.execute(sql: Self.everyState) }
    }
    let ledger = try SQLLedger(path: path)
    #expect(
      try ledger.tallies() == [
        .init(1): [.queued: 1, .deferred: 1, .uncertain: 2, .refused: 1, .dropped: 1, .accepted: 2],
        .init(2): [.accepted: 1],
      ])
    #expect(try ledger.oldestOpen() == Instant(seconds: 100))
    #expect(try ledger.nextAttempt() == Instant(seconds: 5))
  }

  static let everyState = """
    INSERT INTO digest (name, first_seen) VALUES ('weekly', 1);
    INSERT INTO slot VALUES ('weekly', '1', 1, 'issued', 1, 1), ('weekly', '2', 2, 'issued', 1, 2);
    INSERT INTO issue (id, digest, number, wall_time, subject, frozen, content, archive_page, deliveries)
      VALUES (1, 'weekly', 1, '1', 'S', 100, '{}', '', 8), (2, 'weekly', 2, '2', 'S', 50, '{}', '', 1);
    INSERT INTO edition VALUES (1, 'all', 'S', 'h', 't'), (2, 'all', 'S', 'h', 't');
    WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 8)
      INSERT INTO subscriber (id, address, written, domain, hash, created)
      SELECT id, 'r' || id, 'r' || id, 'd', 'h' || id, 1 FROM n;
    INSERT INTO subscription (id, subscriber, digest, feeds, status, consent)
      SELECT id, id, 'weekly', '*', 'confirmed', 1 FROM subscriber;
    INSERT INTO delivery (id, issue, subscription, feeds, domain, state, next, changed)
      SELECT column1, column2, column3, 'all', 'd', column4, column5, 1 FROM (VALUES
        (1, 1, 1, 'queued', 5), (2, 1, 2, 'deferred', 6), (3, 1, 3, 'uncertain', 7), (4, 1, 4, 'uncertain', NULL),
        (5, 1, 5, 'refused', NULL), (6, 1, 6, 'dropped', NULL), (7, 1, 7, 'accepted', NULL), (8, 1, 8, 'accepted', NULL),
        (9, 2, 1, 'accepted', NULL));
    """
}
