internal import Foundation
internal import GRDB
package import Model

extension SQLiteLedger: IssueBook {
  package func begin(digest: String, at now: Instant) throws -> Instant {
    if let known = try beginning(of: digest) { return known }
    return try write { db in
      try db.execute(
        sql: "INSERT INTO digest (name, first_seen) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [digest, now.seconds])
      return Instant(
        seconds: try Int64.fetchOne(db, sql: "SELECT first_seen FROM digest WHERE name = ?", arguments: [digest])!)
    }
  }

  package func beginning(of digest: String) throws -> Instant? {
    try read { try Int64.fetchOne($0, sql: "SELECT first_seen FROM digest WHERE name = ?", arguments: [digest]) }
      .map(Instant.init(seconds:))
  }

  package func slots(of digest: String) throws -> [RecordedSlot] {
    try slots("WHERE digest = ? ORDER BY due, wall_time", [digest])
  }

  package func openSlots(of digest: String) throws -> [RecordedSlot] {
    try slots("WHERE digest = ? AND state IN ('held', 'released') ORDER BY due, wall_time", [digest])
  }

  package func slot(of digest: String, at wallTime: String) throws -> RecordedSlot? {
    try slots("WHERE digest = ? AND wall_time = ?", [digest, wallTime]).first
  }

  package func newestSlot(of digest: String) throws -> RecordedSlot? {
    try slots("WHERE digest = ? ORDER BY due DESC, wall_time DESC LIMIT 1", [digest]).first
  }

  package func newestSettledSlot(of digest: String) throws -> RecordedSlot? {
    try slots(
      "WHERE digest = ? AND state IN ('issued', 'empty', 'cancelled') ORDER BY due DESC LIMIT 1", [digest]
    ).first
  }

  package func record(_ slots: [RecordedSlot], past: [Article.ID]) throws {
    guard let digest = slots.first?.slot.digest else { return }
    try write { db in
      for slot in slots { try Self.record(slot, db) }
      try Self.settle(past, in: digest, db)
    }
  }

  package func settled(in digest: String) throws -> Set<Article.ID> {
    try articleIDs("SELECT article FROM news WHERE digest = ?", digest)
  }

  package func waiting(in digest: String) throws -> Set<Article.ID> {
    try articleIDs("SELECT article FROM waiting WHERE digest = ?", digest)
  }

  package func nextNumber(of digest: String) throws -> Int {
    try read {
      try Int.fetchOne(
        $0.cachedStatement(
          sql: """
            SELECT max(coalesce((SELECT max(number) FROM issue WHERE digest = ?), 0),
              coalesce((SELECT max(number) FROM issue WHERE frozen_as = ?), 0)) + 1
            """), arguments: [digest, digest])!
    }
  }

  package func issues(of digest: String?, limit: Int?) throws -> [RecordedIssue] {
    try read { db in
      // A negative limit is none (SQLite, SELECT, section 5).
      let newest = "ORDER BY i.frozen DESC, i.id DESC LIMIT ?"
      guard let digest else { return try Self.issues(db, newest, [limit ?? -1]) }
      return try Self.issues(db, "WHERE i.digest = ? " + newest, [digest, limit ?? -1])
    }
  }

  package func issue(_ digest: String, number: Int) throws -> RecordedIssue? {
    try read { try Self.issues($0, "WHERE i.digest = ? AND i.number = ?", [digest, number]).first }
  }

  package func issues(with article: Article.ID) throws -> [RecordedIssue] {
    try read {
      try Self.issues(
        $0, "WHERE i.id IN (SELECT issue FROM news WHERE article = ?) ORDER BY i.frozen", [article.text])
    }
  }

  package func content(of issue: RecordedIssue.ID) throws -> Issue {
    let text = try read {
      try String.fetchOne($0, sql: "SELECT content FROM issue WHERE id = ?", arguments: [issue.number])
    }
    guard let text else { throw LedgerError("the ledger holds no issue with the id \(issue.number)") }
    return try JSONDecoder().decode(Issue.self, from: Data(text.utf8))
  }

  package func archivePage(of issue: RecordedIssue.ID) throws -> String {
    try read {
      try String.fetchOne($0, sql: "SELECT archive_page FROM issue WHERE id = ?", arguments: [issue.number]) ?? ""
    }
  }

  package func edition(_ feeds: [Feed.Name], of issue: RecordedIssue.ID) throws -> Edition? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT subject, html, text FROM edition WHERE issue = ? AND feeds = ?",
        arguments: [issue.number, feeds.map(\.text).joined(separator: ",")]
      ).map { row in
        let content = { (number: Int) throws in try Self.cell(number, of: issue, db) }
        return Edition(
          feeds: feeds, subject: row[0], html: try FrozenEdition.settingCells(in: row[1], content),
          text: try FrozenEdition.settingCells(in: row[2], content))
      }
    }
  }

  private static func cell(_ number: Int, of issue: RecordedIssue.ID, _ db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT content FROM cell WHERE issue = ? AND number = ?"),
      arguments: [issue.number, number])
  }

  package func cancel(_ issue: RecordedIssue.ID, at now: Instant) throws -> Int {
    try write { db in
      try db.execute(
        sql: "UPDATE issue SET cancelled = coalesce(cancelled, ?) WHERE id = ?", arguments: [now.seconds, issue.number])
      // What is already in its final exchange ends there.
      try db.execute(
        sql: """
          DELETE FROM claim WHERE committed IS NULL AND delivery IN (SELECT id FROM delivery WHERE issue = ?)
          """, arguments: [issue.number])
      try db.execute(
        sql: """
          UPDATE delivery SET state = 'dropped', next = NULL, changed = ?, reply = 'the issue was cancelled'
          WHERE issue = ? AND next IS NOT NULL AND id NOT IN (SELECT delivery FROM claim)
          """, arguments: [now.seconds, issue.number])
      return db.changesCount
    }
  }
}

