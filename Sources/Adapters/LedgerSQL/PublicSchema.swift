internal import GRDB
internal import Crypto

extension Schema {
  /// `published.key`: the fingerprint of what the file's bytes come from; NULL while they may be any. `article.outline` and
  /// `content`: the fingerprints of the head and of all; `topics`: its labels, joined by U+001F. `appearance`: every article
  /// that was published, and since when it is gone.
  static func publishing(_ db: Database) throws {
    try db.execute(
      sql: """
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
        """)
    for row in try Row.fetchAll(db, sql: "SELECT id, head, body FROM article") {
      let id: String = row["id"]
      let head: String = row["head"]
      let body: String = row["body"]
      let outline = sha256(head.utf8)
      try db.execute(
        sql: "UPDATE article SET outline = ?, content = ? WHERE id = ?",
        arguments: [firstBits(outline), firstBits(sha256(outline + Array(body.utf8))), id])
    }
  }

  private static func firstBits(_ hash: [UInt8]) -> Int64 {
    hash.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }
}
