internal import GRDB
internal import Crypto
package import Model

extension SQLiteLedger: DeliveryQueue {
  package func recover(
    _ policy: MailSettings.Uncertain, at now: Instant, tell: (EmailAddress) -> Void
  ) throws -> Recovery {
    // Most runs find nothing: look before taking the write lock.
    guard try read(Self.needsRecovery) else { return Recovery() }
    let returned = try write { db in
      try Self.settleAccepted(db)
      try Self.keepUntold(db)
      try Self.settleUncertain(policy, at: now, db)
      // Queued again as before: nothing else says that they were claimed.
      try db.execute(sql: "DELETE FROM claim")
      return db.changesCount
    }
    let uncertain = try read(Self.untold)
    uncertain.forEach(tell)
    if !uncertain.isEmpty {
      try write { try $0.execute(sql: "DELETE FROM note WHERE key = ?", arguments: [untoldKey]) }
    }
    return Recovery(returned: returned, uncertain: uncertain)
  }

  private static func needsRecovery(_ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM claim) OR EXISTS (SELECT 1 FROM note WHERE key = ?)",
      arguments: [untoldKey])!
  }

  /// Notes those in their final exchange, with those that a killed recovery did not get to tell.
  private static func keepUntold(_ db: Database) throws {
    let committed = try Int64.fetchAll(
      db, sql: "SELECT delivery FROM claim WHERE committed IS NOT NULL ORDER BY delivery")
    let before = try String.fetchOne(db, sql: "SELECT value FROM note WHERE key = ?", arguments: [untoldKey])
    let all = (before.map { [$0] } ?? []) + committed.map(String.init)
    if !committed.isEmpty { try setNote(untoldKey, all.joined(separator: " "), db) }
  }

  private static func untold(_ db: Database) throws -> [EmailAddress] {
    let note = try String.fetchOne(db, sql: "SELECT value FROM note WHERE key = ?", arguments: [untoldKey]) ?? ""
    return try note.split(separator: " ").compactMap { Int64($0) }.compactMap { id in
      try String.fetchOne(
        db,
        sql: """
          SELECT r.written FROM delivery d JOIN subscription s ON s.id = d.subscription
          JOIN subscriber r ON r.id = s.subscriber WHERE d.id = ?
          """, arguments: [id]
      ).flatMap { EmailAddress($0) }
    }
  }

  private static func settleUncertain(_ policy: MailSettings.Uncertain, at now: Instant, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO attempt (delivery, at, outcome, stage, text)
        SELECT delivery, committed, 'uncertain', 'finalDot', ? FROM claim WHERE committed IS NOT NULL ORDER BY delivery
        """, arguments: [lostWorker])
    try db.execute(
      sql: """
        UPDATE delivery SET state = 'uncertain', next = ?, attempts = attempts + 1,
          first_attempt = coalesce(first_attempt, ?), changed = ?, reply = ?
        WHERE id IN (SELECT delivery FROM claim WHERE committed IS NOT NULL)
        """, arguments: [policy == .resend ? now.seconds : nil, now.seconds, now.seconds, lostWorker])
    try db.execute(sql: "DELETE FROM claim WHERE committed IS NOT NULL")
  }

  package func recordTest(digest: String, to address: EmailAddress, outcome: String, at now: Instant) throws {
    try write {
      try $0.execute(
        sql: "INSERT INTO test_mail (digest, address, at, outcome) VALUES (?, ?, ?, ?)",
        arguments: [digest, address.canonical, now.seconds, outcome])
    }
  }
}

/// Deliveries that became uncertain and were not told yet: their numbers, joined by spaces.
private let untoldKey = "uncertain and untold"

private let lostWorker = "the run ended while the server had the message and had not answered"

extension SQLiteLedger {
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
