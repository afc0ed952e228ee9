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

  package func publishedFile(at path: String) throws -> PublishedFile? {
    try read { db in
      try db.row("SELECT key, articles FROM published WHERE path = \(path)").map { row in
        PublishedFile(
          key: try row.int64(orNil: "key").map(Fingerprint.init(column:)),
          cast: try row.text(orNil: "articles").map(PublishedFile.Cast.init(stored:)))
      }
    }
  }

  package func announce(_ paths: [String]) throws {
    try put(paths) { path in
      """
      INSERT INTO published (path, key) VALUES (\(path), NULL) ON CONFLICT (path) DO UPDATE SET key = NULL
      """
    }
  }

  package func confirm(_ files: [String: PublishedFile]) throws {
    try put(files) { path, file in
      """
      INSERT INTO published (path, key, articles) VALUES (\(path), \(file.key?.column), \(file.cast?.stored))
      ON CONFLICT (path) DO UPDATE SET key = excluded.key, articles = excluded.articles
      """
    }
  }

  private func put<File>(_ files: some Collection<File>, _ statement: (File) -> SQL) throws {
    if files.isEmpty { return }
    try write { db in for file in files { try db.execute(statement(file)) } }
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

extension PublishedFile.Cast {
  /// Between two ids: no id contains it.
  private static let separator: Character = "\u{1F}"
  /// Before those whose withdrawal is announced.
  private static let end: Character = "\u{1E}"

  init(stored: String) {
    let parts = stored.split(separator: Self.end, omittingEmptySubsequences: false)
    self.init(Self.ids(parts[0]), withdrawn: parts.count > 1 ? Self.ids(parts[1]) : [])
  }

  var stored: String {
    let lists = withdrawn.isEmpty ? [articles] : [articles, withdrawn]
    return lists.map { $0.map(\.text).joined(separator: String(Self.separator)) }.joined(separator: String(Self.end))
  }

  private static func ids(_ text: Substring) -> [Article.ID] {
    text.split(separator: separator).map { Article.ID(String($0)) }
  }
}
