internal import GRDB
internal import Crypto
package import Model

extension SQLiteLedger: BounceBook {
  package func bounceToken(of delivery: Delivery.ID) -> String {
    let number = withUnsafeBytes(of: delivery.number.bigEndian) { Array($0) }
    return base32(number + bounceSeal(number))
  }

  package func delivery(bounceToken: String) -> Delivery.ID? {
    guard let token = bytes(base32: bounceToken), token.count == 18 else { return nil }
    let number = Array(token.prefix(8))
    guard constantTimeEqual(Array(token.suffix(10)), bounceSeal(number)) else { return nil }
    return Delivery.ID(number.reduce(0) { $0 << 8 | Int64($1) })
  }

  private func bounceSeal(_ number: [UInt8]) -> [UInt8] {
    Array(hmacSHA256(key: secret, Array("bounce:".utf8) + number).prefix(10))
  }

  package func delivery(of digest: String, issue: Int, to address: EmailAddress) throws -> Delivery.ID? {
    try read { db in
      try Int64.fetchOne(
        db,
        sql: """
          SELECT d.id FROM delivery d JOIN issue i ON i.id = d.issue JOIN subscription s ON s.id = d.subscription
          JOIN subscriber r ON r.id = s.subscriber WHERE i.digest = ? AND i.number = ? AND r.address = ?
          """, arguments: [digest, issue, address.canonical])
    }.map(Delivery.ID.init)
  }

  package func take(_ bounce: Bounce, at now: Instant) throws -> BounceConsequence {
    try write { db in
      guard let culprit = try culprit(of: bounce, now, db) else { return .unknown }
      let weight = BounceWeight(of: bounce, on: culprit)
      guard try Self.insert(bounce, on: culprit, counts: weight.isCounted, now, db) else { return .repeated }
      return try Self.consequence(weight, culprit, now, db)
    }
  }

  package func noteSoftBounces(_ deliveries: [Delivery.ID], status: String?, text: String, at now: Instant) throws {
    let bounce = Bounce(kind: .soft, status: status, words: text, report: "")
    try write { db in
      for delivery in deliveries {
        guard let culprit = try Self.culprit(delivery, db) else { continue }
        _ = try Self.insert(bounce, on: culprit, counts: true, now, db)
        _ = try Self.consequence(.counts, culprit, now, db)
      }
    }
  }

