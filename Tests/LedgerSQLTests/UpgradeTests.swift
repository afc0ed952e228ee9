import CourantTesting
import Cryptography
import Foundation
import GRDB
@testable import LedgerSQL
import Model
import Testing
import Time

/// A ledger with each former schema, as filled by its version, opened by today's version.
@Suite struct UpgradeTests {
  private static let secret = [UInt8](repeating: 7, count: 32)
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/ledger.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  private static let withReaders = Schema.migrations.map(\.name).drop { !$0.hasPrefix("3 ") }.map(\.self)

  /// Filled when the tables for readers were introduced, then changed by each migration up to `version`.
  private func write(version: String) throws {
    let database = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(database, upTo: Self.withReaders[0])
    try database.write { try $0.execute(sql: Self.rows) }
    try Schema.migrator.migrate(database, upTo: version)
    try database.close()
  }

  private static func hash(_ address: String) -> String { SQLLedger.hash(ofCanonical: address, under: secret) }

  private static let rows = """
    INSERT INTO note VALUES ('secret', '\(base32(secret))'), ('last_run', '2026-11-23T07:00:05Z, exit code 0');
    INSERT INTO digest VALUES ('weekly', 1763632800);
    INSERT INTO article (id, source, path, page, published, head, body) VALUES ('a', 'articles', 'a.md',
      'articles/a/index.html', 1763632800, '{"authors":[],"body":"","id":"a","link":"https://x.example/a/",
      "page":"articles/a/index.html","published":1763632800,"summary":"S","title":"T","topics":["One"]}', '<p>b</p>');
    INSERT INTO slot VALUES ('weekly', '2026-11-16T07:00', 1763276400, 'issued', 1, 1763276405),
      ('weekly', '2026-11-23T07:00', 1763881200, 'issued', 1, 1763881205),
      ('weekly', '2026-11-30T07:00', 1764486000, 'held', 130, 1764486005);
    INSERT INTO issue (id, digest, number, wall_time, subject, frozen, content, archive_page, deliveries)
      VALUES (1, 'weekly', 1, '2026-11-16T07:00', 'First', 1763276405,
        '{"digest":"weekly","number":1,"slot":{"digest":"weekly","wallTime":"2026-11-16T07:00","due":1763276400},
        "sections":[]}', '<p>1</p>', 3),
      (2, 'weekly', 2, '2026-11-23T07:00', 'Second', 1763881205, '{}', '<p>2</p>', 1);
    INSERT INTO news VALUES ('weekly', 'a', 1), ('weekly', 'old', NULL);
    INSERT INTO waiting VALUES ('weekly', 'later');
    INSERT INTO edition VALUES (1, 'all', 'First', '<p>h</p>', 't'), (2, 'all', 'Second', '<p>h</p>', 't');
    INSERT INTO subscriber (id, address, written, domain, name, hash, created) VALUES
      (1, 'ann@example.org', 'Ann@example.org', 'example.org', 'Ann', '\(hash("ann@example.org"))', 1),
      (2, 'bob@example.org', 'bob@example.org', 'example.org', NULL, '\(hash("bob@example.org"))', 1),
      (3, 'cy@example.org', 'cy@example.org', 'example.org', NULL, '\(hash("cy@example.org"))', 1),
      (4, NULL, NULL, NULL, NULL, '\(hash("dan@example.org"))', 1);
    INSERT INTO suppression VALUES ('\(hash("cy@example.org"))', 'bounce', 9),
      ('\(hash("dan@example.org"))', 'forgotten', 9), ('\(hash("eve@example.org"))', 'operator', 9);
    INSERT INTO subscription (id, subscriber, digest, feeds, status, consent, origin, ended) VALUES
      (1, 1, 'weekly', '*', 'confirmed', 5, 'import readers.csv', NULL), (2, 2, 'weekly', 'ms', 'ended', 5, 'cli', 9),
      (3, 3, 'weekly', '*', 'confirmed', 5, 'cli', NULL), (4, 4, 'weekly', '*', 'ended', 5, 'cli', 9);
    INSERT INTO delivery (id, issue, subscription, feeds, domain, state, next, attempts, first_attempt, changed, reply)
      VALUES (1, 1, 1, 'all', 'example.org', 'accepted', NULL, 1, 6, 6, '250 OK'),
        (2, 1, 2, 'all', 'example.org', 'dropped', NULL, 0, NULL, 9, 'unsubscribed'),
        (3, 1, 3, 'all', 'example.org', 'refused', NULL, 1, 6, 6, '550 5.1.1 no such user'),
        (4, 2, 1, 'all', 'example.org', 'deferred', 1763881300, 1, 1763881206, 1763881206, '450 later');
    INSERT INTO attempt (delivery, at, outcome, stage, code, status, text)
      VALUES (3, 6, 'refused', 'recipient', 550, '5.1.1', 'no such user'), (4, 1763881206, 'deferred', NULL, 450, NULL, 'x');
    INSERT INTO bounce (subscriber, delivery, at, kind, counts, status, text, report)
      VALUES (3, 3, 9, 'hard', 0, '5.1.1', 'no such user', 'r1');
    """

