package import Model
package import Time

/// The articles as gathering left them.
extension SQLLedger: ArticleShelf, SourceShelf {
  package func listingKey(of source: String) throws -> String? {
    try read { try $0.text(orNil: "SELECT mark FROM listing WHERE source = \(source)") }
  }

  package func stamps(of source: String) throws -> [ExactText: String] {
    try read { db in
      var stamps: [ExactText: String] = [:]
      try db.forEach("SELECT path, stamp FROM file WHERE source = \(source)") { row in
        stamps[ExactText(try row.text("path"))] = try row.text(orNil: "stamp") ?? ""
      }
      return stamps
    }
  }

  package func stamps(of source: String, at paths: [String]) throws -> [ExactText: String] {
    try read { db in
      var stamps: [ExactText: String] = [:]
      for path in paths {
        let row = try db.row("SELECT stamp FROM file WHERE source = \(source) AND path = \(path)")
        if let row { stamps[ExactText(path)] = try row.text(orNil: "stamp") ?? "" }
      }
      return stamps
    }
  }

  package func hasUnsettledFiles(of source: String, key: String) throws -> Bool {
    try read { db in
      try db.int(
        """
        SELECT count(*) FROM (
          SELECT 1 FROM file WHERE source = \(source)
            AND (stamp IS NULL OR stamp NOT LIKE \(key + " %") OR stamp LIKE '% waits %') LIMIT 1) AS found
        """) > 0
    }
  }

  package func mentions(of source: String) throws -> [String: String] {
    try read { db in
      var mentions: [String: String] = [:]
      try db.forEach("SELECT path, mentions FROM file WHERE source = \(source) AND mentions IS NOT NULL") { row in
        mentions[try row.text("path")] = try row.text("mentions")
      }
      return mentions
    }
  }

  package func mentions(of articles: Set<Article.ID>) throws -> [Article.ID: String] {
    try read { db in
      var mentions: [Article.ID: String] = [:]
      for id in articles {
        let text = try db.text(
          orNil: """
            SELECT file.mentions FROM article JOIN file ON file.source = article.source AND file.path = article.path
            WHERE article.id = \(id.text) AND file.mentions IS NOT NULL
            """)
        if let text { mentions[id] = text }
      }
      return mentions
    }
  }

  package func places() throws -> [ShelvedPlace] {
    try read { db in
      var places: [ShelvedPlace] = []
      try db.forEach("SELECT id, source, path FROM article") { row in
        places.append(
          ShelvedPlace(
            id: Article.ID(try row.text("id")), source: try row.text("source"), path: try row.text("path")))
      }
      return places
    }
  }

  package func articleCount() throws -> Int {
    try read { try $0.int("SELECT count(*) FROM article") }
  }

  package func sourcesOfArticles() throws -> Set<String> {
    try read { try Set($0.texts("SELECT source FROM article UNION SELECT source FROM asset")) }
  }

  package func shelfVersion() throws -> Int { try version(.shelf) }

  package func shelfFrame() throws -> Int { try version(.frame) }

  /// The names of the notes that count changes to the shelf.
  enum ShelfCount: String {
    case shelf
    case frame = "shelf besides bodies"
  }

  private func version(_ count: ShelfCount) throws -> Int { try note(count.rawValue).flatMap { Int($0) } ?? 0 }

  package func reworded() throws -> [Article.ID: Fingerprint] {
    try read { db in
      var articles: [Article.ID: Fingerprint] = [:]
      for row in try db.rows("SELECT article, content FROM reworded") {
        articles[Article.ID(try row.text("article"))] = Fingerprint(column: try row.int64("content"))
      }
      return articles
    }
  }

  package func settleReworded() throws { try write { try $0.execute("DELETE FROM reworded") } }

  package func shelvedArticles() throws -> [ShelvedArticle] {
    try read { db in
      var heads = ArticleHeads()
      var articles: [ShelvedArticle] = []
      try db.forEach("SELECT head, outline, content FROM article ORDER BY published DESC, id") { row in
        articles.append(try Self.shelved(row, &heads))
      }
      return articles
    }
  }

