package import Model
internal import Time

extension SQLLedger {
  package func freeze(_ freezing: FreezingIssue) throws -> Freezing {
    let freezing = try write { try Self.freeze(freezing, $0) }
    if let journal, case .frozen = freezing {
      try write { try journalNewIssues(journal, $0) }
      copyLog()
    }
    return freezing
  }

  private static func freeze(_ freezing: FreezingIssue, _ db: any SQLConnection) throws -> Freezing {
    let issue = freezing.issue
    let now = freezing.now
    guard try !isIssued(issue.slot, db) else { return .hasIssue }
    let lacking = try follow(issue, freezing.identity, db)
    guard lacking.isEmpty else { return .lacks(lacking) }
    guard try areCurrent(freezing.shares, of: issue.digest, db) else { return .handedOver }
    let isHanded = !freezing.shares.isEmpty
    let slot = RecordedSlot(slot: issue.slot, state: .issued, news: issue.articles.count, recorded: now)
    for recorded in freezing.merged + [slot] { try record(recorded, db) }
    let id = try insert(freezing, db)
    try attach(freezing, to: id, db)
    for article in issue.articles { try place(article.id, in: id, digest: issue.digest, db) }
    try settle(freezing.past, in: issue.digest, db)
    for article in freezing.waiting {
      try db.execute(
        """
        INSERT INTO waiting (digest, article) VALUES (\(issue.digest), \(article.text)) ON CONFLICT DO NOTHING
        """)
    }
    try insertPrepared(into: id, withHanded: isHanded, db)
    let last = try lastNumber(in: "delivery", db)
    var deliveries = try enqueue(id, digest: issue.digest, withoutHanded: isHanded, now: now, db)
    if isHanded { deliveries += try enqueueHanded(id, now: now, db) }
    try settle(freezing.shares, in: id, freezing, db)
    try chooseDestinations(after: last, at: now, db)
    try db.execute("UPDATE issue SET deliveries = \(deliveries) WHERE id = \(id)")
    try db.execute("INSERT INTO tally (issue, state, waits, deliveries) VALUES (\(id), 'queued', 1, \(deliveries))")
    return .frozen(deliveries: deliveries)
  }

  private static func isIssued(_ slot: Slot, _ db: any SQLConnection) throws -> Bool {
    try db.bool("SELECT EXISTS (SELECT 1 FROM issue WHERE digest = \(slot.digest) AND wall_time = \(slot.wallTime))")
  }

  private static func insert(_ freezing: FreezingIssue, _ db: any SQLConnection) throws -> Int64 {
    let issue = freezing.issue
    let content = try json(issue)
    return try db.int64(
      """
      INSERT INTO issue (digest, number, wall_time, subject, frozen, content, archive_page, message_domain, identity,
        intro)
      VALUES (\(issue.digest), \(issue.number), \(issue.slot.wallTime), \(freezing.page.subject), \(freezing.now),
        \(content), \(freezing.page.html), \(freezing.messageDomain), \(freezing.identity),
        \(issue.intro?.fingerprint))
      RETURNING id
      """)
  }

  /// The primary key of `news` rejects an article that is in an earlier issue; then nothing is frozen.
  private static func place(_ article: Article.ID, in issue: Int64, digest: String, _ db: any SQLConnection) throws {
    try db.execute("INSERT INTO news (digest, article, issue) VALUES (\(digest), \(article.text), \(issue))")
    try db.execute("DELETE FROM waiting WHERE digest = \(digest) AND article = \(article.text)")
  }