  @Test(arguments: withReaders) func nobodyIsForgottenAndNothingMailedTwice(from version: String) throws {
    try write(version: version)
    let ledger = try SQLLedger(path: path)
    #expect(ledger.secret == Self.secret)
    let ann = try #require(try ledger.subscriptions(of: mailbox("ann@example.org")).first)
    #expect(ann.status == .confirmed)
    #expect(ann.subscriber.name == "Ann")
    #expect(ann.origin == "import readers.csv")
    #expect(try ledger.subscriptions(of: mailbox("bob@example.org")).map(\.status) == [.ended])
    #expect(
      try ["cy", "dan", "eve"].map { try ledger.suppression(of: mailbox("\($0)@example.org"))?.reason }
        == [.bounce, .forgotten, .operatorRequest])
    #expect(try ledger.consentEvents(of: mailbox("bob@example.org")).map(\.kind) == [.confirmed, .left])

    #expect(try ledger.tally(of: .init(1)) == [.accepted: 1, .dropped: 1, .refused: 1])
    #expect(try ledger.tally(of: .init(2)) == [.deferred: 1])
    #expect(try ledger.history(of: ann.subscriber.id, limit: 9).map(\.state) == [.deferred, .accepted])
    #expect(try ledger.bounces(of: .init(3), limit: 9).map(\.status) == ["5.1.1"])
    #expect(try ledger.settled(in: "weekly").map(\.text).sorted() == ["a", "old"])
    #expect(try ledger.waiting(in: "weekly").map(\.text) == ["later"])
    #expect(try ledger.nextNumber(of: "weekly") == 3)
    #expect(try ledger.slots(of: "weekly").map(\.state) == [.issued, .issued, .held])
    #expect(try ledger.article(Article.ID("a"))?.title == "T")
  }

  /// The old token ends the subscription, the open delivery is sent once, and an import brings nobody back.
  @Test(arguments: withReaders) func theLedgerGoesOnWhereItWas(from version: String) throws {
    try write(version: version)
    let ledger = try SQLLedger(path: path)
    let now = Instant.at("2026-12-01T00:00:00Z")
    let claims = try ledger.claim(9, at: now)
    #expect(claims.map(\.delivery.number) == [4])
    #expect(claims.map(\.addressee.address.description) == ["Ann@example.org"])
    let list = ["bob", "cy", "dan", "eve"].map { Enrolment.confirmed("\($0)@example.org") }
    let results = try ledger.enrol(list, at: now)
    #expect(results.allSatisfy { $0 == .staysEnded || $0 == .suppressed }, "\(results)")
    #expect(try ledger.end(token: claims[0].addressee.token, at: now)?.isNew == true)
    #expect(try ledger.commit(claims[0].delivery, at: now) == false)
    #expect(try ledger.beginRun(at: now) == 0)
    #expect(try ledger.loss() == nil)
  }

  @Test func aLedgerOfANewerVersionIsRefusedInOneSentenceAndStaysAsItIs() throws {
    do { _ = try SQLLedger(path: path) }
    let newer = try DatabaseQueue(path: path)
    try newer.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')") }
    try newer.close()
    let sentence = "was written by a newer version of courant; use that version"
    let ways: [(String) throws -> SQLLedger] = [
      { try SQLLedger(path: $0) }, { try SQLLedger(reading: $0) }, { try SQLLedger(copying: $0) },
    ]
    for open in ways {
      #expect { _ = try open(path) } throws: { "\($0)" == "\(path) \(sentence)" }
    }
    let rows = try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM grdb_migrations") }
    #expect(rows == Schema.migrations.count + 1)
  }
}
