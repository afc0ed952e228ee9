internal import Cryptography
package import Model
package import Time

extension SQLLedger: ConsentLog, ReaderBook {
  package func enrol(_ rows: [Enrolment], offered: Set<String>?, at now: Instant) throws -> [EnrolmentResult] {
    try write { db in
      let rows = rows.map { row in
        EnrolmentTransaction(row: row, hash: hash(of: row.address), offered: offered, now: now, db: db)
      }
      guard rows.count >= Self.many else { return try rows.map { try $0.enrol() } }
      // Keyed hashes are spread over their whole index: with a small cache, each row of a long list
      // would cause a disk read.
      try db.expectManyRows()
      return try readerIndex.whileAddingMany(db) { try EnrolmentOfMany(now: now, db: db).enrol(rows) }
    }
  }

  package func end(_ address: EmailAddress, digest: String?, at now: Instant) throws -> Int {
    try write { db in
      if digest == nil {
        try db.execute(
          """
          INSERT INTO suppression (hash, reason, since) VALUES (\(hash(of: address)), 'operator', \(now))
          ON CONFLICT DO NOTHING
          """)
      }
      let rows = try db.rows(
        """
        SELECT id, subscriber FROM subscription
        WHERE subscriber = (SELECT id FROM subscriber WHERE address = \(address.canonical)) AND status <> 'ended'
          AND (digest = \(digest) OR \(digest) IS NULL)
        """)
      for row in rows {
        try Self.leave(row.int64("id"), of: row.int64("subscriber"), origin: "cli", at: now, db)
      }
      return rows.count
    }
  }

  package func lift(_ address: EmailAddress) throws -> Suppression.Reason? {
    try write { db in
      let hash = hash(of: address)
      let written = try db.text(orNil: "SELECT reason FROM suppression WHERE hash = \(hash)")
      guard let reason = written.flatMap({ Suppression.Reason(rawValue: $0) }), reason.endsWithReturn else {
        return nil
      }
      try db.execute("DELETE FROM suppression WHERE hash = \(hash)")
      return reason
    }
  }

  package func end(token: String, at now: Instant) throws -> EndedSubscription? {
    guard let id = tokens.number(.subscription, in: token) else { return nil }
    return try write { db in
      // The row is missing if the ledger was restored from an older backup.
      let chain = try Self.continuations(of: id, db)
      let last = chain.last ?? id
      guard let row = try db.row("SELECT subscriber, digest, status FROM subscription WHERE id = \(last)") else {
        return nil
      }
      for id in chain { try Self.leave(id, of: row.int64("subscriber"), origin: "", at: now, db) }
      return EndedSubscription(digest: try row.text("digest"), isNew: try row.text("status") != "ended")
    }
  }

  package func forget(_ address: EmailAddress, at now: Instant) throws -> Bool {
    let wasKnown = try write { db in
      let wasKnown = try erase(address, now, db)
      if wasKnown { try readerIndex.forgetErased(db) }
      return wasKnown
    }
    emptyLog()
    return wasKnown
  }

  package func suppression(of address: EmailAddress) throws -> Suppression? {
    try read { db in
      try db.row("SELECT reason, since FROM suppression WHERE hash = \(hash(of: address))").map { row in
        Suppression(reason: .init(rawValue: try row.text("reason"))!, since: try row.instant("since"))
      }
    }
  }

  package func subscriptions(of address: EmailAddress) throws -> [Subscription] {
    var found: [Subscription] = []
    try forEach("WHERE r.address = \(address.canonical) ORDER BY s.digest") { found.append($0) }
    return found
  }

