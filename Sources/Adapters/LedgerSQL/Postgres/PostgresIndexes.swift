internal import Model

/// Full-text search without a dictionary, because words are already folded (PostgreSQL, chapter 12).
struct PostgresWordIndex: WordIndex {
  /// In characters. A `tsvector` has at most 1 MB.
  private static let most = 200_000

  func put(_ text: SearchableText, as number: Int64, _ db: any SQLConnection) throws {
    let body = String(text.body.prefix(Self.most))
    try db.execute(
      """
      INSERT INTO words (number, lexemes)
      VALUES (\(number), setweight(to_tsvector('simple', \(text.title)), 'A')
        || setweight(to_tsvector('simple', \(text.takeaway)), 'B') || setweight(to_tsvector('simple', \(text.topics)), 'C')
        || setweight(to_tsvector('simple', \(body)), 'D'))
      ON CONFLICT (number) DO UPDATE SET lexemes = excluded.lexemes
      """)
  }

  func remove(_ number: Int64, _ db: any SQLConnection) throws {
    try db.execute("DELETE FROM words WHERE number = \(number)")
  }

  func articles(matching query: SearchQuery, limit: Int, _ db: any SQLConnection) throws -> [String] {
    let expression = query.words.map(Self.term).joined(separator: " & ")
    return try db.texts(
      """
      SELECT s.article FROM words w JOIN searchable s ON s.number = w.number, to_tsquery('simple', \(expression)) AS q
      WHERE w.lexemes @@ q ORDER BY ts_rank('{0.08, 0.33, 0.5, 1.0}', w.lexemes, q) DESC, s.article LIMIT \(limit)
      """)
  }

  /// From three letters on, the beginning of a word is enough. Folded words contain no quotation mark.
  private static func term(_ word: String) -> String { word.count < 3 ? "'\(word)'" : "'\(word)':*" }
}

/// Looks through all readers: a second for a million.
struct PostgresReaderIndex: ReaderIndex {
  func readers(matching part: String, limit: Int, _ db: any SQLConnection) throws -> [FoundReader] {
    guard part.unicodeScalars.count >= 3 else { return [] }
    let rows = try db.rows(
      """
      SELECT id, written, name FROM subscriber
      WHERE address IS NOT NULL
        AND position(lower(\(part)) IN lower((address || ' ' || coalesce(name, '')) COLLATE "und-x-icu")) > 0
      ORDER BY id LIMIT \(limit)
      """)
    return try rows.compactMap(FoundReader.init(row:))
  }

  // Nothing is kept apart from the rows.

  func whileAddingMany<Result>(_ db: any SQLConnection, _ body: () throws -> Result) throws -> Result { try body() }

  func forgetErased(_ db: any SQLConnection) {}
}
