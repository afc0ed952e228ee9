import CourantTesting
import Cryptography
import Foundation
import GRDB
@testable import LedgerSQL
import Model
import Testing
import Time

/// Ledgers of older versions are read as they were written.
@Suite struct MigrationTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A ledger as the migration of that name left it, opened by today's version.
  private func ledger(upTo migration: String, _ rows: String) throws -> SQLLedger {
    let path = folder.path + "/ledger.sqlite"
    do {
      let database = try DatabaseQueue(path: path)
      try Schema.migrator.migrate(database, upTo: migration)
      try database.write { try $0.execute(sql: rows) }
    }
    return try SQLLedger(path: path)
  }

  private func schema(of ledger: SQLLedger) throws -> [String] {
    try ledger.read { try $0.texts("SELECT coalesce(sql, name) AS sql FROM sqlite_schema ORDER BY type, name") }
  }

  private let article = """
    INSERT INTO article (id, source, path, page, published, head, body) VALUES ('a', 'articles', 'a.md',
      'articles/a/index.html', 1763632800, '{"authors":[],"body":"","id":"a","link":"https://x.example/a/",
      "page":"articles/a/index.html","published":1763632800,"summary":"S","title":"T","topics":["One","Two words"]}',
      '<p>b</p>');
    """

  private let readers = """
    INSERT INTO digest VALUES ('weekly', 1763632800);
    INSERT INTO slot VALUES ('weekly', '2026-11-23T07:00', 1763881200, 'issued', 1, 1763881205);
    INSERT INTO issue (id, digest, number, wall_time, subject, frozen, content, archive_page, deliveries)
      VALUES (1, 'weekly', 1, '2026-11-23T07:00', 'S', 1763881205, '{}', '', 2);
    INSERT INTO edition VALUES (1, 'all', 'S', 'h', 't');
    INSERT INTO subscriber (id, address, written, domain, hash, created)
      VALUES (1, 'ann@example.org', 'ann@example.org', 'example.org', 'h1', 1),
        (2, 'bob@example.org', 'bob@example.org', 'example.org', 'h2', 1);
    INSERT INTO subscription (id, subscriber, digest, feeds, status, consent, ended)
      VALUES (1, 1, 'weekly', '*', 'confirmed', 1, NULL), (2, 2, 'weekly', '*', 'ended', 1, 2);
    INSERT INTO delivery (id, issue, subscription, feeds, domain, state, next, changed)
      VALUES (1, 1, 1, 'all', 'example.org', 'queued', 5, 5), (2, 1, 2, 'all', 'example.org', 'queued', 5, 5);
    INSERT INTO claim (delivery, worker, lease) VALUES (1, 'host:1', 99);
    """  // of two who had confirmed, one left after it was frozen

  /// Those of the release that froze it; a migration that has run somewhere is never edited.
  @Test func migrationsAreFrozen() {
    let found = Schema.migrations.map { "\($0.name): \(lowercaseHex(sha256($0.script.utf8).prefix(6)))" }
    #expect(found == Self.frozen)
  }

  /// With the beginning of its SHA-256.
  private static let frozen = [
    "1 articles: e13ed3e99fc4",
    "2 issues: 968b62350a8c",
    "3 readers and deliveries: e02aa23bb51f",
    "4 what is published: c4750cc8298c",
    "5 feeds: ef5701d0ae58",
    "6 cells: 12c426c26577",
    "7 pings: 005f2b407da2",
    "8 domains of Message-IDs: d56c0d1dd5ef",
    "9 expiry: 42a8a93d2530",
    "10 which article a file is: 90ae73f7db17",
    "11 what is known outside: 3d00589dbe74",
    "11b claims without worker: 3e716c86ff7a",
    "14 names: 27bc6a96bb47",
    "15 counts: ca672fa237ab",
    "36 changed addresses: 079ee868422c",
    "43 changes of articles: 079096afd0f4",
    "46 leases: 3a95467f3964",
    "49 files that articles name: a77895ba8e21",
    "59 sources that are asked: 7f9a3c2d7a28",
    "60 when keys were shown: 1acfe2986baa",
    "60 readers on the web: 178c0e57f92e",
    "61 words of articles: f5f5b40a6798",
    "62 handovers: 62a6a73b2abd",
    "63 welcomes: 175e42f0f7fa",
    "64 feeds of digests: bbec43f59db7",
    "64 readers who became one: 7f0ecc551a58",
    "65 acts of operators: 249cf23c7a7c",
    "66 pauses of sending: 41e3e14fbe5c",
    "67 reviews: 39fb59339c59",
    "68 what may be pruned: 242f74a1215e",
    "70 operators: 12b11dcfbc18",
    "71 counts for the desk: de93a9abc075",
    "72 parts of addresses: 9059586b42dd",
    "73 alerts: dfdb0933b7a8",
    "74 webhooks: 46a6fdf5c44d",
    "75 totals: 4b1959124afa",
    "76 suppressed readers: 2a0d80e37098",
    "77 objects and changes: e4d588340d73",
    "79 many readers at once: abcc89a58299",
    "80 introductions: 6c30591ab1fd", "81 attachments: 2228dd11001c",
    "82 private feeds: 8fed4ca9e96c",
    "83 an index of shown articles: 3d8d598bfe93",
    "84 an index of renamed articles: 70d522725079",
    "85 an index of articles that arrived: 4815a3088e3d",
    "86 articles of which only the body changed: aeda5a05698b",
  ]

  /// From every version there was: today's tables, and the article as it was.
  @Test(arguments: Schema.migrations.map(\.name)) func everyOlderVersionBecomesTodays(version: String) throws {
    let old = try ledger(upTo: version, article)
    let new = try SQLLedger(path: folder.path + "/new.sqlite")
    #expect(try schema(of: old) == schema(of: new))
    #expect(try old.article(Article.ID("a"))?.title == "T")
    #expect(try old.shelvedArticles().map(\.article.topics) == [[Topic("One"), Topic("Two words")]])
  }

  @Test func articlesOfBeforeFingerprintsHaveTheirTopicsAndAreRendered() throws {
    let ledger = try ledger(upTo: "3 readers and deliveries", article)
    let shelved = try ledger.shelvedArticles()
    #expect(shelved.map(\.article.topics) == [[Topic("One"), Topic("Two words")]])
    #expect(try ledger.article(Article.ID("a"))?.body == "<p>b</p>")
  }

  @Test(arguments: ["3 readers and deliveries", "8 domains of Message-IDs"])
  func claimsAndIssuesOfOlderVersionsStay(migration: String) throws {
    let ledger = try ledger(upTo: migration, readers)
    #expect(try ledger.issue("weekly", number: 1)?.identity == nil)
    #expect(try ledger.tally(of: nil) == [.claimed: 1, .queued: 1])
    #expect(try ledger.recover(.resend, at: .at("2026-11-23T08:00:00Z")) == Recovery(returned: 1))
    #expect(try ledger.loss() == nil)
  }

  @Test func consentOfOlderVersionsBecomesEvents() throws {
    let ledger = try ledger(upTo: "59 sources that are asked", Self.readersOfToday)
    let history = try ledger.consentEvents(of: mailbox("ann@example.org"))
    #expect(history.map(\.kind) == [.imported, .left])
    #expect(history.map(\.at.seconds) == [5, 9])
    #expect(history.map(\.origin) == ["import readers.csv", ""])
    #expect(try ledger.consentEvents(of: mailbox("bob@example.org")).map(\.kind) == [.confirmed])
  }

  private static let readersOfToday = """
    INSERT INTO subscriber (id, address, written, domain, hash, created)
      VALUES (1, 'ann@example.org', 'ann@example.org', 'example.org', 'h1', 1),
        (2, 'bob@example.org', 'bob@example.org', 'example.org', 'h2', 1);
    INSERT INTO subscription (id, subscriber, digest, feeds, status, consent, origin, ended)
      VALUES (1, 1, 'weekly', '*', 'ended', 5, 'import readers.csv', 9),
        (2, 2, 'weekly', 'ms', 'confirmed', 7, NULL, NULL);
    """

  @Test func theJournalOfAnOlderLedgerBeginsWithAllWhoLeft() throws {
    let ledger = try ledger(upTo: "8 domains of Message-IDs", readers)
    _ = try ledger.beginRun(at: .at("2026-11-23T08:00:00Z"))
    let account = try Journal(path: folder.path + "/ledger.journal").account()
    #expect(account.departures.keys.map(\.hash) == ["h2"])
    #expect(account.issues.map(\.number) == [1])
  }

  @Test func aNewLedgerWithoutRoomSaysSo() throws {
    let database = try SQLiteDatabase.inMemory()
    _ = try database.transaction(.reading) { try $0.int("PRAGMA max_page_count = 9") }
    do {
      try database.migrate()
      Issue.record("it was made")
    } catch let fault as SQLFault {
      #expect(fault.message + fault.remedy == "database or disk is full; free space on the disk, then run again")
    }
  }
}
