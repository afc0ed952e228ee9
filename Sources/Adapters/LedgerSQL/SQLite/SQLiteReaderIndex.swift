internal import Model

/// FTS5's trigrams without positions (https://www.sqlite.org/fts5.html#the_trigram_tokenizer). They show which readers have all
/// trigrams of a part; the rows show whether these are in the right order.
struct SQLiteReaderIndex: ReaderIndex {
  func readers(matching part: String, limit: Int, _ db: any SQLConnection) throws -> [FoundReader] {
    let letters = Array(part.unicodeScalars)
    guard letters.count >= 3 else { return [] }
    let trigrams = Set((0...letters.count - 3).map { Self.text(letters[$0..<$0 + 3]) }).sorted()
    let expression = trigrams.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: " AND ")
    let rows = try db.rows(
      """
      SELECT r.id, r.written, r.name FROM reader_part p CROSS JOIN subscriber r ON r.id = p.rowid
      WHERE p.reader_part MATCH \(expression)
        AND (\(letters.allSatisfy(\.isASCII) ? 0 : 1) OR instr(lower(r.address || ' ' || coalesce(r.name, '')), lower(\(part))))
      ORDER BY p.rowid LIMIT \(limit)
      """)
    return try rows.compactMap(FoundReader.init(row:))
  }

  /// Each statement with triggers begins a savepoint, for which FTS5 writes what it has in memory: a segment for each reader.
  /// One statement for all of them writes few segments (docs/decisions/0100-many-readers-at-once.md).
  func whileAddingMany<Result>(_ db: any SQLConnection, _ body: () throws -> Result) throws -> Result {
    let last = try db.int64("SELECT coalesce(max(id), 0) FROM subscriber")
    try db.execute("INSERT INTO enrolling_many (last) VALUES (\(last))")
    let result = try body()
    try db.execute(
      """
      INSERT INTO reader_part (rowid, person)
      SELECT id, address || ' ' || coalesce(name, '') FROM subscriber WHERE id > \(last) AND address IS NOT NULL ORDER BY id
      """)
    try db.execute("DELETE FROM enrolling_many")
    return result
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Its segments keep deleted entries until they are merged, which takes a second for a million readers.
  func forgetErased(_ db: any SQLConnection) throws {
    try db.execute("INSERT INTO reader_part (reader_part) VALUES ('optimize')")
  }
}
