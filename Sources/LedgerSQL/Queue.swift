internal import GRDB
internal import Hashing
package import Model

extension SQLiteLedger: DeliveryQueue {
  package func recover(_ policy: MailSettings.Uncertain, at now: Instant) throws -> Recovery {
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
      for row in rows {
        recovery.uncertain += (row[1] as String?).flatMap(EmailAddress.init).map { [$0] } ?? []
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

  package func claim(_ limit: Int, at now: Instant) throws -> [Claim] {
    try write { db in
      let ids = try Int64.fetchAll(
        db,
        sql: """
          UPDATE delivery SET state = 'claimed', worker = ?, lease = ?, next = NULL, changed = ? WHERE id IN (
            SELECT id FROM delivery WHERE next <= ? ORDER BY next, id LIMIT ?) RETURNING id
          """, arguments: [worker, (now + .seconds(3600)).seconds, now.seconds, now.seconds, limit])
      guard !ids.isEmpty else { return [] }
      let list = ids.map(String.init).joined(separator: ",")
      try db.execute(sql: Self.dropSQL(list), arguments: [now.seconds])
      return try Row.fetchAll(db, sql: Self.claimSQL(list)).compactMap(claim)
    }
  }

  package func mayStillGo(_ delivery: Delivery.ID) throws -> Bool {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM delivery WHERE id = ? AND state = 'claimed' AND \(Self.isWanted))")
      return try Bool.fetchOne(statement, arguments: [delivery.number])!
    }
  }

  package func commit(_ deliveries: [Delivery.ID], at now: Instant) throws -> Set<Delivery.ID> {
    try write { db in
      let statement = try db.cachedStatement(
        sql: "UPDATE delivery SET committed = ? WHERE id = ? AND state = 'claimed' AND \(Self.isWanted)")
      var committed = Set<Delivery.ID>()
      for delivery in deliveries {
        try statement.execute(arguments: [now.seconds, delivery.number])
        if db.changesCount == 1 { committed.insert(delivery) }
      }
      let dropped = deliveries.filter { !committed.contains($0) }.map { String($0.number) }.joined(separator: ",")
      if !dropped.isEmpty { try db.execute(sql: Self.dropSQL(dropped), arguments: [now.seconds]) }
      return committed
    }
  }

  package func suppress(_ refused: [Delivery.ID], at now: Instant) throws {
    let list = refused.map { String($0.number) }.joined(separator: ",")
    try write {
      try $0.execute(
        sql: """
          INSERT INTO suppression (hash, reason, since) SELECT r.hash, 'bounce', ? FROM delivery d
          JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber WHERE d.id IN (\(list))
          ON CONFLICT DO NOTHING
          """, arguments: [now.seconds])
    }
  }

  package func record(_ attempts: [Attempt]) throws {
    try write { db in for attempt in attempts { try Self.record(attempt, db) } }
  }