  /// Records in `followed` which edition each set of feeds gets. Returns the feeds of editions that were not prepared.
  private static func follow(_ issue: Issue, _ identity: String, _ db: any SQLConnection) throws -> [[Feed.Name]] {
    try forgetPrepared(unless: identity, db)
    try db.execute(
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS followed (feeds TEXT PRIMARY KEY NOT NULL, edition TEXT NOT NULL)
      """)
    try db.execute("DELETE FROM followed")
    let prepared = Set(try db.texts("SELECT feeds FROM prepared_edition"))
    var followings: [Following] = []
    for text in try db.texts(Self.followings(of: issue.digest)) {
      guard let following = Following(text) else { continue }
      let feeds = issue.feeds(of: following)
      guard !feeds.isEmpty else { continue }
      followings.append(following)
      try db.execute("INSERT INTO followed (feeds, edition) VALUES (\(text), \(key(feeds)))")
    }
    return issue.feedSets(of: followings).filter { !prepared.contains(key($0)) }
  }

  /// The key of an edition within its issue.
  private static func key(_ feeds: [Feed.Name]) -> String { EditionKey(feeds).text }

  private static func followings(of digest: String) -> SQL {
    """
    SELECT DISTINCT s.feeds FROM subscription s JOIN subscriber r ON r.id = s.subscriber
    WHERE s.digest = \(digest) AND \(sql: mayBeMailed) ORDER BY s.feeds
    """
  }

  /// Confirmed, and neither paused, forgotten nor suppressed: promise 1, in the one place that all statements use. A run
  /// ends the pauses that are over before it freezes anything (``ReaderDesk/endPauses(at:)``).
  static let mayBeMailed: SQL = """
    s.status = 'confirmed' AND r.paused_until IS NULL AND r.written IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM suppression x WHERE x.hash = r.hash)
    """

  private static func enqueue(
    _ issue: Int64, digest: String, withoutHanded: Bool, now: Instant, _ db: any SQLConnection
  ) throws -> Int {
    let others: SQL = withoutHanded ? "AND s.id NOT IN (SELECT subscription FROM handed)" : ""
    let last = try lastNumber(in: "delivery", db)
    return try db.execute(
      """
      INSERT INTO delivery (id, issue, subscription, feeds, domain, state, next, changed)
      SELECT \(last) + row_number() OVER (ORDER BY f.edition, s.id), \(issue), s.id, f.edition, r.domain, 'queued',
        \(now), \(now)
      FROM subscription s JOIN subscriber r ON r.id = s.subscriber JOIN followed f ON f.feeds = s.feeds
      WHERE s.digest = \(digest) AND \(sql: mayBeMailed) \(sql: others) ORDER BY f.edition, s.id
      """)
  }
}

// MARK: - Prepared editions

extension SQLLedger {
  package func mailedFollowings(of digest: String) throws -> [Following] {
    try read { db in try db.texts(Self.mailedFollowings(of: digest)).compactMap { Following($0) } }
  }

  /// Steps through an index once per set of feeds, not once per reader.
  private static func mailedFollowings(of digest: String) -> SQL {
    """
    WITH RECURSIVE followed (feeds) AS (
      SELECT (SELECT min(s.feeds) FROM subscription s WHERE s.digest = \(digest) AND s.status = 'confirmed')
      UNION ALL
      SELECT (
        SELECT min(s.feeds) FROM subscription s
        WHERE s.digest = \(digest) AND s.status = 'confirmed' AND s.feeds > f.feeds)
      FROM followed f WHERE f.feeds IS NOT NULL)
    SELECT f.feeds FROM followed f WHERE f.feeds IS NOT NULL AND EXISTS (
      SELECT 1 FROM subscription s JOIN subscriber r ON r.id = s.subscriber
      WHERE s.digest = \(digest) AND s.feeds = f.feeds AND \(sql: mayBeMailed))
    ORDER BY f.feeds
    """
  }

  /// Stores them in temporary tables of this connection, which SQLite moves to a separate file as they grow. So no
  /// other process waits while an issue is rendered, and memory does not grow with the number of editions.
  package func prepare(_ editions: [FrozenEdition], of identity: String) throws {
    try expectWritable()
    try LedgerError.wrap("the editions cannot be stored") {
      try database.transaction(.temporary) { db in
        try Self.forgetPrepared(unless: identity, db)
        for edition in editions { try Self.keep(edition, db) }
      }
    }
  }

  private static func keep(_ edition: FrozenEdition, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO prepared_edition (feeds, subject, html, text)
      VALUES (\(edition.key.text), \(edition.subject), \(edition.html), \(edition.text))
      ON CONFLICT (feeds) DO UPDATE SET subject = excluded.subject, html = excluded.html, text = excluded.text
      """)
    for cell in edition.cells {
      try db.execute(
        "INSERT INTO prepared_cell (number, content) VALUES (\(cell.number), \(cell.content)) ON CONFLICT DO NOTHING")
    }
  }

  /// Deletes prepared editions of any other issue.
  private static func forgetPrepared(unless identity: String, _ db: any SQLConnection) throws {
    try db.script(
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS prepared_issue (identity TEXT PRIMARY KEY NOT NULL);
      CREATE TEMPORARY TABLE IF NOT EXISTS prepared_edition (
        feeds TEXT PRIMARY KEY NOT NULL, subject TEXT NOT NULL, html TEXT NOT NULL, text TEXT NOT NULL);
      CREATE TEMPORARY TABLE IF NOT EXISTS prepared_cell (number INTEGER PRIMARY KEY NOT NULL, content TEXT NOT NULL);
      """)
    guard try db.text(orNil: "SELECT identity FROM prepared_issue") != identity else { return }
    try forgetPrepared(db)
    try db.execute("INSERT INTO prepared_issue (identity) VALUES (\(identity))")
  }

  private static func forgetPrepared(_ db: any SQLConnection) throws {
    try db.script("DELETE FROM prepared_issue; DELETE FROM prepared_edition; DELETE FROM prepared_cell")
  }

  /// Moves the prepared editions that readers need into the issue.
  private static func insertPrepared(
    into issue: Int64, withHanded: Bool, _ db: any SQLConnection
  ) throws {
    let handed: SQL = withHanded ? "OR feeds IN (SELECT edition FROM handed)" : ""
    try db.execute(
      "INSERT INTO cell (issue, number, content) SELECT \(issue), number, content FROM prepared_cell ORDER BY number")
    try db.execute(
      """
      INSERT INTO edition (issue, feeds, subject, html, text) SELECT \(issue), feeds, subject, html, text
      FROM prepared_edition WHERE feeds IN (SELECT edition FROM followed) \(sql: handed) ORDER BY feeds
      """)
    try forgetPrepared(db)
  }
}
