internal import Foundation
package import Model
package import Time

extension SQLLedger: ArticleShelf, SourceShelf, FindingBook {
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

  package func places() throws -> [ShelvedPlace] {
    try read { db in
      var places: [ShelvedPlace] = []
      try db.forEach("SELECT id, page, source, path FROM article") { row in
        places.append(
          ShelvedPlace(
            id: Article.ID(try row.text("id")), page: try row.text("page"), source: try row.text("source"),
            path: try row.text("path")))
      }
      return places
    }
  }

  package func articleCount() throws -> Int {
    try read { try $0.int("SELECT count(*) FROM article") }
  }

  package func faultCount() throws -> Int {
    try read {
      try $0.int("SELECT count(*) FROM finding WHERE weight = \(Finding.Weight.fault.rawValue)")
    }
  }

  package func sourcesOfArticles() throws -> Set<String> {
    try read { try Set($0.texts("SELECT source FROM article UNION SELECT source FROM asset")) }
  }

  package func apply(_ changes: [ShelfChanges]) throws {
    try write { db in
      // Articles shelved now are soon read back for every document that contains them.
      if changes.reduce(0, { $0 + $1.read.count }) >= Self.many { try db.expectManyRows() }
      var hasChanged = false
      var cleared: [Article.ID: ClearedArticle] = [:]
      for one in changes {
        if try !one.assets.isEmpty && Self.assets(of: one.source, db) != one.assets { hasChanged = true }
        for article in try Self.clear(one, db) { cleared[article.id] = article }
      }
      // All files are cleared first, so that an article may move from one to another.
      for one in changes {
        for file in one.read {
          guard let article = file.article else { continue }
          if try !Self.hasRoom(for: article, of: file.path, in: one.source, db) { continue }
          let row = ArticleRow(article)
          let before = cleared.removeValue(forKey: article.id)
          let place = FilePlace(source: one.source, path: file.path)
          if before?.content != row.content || before?.place != place { hasChanged = true }
          let arrived = try Self.arrival(of: article.id, before, one, db)
          try Self.insert(file, row, arrived: arrived, of: one.source, db)
        }
        try Self.record(one, db)
      }
      for article in cleared.values { try Self.depart(article, db) }
      if hasChanged || !cleared.isEmpty { try Self.growShelf(db) }
    }
  }

  /// Whether no other article has the id, the page or the place. Normally gathering ensures this; if the two disagree
  /// on which articles are the same, one article waits and the site continues.
  private static func hasRoom(
    for article: Article, of path: String, in source: String, _ db: any SQLConnection
  ) throws -> Bool {
    let owner = try db.text(
      orNil: """
        SELECT path FROM article WHERE id = \(article.id.text)
        UNION ALL SELECT path FROM article WHERE page = \(article.page)
        UNION ALL SELECT path FROM article WHERE source = \(source) AND path = \(path) LIMIT 1
        """)
    guard let owner else { return true }
    let sentence = "\(owner) has the same id or page; give one of them another `id`"
    try insert(Finding(path, sentence), of: source, file: path, db)
    try db.execute("UPDATE file SET stamp = NULL WHERE source = \(source) AND path = \(path)")
    return false
  }

