internal import Cryptography

extension Schema {
  /// `published.key`: the fingerprint of everything the file's bytes depend on; NULL while the bytes are uncertain.
  /// `article.outline` and `content`: the fingerprints of the head and of the whole; `topics`: its labels, joined by
  /// U+001F. `appearance`: every published article, and since when it is gone.
  static let publishing = """
    ALTER TABLE published ADD COLUMN key INTEGER;
    ALTER TABLE article ADD COLUMN topics TEXT NOT NULL DEFAULT '';
    ALTER TABLE article ADD COLUMN outline INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE article ADD COLUMN content INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE appearance (
      id TEXT PRIMARY KEY NOT NULL, page TEXT NOT NULL, topics TEXT NOT NULL, published INTEGER NOT NULL,
      withdrawn INTEGER) STRICT;
    CREATE INDEX appearance_withdrawn ON appearance (withdrawn) WHERE withdrawn IS NOT NULL;

    UPDATE article SET topics = coalesce(
      (SELECT group_concat(value, char(31)) FROM (SELECT value FROM json_each(head, '$.topics') ORDER BY key)), '');
    """

  /// Computed in Swift, because SQL has no hash functions.
  static let fingerprints: @Sendable (any SQLConnection) throws -> Void = { db in
    for row in try db.rows("SELECT id, head, body FROM article") {
      let outline = sha256(try row.text("head").utf8)
      let content = sha256(outline + Array(try row.text("body").utf8))
      try db.execute(
        """
        UPDATE article SET outline = \(firstBits(outline)), content = \(firstBits(content))
        WHERE id = \(try row.text("id"))
        """)
    }
  }

  private static func firstBits(_ hash: [UInt8]) -> Int64 {
    hash.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }
}
