internal import Foundation
internal import GRDB
package import Model

extension SQLiteLedger: ArticleShelf {
  package func mark(of source: String) throws -> String? {
    try read { try String.fetchOne($0, sql: "SELECT mark FROM listing WHERE source = ?", arguments: [source]) }
  }

  package func stamps(of source: String) throws -> [ExactText: String] {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT path, coalesce(stamp, '') FROM file WHERE source = ?", arguments: [source])
      var stamps: [ExactText: String] = [:]
      while let row = try rows.next() { stamps[ExactText(row[0])] = row[1] }
      return stamps
    }
  }

  package func places() throws -> [ShelvedPlace] {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT id, page, source, path FROM article")
      var places: [ShelvedPlace] = []
      while let row = try rows.next() {
        places.append(ShelvedPlace(id: Article.ID(row[0]), page: row[1], source: row[2], path: row[3]))
      }
      return places
    }
  }

  package func articleCount() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM article")! }
  }

  package func faultCount() throws -> Int {
    try read {
      try Int.fetchOne(
        $0, sql: "SELECT count(*) FROM finding WHERE weight = ?", arguments: [Finding.Weight.fault.rawValue])!
    }
  }

  package func sourcesOfArticles() throws -> Set<String> {
    try read { try String.fetchSet($0, sql: "SELECT source FROM article UNION SELECT source FROM asset") }
  }

  package func apply(_ changes: [ShelfChanges]) throws {
    try write { db in
      // What is put on the shelf now is read back soon, for every document that it stands in.
      if changes.reduce(0, { $0 + $1.read.count }) >= Self.many { try Self.keepMorePages(db) }
      var isOther = false
      var cleared: [Article.ID: ClearedArticle] = [:]
      for one in changes {
        if try !one.assets.isEmpty && Self.assets(of: one.source, db) != one.assets { isOther = true }
        for article in try Self.clear(one, db) { cleared[article.id] = article }
      }
      // After all are cleared, so that an article may move from one file to another.
      for one in changes {
        for file in one.read {
          guard let article = file.article else { continue }
          if try !Self.hasRoom(for: article, of: file.path, in: one.source, db) { continue }
          let row = ArticleRow(article)
          let before = cleared.removeValue(forKey: article.id)
          let place = FilePlace(source: one.source, path: file.path)
          if before?.content != row.content || before?.place != place { isOther = true }
          let arrived = try Self.arrival(of: article.id, before, one, db)
          try Self.insert(file, article, row, arrived: arrived, of: one.source, db)
        }
        try Self.record(one, db)
      }
      for article in cleared.values { try Self.depart(article, db) }
      if isOther || !cleared.isEmpty { try Self.growShelf(db) }
    }
  }

  /// Whether no other article has the id, the page or the place. Whoever sorts the files sees to that; where two do not agree on
  /// what is the same, one article waits, and the site goes on.
  private static func hasRoom(
    for article: Article, of path: String, in source: String, _ db: Database
  ) throws -> Bool {
    let owner = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT path FROM article WHERE id = ?
          UNION ALL SELECT path FROM article WHERE page = ?
          UNION ALL SELECT path FROM article WHERE source = ? AND path = ? LIMIT 1
          """), arguments: [article.id.text, article.page, source, path])
    guard let owner else { return true }
    let sentence = "\(owner) has the same id or page; give one of them another `id`"
    try insert(Finding(path, sentence), of: source, file: path, db)
    try db.execute(
      sql: "UPDATE file SET stamp = NULL WHERE source = ? AND path = ?", arguments: [source, path])
    return false
  }

  private static func growShelf(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO note (key, value) VALUES ('shelf', '1')
        ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(note.value AS INTEGER) + 1 AS TEXT)
        """)
  }

  package func shelfEdition() throws -> Int { try note("shelf").flatMap { Int($0) } ?? 0 }

  private static func assets(of source: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT assets FROM listing WHERE source = ?", arguments: [source])
  }

  package func articles() throws -> [Article] {
    try read { try Self.articles($0, "SELECT head, body FROM article") }
  }

  package func shelvedArticles() throws -> [ShelvedArticle] {
    try read { db in
      var heads = ArticleHeads()
      let rows = try Row.fetchCursor(
        db, sql: "SELECT head, outline, content FROM article ORDER BY published DESC, id")
      var articles: [ShelvedArticle] = []
      while let row = try rows.next() {
        articles.append(
          ShelvedArticle(
            article: try heads.article(row[0]),
            outline: Fingerprint(column: row[1]), content: Fingerprint(column: row[2])))
      }
      return articles
    }
  }

  package func articles(_ ids: [Article.ID]) throws -> [Article] {
    try read { db in
      var heads = ArticleHeads()
      var found: [Article.ID: Article] = [:]
      let places = repeatElement("?", count: Self.atOnce).joined(separator: ",")
      let statement = try db.cachedStatement(sql: "SELECT head, body FROM article WHERE id IN (\(places))")
      for start in stride(from: 0, to: ids.count, by: Self.atOnce) {
        var some = ids[start..<min(start + Self.atOnce, ids.count)].map(\.text)
        some += repeatElement(some[0], count: Self.atOnce - some.count)
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments(some))
        while let row = try rows.next() {
          let article = try heads.article(row[0], body: row[1])
          found[article.id] = article
        }
      }
      return ids.compactMap { found[$0] }
    }
  }

  /// So many rows are asked for together.
  private static let atOnce = 100

  package func articles(publishedAfter instant: Instant, or ids: Set<Article.ID>) throws -> [Article] {
    try read { db in
      var found = try Self.articles(
        db, "SELECT head, '' FROM article WHERE published > ?", [instant.seconds])
      let known = Set(found.map(\.id))
      for id in ids.subtracting(known).sorted() {
        found += try Self.articles(db, "SELECT head, '' FROM article WHERE id = ?", [id.text])
      }
      return found
    }
  }

  package func article(_ id: Article.ID) throws -> Article? {
    try read { try Self.articles($0, "SELECT head, body FROM article WHERE id = ?", [id.text]).first }
  }

  package func nextTurn(after now: Instant) throws -> Instant? {
    try read { db in
      let embargo = "SELECT min(published) FROM article WHERE published > ?"
      let expiry = "SELECT min(expires) FROM article WHERE expires > ?"
      let change = "SELECT min(updated) FROM article WHERE updated > ?"
      return try [embargo, expiry, change].compactMap { try Int64.fetchOne(db, sql: $0, arguments: [now.seconds]) }
        .min()
    }.map(Instant.init(seconds:))
  }

  package func findings() throws -> [ShelvedFinding] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT path, line, col, sentence, weight, reported FROM finding").map { row in
        ShelvedFinding(finding: Self.finding(row), reported: (row[5] as Int64?).map(Instant.init(seconds:)))
      }
    }
  }

  package func setReported(_ findings: [Finding], at now: Instant) throws {
    try write { db in
      // There may be one for each file: by the index finding_place.
      let statement = try db.cachedStatement(
        sql: "UPDATE finding SET reported = ? WHERE path = ? AND line = ? AND col = ? AND sentence = ?")
      for finding in findings {
        try statement.execute(arguments: [
          now.seconds, finding.path, finding.line ?? 0, finding.column ?? 0, finding.sentence,
        ])
      }
    }
  }
}

