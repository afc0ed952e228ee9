internal import GRDB
internal import Crypto
package import Model

extension SQLiteLedger: SubscriberRegister {
  package func enrol(_ rows: [Enrolment], offered: Set<String>?, at now: Instant) throws -> [EnrolmentResult] {
    try write { db in
      // Keyed hashes lie all over their index: with few pages at hand, each row of a long list would be read from the disk.
      if rows.count >= Self.many { try Self.keepMorePages(db) }
      return try rows.map { row in
        try EnrolmentDesk(row: row, hash: hash(of: row.address), offered: offered, now: now, db: db).enrol()
      }
    }
  }

  package func end(_ address: EmailAddress, digest: String?, at now: Instant) throws -> Int {
    try write { db in
      if digest == nil {
        try db.execute(
          sql: "INSERT INTO suppression (hash, reason, since) VALUES (?, 'operator', ?) ON CONFLICT DO NOTHING",
          arguments: [hash(of: address), now.seconds])
      }
      try db.execute(
        sql: """
          UPDATE subscription SET status = 'ended', ended = ?
          WHERE subscriber = (SELECT id FROM subscriber WHERE address = ?) AND status <> 'ended'
            AND (digest = ? OR ? IS NULL)
          """, arguments: [now.seconds, address.canonical, digest, digest])
      return db.changesCount
    }
  }

  package func end(token: String, at now: Instant) throws -> EndedSubscription? {
    guard let id = subscription(token: token) else { return nil }
    return try write { db in
      guard
        let digest = try String.fetchOne(db, sql: "SELECT digest FROM subscription WHERE id = ?", arguments: [id])
      else { return nil }  // of a ledger that was restored from an older backup
      try db.execute(
        sql: "UPDATE subscription SET status = 'ended', ended = ? WHERE id = ? AND status <> 'ended'",
        arguments: [now.seconds, id])
      return EndedSubscription(digest: digest, isNew: db.changesCount == 1)
    }
  }

  package func forget(_ address: EmailAddress, at now: Instant) throws -> Bool {
    let wasKnown = try write { try erase(address, now, $0) }
    // The log holds the old pages until it is emptied: now, or, while a run holds it, when the last one closes it. The
    // erasure itself is done either way.
    try? database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    return wasKnown
  }

