internal import GRDB
package import Model

extension SQLiteLedger: PublicRecord {
  package func publishedFiles() throws -> [String: Fingerprint?] {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT path, key FROM published")
      var files: [String: Fingerprint?] = [:]
      while let row = try rows.next() {
        let key: Int64? = row[1]
        files[row[0]] = .some(key.map(Fingerprint.init(column:)))
      }
      return files
    }
  }

  package func announce(_ paths: [String]) throws { try put(paths.map { ($0, nil) }) }

  package func confirm(_ files: [String: Fingerprint]) throws { try put(files.map { ($0, $1.column) }) }

  private func put(_ files: [(path: String, key: Int64?)]) throws {
    if files.isEmpty { return }
    try write { db in
      let statement = try db.cachedStatement(
        sql: "INSERT INTO published (path, key) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET key = excluded.key")
      for file in files { try statement.execute(arguments: [file.path, file.key]) }
    }
  }

  package func forget(_ paths: [String]) throws {
    if paths.isEmpty { return }
    try write { db in
      let statement = try db.cachedStatement(sql: "DELETE FROM published WHERE path = ?")
      for path in paths { try statement.execute(arguments: [path]) }
    }
  }

  package func recordAppearances(at now: Instant) throws {
    try write { db in
      try db.execute(
        literal: """
          UPDATE appearance SET withdrawn = \(now.seconds) WHERE withdrawn IS NULL AND NOT EXISTS (
            SELECT 1 FROM article WHERE article.id = appearance.id AND article.published <= \(now.seconds)
              AND (article.expires IS NULL OR article.expires > \(now.seconds)))
          """)
      try db.execute(
        literal: """
          INSERT INTO appearance (id, page, topics, published)
          SELECT id, page, topics, published FROM article
          WHERE published <= \(now.seconds) AND (expires IS NULL OR expires > \(now.seconds))
          ON CONFLICT (id) DO UPDATE SET page = excluded.page, topics = excluded.topics, published = excluded.published,
            withdrawn = NULL
          WHERE appearance.withdrawn IS NOT NULL OR appearance.page <> excluded.page
            OR appearance.topics <> excluded.topics OR appearance.published <> excluded.published
          """)
    }
  }

  package func withdrawals() throws -> [Withdrawal] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, page, topics, published, withdrawn FROM appearance WHERE withdrawn IS NOT NULL
          ORDER BY withdrawn DESC, id
          """
      ).map { row in
        Withdrawal(
          id: Article.ID(row[0]), page: row[1], topics: ArticleRow.topics(row[2]), published: Instant(seconds: row[3]),
          at: Instant(seconds: row[4]))
      }
    }
  }
}
