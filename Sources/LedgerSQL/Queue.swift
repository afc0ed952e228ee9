internal import GRDB
internal import Hashing
package import Model

extension SQLiteLedger: DeliveryQueue {
  package func recover(
    _ policy: MailSettings.Uncertain, at now: Instant, tell: (EmailAddress) -> Void
  ) throws -> Recovery {
    // Most runs find nothing: look before taking the write lock.
    let claimed = "SELECT EXISTS (SELECT 1 FROM delivery WHERE state = 'claimed')"
    guard try read({ try Bool.fetchOne($0, sql: claimed)! }) else { return Recovery() }
    return try write { db in
      var recovery = Recovery()
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT d.id, r.written FROM delivery d JOIN subscription s ON s.id = d.subscription
          JOIN subscriber r ON r.id = s.subscriber
          WHERE d.state = 'claimed' AND d.committed IS NOT NULL ORDER BY d.id
          """)
      recovery.uncertain = rows.compactMap { $0[1] }.compactMap(EmailAddress.init)
      recovery.uncertain.forEach(tell)
      for row in rows {
        try db.execute(
          sql: """
            INSERT INTO attempt (delivery, at, outcome, stage, text) SELECT id, committed, 'uncertain', 'finalDot', ?
            FROM delivery WHERE id = ?
            """, arguments: [lostWorker, row[0] as Int64])
        try db.execute(
          sql: """
            UPDATE delivery SET state = 'uncertain', next = ?, worker = NULL, lease = NULL, committed = NULL,
              attempts = attempts + 1, first_attempt = coalesce(first_attempt, ?), changed = ?, reply = ? WHERE id = ?
            """,
          arguments: [
            policy == .resend ? now.seconds : nil, now.seconds, now.seconds, lostWorker, row[0] as Int64,
          ])
      }
      try db.execute(
        sql: """
          UPDATE delivery SET state = 'queued', next = ?, worker = NULL, lease = NULL, changed = ?
          WHERE state = 'claimed'
          """, arguments: [now.seconds, now.seconds])
      recovery.returned = db.changesCount
      return recovery
    }
  }

  package func claim(_ limit: Int, except: Set<String>, at now: Instant) throws -> [Claim] {
    try write { db in
      let marks = Array(repeating: "?", count: except.count).joined(separator: ", ")
      let due = """
        SELECT id FROM delivery WHERE next <= ? AND domain NOT IN (\(marks)) AND \(Self.isNotHeld)
        ORDER BY next, id LIMIT ?
        """
      let isDue: StatementArguments = [now.seconds] + StatementArguments(except.sorted()) + [now.seconds, limit]
      let ids = try Int64.fetchAll(db.cachedStatement(sql: due), arguments: isDue)
      guard !ids.isEmpty else { return [] }
      try db.cachedStatement(
        sql: """
          UPDATE delivery SET state = 'claimed', worker = ?, lease = ?, next = NULL, changed = ? WHERE id IN (\(due))
          """
      ).execute(arguments: [worker, (now + .seconds(3600)).seconds, now.seconds] + isDue)
      var heads: [Int64: IssueHead] = [:]
      let statement = try db.cachedStatement(sql: Self.claimSQL)
      return try ids.compactMap { id in
        guard let row = try Row.fetchOne(statement, arguments: [id]), row[8] else {
          try Self.drop(id, at: now, db)
          return nil
        }
        let issue: Int64 = row[0]
        let head = try heads[issue] ?? Self.head(issue, db)
        heads[issue] = head
        return claim(id, head, row)
      }
    }
  }

  package func unclaim(_ deliveries: [Delivery.ID]) throws {
    try write { db in for delivery in deliveries { try Self.unclaim(delivery, db) } }
  }

  static func unclaim(_ delivery: Delivery.ID, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE delivery SET state = 'queued', next = changed, worker = NULL, lease = NULL
        WHERE id = ? AND state = 'claimed' AND committed IS NULL
        """
    ).execute(arguments: [delivery.number])
  }

  package func recordTest(digest: String, to address: EmailAddress, outcome: String, at now: Instant) throws {
    try write {
      try $0.execute(
        sql: "INSERT INTO test_mail (digest, address, at, outcome) VALUES (?, ?, ?, ?)",
        arguments: [digest, address.canonical, now.seconds, outcome])
    }
  }
}

private let lostWorker = "the run ended while the server had the message and had not answered"

extension SQLiteLedger {
  /// Of a row of `delivery`: its reader still wants it and its issue is not cancelled.
  static let isWanted = """
    EXISTS (SELECT 1 FROM subscription s JOIN subscriber r ON r.id = s.subscriber
      WHERE s.id = delivery.subscription AND \(mayBeMailed))
    AND NOT EXISTS (SELECT 1 FROM issue i WHERE i.id = delivery.issue AND i.cancelled IS NOT NULL)
    """

  /// Of a row of `delivery`: its destination did not ask us to wait. The argument is now.
  static let isNotHeld = "domain NOT IN (SELECT domain FROM destination WHERE until > ?)"

  /// A claimed delivery whose reader meanwhile left or was suppressed, or whose issue was cancelled.
  static func drop(_ id: Int64, at now: Instant, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE delivery SET state = 'dropped', worker = NULL, lease = NULL, committed = NULL, changed = ?,
          reply = 'left or suppressed after the issue was frozen, or the issue was cancelled'
        WHERE id = ? AND state = 'claimed'
        """
    ).execute(arguments: [now.seconds, id])
  }

  private static let claimSQL = """
    SELECT d.issue, d.feeds, r.name, r.written, d.attempts, d.first_attempt, s.id,
      CASE WHEN d.attempts = 0 THEN 0 ELSE
        (SELECT count(*) FROM attempt a WHERE a.delivery = d.id AND a.outcome = 'uncertain') END,
      i.cancelled IS NULL AND \(mayBeMailed)
    FROM delivery d JOIN issue i ON i.id = d.issue
    JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber
    WHERE d.id = ?
    """

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

  /// The subscription's number and an HMAC of it: opaque, final, and it never reveals the address.
  func token(ofSubscription id: Int64) -> String {
    let number = withUnsafeBytes(of: id.bigEndian) { Array($0) }
    return base32(number + subscriptionSeal(number))
  }

  /// The inverse; nil if this ledger did not make the token.
  func subscription(token: String) -> Int64? {
    guard let token = bytes(base32: token), token.count == 24 else { return nil }
    let number = Array(token.prefix(8))
    guard constantTimeEqual(Array(token.suffix(16)), subscriptionSeal(number)) else { return nil }
    return number.reduce(0) { $0 << 8 | Int64($1) }
  }

  private func subscriptionSeal(_ number: [UInt8]) -> [UInt8] {
    Array(hmacSHA256(key: secret, Array("unsubscribe:".utf8) + number).prefix(16))
  }
}