extension SQLiteLedger {
  /// Held and released slots may become anything; every other slot stays as it was recorded first.
  static func record(_ recorded: RecordedSlot, _ db: Database) throws {
    try db.execute(
      literal: """
        INSERT INTO slot (digest, wall_time, due, state, news, recorded) VALUES (\(recorded.slot.digest),
          \(recorded.slot.wallTime), \(recorded.slot.due.seconds), \(recorded.state.rawValue), \(recorded.news),
          \(recorded.recorded.seconds))
        ON CONFLICT (digest, wall_time) DO UPDATE SET state = excluded.state, news = excluded.news,
          recorded = excluded.recorded WHERE slot.state IN ('held', 'released')
        """)
  }

  /// These were news for the digest once, or never will be: they are not news again.
  static func settle(_ articles: [Article.ID], in digest: String, _ db: Database) throws {
    for article in articles {
      try db.execute(
        sql: "INSERT INTO news (digest, article) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [digest, article.text])
      try db.execute(
        sql: "DELETE FROM waiting WHERE digest = ? AND article = ?", arguments: [digest, article.text])
    }
  }

  private func slots(_ condition: String, _ arguments: StatementArguments) throws -> [RecordedSlot] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT digest, wall_time, due, state, news, recorded FROM slot " + condition, arguments: arguments
      ).map { row in
        RecordedSlot(
          slot: Slot(digest: row[0], wallTime: row[1], due: Instant(seconds: row[2])),
          state: RecordedSlot.State(rawValue: row[3])!, news: row[4], recorded: Instant(seconds: row[5]))
      }
    }
  }

  private static func issues(
    _ db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [RecordedIssue] {
    let sql = """
      SELECT i.id, i.digest, i.number, i.wall_time, s.due, i.subject, i.frozen, i.cancelled,
        (SELECT count(*) FROM news n WHERE n.issue = i.id), i.message_domain, i.frozen_as, i.identity
      FROM issue i JOIN slot s ON s.digest = i.digest AND s.wall_time = i.wall_time
      """
    return try Row.fetchAll(db, sql: sql + " " + condition, arguments: arguments).map { row in
      RecordedIssue(
        id: .init(row[0]), digest: row[1], number: row[2],
        slot: Slot(digest: row[1], wallTime: row[3], due: Instant(seconds: row[4])), subject: row[5],
        frozen: Instant(seconds: row[6]), cancelled: (row[7] as Int64?).map(Instant.init(seconds:)), articles: row[8],
        messageDomain: row[9], frozenAs: row["frozen_as"], identity: row["identity"])
    }
  }

  private func articleIDs(_ sql: String, _ digest: String) throws -> Set<Article.ID> {
    try read { Set(try String.fetchAll($0, sql: sql, arguments: [digest]).map(Article.ID.init)) }
  }
}
