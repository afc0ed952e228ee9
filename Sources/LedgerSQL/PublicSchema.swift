internal import GRDB
internal import Model

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
        """)
    for article in try SQLiteLedger.articles(db, "SELECT head, body FROM article") {
      let row = ArticleRow(article)
      try db.execute(
        sql: "UPDATE article SET topics = ?, outline = ?, content = ? WHERE id = ?",
        arguments: [row.topics, row.outline, row.content, article.id.text])
    }
  }
}