  package func addressee(_ address: EmailAddress, digest: String) throws -> (Addressee, Following)? {
    try read { db in
      let row = try db.row(
        """
        SELECT s.id, s.feeds, r.name, r.written, \(sql: Self.signedUp) AS signed_up
        FROM subscription s JOIN subscriber r ON r.id = s.subscriber
        WHERE r.address = \(address.canonical) AND s.digest = \(digest)
        """)
      guard let row, let follows = Following(try row.text("feeds")),
        let written = EmailAddress(try row.text("written"))
      else { return nil }
      let token = tokens.token(.subscription, of: try row.int64("id"))
      let addressee = Addressee(
        name: try row.text(orNil: "name"), address: written, token: token,
        signedUp: try row.instant(orNil: "signed_up"))
      return (addressee, follows)
    }
  }

  package func forEachSubscription(digest: String?, _ body: (Subscription) throws -> Void) throws {
    try forEach(
      "WHERE r.written IS NOT NULL AND (s.digest = \(digest) OR \(digest) IS NULL) ORDER BY r.address, s.digest", body)
  }

  package func followings() throws -> [String: [Following: Int]] {
    try read { db in
      let rows = try db.rows(
        """
        SELECT s.digest, s.feeds, count(*) AS readers FROM subscription s JOIN subscriber r ON r.id = s.subscriber
        WHERE \(sql: Self.mayBeMailed) GROUP BY s.digest, s.feeds
        """)
      var found: [String: [Following: Int]] = [:]
      for row in rows {
        guard let following = Following(try row.text("feeds")) else { continue }
        found[try row.text("digest"), default: [:]][following] = try row.int("readers")
      }
      return found
    }
  }

  package func counts(of digest: String) throws -> [Subscription.Standing: Int] {
    try read { db in
      let all = try Self.byStatus(
        "SELECT status, readers FROM reader_tally WHERE digest = \(digest) AND readers > 0", db)
      let suppressed = try Self.byStatus(
        "SELECT status, readers FROM suppressed_tally WHERE digest = \(digest)", db)
      var counts: [Subscription.Standing: Int] = [:]
      for (status, readers) in all {
        let standing = Subscription.Standing(status)
        let rest = readers - (suppressed[status] ?? 0)
        if rest > 0 { counts[standing] = rest }
      }
      let sum = suppressed.values.reduce(0, +)
      if sum > 0 { counts[.suppressed] = sum }
      return counts
    }
  }

  package func paused(in digest: String) throws -> Int {
    try read { db in
      try db.int(
        """
        SELECT count(*) FROM subscriber r \(sql: db.dialect.joinInOrder) subscription s
          ON s.subscriber = r.id AND s.digest = \(digest) AND s.status = 'confirmed'
        WHERE r.paused_until IS NOT NULL AND NOT EXISTS (SELECT 1 FROM suppression x WHERE x.hash = r.hash)
        """)
    }
  }

  private static func byStatus(_ sql: SQL, _ db: any SQLConnection) throws -> [Subscription.Status: Int] {
    let pairs = try db.rows(sql).compactMap { row in
      try Subscription.Status(rawValue: row.text("status")).map { ($0, try row.int("readers")) }
    }
    return Dictionary(pairs, uniquingKeysWith: +)
  }

  package func namelessSuppressions() throws -> Int {
    try read { db in
      try db.int(
        """
        SELECT count(*) FROM suppression x WHERE NOT EXISTS (
          SELECT 1 FROM subscriber r JOIN subscription s ON s.subscriber = r.id
          WHERE r.hash = x.hash AND r.written IS NOT NULL)
        """)
    }
  }
}

extension SQLLedger {
  /// When a reader signed up, from `subscription s` and `subscriber r`. Someone whose consent has the very instant at
  /// which they were recorded came with an import or a command that gave no date, so it is unknown.
  static let signedUp: SQL = "CASE WHEN s.consent <> r.created THEN s.consent END"

  /// The key of a suppression; without the site's secret, the address cannot be derived from it.
  func hash(of address: EmailAddress) -> String { Self.hash(ofCanonical: address.canonical, under: secret) }