extension SQLiteLedger {
  /// Takes away what is gone and what was read anew. Returns the articles that were there.
  private static func clear(_ changes: ShelfChanges, _ db: Database) throws -> [ClearedArticle] {
    var cleared: [ClearedArticle] = []
    for path in changes.gone {
      if let article = try clear(path, of: changes.source, db) { cleared.append(article) }
    }
    for file in changes.read {
      if let article = try clear(file.path, of: changes.source, db, keepingFindings: file.findings) {
        cleared.append(article)
      }
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO file (source, path, stamp) VALUES (?, ?, ?)")
        .execute(arguments: [changes.source, file.path, file.stamp])
      for finding in file.findings { try insert(finding, of: changes.source, file: file.path, db) }
    }
    for (path, findings) in changes.unread { try leave(path, findings, of: changes.source, db) }
    return cleared
  }

  /// Forgets a file, its article and its findings (but for those that it still has, which keep their date of report).
  private static func clear(
    _ path: String, of source: String, _ db: Database, keepingFindings kept: [Finding] = []
  ) throws -> ClearedArticle? {
    let arguments: StatementArguments = [source, path]
    try db.cachedStatement(sql: "DELETE FROM file WHERE source = ? AND path = ?").execute(arguments: arguments)
    // What has an article or findings has been read.
    if db.changesCount == 0 { return nil }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "DELETE FROM article WHERE source = ? AND path = ? RETURNING \(ClearedArticle.columns)"),
      arguments: arguments)
    try clearFindings(of: path, of: source, db, keeping: kept)
    return row.map(ClearedArticle.init)
  }

  private static func clearFindings(
    of path: String, of source: String, _ db: Database, keeping kept: [Finding]
  ) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT path, line, col, sentence, weight FROM finding WHERE source = ? AND file = ?"),
      arguments: [source, path])
    for finding in Set(rows.map(finding)).subtracting(kept) {
      try db.cachedStatement(
        sql: """
          DELETE FROM finding WHERE source = ? AND file = ? AND path = ? AND line = ? AND col = ? AND sentence = ?
          """
      ).execute(arguments: [source, path, finding.path, finding.line ?? 0, finding.column ?? 0, finding.sentence])
    }
  }

  /// A file that cannot be read now keeps its article.
  private static func leave(_ path: String, _ findings: [Finding], of source: String, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO file (source, path, stamp) VALUES (?, ?, NULL)
        ON CONFLICT (source, path) DO UPDATE SET stamp = NULL
        """, arguments: [source, path])
    try clearFindings(of: path, of: source, db, keeping: findings)
    for finding in findings { try insert(finding, of: source, file: path, db) }
  }

  private static func insert(_ finding: Finding, of source: String, file: String, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO finding (source, file, path, line, col, sentence, weight) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [
      source, file, finding.path, finding.line ?? 0, finding.column ?? 0, finding.sentence, finding.weight.rawValue,
    ])
  }

  /// From the columns path, line, col, sentence, weight.
  private static func finding(_ row: Row) -> Finding {
    let (line, column): (Int, Int) = (row[1], row[2])
    return Finding(
      row[0], line: line == 0 ? nil : line, column: column == 0 ? nil : column, row[3],
      weight: Finding.Weight(rawValue: row[4]) ?? .fault)
  }

  private static func insert(
    _ file: ShelfChanges.Read, _ article: Article, _ row: ArticleRow, arrived: Int64?, of source: String, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO article (id, source, path, page, published, expires, head, body, topics, outline, content, name, bytes,
          heading, wording, arrived, updated)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article.id.text, source, file.path, article.page, article.published.seconds, article.expires?.seconds, row.head,
      article.body, row.topics, row.outline, row.content, file.name, file.bytes?.column, article.headingPrint.column,
      article.wordingPrint.column, arrived, article.updated?.seconds,
    ])
  }

  static func articles(
    _ db: Database, _ sql: String, _ arguments: StatementArguments = []
  ) throws -> [Article] {
    var heads = ArticleHeads()
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    var articles: [Article] = []
    while let row = try rows.next() { articles.append(try heads.article(row[0], body: row[1])) }
    return articles
  }
}

/// JSON with a fixed order of keys, so that equal values give equal texts.
func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}