  private static func growShelf(_ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO note (key, value) VALUES ('shelf', '1')
      ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(note.value AS BIGINT) + 1 AS TEXT)
      """)
  }

  package func shelfVersion() throws -> Int { try note("shelf").flatMap { Int($0) } ?? 0 }

  private static func assets(of source: String, _ db: any SQLConnection) throws -> String? {
    try db.text(orNil: "SELECT assets FROM listing WHERE source = \(source)")
  }

  package func articles() throws -> [Article] {
    try read { try Self.articles($0, "SELECT head, body FROM article") }
  }

  package func shelvedArticles() throws -> [ShelvedArticle] {
    try read { db in
      var heads = ArticleHeads()
      var articles: [ShelvedArticle] = []
      try db.forEach("SELECT head, outline, content FROM article ORDER BY published DESC, id") { row in
        articles.append(
          ShelvedArticle(
            article: try heads.article(row.text("head")), outline: Fingerprint(column: try row.int64("outline")),
            content: Fingerprint(column: try row.int64("content"))))
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

  package func findings() throws -> [ShelvedFinding] {
    try read { db in
      try db.rows("SELECT path, line, col, sentence, weight, reported FROM finding").map { row in
        ShelvedFinding(finding: try Self.finding(row), reported: try row.instant(orNil: "reported"))
      }
    }
  }

  package func setReported(_ findings: [Finding], at now: Instant) throws {
    try write { db in
      // There may be one for each file; the index finding_place makes this fast.
      for finding in findings {
        try db.execute(
          """
          UPDATE finding SET reported = \(now) WHERE path = \(finding.path) AND line = \(finding.line ?? 0)
            AND col = \(finding.column ?? 0) AND sentence = \(finding.sentence)
          """)
      }
    }
  }
}

extension SQLLedger {
  /// Removes files that are gone or were read again. Returns their former articles.
  private static func clear(_ changes: ShelfChanges, _ db: any SQLConnection) throws -> [ClearedArticle] {
    var cleared: [ClearedArticle] = []
    for path in changes.gone {
      if let article = try clear(path, of: changes.source, db) { cleared.append(article) }
    }
    for file in changes.read {
      if let article = try clear(file.path, of: changes.source, db, keepingFindings: file.findings) {
        cleared.append(article)
      }
      try db.execute(
        """
        INSERT INTO file (source, path, stamp) VALUES (\(changes.source), \(file.path), \(file.stamp))
        ON CONFLICT (source, path) DO UPDATE SET stamp = excluded.stamp
        """)
      for finding in file.findings { try insert(finding, of: changes.source, file: file.path, db) }
    }
    for (path, findings) in changes.unread { try leave(path, findings, of: changes.source, db) }
    return cleared
  }

  /// Removes a file, its article and its findings. Findings that it still has are kept, with the
  /// date they were reported.
  private static func clear(
    _ path: String, of source: String, _ db: any SQLConnection, keepingFindings kept: [Finding] = []
  ) throws -> ClearedArticle? {
    let wasRead = try db.execute("DELETE FROM file WHERE source = \(source) AND path = \(path)") > 0
    // Without a row in `file`, there is no article and no finding.
    if !wasRead { return nil }
    let row = try db.row(
      "DELETE FROM article WHERE source = \(source) AND path = \(path) RETURNING \(sql: ClearedArticle.columns)")
    try clearFindings(of: path, of: source, db, keeping: kept)
    return try row.map(ClearedArticle.init)
  }

  private static func clearFindings(
    of path: String, of source: String, _ db: any SQLConnection, keeping kept: [Finding]
  ) throws {
    let rows = try db.rows(
      """
      SELECT path, line, col, sentence, weight FROM finding WHERE source = \(source) AND file = \(path)
      """)
    for finding in Set(try rows.map(finding)).subtracting(kept) {
      try db.execute(
        """
        DELETE FROM finding WHERE source = \(source) AND file = \(path) AND path = \(finding.path)
          AND line = \(finding.line ?? 0) AND col = \(finding.column ?? 0) AND sentence = \(finding.sentence)
        """)
    }
  }

  /// A file that cannot be read at present keeps its article.
  private static func leave(_ path: String, _ findings: [Finding], of source: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO file (source, path, stamp) VALUES (\(source), \(path), NULL)
      ON CONFLICT (source, path) DO UPDATE SET stamp = NULL
      """)
    try clearFindings(of: path, of: source, db, keeping: findings)
    for finding in findings { try insert(finding, of: source, file: path, db) }
  }

  private static func insert(_ finding: Finding, of source: String, file: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO finding (source, file, path, line, col, sentence, weight)
      VALUES (\(source), \(file), \(finding.path), \(finding.line ?? 0), \(finding.column ?? 0), \(finding.sentence),
        \(finding.weight.rawValue))
      ON CONFLICT DO NOTHING
      """)
  }

  /// Reads the columns path, line, col, sentence and weight.
  private static func finding(_ row: SQLRow) throws -> Finding {
    let line = try row.int("line")
    let column = try row.int("col")
    return Finding(
      try row.text("path"), line: line == 0 ? nil : line, column: column == 0 ? nil : column, try row.text("sentence"),
      weight: Finding.Weight(rawValue: try row.text("weight")) ?? .fault)
  }

  private static func insert(
    _ file: ShelfChanges.Read, _ row: ArticleRow, arrived: Int64?, of source: String, _ db: any SQLConnection
  ) throws {
    let article = row.article
    try db.execute(
      """
      INSERT INTO article (id, source, path, page, published, expires, head, body, topics, outline, content, name,
        bytes, heading, wording, arrived, updated)
      VALUES (\(article.id.text), \(source), \(file.path), \(article.page), \(article.published), \(article.expires),
        \(row.head), \(article.body), \(row.topics), \(row.outline), \(row.content), \(file.name),
        \(file.bytes?.column), \(article.headingPrint.column), \(article.wordingPrint.column), \(arrived),
        \(article.updated))
      """)
  }

  /// The articles returned by a query for head and body.
  static func articles(_ db: any SQLConnection, _ sql: SQL) throws -> [Article] {
    var heads = ArticleHeads()
    var articles: [Article] = []
    try db.forEach(sql) { articles.append(try heads.article($0.text("head"), body: $0.text("body"))) }
    return articles
  }
}

/// JSON with a fixed order of keys, so that equal values give equal text.
func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}
