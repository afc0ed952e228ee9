package import Model
package import Time

extension SQLLedger: BounceBook, BounceTokens {
  package func bounceToken(of delivery: Delivery.ID) -> String { tokens.token(.delivery, of: delivery.number) }

  package func delivery(bounceToken: String) -> Delivery.ID? {
    tokens.number(.delivery, in: bounceToken).map(Delivery.ID.init)
  }

  package func delivery(of digest: String, issue: Int, to address: EmailAddress) throws -> Delivery.ID? {
    try read { db in
      try db.int64(
        orNil: """
          SELECT d.id FROM delivery d JOIN issue i ON i.id = d.issue JOIN subscription s ON s.id = d.subscription
          JOIN subscriber r ON r.id = s.subscriber WHERE i.digest = \(digest) AND i.number = \(issue)
            AND r.address = \(address.canonical)
          """)
    }.map(Delivery.ID.init)
  }

  package func record(_ bounce: Bounce, at now: Instant) throws -> BounceConsequence {
    try write { db in
      if let delivery = bounce.token.flatMap(delivery(bounceToken:)), delivery.number < 0 {
        return try record(bounce, of: delivery, at: now, db)
      }
      guard let reader = try bouncedReader(of: bounce, now, db) else { return .unknown }
      let weight = reader.weight(of: bounce)
      guard try Self.insert(bounce, on: reader, counts: weight.isCounted, now, db) else { return .repeated }
      return try Self.consequence(weight, reader, now, db)
    }
  }

  package func noteSoftBounces(_ deliveries: [Delivery.ID], status: String?, text: String, at now: Instant) throws {
    let bounce = Bounce(kind: .soft, status: status, words: text, report: "")
    try writeRepeatably { db in
      for delivery in deliveries {
        guard let reader = try Self.bouncedReader(delivery, db) else { continue }
        _ = try Self.insert(bounce, on: reader, counts: true, now, db)
        _ = try Self.consequence(.counts, reader, now, db)
      }
    }
  }

  package func bounces(of subscriber: Subscriber.ID, limit: Int) throws -> [RecordedBounce] {
    try read { db in
      try db.rows(
        """
        SELECT b.kind, b.at, b.status, b.text, i.digest, i.number, b.counts FROM bounce b
        LEFT JOIN delivery d ON d.id = b.delivery LEFT JOIN issue i ON i.id = d.issue
        WHERE b.subscriber = \(subscriber.number) ORDER BY b.id DESC LIMIT \(limit)
        """
      ).map(Self.recorded)
    }
  }

  private static func recorded(_ row: SQLRow) throws -> RecordedBounce {
    var bounce = RecordedBounce(
      kind: Bounce.Kind(rawValue: try row.text("kind"))!, at: try row.instant("at"), words: try row.text("text"),
      counts: try row.bool("counts"))
    bounce.status = try row.text(orNil: "status")
    if let digest = try row.text(orNil: "digest") { bounce.issue = "\(digest)#\(try row.int("number"))" }
    return bounce
  }
}

/// The reader to whom a bounce applies, and the delivery.
private struct BouncedReader {
  let subscriber: Int64
  let address: EmailAddress
  let delivery: Int64?
  /// Whether the report contains a token that only this site can create.
  let isProven: Bool
  /// Whether the message was sent before the reader's address was changed.
  var isOfFormerAddress = false

  func weight(of bounce: Bounce) -> BounceWeight {
    BounceWeight(
      of: bounce, isProven: isProven, isOfFormerAddress: isOfFormerAddress, hasDelivery: delivery != nil)
  }
}

extension SQLLedger {
  private func bouncedReader(of bounce: Bounce, _ now: Instant, _ db: any SQLConnection) throws -> BouncedReader? {
    if let delivery = bounce.token.flatMap(delivery(bounceToken:)) { return try Self.bouncedReader(delivery, db) }
    guard let recipient = bounce.recipient,
      let row = try db.row(
        """
        SELECT r.id, r.written, (
          SELECT max(d.id) FROM delivery_now d JOIN subscription s ON s.id = d.subscription
          WHERE s.subscriber = r.id AND d.state IN ('accepted', 'uncertain')
            AND d.changed > \(now - BouncePolicy.memory)) AS delivery
        FROM subscriber r WHERE r.address = \(recipient.canonical)
        """),
      let address = try row.text(orNil: "written").flatMap({ EmailAddress($0) })
    else { return nil }
    return BouncedReader(
      subscriber: try row.int64("id"), address: address, delivery: try row.int64(orNil: "delivery"), isProven: false)
  }

