internal import Model
internal import Time

/// Shares of readers who changed their digest, within the transaction that freezes an issue.
extension SQLLedger {
  /// Whether the shares still cover exactly those readers, and their editions are prepared.
  static func areCurrent(
    _ shares: [HandoverShare], of digest: String, _ db: any SQLConnection
  ) throws -> Bool {
    let handovers = try handovers(of: digest, db)
    guard handovers == shares.map(\.handover) else { return false }
    if shares.isEmpty { return true }
    try db.script(
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS handed (subscription INTEGER PRIMARY KEY NOT NULL, edition TEXT);
      DELETE FROM handed
      """)
    let prepared = Set(try db.texts("SELECT feeds FROM prepared_edition"))
    for share in shares {
      let key = share.key
      if let key, key.variant > 0, !prepared.contains(key.text) { return false }
      try db.execute(
        "INSERT INTO handed (subscription, edition) VALUES (\(share.handover.subscription), \(key?.text))")
    }
    return true
  }

  /// Queues the deliveries of these readers, and returns how many there are.
  static func enqueueHanded(_ issue: Int64, now: Instant, _ db: any SQLConnection) throws -> Int {
    let last = try lastNumber(in: "delivery", db)
    return try db.execute(
      """
      INSERT INTO delivery (id, issue, subscription, feeds, domain, state, next, changed)
      SELECT \(last) + row_number() OVER (ORDER BY h.edition, s.id), \(issue), s.id, h.edition, r.domain, 'queued',
        \(now), \(now)
      FROM handed h JOIN subscription s ON s.id = h.subscription JOIN subscriber r ON r.id = s.subscriber
      WHERE h.edition IS NOT NULL ORDER BY h.edition, s.id
      """)
  }

  /// Records what the issue delivered. A handover ends with the first issue, unless articles that the reader may have received
  /// wait for a later one. Articles due during a pause are not delivered later (decision 0069).
  static func settle(
    _ shares: [HandoverShare], in issue: Int64, _ freezing: FreezingIssue, _ db: any SQLConnection
  ) throws {
    let digest = freezing.issue.digest
    let here: SQL = "SELECT id FROM subscription WHERE digest = \(digest) AND status = 'confirmed'"
    let isAny = try db.bool(
      """
      SELECT EXISTS (
        SELECT 1 FROM handover h \(sql: db.dialect.joinInOrder) subscription s ON s.id = h.subscription
        WHERE s.digest = \(digest) AND s.status = 'confirmed')
      """)
    guard isAny else { return }
    try db.execute("UPDATE handover SET waits = 0 WHERE subscription IN (\(sql: here))")
    try db.execute("DELETE FROM owed_article WHERE issue IS NULL AND subscription IN (\(sql: here))")
    for share in shares {
      let subscription = share.handover.subscription
      for article in share.added { try owe(article, to: subscription, in: issue, db) }
      for article in share.rest { try owe(article, to: subscription, in: nil, db) }
    }
    guard freezing.waiting.isEmpty else { return }
    try close(here, shares, at: freezing.now, db)
  }

  /// Ends handovers, except to readers who are owed more or could receive an article twice, and to readers who have paused, for
  /// as long as any handover could last.
  private static func close(
    _ here: SQL, _ shares: [HandoverShare], at now: Instant, _ db: any SQLConnection
  ) throws {
    let stays = Set(shares.filter(\.mayRepeat).map(\.handover.subscription))
    let served = Set(shares.map(\.handover.subscription))
    let rows = try db.rows(
      """
      SELECT subscription, max(made) AS made FROM handover WHERE subscription IN (\(sql: here))
        AND subscription NOT IN (SELECT subscription FROM owed_article WHERE issue IS NULL) GROUP BY subscription
      """)
    for row in rows {
      let subscription = try row.int64("subscription")
      if stays.contains(subscription) { continue }
      if !served.contains(subscription), try row.instant("made") + longest > now { continue }
      try db.execute("DELETE FROM handover WHERE subscription = \(subscription)")
    }
  }

  private static func owe(
    _ article: Article.ID, to subscription: Int64, in issue: Int64?, _ db: any SQLConnection
  ) throws {
    try db.execute(
      """
      INSERT INTO owed_article (subscription, article, issue) VALUES (\(subscription), \(article.text), \(issue))
      ON CONFLICT (subscription, article) DO UPDATE SET issue = excluded.issue
      """)
  }
}

extension HandoverShare {
  /// Key of the edition the reader gets; nil if nothing is new to them.
  fileprivate var key: EditionKey? {
    switch contents {
    case .nothing: nil
    case .edition(let key): key
    }
  }
}
