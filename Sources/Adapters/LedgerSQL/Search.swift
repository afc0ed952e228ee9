package import Model

extension Schema {
  /// `searchable`: the articles whose words are recorded; `number`: their row in `words`.
  /// `words`: folded words, so the tokenizer only has to separate them.
  static let search = """
    CREATE TABLE searchable (
      number INTEGER PRIMARY KEY NOT NULL, article TEXT NOT NULL UNIQUE, print INTEGER NOT NULL) STRICT;
    CREATE VIRTUAL TABLE words USING fts5 (
      title, takeaway, topics, body, prefix = '3', tokenize = 'unicode61 remove_diacritics 0');
    """
}

extension SQLLedger: SearchBook {
  package func searchableArticles() throws -> [Article.ID: Fingerprint] {
    try read { db in
      var prints: [Article.ID: Fingerprint] = [:]
      try db.forEach("SELECT article, print FROM searchable") { row in
        prints[Article.ID(try row.text("article"))] = Fingerprint(column: try row.int64("print"))
      }
      return prints
    }
  }

  package func record(_ texts: [SearchableText], removing gone: [Article.ID]) throws {
    if texts.isEmpty, gone.isEmpty { return }
    try write { db in
      for id in gone {
        let number = try db.int64(orNil: "DELETE FROM searchable WHERE article = \(id.text) RETURNING number")
        if let number { try wordIndex.remove(number, db) }
      }
      for text in texts {
        let number = try db.int64(
          """
          INSERT INTO searchable (article, print) VALUES (\(text.id.text), \(text.print.column))
          ON CONFLICT (article) DO UPDATE SET print = excluded.print RETURNING number
          """)
        try wordIndex.put(text, as: number, db)
      }
    }
  }

  package func articles(matching query: SearchQuery, limit: Int) throws -> [Article.ID] {
    try read { db in try wordIndex.articles(matching: query, limit: limit, db).map { Article.ID($0) } }
  }
}
