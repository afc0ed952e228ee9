package import Model
package import Time

extension SQLLedger: PublicRecord {
  package func publishedFiles() throws -> [String: Fingerprint?] {
    try read { db in
      var files: [String: Fingerprint?] = [:]
      try db.forEach("SELECT path, key FROM published") { row in
        files[try row.text("path")] = .some(try row.int64(orNil: "key").map(Fingerprint.init(column:)))
      }
      return files
    }
  }

  package func publishedPaths(after path: String, limit: Int) throws -> [String] {
    try read { db in
      var paths: [String] = []
      let sql: SQL = "SELECT path FROM published WHERE path > \(path) ORDER BY path LIMIT \(limit)"
      try db.forEach(sql) { row in paths.append(try row.text("path")) }
      return paths
    }
  }

  package func announce(_ paths: [String]) throws { try put(paths.map { ($0, nil) }) }

  package func confirm(_ files: [String: Fingerprint]) throws { try put(files.map { ($0, $1.column) }) }

  private func put(_ files: [(path: String, key: Int64?)]) throws {
    if files.isEmpty { return }
    try write { db in
      for file in files {
        try db.execute(
          """
          INSERT INTO published (path, key) VALUES (\(file.path), \(file.key))
          ON CONFLICT (path) DO UPDATE SET key = excluded.key
          """)
      }
    }
  }

  package func forget(_ paths: [String]) throws {
    if paths.isEmpty { return }
    try write { db in for path in paths { try db.execute("DELETE FROM published WHERE path = \(path)") } }
  }

  package func recordAppearances(at now: Instant) throws {
    try write { db in
      try db.execute(
        """
        UPDATE appearance SET withdrawn = \(now) WHERE withdrawn IS NULL AND NOT EXISTS (
          SELECT 1 FROM article \(sql: db.dialect.index("article_shown"))
          WHERE article.id = appearance.id AND article.published <= \(now)
            AND (article.expires IS NULL OR article.expires > \(now)))
        """)
      try db.execute(
        """
        INSERT INTO appearance (id, page, topics, published)
        SELECT id, page, topics, published FROM article \(sql: db.dialect.index("article_shown"))
        WHERE published <= \(now) AND (expires IS NULL OR expires > \(now))
        ON CONFLICT (id) DO UPDATE SET page = excluded.page, topics = excluded.topics, published = excluded.published,
          withdrawn = NULL
        WHERE appearance.withdrawn IS NOT NULL OR appearance.page <> excluded.page
          OR appearance.topics <> excluded.topics OR appearance.published <> excluded.published
        """)
    }
  }

  package func movedPages() throws -> [Article.ID: String] {
    try read { db in
      let moved = try db.rows(
        """
        SELECT appearance.id, appearance.page FROM appearance JOIN article ON article.id = appearance.id
        WHERE appearance.withdrawn IS NULL AND appearance.page <> article.page
        """)
      var pages: [Article.ID: String] = [:]
      for row in moved { pages[Article.ID(try row.text("id"))] = try row.text("page") }
      return pages
    }
  }

  package func withdrawals() throws -> [Withdrawal] {
    try read { db in
      try db.rows(
        """
        SELECT id, page, topics, published, withdrawn FROM appearance WHERE withdrawn IS NOT NULL
        ORDER BY withdrawn DESC, id
        """
      ).map { row in
        Withdrawal(
          id: Article.ID(try row.text("id")), page: try row.text("page"),
          topics: ArticleRow.topics(try row.text("topics")), published: try row.instant("published"),
          at: try row.instant("withdrawn"))
      }
    }
  }
}
