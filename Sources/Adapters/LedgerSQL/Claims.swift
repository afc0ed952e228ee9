package import Model

/// What a run has in its hands: the table `claim`. Who left, was suppressed, or belongs to a cancelled issue never gets
/// there, and is dropped from it before the final dot.
extension SQLiteLedger {
  package func claim(_ limit: Int, except: Set<String>, at now: Instant) throws -> [Claim] {
    let taken: [Claim] = try writeDelivering { db in
      try Self.settleAccepted(db)
      let due = Self.due(limit, except: except, at: now)
      let (claims, unwanted) = try claims(due, db)
      guard !(claims.isEmpty && unwanted.isEmpty) else { return [] }
      try db.execute("INSERT INTO claim (delivery) SELECT id FROM (\(sql: due)) AS due")
      for id in unwanted { try Self.drop(id, at: now, db) }
      return claims
    }
    if let last = taken.map(\.delivery.number).max() { pulse?.noted(claimed: last) }
    return taken
  }

  package func unclaim(_ deliveries: [Delivery.ID]) throws {
    try writeDelivering { db in for delivery in deliveries { try Self.unclaim(delivery, db) } }
  }

  /// Due as before.
  static func unclaim(_ delivery: Delivery.ID, _ db: any SQLConnection) throws {
    try db.execute("DELETE FROM claim WHERE delivery = \(delivery.number) AND committed IS NULL")
  }

  /// Moves what was accepted from `claim` to `delivery`. Whoever reads meanwhile, before or after, sees it accepted.
  static func settleAccepted(_ db: any SQLConnection) throws {
    try db.execute(
      """
      UPDATE delivery SET state = 'accepted', next = NULL, changed = c.accepted, attempts = attempts + 1,
        first_attempt = coalesce(first_attempt, c.accepted), reply = c.reply
      FROM claim c WHERE c.delivery = delivery.id AND c.accepted IS NOT NULL
      """)
    try db.execute("DELETE FROM claim WHERE accepted IS NOT NULL")
  }

  /// Drops what is claimed, and not yet in its final exchange, for readers who meanwhile left or were suppressed, or of
  /// issues that were cancelled.
  static func dropUnwanted(at now: Instant, _ db: any SQLConnection) throws {
    let unwanted = try db.int64s(
      """
      SELECT c.delivery FROM claim c JOIN delivery d ON d.id = c.delivery JOIN issue i ON i.id = d.issue
      JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber
      WHERE c.committed IS NULL AND NOT (i.cancelled IS NULL AND \(sql: mayBeMailed))
      """)
    for id in unwanted { try drop(id, at: now, db) }
  }

  /// Not claimed, and its destination did not ask us to wait.
  static func isFree(at now: Instant) -> SQL {
    """
    domain NOT IN (SELECT domain FROM destination WHERE until > \(now)) AND id NOT IN (SELECT delivery FROM claim)
    """
  }

  /// Its reader meanwhile left or was suppressed, or its issue was cancelled.
  private static func drop(_ id: Int64, at now: Instant, _ db: any SQLConnection) throws {
    try db.execute("DELETE FROM claim WHERE delivery = \(id)")
    try db.execute(
      """
      UPDATE delivery SET state = 'dropped', next = NULL, changed = \(now),
        reply = \(Delivery.Drop.unwanted)
      WHERE id = \(id)
      """)
  }
}

extension SQLiteLedger {
  /// The deliveries to be tried, the longest due first.
  private static func due(_ limit: Int, except domains: Set<String>, at now: Instant) -> SQL {
    let others: SQL = domains.isEmpty ? "" : "AND domain NOT IN (\(list: domains.sorted()))"
    return """
      SELECT id FROM delivery WHERE next <= \(now) \(sql: others) AND \(sql: isFree(at: now)) ORDER BY next, id LIMIT \(limit)
      """
  }

  /// What is due, and which of it nobody wants any more.
  private func claims(_ due: SQL, _ db: any SQLConnection) throws -> (claims: [Claim], unwanted: [Int64]) {
    var heads: [Int64: IssueHead] = [:]
    var claims: [Claim] = []
    var unwanted: [Int64] = []
    for row in try db.rows(Self.claimed(due)) {
      let issue = try row.int64("issue")
      let head = try heads[issue] ?? Self.head(issue, db)
      heads[issue] = head
      if try row.bool("is_wanted"), let claim = try claim(head, row) {
        claims.append(claim)
      } else {
        unwanted.append(try row.int64("id"))
      }
    }
    return (claims, unwanted)
  }

  private static func claimed(_ due: SQL) -> SQL {
    """
    SELECT d.id, d.issue, d.feeds, d.attempts, d.first_attempt, s.id AS subscription, r.name, r.written,
      CASE WHEN d.attempts = 0 THEN 0 ELSE
        (SELECT count(*) FROM attempt a WHERE a.delivery = d.id AND a.outcome = 'uncertain') END AS uncertain,
      i.cancelled IS NULL AND \(sql: mayBeMailed) AS is_wanted
    FROM (\(sql: due)) AS due JOIN delivery d ON d.id = due.id JOIN issue i ON i.id = d.issue
    JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber
    ORDER BY d.next, d.id
    """
  }

  private func claim(_ head: IssueHead, _ row: SQLRow) throws -> Claim? {
    guard let address = try EmailAddress(row.text("written")) else { return nil }
    let feeds = try row.text("feeds").split(separator: ",").compactMap { Feed.Name(String($0)) }
    let token = tokens.token(.subscription, of: try row.int64("subscription"))
    return Claim(
      delivery: .init(try row.int64("id")), digest: head.digest, issueNumber: head.number, due: head.due,
      editionFeeds: feeds,
      addressee: Addressee(name: try row.text(orNil: "name"), address: address, token: token),
      attempts: try row.int("attempts"), uncertainAttempts: try row.int("uncertain"),
      firstAttempt: try row.instant(orNil: "first_attempt"))
  }

  /// What is the same for all deliveries of an issue.
  private struct IssueHead {
    let digest: String
    let number: Int
    let due: Instant
  }

  private static func head(_ issue: Int64, _ db: any SQLConnection) throws -> IssueHead {
    let row = try db.row(
      """
      SELECT i.digest, i.number, t.due FROM issue i
      JOIN slot t ON t.digest = i.digest AND t.wall_time = i.wall_time WHERE i.id = \(issue)
      """)
    guard let row else { throw SQLFault("a delivery has no issue") }
    return IssueHead(digest: try row.text("digest"), number: try row.int("number"), due: try row.instant("due"))
  }
}
