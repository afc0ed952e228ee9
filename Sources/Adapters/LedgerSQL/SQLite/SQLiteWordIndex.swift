internal import Model

/// FTS5 (https://www.sqlite.org/fts5.html).
struct SQLiteWordIndex: WordIndex {
  func put(_ text: SearchableText, as number: Int64, _ db: any SQLConnection) throws {
    try remove(number, db)
    try db.execute(
      """
      INSERT INTO words (rowid, title, takeaway, topics, body)
      VALUES (\(number), \(text.title), \(text.takeaway), \(text.topics), \(text.body))
      """)
  }

  func remove(_ number: Int64, _ db: any SQLConnection) throws {
    try db.execute("DELETE FROM words WHERE rowid = \(number)")
  }

  func articles(matching query: SearchQuery, limit: Int, _ db: any SQLConnection) throws -> [String] {
    let expression = query.words.map(Self.term).joined(separator: " ")
    return try db.texts(
      """
      SELECT s.article FROM words JOIN searchable s ON s.number = words.rowid
      WHERE words MATCH \(expression) ORDER BY bm25(words, 12.0, 6.0, 4.0, 1.0), s.article LIMIT \(limit)
      """)
  }

  /// From three letters on, the beginning of a word is enough. Folded words contain no quotation mark.
  private static func term(_ word: String) -> String { word.count < 3 ? "\"\(word)\"" : "\"\(word)\"*" }
}
