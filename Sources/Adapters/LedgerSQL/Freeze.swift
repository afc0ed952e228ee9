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
          """
          INSERT INTO waiting (digest, article) VALUES (\(issue.digest), \(article.text)) ON CONFLICT DO NOTHING
          """)
      }
      try Self.printEditions(of: issue, id: id, edition: edition, db)
      let deliveries = try Self.enqueue(id, digest: issue.digest, now: now, db)
      try db.execute("UPDATE issue SET deliveries = \(deliveries) WHERE id = \(id)")
      try db.execute("INSERT INTO tally (issue, state, waits, deliveries) VALUES (\(id), 'queued', 1, \(deliveries))")
      return deliveries
    }
    if let journal, deliveries != nil {
      try write { try journalNewIssues(journal, $0) }
      copyLog()
    }
    return deliveries
  }

  private static func isIssued(_ slot: Slot, _ db: any SQLConnection) throws -> Bool {
    try db.bool("SELECT EXISTS (SELECT 1 FROM issue WHERE digest = \(slot.digest) AND wall_time = \(slot.wallTime))")
  }

  private static func insert(_ freezing: FreezingIssue, _ db: any SQLConnection) throws -> Int64 {
    let issue = freezing.issue
    let content = try json(issue)
    return try db.int64(
      """
      INSERT INTO issue (digest, number, wall_time, subject, frozen, content, archive_page, message_domain, identity)
      VALUES (\(issue.digest), \(issue.number), \(issue.slot.wallTime), \(freezing.subject), \(freezing.now),
        \(content), \(freezing.archivePage), \(freezing.messageDomain), \(freezing.identity))
      RETURNING id
      """)
  }

  /// The primary key of `news` refuses an article that stands in an earlier issue: then nothing is frozen at all.
  private static func place(_ article: Article.ID, in issue: Int64, digest: String, _ db: any SQLConnection) throws {
    try db.execute("INSERT INTO news (digest, article, issue) VALUES (\(digest), \(article.text), \(issue))")
    try db.execute("DELETE FROM waiting WHERE digest = \(digest) AND article = \(article.text)")
  }

  /// One edition for each set of feeds with news that somebody follows; `followed` says which edition is for whom.
  private static func printEditions(
    of issue: Issue, id: Int64, edition: ([Feed.Name]) throws -> FrozenEdition, _ db: any SQLConnection
  ) throws {
    try db.execute(
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS followed (feeds TEXT PRIMARY KEY NOT NULL, edition TEXT NOT NULL)
      """)
    try db.execute("DELETE FROM followed")
    var printed = Set<String>()
    var cells = Set<Int>()
    for text in try db.texts(followings(of: issue.digest)) {
      guard let following = Following(text) else { continue }
      let feeds = issue.sections.map(\.feed).filter(following.includes)
      guard !feeds.isEmpty else { continue }
      let key = feeds.map(\.text).joined(separator: ",")
      if printed.insert(key).inserted {
        let edition = try edition(feeds)
        try Self.insert(edition.cells.filter { cells.insert($0.number).inserted }, of: id, db)
        try db.execute(
          """
          INSERT INTO edition (issue, feeds, subject, html, text)
          VALUES (\(id), \(key), \(edition.subject), \(edition.html), \(edition.text))
          """)
      }
      try db.execute("INSERT INTO followed (feeds, edition) VALUES (\(text), \(key))")
    }
  }

  private static func insert(_ cells: [FrozenEdition.Cell], of issue: Int64, _ db: any SQLConnection) throws {
    for cell in cells {
      try db.execute("INSERT INTO cell (issue, number, content) VALUES (\(issue), \(cell.number), \(cell.content))")
    }
  }

  private static func followings(of digest: String) -> SQL {
    """
    SELECT DISTINCT s.feeds FROM subscription s JOIN subscriber r ON r.id = s.subscriber
    WHERE s.digest = \(digest) AND \(sql: mayBeMailed) ORDER BY s.feeds
    """
  }

  /// Confirmed, and neither forgotten nor suppressed: promise 1, in the one place that every statement uses.
  static let mayBeMailed: SQL = """
    s.status = 'confirmed' AND r.written IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM suppression x WHERE x.hash = r.hash)
    """

  private static func enqueue(_ issue: Int64, digest: String, now: Instant, _ db: any SQLConnection) throws -> Int {
    let last = try lastNumber(in: "delivery", db)
    return try db.execute(
      """
      INSERT INTO delivery (id, issue, subscription, feeds, domain, state, next, changed)
      SELECT \(last) + row_number() OVER (ORDER BY f.edition, s.id), \(issue), s.id, f.edition, r.domain, 'queued',
        \(now), \(now)
      FROM subscription s JOIN subscriber r ON r.id = s.subscriber JOIN followed f ON f.feeds = s.feeds
      WHERE s.digest = \(digest) AND \(sql: mayBeMailed) ORDER BY f.edition, s.id
      """)
  }
}