  /// Nil if the delivery no longer exists or its reader was forgotten.
  private static func bouncedReader(_ delivery: Delivery.ID, _ db: any SQLConnection) throws -> BouncedReader? {
    let row = try db.row(
      """
      SELECT r.id, r.written, coalesce(d.changed < r.moved, false) AS earlier
      FROM delivery_now d JOIN subscription s ON s.id = d.subscription
      JOIN subscriber r ON r.id = s.subscriber WHERE d.id = \(delivery.number) AND r.written IS NOT NULL
      """)
    guard let row, let address = EmailAddress(try row.text("written")) else { return nil }
    return BouncedReader(
      subscriber: try row.int64("id"), address: address, delivery: delivery.number, isProven: true,
      isOfFormerAddress: try row.bool("earlier"))
  }

  /// False if the same report about the same reader is already recorded.
  private static func insert(
    _ bounce: Bounce, on reader: BouncedReader, counts: Bool, _ now: Instant, _ db: any SQLConnection
  ) throws -> Bool {
    let report = bounce.report.isEmpty ? nil : bounce.report
    return try db.execute(
      """
      INSERT INTO bounce (subscriber, delivery, at, kind, counts, status, text, report)
      VALUES (\(reader.subscriber), \(reader.delivery), \(now), \(bounce.kind.rawValue), \(counts ? 1 : 0),
        \(bounce.status), \(bounce.words), \(report))
      ON CONFLICT DO NOTHING
      """) == 1
  }

  private static func consequence(
    _ weight: BounceWeight, _ reader: BouncedReader, _ now: Instant, _ db: any SQLConnection
  ) throws -> BounceConsequence {
    switch weight {
    case .nothing: return .noted(reader.address)
    case .suppresses(let reason): return try suppress(reader, reason, now, db)
    case .lasts where try hasLasted(reader, now, db): return try suppress(reader, .bounce, now, db)
    case .lasts, .counts:
      // A delivery fails once, however many servers report it.
      let failures = try db.int64s(
        """
        SELECT min(at) FROM bounce WHERE subscriber = \(reader.subscriber) AND counts = 1 GROUP BY delivery
        """)
      let score = BouncePolicy.score(of: failures.map(Instant.init(seconds:)), at: now)
      return score < BouncePolicy.limit
        ? .counted(reader.address, score: score) : try suppress(reader, .bounce, now, db)
    }
  }

  /// Whether the domain was already missing some time ago. Hard bounces that count are those of missing domains
  /// and those without proof.
  private static func hasLasted(_ reader: BouncedReader, _ now: Instant, _ db: any SQLConnection) throws -> Bool {
    try db.bool(
      """
      SELECT EXISTS (SELECT 1 FROM bounce WHERE subscriber = \(reader.subscriber) AND counts = 1 AND kind = 'hard'
        AND at BETWEEN \(now - BouncePolicy.absenceMemory) AND \(now - BouncePolicy.absence))
      """)
  }

  /// Suppresses the address. Earlier bounces no longer count, so a reader who returns starts with a score of zero.
  private static func suppress(
    _ reader: BouncedReader, _ reason: Suppression.Reason, _ now: Instant, _ db: any SQLConnection
  ) throws -> BounceConsequence {
    try db.execute(
      """
      INSERT INTO suppression (hash, reason, since) SELECT hash, \(reason.rawValue), \(now) FROM subscriber
      WHERE id = \(reader.subscriber)
      \(sql: stricterReasonWins)
      """)
    try db.execute("UPDATE bounce SET counts = 0 WHERE subscriber = \(reader.subscriber)")
    return .suppressed(reader.address, reason)
  }
}

extension SQLLedger {
  /// The end of an INSERT into `suppression`: see ``Suppression/Reason/gives(wayTo:)``.
  static let stricterReasonWins: SQL = """
    ON CONFLICT (hash) DO UPDATE SET reason = excluded.reason, since = excluded.since
    WHERE suppression.reason || ' ' || excluded.reason IN (\(list: givingWay))
    """

  private static let givingWay = Suppression.Reason.allCases.flatMap { old in
    Suppression.Reason.allCases.filter(old.gives(wayTo:)).map { "\(old.rawValue) \($0.rawValue)" }
  }
}
