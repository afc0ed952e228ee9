package import Model
internal import Time

/// The table `handover`: readers who changed from one digest to another.
extension SQLLedger {
  /// How long after a subscription was given up a new one can still take over its articles: as long as the letter that asks
  /// to confirm the new one can be answered.
  static let longest = Duration.seconds(31 * 86_400)

  package func handovers(of digest: String) throws -> [Handover] {
    try read { try Self.handovers(of: digest, $0) }
  }

  /// Handovers to readers who may be mailed, ordered by subscription. Their table is nearly always empty, so it is read first:
  /// SQLite would begin with all readers of the digest.
  static func handovers(of digest: String, _ db: any SQLConnection) throws -> [Handover] {
    let rows = try db.rows(
      """
      SELECT s.id, s.feeds, f.id AS former, f.digest, f.feeds AS former_feeds, h.issue, h.made, h.waits
      FROM handover h \(sql: db.dialect.joinInOrder) subscription s ON s.id = h.subscription
      JOIN subscriber r ON r.id = s.subscriber JOIN subscription f ON f.id = h.former
      WHERE s.digest = \(digest) AND \(sql: mayBeMailed) AND (f.status <> 'confirmed' OR f.id = s.id)
        AND s.consent <= h.made + \(Int(longest.components.seconds))
      ORDER BY s.id, f.id
      """)
    var found: [Handover] = []
    for group in try grouped(rows) {
      let id = try group[0].int64("id")
      guard let follows = Following(try group[0].text("feeds")) else { continue }
      let owed = try db.texts(
        "SELECT article FROM owed_article WHERE subscription = \(id) AND issue IS NULL ORDER BY article")
      found.append(
        Handover(
          subscription: id, follows: follows, formers: try group.compactMap(former), owed: owed.map { Article.ID($0) }))
    }
    return found
  }

  /// Groups rows by subscription.
  private static func grouped(_ rows: [SQLRow]) throws -> [[SQLRow]] {
    var groups: [[SQLRow]] = []
    for row in rows {
      if let last = groups.last, try last[0].int64("id") == row.int64("id") {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups
  }

  private static func former(_ row: SQLRow) throws -> Handover.Former? {
    guard let follows = Following(try row.text("former_feeds")) else { return nil }
    return Handover.Former(
      subscription: try row.int64("former"), digest: try row.text("digest"), follows: follows,
      issue: try row.int64("issue"), made: try row.instant("made"), waits: try row.bool("waits"))
  }

  // MARK: - Giving up

  /// Hands over the articles of a subscription that has just ended to other subscriptions of the same reader. Its queued
  /// messages are dropped, because the others will deliver their articles.
  static func handOver(
    _ former: Int64, to others: [Int64], at now: Instant, _ db: any SQLConnection
  ) throws {
    if others.isEmpty { return }
    try withdraw(former, at: now, db)
    let newest = try db.int64("SELECT coalesce(max(id), 0) FROM issue")
    for other in others {
      try db.execute(
        """
        INSERT INTO handover (subscription, former, issue, made, waits)
        VALUES (\(other), \(former), \(newest), \(now), 1)
        ON CONFLICT (subscription, former) DO UPDATE SET issue = excluded.issue, made = excluded.made, waits = 1
          WHERE handover.waits = 0
        """)
      if other != former { try inherit(from: former, to: other, db) }
    }
    guard !others.contains(former) else { return }
    try db.execute("DELETE FROM handover WHERE subscription = \(former)")
    try db.execute("DELETE FROM owed_article WHERE subscription = \(former) AND issue IS NULL")
  }

  /// Passes on what the former subscription still owed. If there are two handovers from one subscription, the older one counts.
  private static func inherit(from former: Int64, to other: Int64, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO handover (subscription, former, issue, made, waits)
      SELECT \(other), former, issue, made, waits FROM handover WHERE subscription = \(former) AND waits = 1
      ON CONFLICT (subscription, former) DO UPDATE SET issue = excluded.issue, made = excluded.made, waits = 1
        WHERE handover.waits = 0 OR excluded.issue < handover.issue
      """)
    try db.execute(
      """
      INSERT INTO owed_article (subscription, article)
      SELECT \(other), article FROM owed_article WHERE subscription = \(former) AND issue IS NULL
      ON CONFLICT DO NOTHING
      """)
  }

  /// Drops queued messages. Messages already in their final exchange are finished.
  private static func withdraw(_ subscription: Int64, at now: Instant, _ db: any SQLConnection) throws {
    try db.execute(
      """
      DELETE FROM claim WHERE committed IS NULL
        AND delivery IN (SELECT id FROM delivery WHERE subscription = \(subscription) AND next IS NOT NULL)
      """)
    try db.execute(
      """
      UPDATE delivery SET state = 'dropped', next = NULL, changed = \(now), reply = \(Delivery.Drop.handedOver)
      WHERE subscription = \(subscription) AND next IS NOT NULL AND id NOT IN (SELECT delivery FROM claim)
      """)
  }

  // MARK: - Leaving

  /// Deletes the articles that a subscription was owed when its reader left. Later handovers to it are kept. Called before an
  /// ended subscription is confirmed again, but not when a departure is undone.
  static func forfeit(_ digest: String, of subscriber: Int64, _ db: any SQLConnection) throws {
    let row = try db.row(
      """
      SELECT id, ended FROM subscription WHERE subscriber = \(subscriber) AND digest = \(digest) AND status = 'ended'
      """)
    guard let row else { return }
    let id = try row.int64("id")
    try db.execute("DELETE FROM handover WHERE subscription = \(id) AND made <= \(try row.int64("ended"))")
    try db.execute(
      """
      DELETE FROM owed_article WHERE subscription = \(id) AND issue IS NULL
        AND NOT EXISTS (SELECT 1 FROM handover WHERE subscription = \(id))
      """)
  }

  /// A subscription and those its reader has changed to since.
  static func continuations(of subscription: Int64, _ db: any SQLConnection) throws -> [Int64] {
    var chain = [subscription]
    while let last = chain.last,
      let next = try db.int64(orNil: "SELECT continued FROM subscription WHERE id = \(last) AND status = 'ended'"),
      !chain.contains(next)
    {
      chain.append(next)
    }
    return chain
  }
}