  private static func record(_ attempt: Attempt, _ db: Database) throws {
    let (state, next) = Self.consequence(attempt.verdict)
    let wasTried = state != .queued
    try db.cachedStatement(
      sql: """
        UPDATE delivery SET state = ?, next = ?, worker = NULL, lease = NULL, committed = NULL, changed = ?,
          attempts = attempts + ?, first_attempt = coalesce(first_attempt, ?), reply = ? WHERE id = ?
        """
    ).execute(arguments: [
      state.rawValue, state == .queued ? attempt.at.seconds : next?.seconds, attempt.at.seconds, wasTried ? 1 : 0,
      wasTried ? attempt.at.seconds : nil, attempt.words, attempt.delivery.number,
    ])
    try db.cachedStatement(
      sql: "INSERT INTO attempt (delivery, at, outcome, stage, code, status, text) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      attempt.delivery.number, attempt.at.seconds, attempt.kind, attempt.reply?.stage.rawValue, attempt.reply?.code,
      attempt.reply?.status, attempt.words,
    ])
  }

  package func requeue(_ refused: [Delivery.ID], until instant: Instant) throws {
    let list = refused.map { String($0.number) }.joined(separator: ",")
    try write {
      try $0.execute(
        sql: "UPDATE delivery SET state = 'queued', next = ? WHERE state = 'refused' AND id IN (\(list))",
        arguments: [instant.seconds])
    }
  }

  package func unclaim(_ deliveries: [Delivery.ID]) throws {
    guard !deliveries.isEmpty else { return }
    let list = deliveries.map { String($0.number) }.joined(separator: ",")
    try write {
      try $0.execute(
        sql: """
          UPDATE delivery SET state = 'queued', next = changed, worker = NULL, lease = NULL
          WHERE state = 'claimed' AND committed IS NULL AND id IN (\(list))
          """)
    }
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
  private static let isWanted = """
    EXISTS (SELECT 1 FROM subscription s JOIN subscriber r ON r.id = s.subscriber
      WHERE s.id = delivery.subscription AND \(mayBeMailed))
    AND NOT EXISTS (SELECT 1 FROM issue i WHERE i.id = delivery.issue AND i.cancelled IS NOT NULL)
    """

  /// Readers who meanwhile left or were suppressed, and cancelled issues.
  private static func dropSQL(_ ids: String) -> String {
    """
    UPDATE delivery SET state = 'dropped', worker = NULL, lease = NULL, changed = ?,
      reply = 'left or suppressed after the issue was frozen, or the issue was cancelled'
    WHERE id IN (\(ids)) AND state = 'claimed' AND NOT (\(isWanted))
    """
  }

  private static func claimSQL(_ ids: String) -> String {
    """
    SELECT d.id, i.digest, i.number, t.due, d.feeds, r.name, r.written, d.attempts, d.first_attempt, s.id
    FROM delivery d JOIN issue i ON i.id = d.issue JOIN slot t ON t.digest = i.digest AND t.wall_time = i.wall_time
    JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber
    WHERE d.id IN (\(ids)) AND d.state = 'claimed' ORDER BY d.id
    """
  }

  private func claim(_ row: Row) -> Claim? {
    guard let address = EmailAddress(row[6]) else { return nil }
    return Claim(
      delivery: .init(row[0]), digest: row[1], issueNumber: row[2], due: Instant(seconds: row[3]),
      editionFeeds: (row[4] as String).split(separator: ",").compactMap { Feed.Name(String($0)) },
      addressee: Addressee(name: row[5], address: address, token: token(ofSubscription: row[9])), attempts: row[7],
      firstAttempt: (row[8] as Int64?).map(Instant.init(seconds:)))
  }

  /// The subscription's number and an HMAC of it: opaque, final, and it never reveals the address.
  func token(ofSubscription id: Int64) -> String {
    let number = withUnsafeBytes(of: id.bigEndian) { Array($0) }
    return base32(number + hmacSHA256(key: secret, Array("unsubscribe:".utf8) + number).prefix(16))
  }

  private static func consequence(_ verdict: Verdict) -> (Delivery.State, Instant?) {
    switch verdict {
    case .accepted: (.accepted, nil)
    case .deferred(let until): (.deferred, until)
    case .refused: (.refused, nil)
    case .uncertain(let resend): (.uncertain, resend)
    case .returned: (.queued, nil)
    }
  }
}

extension Attempt {
  fileprivate var kind: String {
    switch outcome {
    case .accepted: "accepted"
    case .deferred: "deferred"
    case .refused: "refused"
    case .uncertain: "uncertain"
    case .unsent: "unsent"
    }
  }

  fileprivate var reply: Reply? {
    switch outcome {
    case .accepted(let reply), .deferred(let reply), .refused(let reply): reply
    case .unsent(let trouble): trouble.reply
    case .uncertain: nil
    }
  }

  fileprivate var words: String {
    switch outcome {
    case .accepted(let reply), .deferred(let reply), .refused(let reply): reply.description
    case .uncertain(let words): words
    case .unsent(let trouble): trouble.sentence
    }
  }
}
