package import Model
package import Time

extension Schema {
  /// `issue.frozen_as`: the digest's name when the issue was frozen, set if it was renamed since; the page and
  /// Message-IDs keep it. `feed.successor`: the folder of the feed that replaced an ended one.
  static let names = """
    ALTER TABLE issue ADD COLUMN frozen_as TEXT;
    ALTER TABLE feed ADD COLUMN successor TEXT;
    CREATE TABLE retired (
      kind TEXT NOT NULL CHECK (kind IN ('digest', 'feed')), name TEXT NOT NULL, since INTEGER NOT NULL,
      PRIMARY KEY (kind, name)) STRICT;
    """
}

extension SQLLedger: NameBook {
  package func followedSets() throws -> [String: [Following]] {
    try read { db in
      var found: [String: [Following]] = [:]
      for row in try db.rows(Self.followedSets) {
        guard let following = Following(try row.text("feeds")) else { continue }
        found[try row.text("digest"), default: []].append(following)
      }
      return found
    }
  }

  /// Steps through the index once per set, not once per reader.
  private static let followedSets: SQL = """
    WITH RECURSIVE
      named (digest) AS (
        SELECT min(digest) FROM subscription
        UNION ALL
        SELECT (SELECT min(s.digest) FROM subscription s WHERE s.digest > named.digest) FROM named
        WHERE named.digest IS NOT NULL),
      followed (digest, feeds) AS (
        SELECT n.digest, (
          SELECT min(s.feeds) FROM subscription s WHERE s.digest = n.digest AND s.status = 'confirmed')
        FROM named n WHERE n.digest IS NOT NULL
        UNION ALL
        SELECT f.digest, (
          SELECT min(s.feeds) FROM subscription s
          WHERE s.digest = f.digest AND s.status = 'confirmed' AND s.feeds > f.feeds)
        FROM followed f WHERE f.feeds IS NOT NULL)
    SELECT digest, feeds FROM followed WHERE feeds IS NOT NULL
    """

  package func recordedDigests() throws -> [String] {
    try read { db in
      try db.texts(Self.recordedDigests)
    }
  }

  /// Steps through an index once per digest, not once per reader and slot.
  private static let recordedDigests: SQL = """
    WITH RECURSIVE
      followed (digest) AS (
        SELECT min(digest) FROM subscription
        UNION ALL
        SELECT (SELECT min(s.digest) FROM subscription s WHERE s.digest > f.digest) FROM followed f
        WHERE f.digest IS NOT NULL),
      scheduled (digest) AS (
        SELECT min(digest) FROM slot
        UNION ALL
        SELECT (SELECT min(s.digest) FROM slot s WHERE s.digest > f.digest) FROM scheduled f WHERE f.digest IS NOT NULL)
    SELECT digest FROM followed WHERE digest IS NOT NULL UNION SELECT digest FROM scheduled WHERE digest IS NOT NULL
    UNION SELECT name FROM digest ORDER BY 1
    """

  package func retired() throws -> Set<ReaderFacingName> {
    try read { db in
      let names = try db.rows("SELECT kind, name FROM retired").map { row in
        let name = try row.text("name")
        return try row.text("kind") == "digest" ? ReaderFacingName.digest(name) : .feed(name)
      }
      return Set(names)
    }
  }

  package func retire(_ name: ReaderFacingName, at now: Instant) throws {
    try write { db in
      try db.execute(
        """
        INSERT INTO retired (kind, name, since) VALUES (\(name.kind), \(name.name), \(now)) ON CONFLICT DO NOTHING
        """)
    }
  }

  package func unretire(_ names: Set<ReaderFacingName>) throws {
    if names.isEmpty { return }
    try write { db in for name in names { try Self.unretire(name, db) } }
  }

  static func unretire(_ name: ReaderFacingName, _ db: any SQLConnection) throws {
    try db.execute("DELETE FROM retired WHERE kind = \(name.kind) AND name = \(name.name)")
  }
}

extension ReaderFacingName {
  var kind: String {
    switch self {
    case .digest: "digest"
    case .feed: "feed"
    }
  }
}
