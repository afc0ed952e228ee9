@testable import LedgerSQL
import Testing

/// What `courant ledger move` copies.
struct LedgerCopyTests {
  /// A table that is made from others, or that is empty between transactions, or whose content belongs to one database.
  private static let ownTables: Set<String> = [
    "grdb_migrations", "departing", "enrolling_many", "erasing", "searchable", "words", "words_config",
    "words_content", "words_data", "words_docsize", "words_idx", "reader_part", "reader_part_config",
    "reader_part_data", "reader_part_idx",
  ]

  /// A new table must be added to one of the two lists.
  @Test func everyOtherTableIsCopied() throws {
    let ledger = try SQLLedger(inMemory: ())
    let tables = try ledger.read { db in
      try db.rows("SELECT name FROM sqlite_master WHERE type = 'table'").map { try $0.text("name") }
    }
    #expect(Set(tables).subtracting(Self.ownTables) == Set(LedgerCopy.tables))
  }
}
