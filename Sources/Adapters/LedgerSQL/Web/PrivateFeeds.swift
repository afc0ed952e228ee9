internal import Cryptography
package import Model
package import Time

/// The documents of private feeds, and the tokens with which readers read them.
extension SQLLedger: PrivateFeedBook {
  package func record(privateDocuments documents: [PrivateDocument], at now: Instant) throws {
    // Nearly always no feed is private, so check before taking the write lock.
    if try documents.isEmpty && !read({ try $0.bool("SELECT EXISTS (SELECT 1 FROM private_document)") }) { return }
    try write { db in
      for row in try db.rows("SELECT feed, format FROM private_document") {
        let (feed, format) = (try row.text("feed"), try row.text("format"))
        if documents.contains(where: { $0.feed.text == feed && $0.format.rawValue == format }) { continue }
        try db.execute("DELETE FROM private_document WHERE feed = \(feed) AND format = \(format)")
      }
      for document in documents {
        let text = String(decoding: document.bytes, as: UTF8.self)
        try db.execute(
          """
          INSERT INTO private_document (feed, format, document, changed)
          VALUES (\(document.feed.text), \(document.format.rawValue), \(text), \(now))
          ON CONFLICT (feed, format) DO UPDATE SET document = excluded.document, changed = excluded.changed
          WHERE private_document.document <> excluded.document
          """)
      }
    }
  }

  package func privateDocument(of feed: Feed.Name, _ format: Feed.Format) throws -> PrivateDocument? {
    try read { db in
      let row = try db.row(
        "SELECT document, changed FROM private_document WHERE feed = \(feed.text) AND format = \(format.rawValue)")
      guard let row else { return nil }
      var document = PrivateDocument(feed, format, bytes: Array(try row.text("document").utf8))
      document.changed = try row.instant("changed")
      return document
    }
  }

  package func follows(ofFeedToken token: String) throws -> [WantedDigest] {
    let hash = Self.hash(ofFeedToken: token)
    return try read { db in
      let reader = try db.int64(orNil: "SELECT subscriber FROM feed_token WHERE hash = \(hash) AND ended IS NULL")
      return try reader.map { try Self.follows(of: $0, db) } ?? []
    }
  }

  package func newFeedToken(for address: EmailAddress, at now: Instant) throws -> NewFeedToken? {
    try write { db in
      let reader = try db.int64(orNil: "SELECT id FROM subscriber WHERE address = \(address.canonical)")
      return try reader.flatMap { try Self.newFeedToken(for: $0, in: nil, at: now, db) }
    }
  }

  package func newFeedToken(for letter: Letter.ID, at now: Instant) throws -> NewFeedToken? {
    try write { db in
      let reader = try db.int64(
        orNil: "SELECT r.id FROM letter l JOIN subscriber r ON r.hash = l.hash WHERE l.id = \(-letter.number)")
      return try reader.flatMap { try Self.newFeedToken(for: $0, in: letter, at: now, db) }
    }
  }

  package func feedTokenDate(of address: EmailAddress) throws -> Instant? {
    try read { db in
      try db.instant(
        orNil: """
          SELECT max(made) FROM feed_token WHERE ended IS NULL
            AND subscriber = (SELECT id FROM subscriber WHERE address = \(address.canonical))
          """)
    }
  }

  package func revokeFeedTokens(of address: EmailAddress?) throws -> Int {
    try write { db in
      let readers = try db.rows(
        """
        SELECT DISTINCT subscriber FROM feed_token WHERE \(address?.canonical) IS NULL
          OR subscriber = (SELECT id FROM subscriber WHERE address = \(address?.canonical))
        """
      ).map { try $0.int64("subscriber") }
      for reader in readers { try Self.revokeFeedTokens(of: reader, db) }
      return readers.count
    }
  }

  static func revokeFeedTokens(of reader: Int64, _ db: any SQLConnection) throws {
    try db.execute("DELETE FROM feed_token WHERE subscriber = \(reader)")
  }

  /// Restores the tokens that ended at this instant with a subscription that another one replaces.
  static func keepFeedTokens(of reader: Int64, endedAt now: Instant, _ db: any SQLConnection) throws {
    try db.execute("UPDATE feed_token SET ended = NULL WHERE subscriber = \(reader) AND ended = \(now)")
  }
}

extension SQLLedger {
  /// The same length as the other tokens in paths.
  private static var tokenBytes: Int { 24 }

  /// Random, so no key protects the hash. Anything that cannot be a token has the hash of none.
  private static func hash(ofFeedToken token: String) -> String {
    lowercaseHex(sha256(bytes(base32: token) ?? []))
  }

  private static func newFeedToken(
    for reader: Int64, in letter: Letter.ID?, at now: Instant, _ db: any SQLConnection
  ) throws -> NewFeedToken? {
    let follows = try follows(of: reader, db)
    if follows.isEmpty { return nil }
    guard let bytes = randomBytes(tokenBytes) else { throw LedgerError("the system has no random numbers") }
    let token = base32(bytes)
    try db.execute(
      """
      DELETE FROM feed_token
      WHERE subscriber = \(reader) AND (ended IS NOT NULL OR letter IS NULL OR letter <> \(letter?.number ?? 0))
      """)
    try db.execute(
      """
      INSERT INTO feed_token (hash, subscriber, letter, made)
      VALUES (\(hash(ofFeedToken: token)), \(reader), \(letter?.number), \(now))
      """)
    return NewFeedToken(token, follows: follows)
  }

  /// Those of a reader who may be mailed; a pause does not matter.
  private static func follows(of reader: Int64, _ db: any SQLConnection) throws -> [WantedDigest] {
    let rows = try db.rows(
      """
      SELECT s.digest, s.feeds FROM subscription s JOIN subscriber r ON r.id = s.subscriber
      WHERE r.id = \(reader) AND s.status = 'confirmed' AND r.written IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM suppression x WHERE x.hash = r.hash)
      ORDER BY s.digest
      """)
    return try rows.compactMap { row in
      try Following(row.text("feeds")).map { WantedDigest(try row.text("digest"), $0) }
    }
  }
}
