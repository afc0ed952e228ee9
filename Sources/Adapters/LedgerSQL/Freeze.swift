internal import GRDB
package import Model

extension SQLiteLedger {
  package func freeze(_ freezing: FreezingIssue, edition: ([Feed.Name]) throws -> FrozenEdition) throws -> Int? {
    let deliveries: Int? = try write { db in
      let (issue, now) = (freezing.issue, freezing.now)
      guard try !Self.isIssued(issue.slot, db) else { return nil }
      let slot = RecordedSlot(slot: issue.slot, state: .issued, news: issue.articles.count, recorded: now)
      for recorded in freezing.merged + [slot] { try Self.record(recorded, db) }
      let id = try Self.insert(freezing, db)
      for article in issue.articles { try Self.place(article.id, in: id, digest: issue.digest, db) }
      try Self.settle(freezing.past, in: issue.digest, db)
      for article in freezing.left {
        try db.execute(
          sql: "INSERT INTO waiting (digest, article) VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [issue.digest, article.text])
      }
      try Self.printEditions(of: issue, id: id, edition: edition, db)
      let deliveries = try Self.enqueue(id, digest: issue.digest, now: now, db)
      try db.execute(sql: "UPDATE issue SET deliveries = ? WHERE id = ?", arguments: [deliveries, id])
      try db.execute(
        sql: "INSERT INTO tally (issue, state, waits, deliveries) VALUES (?, 'queued', 1, ?)",
        arguments: [id, deliveries])
      return deliveries
    }
    if let journal, deliveries != nil {
      try write { try journalNewIssues(journal, $0) }
      copyLog()
    }
    return deliveries
  }

  private static func isIssued(_ slot: Slot, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM issue WHERE digest = ? AND wall_time = ?)",
      arguments: [slot.digest, slot.wallTime])!
  }

  private static func insert(_ freezing: FreezingIssue, _ db: Database) throws -> Int64 {
    let issue = freezing.issue
    return try Int64.fetchOne(
      db,
      sql: """
        INSERT INTO issue (digest, number, wall_time, subject, frozen, content, archive_page, message_domain, identity)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
        """,
      arguments: [
        issue.digest, issue.number, issue.slot.wallTime, freezing.subject, freezing.now.seconds, try json(issue),
        freezing.archivePage, freezing.messageDomain, freezing.identity,
      ])!
  }

  /// The primary key of `news` refuses an article that stands in an earlier issue: then nothing is frozen at all.
  private static func place(_ article: Article.ID, in issue: Int64, digest: String, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO news (digest, article, issue) VALUES (?, ?, ?)", arguments: [digest, article.text, issue])
    try db.execute(sql: "DELETE FROM waiting WHERE digest = ? AND article = ?", arguments: [digest, article.text])
  }

  /// One edition for each set of feeds with news that somebody follows; `followed` says which edition is for whom.
  private static func printEditions(
    of issue: Issue, id: Int64, edition: ([Feed.Name]) throws -> FrozenEdition, _ db: Database
  ) throws {
    try db.execute(
      sql: "CREATE TEMPORARY TABLE IF NOT EXISTS followed (feeds TEXT PRIMARY KEY NOT NULL, edition TEXT NOT NULL)")
    try db.execute(sql: "DELETE FROM followed")
    var printed = Set<String>()
    var cells = Set<Int>()
    for text in try String.fetchAll(db, sql: followings, arguments: [issue.digest]) {
      guard let following = Following(text) else { continue }
      let feeds = issue.sections.map(\.feed).filter(following.includes)
      guard !feeds.isEmpty else { continue }
      let key = feeds.map(\.text).joined(separator: ",")
      if printed.insert(key).inserted {
        let edition = try edition(feeds)
        try Self.insert(edition.cells.filter { cells.insert($0.number).inserted }, of: id, db)
        try db.cachedStatement(sql: "INSERT INTO edition (issue, feeds, subject, html, text) VALUES (?, ?, ?, ?, ?)")
          .execute(arguments: [id, key, edition.subject, edition.html, edition.text])
      }
      try db.execute(sql: "INSERT INTO followed (feeds, edition) VALUES (?, ?)", arguments: [text, key])
    }
  }

  private static func insert(_ cells: [FrozenEdition.Cell], of issue: Int64, _ db: Database) throws {
    for cell in cells {
      try db.execute(
        sql: "INSERT INTO cell (issue, number, content) VALUES (?, ?, ?)",
        arguments: [issue, cell.number, cell.content])
    }
  }

  private static let followings = """
    SELECT DISTINCT s.feeds FROM subscription s JOIN subscriber r ON r.id = s.subscriber
    WHERE s.digest = ? AND \(mayBeMailed) ORDER BY s.feeds
    """

  /// Confirmed, and neither forgotten nor suppressed: promise 1, in the one place that every statement uses.
  static let mayBeMailed = """
    s.status = 'confirmed' AND r.written IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM suppression x WHERE x.hash = r.hash)
    """

  private static func enqueue(_ issue: Int64, digest: String, now: Instant, _ db: Database) throws -> Int {
    try db.execute(
      sql: """
        INSERT INTO delivery (id, issue, subscription, feeds, domain, state, next, changed)
        SELECT ? + row_number() OVER (ORDER BY f.edition, s.id), ?, s.id, f.edition, r.domain, 'queued', ?, ?
        FROM subscription s JOIN subscriber r ON r.id = s.subscriber JOIN followed f ON f.feeds = s.feeds
        WHERE s.digest = ? AND \(mayBeMailed) ORDER BY f.edition, s.id
        """, arguments: [try lastNumber(in: "delivery", db), issue, now.seconds, now.seconds, digest])
    return db.changesCount
  }
}
