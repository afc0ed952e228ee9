internal import Foundation
internal import GRDB
package import Model

extension SQLiteLedger: ArticleShelf {
  package func mark(of source: String) throws -> String? {
    try read { try String.fetchOne($0, sql: "SELECT mark FROM listing WHERE source = ?", arguments: [source]) }
  }

  package func stamps(of source: String) throws -> [String: String] {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT path, coalesce(stamp, '') FROM file WHERE source = ?", arguments: [source])
      var stamps: [String: String] = [:]
      while let row = try rows.next() { stamps[row[0]] = row[1] }
      return stamps
    }
  }

  package func places() throws -> [ShelvedPlace] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT id, page, source, path FROM article").map {
        ShelvedPlace(id: Article.ID($0[0]), page: $0[1], source: $0[2], path: $0[3])
      }
    }
  }

  package func apply(_ changes: ShelfChanges) throws {
    try write { db in
      let before = try Self.contents(changes, db)
      for path in changes.gone { try Self.clear(path, of: changes.source, db) }
      for file in changes.read {
        try Self.clear(file.path, of: changes.source, db, keepingFindings: file.findings)
        try db.cachedStatement(sql: "INSERT INTO file (source, path, stamp) VALUES (?, ?, ?)")
          .execute(arguments: [changes.source, file.path, file.stamp])
        for finding in file.findings { try Self.insert(finding, of: changes.source, file: file.path, db) }
      }
      // After all are cleared, so that an article may move from one file to another.
      for file in changes.read {
        guard let article = file.article else { continue }
        try Self.insert(article, source: changes.source, path: file.path, db)
      }
      try db.execute(
        sql: """
          INSERT INTO listing (source, mark, assets) VALUES (?, ?, ?)
          ON CONFLICT (source) DO UPDATE SET mark = excluded.mark, assets = excluded.assets
          """, arguments: [changes.source, changes.mark, changes.assets])
      if try Self.contents(changes, db) != before {
        try db.execute(
          sql: """
            INSERT INTO note (key, value) VALUES ('shelf', '1')
            ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(note.value AS INTEGER) + 1 AS TEXT)
            """)
      }
    }
  }

  package func shelfEdition() throws -> Int { try note("shelf").flatMap { Int($0) } ?? 0 }

  /// What the changed files hold, and the assets: as texts to compare.
  private static func contents(_ changes: ShelfChanges, _ db: Database) throws -> [String] {
    let assets = try String.fetchOne(
      db, sql: "SELECT assets FROM listing WHERE source = ?", arguments: [changes.source])
    let statement = try db.cachedStatement(sql: "SELECT content FROM article WHERE source = ? AND path = ?")
    return try (changes.gone + changes.read.map(\.path)).map { path in
      try Int64.fetchOne(statement, arguments: [changes.source, path]).map { "\($0)" } ?? ""
    } + [assets ?? ""]
  }

  package func articles() throws -> [Article] {
    try read { try Self.articles($0, "SELECT head, body FROM article") }
  }

  package func shelvedArticles() throws -> [ShelvedArticle] {
    try read { db in
      let decoder = JSONDecoder()
      let rows = try Row.fetchCursor(
        db, sql: "SELECT head, outline, content FROM article ORDER BY published DESC, id")
      var articles: [ShelvedArticle] = []
      while let row = try rows.next() {
        articles.append(
          ShelvedArticle(
            article: try decoder.decode(Article.self, from: Data((row[0] as String).utf8)),
            outline: Fingerprint(column: row[1]), content: Fingerprint(column: row[2])))
      }
      return articles
    }
  }

  package func articles(_ ids: [Article.ID]) throws -> [Article] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT head, body FROM article WHERE id = ?")
      let decoder = JSONDecoder()
      return try ids.compactMap { id in
        try Row.fetchOne(statement, arguments: [id.text]).map { try Self.article($0, decoder) }
      }
    }
  }

  package func articles(publishedAfter instant: Instant, or ids: Set<Article.ID>) throws -> [Article] {
    try read { db in
      var found = try Self.articles(
        db, "SELECT head, body FROM article WHERE published > ?", [instant.seconds])
      let known = Set(found.map(\.id))
      for id in ids.subtracting(known).sorted() {
        found += try Self.articles(db, "SELECT head, body FROM article WHERE id = ?", [id.text])
      }
      return found
    }
  }

  package func article(_ id: Article.ID) throws -> Article? {
    try read { try Self.articles($0, "SELECT head, body FROM article WHERE id = ?", [id.text]).first }
  }

  package func nextEmbargo(after now: Instant) throws -> Instant? {
    try read {
      try Int64.fetchOne($0, sql: "SELECT min(published) FROM article WHERE published > ?", arguments: [now.seconds])
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
      for finding in findings {
        try db.execute(
          sql: "UPDATE finding SET reported = ? WHERE path = ? AND line = ? AND col = ? AND sentence = ?",
          arguments: [now.seconds, finding.path, finding.line ?? 0, finding.column ?? 0, finding.sentence])
      }
    }
  }
}

extension SQLiteLedger {
  /// Forgets a file, its article and its findings (but for those that it still has, which keep their date of report).
  private static func clear(
    _ path: String, of source: String, _ db: Database, keepingFindings kept: [Finding] = []
  ) throws {
    let arguments: StatementArguments = [source, path]
    for table in ["file", "article"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE source = ? AND path = ?").execute(arguments: arguments)
    }
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT path, line, col, sentence, weight FROM finding WHERE source = ? AND file = ?"),
      arguments: arguments)
    for finding in Set(rows.map(finding)).subtracting(kept) {
      try db.execute(
        sql: """
          DELETE FROM finding WHERE source = ? AND file = ? AND path = ? AND line = ? AND col = ? AND sentence = ?
          """,
        arguments: [source, path, finding.path, finding.line ?? 0, finding.column ?? 0, finding.sentence])
    }
  }

  private static func insert(_ finding: Finding, of source: String, file: String, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO finding (source, file, path, line, col, sentence, weight) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
      arguments: [
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

  private static func insert(_ article: Article, source: String, path: String, _ db: Database) throws {
    let row = try ArticleRow(article)
    try db.cachedStatement(
      sql: """
        INSERT INTO article (id, source, path, page, published, head, body, topics, outline, content)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article.id.text, source, path, article.page, article.published.seconds, row.head, article.body, row.topics,
      row.outline, row.content,
    ])
  }

  static func articles(
    _ db: Database, _ sql: String, _ arguments: StatementArguments = []
  ) throws -> [Article] {
    let decoder = JSONDecoder()
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    var articles: [Article] = []
    while let row = try rows.next() {
      articles.append(try article(row, decoder))
    }
    return articles
  }

  private static func article(_ row: Row, _ decoder: JSONDecoder) throws -> Article {
    var article = try decoder.decode(Article.self, from: Data((row[0] as String).utf8))
    article.body = row[1]
    return article
  }
}

/// JSON with a fixed order of keys, so that equal values give equal texts.
func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}