  package func suppression(of address: EmailAddress) throws -> Suppression? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT reason, since FROM suppression WHERE hash = ?", arguments: [hash(of: address)]
      ).map { Suppression(reason: .init(rawValue: $0[0])!, since: Instant(seconds: $0[1])) }
    }
  }

  package func subscriptions(of address: EmailAddress) throws -> [Subscription] {
    var found: [Subscription] = []
    try forEach("WHERE r.address = ? ORDER BY s.digest", [address.canonical]) { found.append($0) }
    return found
  }

  package func addressee(_ address: EmailAddress, digest: String) throws -> (Addressee, Following)? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT s.id, s.feeds, r.name, r.written FROM subscription s JOIN subscriber r ON r.id = s.subscriber
          WHERE r.address = ? AND s.digest = ?
          """, arguments: [address.canonical, digest])
      guard let row, let follows = Following(row[1]), let written = EmailAddress(row[3]) else { return nil }
      return (Addressee(name: row[2], address: written, token: token(ofSubscription: row[0])), follows)
    }
  }

  package func forEachSubscription(digest: String?, _ body: (Subscription) throws -> Void) throws {
    try forEach(
      "WHERE r.written IS NOT NULL AND (s.digest = ? OR ? IS NULL) ORDER BY r.address, s.digest",
      [digest, digest], body)
  }

  package func followings(of digest: String) throws -> [Following: Int] { try followings()[digest] ?? [:] }

  package func followings() throws -> [String: [Following: Int]] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT s.digest, s.feeds, count(*) FROM subscription s JOIN subscriber r ON r.id = s.subscriber
          WHERE \(Self.mayBeMailed) GROUP BY s.digest, s.feeds
          """)
      var found: [String: [Following: Int]] = [:]
      for row in rows {
        if let following = Following(row[1]) { found[row[0], default: [:]][following] = row[2] }
      }
      return found
    }
  }

  package func counts(of digest: String) throws -> [Subscription.Standing: Int] {
    try read { db in
      let all = try Self.byStatus(
        db, "SELECT status, count(*) AS readers FROM subscription WHERE digest = ? GROUP BY status", digest)
      // The suppressed are few: found from their side, not by a look at every reader.
      let suppressed = try Self.byStatus(
        db,
        """
        SELECT s.status, count(*) AS readers FROM suppression x CROSS JOIN subscriber r ON r.hash = x.hash
        JOIN subscription s ON s.subscriber = r.id AND s.digest = ? GROUP BY s.status
        """, digest)
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

  private static func byStatus(
    _ db: Database, _ sql: String, _ digest: String
  ) throws -> [Subscription.Status: Int] {
    let rows = try Row.fetchAll(db, sql: sql, arguments: [digest])
    let pairs = rows.compactMap { row in
      Subscription.Status(rawValue: row["status"]).map { ($0, row["readers"] as Int) }
    }
    return Dictionary(pairs, uniquingKeysWith: +)
  }

  package func namelessSuppressions() throws -> Int {
    try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM suppression x WHERE NOT EXISTS (
            SELECT 1 FROM subscriber r JOIN subscription s ON s.subscriber = r.id
            WHERE r.hash = x.hash AND r.written IS NOT NULL)
          """) ?? 0
    }
  }
}

extension SQLiteLedger {
  /// What a suppression is keyed by: nobody can read the address from it without the site's secret.
  func hash(of address: EmailAddress) -> String { Self.hash(ofCanonical: address.canonical, under: secret) }

  static func hash(ofCanonical address: String, under secret: [UInt8]) -> String {
    lowercaseHex(hmacSHA256(key: secret, Array("address:\(address)".utf8)))
  }

  private func erase(_ address: EmailAddress, _ now: Instant, _ db: Database) throws -> Bool {
    try db.execute(
      sql: "INSERT INTO suppression (hash, reason, since) VALUES (?, 'forgotten', ?) ON CONFLICT DO NOTHING",
      arguments: [hash(of: address), now.seconds])
    try db.execute(sql: "DELETE FROM test_mail WHERE address = ?", arguments: [address.canonical])
    guard
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM subscriber WHERE address = ?", arguments: [address.canonical])
    else { return false }
    for sql in Self.erasures { try db.execute(sql: sql, arguments: [id]) }
    try db.execute(
      sql: "UPDATE subscription SET status = 'ended', ended = coalesce(ended, ?), origin = NULL WHERE subscriber = ?",
      arguments: [now.seconds, id])
    return true
  }

  /// What servers said often holds the address.
  private static let erasures = [
    "UPDATE subscriber SET address = NULL, written = NULL, domain = NULL, name = NULL, language = NULL WHERE id = ?",
    "UPDATE delivery SET reply = NULL, domain = '' WHERE subscription IN (SELECT id FROM subscription WHERE subscriber = ?)",
    """
    UPDATE claim SET reply = NULL WHERE delivery IN (
      SELECT d.id FROM delivery d JOIN subscription s ON s.id = d.subscription WHERE s.subscriber = ?)
    """,
    """
    UPDATE attempt SET text = '' WHERE delivery IN (
      SELECT d.id FROM delivery d JOIN subscription s ON s.id = d.subscription WHERE s.subscriber = ?)
    """,
    "UPDATE bounce SET text = '', status = NULL WHERE subscriber = ?",
  ]

  private func forEach(
    _ condition: String, _ arguments: StatementArguments, _ body: (Subscription) throws -> Void
  ) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT r.id, r.written, r.name, r.language, s.digest, s.feeds, s.status, s.consent, s.origin, s.ended,
            x.reason, x.since
          FROM subscription s JOIN subscriber r ON r.id = s.subscriber LEFT JOIN suppression x ON x.hash = r.hash
          """ + " " + condition, arguments: arguments)
      while let row = try rows.next() {
        if let subscription = Self.subscription(row) { try body(subscription) }
      }
    }
  }

  private static func subscription(_ row: Row) -> Subscription? {
    guard let written = row["written"] as String?, let address = EmailAddress(written),
      let follows = Following(row["feeds"]), let status = Subscription.Status(rawValue: row["status"])
    else { return nil }
    let subscriber = Subscriber(
      id: .init(row["id"]), address: address, name: row["name"], language: row["language"])
    var subscription = Subscription(
      subscriber: subscriber, digest: row["digest"], follows: follows, status: status,
      consentAt: (row["consent"] as Int64?).map(Instant.init(seconds:)), origin: row["origin"],
      endedAt: (row["ended"] as Int64?).map(Instant.init(seconds:)))
    if let reason = (row["reason"] as String?).flatMap(Suppression.Reason.init(rawValue:)) {
      subscription.suppression = Suppression(reason: reason, since: Instant(seconds: row["since"]))
    }
    return subscription
  }
}
