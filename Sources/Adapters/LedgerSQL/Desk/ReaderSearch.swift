package import Model

/// Readers by a part of their address or name.
extension SQLLedger {
  package func readers(matching part: String, limit: Int) throws -> [FoundReader] {
    try read { db in try readerIndex.readers(matching: part, limit: limit, db) }
  }

  package func reader(_ id: Subscriber.ID) throws -> FoundReader? {
    try read { db in
      try db.row("SELECT id, written, name FROM subscriber WHERE id = \(id.number)").flatMap(FoundReader.init(row:))
    }
  }
}

extension FoundReader {
  /// Nil if the reader was forgotten.
  init?(row: SQLRow) throws {
    guard let address = try row.text(orNil: "written").flatMap({ EmailAddress($0) }) else { return nil }
    self.init(.init(try row.int64("id")), address, name: try row.text(orNil: "name"))
  }
}
