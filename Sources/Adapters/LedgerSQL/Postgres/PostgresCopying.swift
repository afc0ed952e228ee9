internal import Model

extension PostgresDatabase {
  func columns(of table: String, _ db: any SQLConnection) throws -> [LedgerCopy.Column] {
    let rows = try db.rows(
      """
      SELECT column_name::text AS name, data_type::text AS type FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = \(table) ORDER BY ordinal_position
      """)
    return try rows.map { .init(name: try $0.text("name"), isNumber: try $0.text("type") == "bigint") }
  }

  func withoutTriggers(_ db: any SQLConnection, _ body: () throws -> Void) throws {
    for table in LedgerCopy.tables { try db.script("ALTER TABLE \(table) DISABLE TRIGGER USER") }
    try body()
    // PostgreSQL alters no table whose foreign keys are still to be checked.
    try db.script("SET CONSTRAINTS ALL IMMEDIATE")
    for table in LedgerCopy.tables { try db.script("ALTER TABLE \(table) ENABLE TRIGGER USER") }
  }

  /// Otherwise an issue that is sent before autovacuum comes is claimed with plans for empty tables.
  func analyze(_ db: any SQLConnection) throws { try db.script("ANALYZE " + LedgerCopy.tables.joined(separator: ", ")) }

  func continueNumbers(_ db: any SQLConnection) throws {
    let columns = try db.rows(
      """
      SELECT table_name::text AS "table", column_name::text AS "column" FROM information_schema.columns
      WHERE table_schema = current_schema() AND is_identity = 'YES'
      """)
    for row in columns {
      let table = try row.text("table")
      let column = try row.text("column")
      try db.execute(
        """
        SELECT setval(pg_get_serial_sequence(\(table), \(column)),
          greatest((SELECT max(\(name: column)) FROM \(name: table)), 0) + 1, false)
        """)
    }
  }
}