  package func bounces(of subscriber: Subscriber.ID, limit: Int) throws -> [RecordedBounce] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT b.kind, b.at, b.status, b.text, i.digest, i.number, b.counts FROM bounce b
          LEFT JOIN delivery d ON d.id = b.delivery LEFT JOIN issue i ON i.id = d.issue
          WHERE b.subscriber = ? ORDER BY b.id DESC LIMIT ?
          """, arguments: [subscriber.number, limit]
      ).map { row in
        RecordedBounce(
          kind: Bounce.Kind(rawValue: row[0])!, at: Instant(seconds: row[1]), status: row[2], words: row[3],
          issue: (row[4] as String?).map { "\($0)#\(row[5] as Int)" }, counts: row[6])
      }
    }
  }
}

/// What a bounce does to its reader.
private enum BounceWeight: Equatable {
  /// `lasts` is for a domain that is missing: it counts, and suppresses if it was missing some time ago too.
  case suppresses(Suppression.Reason), lasts, counts, nothing

  var isCounted: Bool { self == .counts || self == .lasts }

  init(of bounce: Bounce, on culprit: Culprit) {
    self =
      switch (bounce.kind, culprit.isProven) {
      case (.policy, _): .nothing
      case (.complaint, true): .suppresses(.complaint)
      case _ where culprit.isOfFormerAddress: .nothing
      case (.hard, true) where bounce.isAboutMissingDomain: .lasts
      case (.hard, true): .suppresses(.bounce)
      default: culprit.delivery == nil ? .nothing : .counts
      }
  }
}

/// Whose bounce it is.
private struct Culprit {
  let subscriber: Int64
  let address: EmailAddress
  let delivery: Int64?
  /// The report holds a token that only we can make.
  let isProven: Bool
  /// The mail left before the reader's address was changed.
  var isOfFormerAddress = false
}

extension SQLiteLedger {
  private func culprit(of bounce: Bounce, _ now: Instant, _ db: Database) throws -> Culprit? {
    if let delivery = bounce.token.flatMap(delivery(bounceToken:)) { return try Self.culprit(delivery, db) }
    guard let recipient = bounce.recipient,
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT r.id, r.written, (
            SELECT max(d.id) FROM delivery_now d JOIN subscription s ON s.id = d.subscription
            WHERE s.subscriber = r.id AND d.state IN ('accepted', 'uncertain') AND d.changed > ?)
          FROM subscriber r WHERE r.address = ?
          """, arguments: [(now - BouncePolicy.memory).seconds, recipient.canonical]),
      let address = EmailAddress(row[1])
    else { return nil }
    return Culprit(subscriber: row[0], address: address, delivery: row[2], isProven: false)
  }

  /// Nil if the delivery is gone or its reader is forgotten.
  private static func culprit(_ delivery: Delivery.ID, _ db: Database) throws -> Culprit? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT r.id, r.written, coalesce(d.changed < r.moved, 0) AS earlier
        FROM delivery_now d JOIN subscription s ON s.id = d.subscription
        JOIN subscriber r ON r.id = s.subscriber WHERE d.id = ? AND r.written IS NOT NULL
        """, arguments: [delivery.number])
    guard let row, let address = EmailAddress(row["written"]) else { return nil }
    return Culprit(
      subscriber: row["id"], address: address, delivery: delivery.number, isProven: true,
      isOfFormerAddress: row["earlier"])
  }

  /// False if the same report about the same reader is there already.
  private static func insert(
    _ bounce: Bounce, on culprit: Culprit, counts: Bool, _ now: Instant, _ db: Database
  ) throws -> Bool {
    try db.execute(
      sql: """
        INSERT INTO bounce (subscriber, delivery, at, kind, counts, status, text, report)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
      arguments: [
        culprit.subscriber, culprit.delivery, now.seconds, bounce.kind.rawValue, counts ? 1 : 0, bounce.status,
        bounce.words, bounce.report.isEmpty ? nil : bounce.report,
      ])
    return db.changesCount == 1
  }

  private static func consequence(
    _ weight: BounceWeight, _ culprit: Culprit, _ now: Instant, _ db: Database
  ) throws -> BounceConsequence {
    switch weight {
    case .nothing: return .noted(culprit.address)
    case .suppresses(let reason): return try suppress(culprit, reason, now, db)
    case .lasts where try hasLasted(culprit, now, db): return try suppress(culprit, .bounce, now, db)
    case .lasts, .counts:
      // A delivery fails once, however many servers say so.
      let failures = try Int64.fetchAll(
        db, sql: "SELECT min(at) FROM bounce WHERE subscriber = ? AND counts = 1 GROUP BY delivery",
        arguments: [culprit.subscriber])
      let score = BouncePolicy.score(of: failures.map(Instant.init(seconds:)), at: now)
      return score < BouncePolicy.limit
        ? .counted(culprit.address, score: score) : try suppress(culprit, .bounce, now, db)
    }
  }

  /// Hard bounces that count are those of missing domains, and those without proof.
  private static func hasLasted(_ culprit: Culprit, _ now: Instant, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM bounce WHERE subscriber = ? AND counts = 1 AND kind = 'hard'
          AND at BETWEEN ? AND ?)
        """,
      arguments: [
        culprit.subscriber, (now - BouncePolicy.absenceMemory).seconds, (now - BouncePolicy.absence).seconds,
      ]) ?? false
  }

  /// A complaint also takes the place of a reason that `--returning` would lift. What counted has had its effect: one who
  /// returns starts with nothing.
  private static func suppress(
    _ culprit: Culprit, _ reason: Suppression.Reason, _ now: Instant, _ db: Database
  ) throws -> BounceConsequence {
    try db.execute(
      sql: """
        INSERT INTO suppression (hash, reason, since) SELECT hash, ?, ? FROM subscriber WHERE id = ?
        ON CONFLICT (hash) DO UPDATE SET reason = excluded.reason, since = excluded.since
          WHERE excluded.reason = 'complaint' AND suppression.reason IN ('bounce', 'operator')
        """, arguments: [reason.rawValue, now.seconds, culprit.subscriber])
    try db.execute(sql: "UPDATE bounce SET counts = 0 WHERE subscriber = ?", arguments: [culprit.subscriber])
    return .suppressed(culprit.address, reason)
  }
}
