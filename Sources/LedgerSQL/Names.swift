internal import GRDB
package import Model

extension Schema {
  /// `issue.frozen_as`: the digest's name when the issue was frozen, once the digest has another; its page and its
  /// Message-IDs keep it. `feed.successor`: the folder of the feed that an ended one became.
  static let names = """
    ALTER TABLE issue ADD COLUMN frozen_as TEXT;
    ALTER TABLE feed ADD COLUMN successor TEXT;
    CREATE TABLE retired (
      kind TEXT NOT NULL CHECK (kind IN ('digest', 'feed')), name TEXT NOT NULL, since INTEGER NOT NULL,
      PRIMARY KEY (kind, name)) STRICT;
    """
}

extension SQLiteLedger: NameBook {
  package func followedSets() throws -> [String: [Following]] {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: Self.followedSets)
      var found: [String: [Following]] = [:]
      while let row = try rows.next() {
        if let following = Following(row["feeds"] as String) { found[row["digest"], default: []].append(following) }
      }
      return found
    }
  }

  /// One step of the index for each set, and not one for each reader.
  private static let followedSets = """
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
      try String.fetchAll(db, sql: Self.recordedDigests)
    }
  }

  /// One step of an index for each digest instead of one for each reader and slot.
  private static let recordedDigests = """
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
      let rows = try Row.fetchAll(db, sql: "SELECT kind, name FROM retired")
      return Set(rows.map { $0["kind"] == "digest" ? .digest($0["name"]) : .feed($0["name"]) })
    }
  }

  package func retire(_ name: ReaderFacingName, at now: Instant) throws {
    try write { db in
      try db.execute(
        sql: "INSERT INTO retired (kind, name, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        arguments: [name.kind, name.name, now.seconds])
    }
  }

  package func unretire(_ names: Set<ReaderFacingName>) throws {
    if names.isEmpty { return }
    try write { db in for name in names { try Self.unretire(name, db) } }
  }

  static func unretire(_ name: ReaderFacingName, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM retired WHERE kind = ? AND name = ?", arguments: [name.kind, name.name])
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
