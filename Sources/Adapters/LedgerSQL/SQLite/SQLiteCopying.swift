internal import Model

extension SQLiteDatabase {
  func columns(of table: String, _ db: any SQLConnection) throws -> [LedgerCopy.Column] {
    try db.rows("SELECT name, type FROM pragma_table_info(\(table))").map { row in
      .init(name: try row.text("name"), isNumber: try row.text("type") == "INTEGER")
    }
  }

  /// The index of readers has no rows that could be copied, so its triggers stay.
  func withoutTriggers(_ db: any SQLConnection, _ body: () throws -> Void) throws {
    let triggers = try db.rows(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name NOT LIKE 'reader_part%' ORDER BY rowid")
    for trigger in triggers { try db.script("DROP TRIGGER \"\(try trigger.text("name"))\"") }
    try body()
    for trigger in triggers { try db.script(try trigger.text("sql")) }
  }

  /// SQLite numbers rows from the highest number on.
  func continueNumbers(_ db: any SQLConnection) {}

  func analyze(_ db: any SQLConnection) {}
}