  package func shelvedArticles(_ ids: Set<Article.ID>) throws -> [ShelvedArticle] {
    try read { db in
      var heads = ArticleHeads()
      var articles: [ShelvedArticle] = []
      for id in ids {
        let row = try db.row("SELECT head, outline, content FROM article WHERE id = \(id.text)")
        if let row { articles.append(try Self.shelved(row, &heads)) }
      }
      return articles.sorted { Article.newestFirst($0.article, $1.article) }
    }
  }

  private static func shelved(_ row: SQLRow, _ heads: inout ArticleHeads) throws -> ShelvedArticle {
    ShelvedArticle(
      article: try heads.article(row.text("head")), outline: Fingerprint(column: try row.int64("outline")),
      content: Fingerprint(column: try row.int64("content")))
  }

  package func articleTopics() throws -> [ArticleTopics] {
    try read { db in
      var lists: [String: [Topic]] = [:]
      var articles: [ArticleTopics] = []
      let index = db.dialect.index("article_shown")
      let sql: SQL = """
        SELECT id, published, expires, topics FROM article \(sql: index) ORDER BY published DESC, id
        """
      try db.forEach(sql) { row in
        let text = try row.text("topics")
        // Many articles have the same topics, and slugs are expensive to compute.
        let topics = lists[text] ?? ArticleRow.topics(text)
        lists[text] = topics
        articles.append(
          ArticleTopics(
            id: Article.ID(try row.text("id")), published: try row.instant("published"),
            expires: try row.instant(orNil: "expires"), topics: topics))
      }
      return articles
    }
  }

  package func articles(_ ids: [Article.ID]) throws -> [Article] {
    try read { db in
      var heads = ArticleHeads()
      var found: [Article.ID: Article] = [:]
      for start in stride(from: 0, to: ids.count, by: Self.atOnce) {
        var some = ids[start..<min(start + Self.atOnce, ids.count)].map(\.text)
        // Padded to a fixed count, so that the same prepared statement is used.
        some += repeatElement(some[0], count: Self.atOnce - some.count)
        for row in try db.rows("SELECT head, body FROM article WHERE id IN (\(list: some))") {
          let article = try heads.article(row.text("head"), body: row.text("body"))
          found[article.id] = article
        }
      }
      return ids.compactMap { found[$0] }
    }
  }

  /// The number of rows requested together.
  private static let atOnce = 100

  package func articles(publishedAfter instant: Instant, or ids: Set<Article.ID>) throws -> [Article] {
    try read { db in
      var found = try Self.articles(db, "SELECT head, '' AS body FROM article WHERE published > \(instant)")
      let known = Set(found.map(\.id))
      for id in ids.subtracting(known).sorted() {
        found += try Self.articles(db, "SELECT head, '' AS body FROM article WHERE id = \(id.text)")
      }
      return found
    }
  }

  package func article(_ id: Article.ID) throws -> Article? {
    try read { try Self.articles($0, "SELECT head, body FROM article WHERE id = \(id.text)").first }
  }

  package func nextTurn(after now: Instant) throws -> Instant? {
    try read { db in
      let embargo = try db.instant(orNil: "SELECT min(published) FROM article WHERE published > \(now)")
      let expiry = try db.instant(orNil: "SELECT min(expires) FROM article WHERE expires > \(now)")
      let change = try db.instant(orNil: "SELECT min(updated) FROM article WHERE updated > \(now)")
      return [embargo, expiry, change].compactMap(\.self).min()
    }
  }

  /// The articles returned by a query for head and body.
  static func articles(_ db: any SQLConnection, _ sql: SQL) throws -> [Article] {
    var heads = ArticleHeads()
    var articles: [Article] = []
    try db.forEach(sql) { articles.append(try heads.article($0.text("head"), body: $0.text("body"))) }
    return articles
  }
}