  static func hash(ofCanonical address: String, under secret: [UInt8]) -> String {
    lowercaseHex(hmacSHA256(key: secret, Array("address:\(address)".utf8)))
  }

  /// False if nobody has this address.
  func erase(_ address: EmailAddress, _ now: Instant, _ db: any SQLConnection) throws -> Bool {
    try db.execute(
      """
      INSERT INTO suppression (hash, reason, since) VALUES (\(hash(of: address)), 'forgotten', \(now))
      ON CONFLICT DO NOTHING
      """)
    try db.execute("DELETE FROM test_mail WHERE address = \(address.canonical)")
    try Self.eraseLetters(to: hash(of: address), address, now, db)
    guard
      let id = try db.int64(orNil: "SELECT id FROM subscriber WHERE address = \(address.canonical)")
    else { return false }
    try Self.revokeFeedTokens(of: id, db)
    try Self.erase(subscriber: id, db)
    try db.execute(
      """
      UPDATE subscription SET status = 'ended', ended = coalesce(ended, \(now)), origin = NULL WHERE subscriber = \(id)
      """)
    try Self.erasing(db) { try db.execute("DELETE FROM consent_event WHERE subscriber = \(id)") }
    try Self.add(ConsentEvent(.forgotten, at: now), of: .subscriber(id), db)
    return true
  }

  /// Deletes personal data, including servers' replies, which often contain the address.
  private static func erase(subscriber id: Int64, _ db: any SQLConnection) throws {
    try db.execute(
      """
      UPDATE subscriber SET address = NULL, written = NULL, domain = NULL, name = NULL, language = NULL,
        paused_until = NULL
      WHERE id = \(id)
      """)
    let deliveries: SQL = """
      SELECT d.id FROM delivery d JOIN subscription s ON s.id = d.subscription WHERE s.subscriber = \(id)
      """
    try db.execute("UPDATE delivery SET reply = NULL, domain = '' WHERE id IN (\(sql: deliveries))")
    try db.execute("UPDATE claim SET reply = NULL WHERE delivery IN (\(sql: deliveries))")
    try db.execute("UPDATE attempt SET text = '' WHERE delivery IN (\(sql: deliveries))")
    try db.execute("UPDATE bounce SET text = '', status = NULL WHERE subscriber = \(id)")
  }

  private func forEach(_ condition: SQL, _ body: (Subscription) throws -> Void) throws {
    try read { db in
      try db.forEach(
        """
        SELECT r.id, r.written, r.name, r.language, r.paused_until, s.digest, s.feeds, s.status, s.consent, s.origin, s.ended,
          x.reason, x.since
        FROM subscription s JOIN subscriber r ON r.id = s.subscriber LEFT JOIN suppression x ON x.hash = r.hash
        \(sql: condition)
        """
      ) { row in
        if let subscription = try Self.subscription(row) { try body(subscription) }
      }
    }
  }

  private static func subscription(_ row: SQLRow) throws -> Subscription? {
    guard let written = try row.text(orNil: "written"), let address = EmailAddress(written),
      let follows = Following(try row.text("feeds")), let status = Subscription.Status(rawValue: try row.text("status"))
    else { return nil }
    var subscriber = Subscriber(
      id: .init(try row.int64("id")), address: address, name: try row.text(orNil: "name"),
      language: try row.text(orNil: "language"))
    subscriber.pausedUntil = try row.instant(orNil: "paused_until")
    var subscription = Subscription(
      subscriber: subscriber, digest: try row.text("digest"), follows: follows, status: status)
    subscription.consentAt = try row.instant(orNil: "consent")
    subscription.origin = try row.text(orNil: "origin")
    subscription.endedAt = try row.instant(orNil: "ended")
    if let reason = try row.text(orNil: "reason").flatMap(Suppression.Reason.init(rawValue:)) {
      subscription.suppression = Suppression(reason: reason, since: try row.instant("since"))
    }
    return subscription
  }
}
