internal import GRDB
package import Model

/// What a run has in its hands: the table `claim`. Who left, was suppressed, or belongs to a cancelled issue never gets
/// there, and is dropped from it before the final dot.
extension SQLiteLedger {
  package func claim(_ limit: Int, except: Set<String>, at now: Instant) throws -> [Claim] {
    let taken: [Claim] = try writeDelivering { db in
      try Self.settleAccepted(db)
      let due = Self.due(leavingOut: except.count)
      let isDue: StatementArguments = [now.seconds] + StatementArguments(except.sorted()) + [now.seconds, limit]
      let (claims, unwanted) = try claims(db.cachedStatement(sql: Self.claimSQL(due)), isDue, db)
      guard !(claims.isEmpty && unwanted.isEmpty) else { return [] }
      let insertion = "INSERT INTO claim (delivery) SELECT id FROM (\(due)) AS due"
      try db.cachedStatement(sql: insertion).execute(arguments: isDue)
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
  static func unclaim(_ delivery: Delivery.ID, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM claim WHERE delivery = ? AND committed IS NULL")
      .execute(arguments: [delivery.number])
  }

  /// Moves what was accepted from `claim` to `delivery`. Whoever reads meanwhile, before or after, sees it accepted.
  static func settleAccepted(_ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE delivery SET state = 'accepted', next = NULL, changed = c.accepted, attempts = attempts + 1,
          first_attempt = coalesce(first_attempt, c.accepted), reply = c.reply
        FROM claim c WHERE c.delivery = delivery.id AND c.accepted IS NOT NULL
        """
    ).execute()
    try db.cachedStatement(sql: "DELETE FROM claim WHERE accepted IS NOT NULL").execute()
  }

  /// Drops what is claimed, and not yet in its final exchange, for readers who meanwhile left or were suppressed, or of
  /// issues that were cancelled.
  static func dropUnwanted(at now: Instant, _ db: Database) throws {
    let unwanted = try Int64.fetchAll(
      db,
      sql: """
        SELECT c.delivery FROM claim c JOIN delivery d ON d.id = c.delivery JOIN issue i ON i.id = d.issue
        JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber
        WHERE c.committed IS NULL AND NOT (i.cancelled IS NULL AND \(mayBeMailed))
        """)
    for id in unwanted { try drop(id, at: now, db) }
  }

  /// Not claimed, and its destination did not ask us to wait. The argument is now.
  static let isFree = """
    domain NOT IN (SELECT domain FROM destination WHERE until > ?) AND id NOT IN (SELECT delivery FROM claim)
    """

  /// Its reader meanwhile left or was suppressed, or its issue was cancelled.
  private static func drop(_ id: Int64, at now: Instant, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM claim WHERE delivery = ?").execute(arguments: [id])
    try db.cachedStatement(
      sql: """
        UPDATE delivery SET state = 'dropped', next = NULL, changed = ?,
          reply = 'left or suppressed after the issue was frozen, or the issue was cancelled'
        WHERE id = ?
        """
    ).execute(arguments: [now.seconds, id])
  }
}

extension SQLiteLedger {
  /// Arguments: now, the domains that are left out, now, the most.
  private static func due(leavingOut domains: Int) -> String {
    let marks = Array(repeating: "?", count: domains).joined(separator: ", ")
    return """
      SELECT id FROM delivery WHERE next <= ? AND domain NOT IN (\(marks)) AND \(isFree) ORDER BY next, id LIMIT ?
      """
  }

  private static func claimSQL(_ due: String) -> String {
    """
    SELECT d.issue, d.feeds, r.name, r.written, d.attempts, d.first_attempt, s.id,
      CASE WHEN d.attempts = 0 THEN 0 ELSE
        (SELECT count(*) FROM attempt a WHERE a.delivery = d.id AND a.outcome = 'uncertain') END,
      i.cancelled IS NULL AND \(mayBeMailed), d.id
    FROM (\(due)) AS due JOIN delivery d ON d.id = due.id JOIN issue i ON i.id = d.issue
    JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber
    ORDER BY d.next, d.id
    """
  }

  /// What is due, and which of it nobody wants any more.
  private func claims(
    _ statement: Statement, _ isDue: StatementArguments, _ db: Database
  ) throws -> (claims: [Claim], unwanted: [Int64]) {
    var heads: [Int64: IssueHead] = [:]
    var (claims, unwanted): ([Claim], [Int64]) = ([], [])
    let rows = try Row.fetchCursor(statement, arguments: isDue)
    while let row = try rows.next() {
      let (id, issue): (Int64, Int64) = (row[9], row[0])
      let head = try heads[issue] ?? Self.head(issue, db)
      heads[issue] = head
      if row[8], let claim = claim(id, head, row) { claims.append(claim) } else { unwanted.append(id) }
    }
    return (claims, unwanted)
  }

  /// What is the same for all deliveries of an issue.
  private struct IssueHead {
    let digest: String
    let number: Int
    let due: Instant
  }

  private static func head(_ issue: Int64, _ db: Database) throws -> IssueHead {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT i.digest, i.number, t.due FROM issue i
          JOIN slot t ON t.digest = i.digest AND t.wall_time = i.wall_time WHERE i.id = ?
          """), arguments: [issue])!
    return IssueHead(digest: row[0], number: row[1], due: Instant(seconds: row[2]))
  }

  private func claim(_ id: Int64, _ head: IssueHead, _ row: Row) -> Claim? {
    guard let address = EmailAddress(row[3]) else { return nil }
    return Claim(
      delivery: .init(id), digest: head.digest, issueNumber: head.number, due: head.due,
      editionFeeds: (row[1] as String).split(separator: ",").compactMap { Feed.Name(String($0)) },
      addressee: Addressee(name: row[2], address: address, token: token(ofSubscription: row[6])), attempts: row[4],
      uncertainAttempts: row[7],
      firstAttempt: (row[5] as Int64?).map(Instant.init(seconds:)))
  }
}
