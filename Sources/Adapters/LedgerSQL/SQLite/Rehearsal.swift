internal import GRDB
internal import Model

/// A ledger for trials: a temporary database that ends with its process and contains the part of the site's ledger that
/// a run may read or change. SQLite keeps it in memory while it is small, then in an unnamed file.
///
/// Finished deliveries and their editions are left out, since they are most of an old ledger; runs read them only for readers
/// who changed from one digest to another. Also left out are the history of consent, the acts of operators, and a pause of
/// sending.
struct Rehearsal {
  /// What is copied.
  enum Extent {
    /// Without finished deliveries and their editions.
    case part
    /// The same, but with the editions of this issue.
    case withIssue(ClaimedIssue)
    case whole

    fileprivate func rows(of table: String) -> String {
      if case .whole = self, table != "reader_part" { return "" }
      return Rehearsal.part[table].map { " WHERE " + $0 } ?? ""
    }
  }

  /// - Parameter address: a ledger of any version, in the form that ATTACH expects; nil to start empty.
  static func database(from address: String? = nil, _ extent: Extent = .part) throws -> SQLiteDatabase {
    try SQLFault.translating {
      var configuration = SQLiteDatabase.configuration
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -16000") }
      // No path: a temporary database (SQLite, sqlite3_open, "private temporary on-disk database").
      let queue = try DatabaseQueue(path: "", configuration: configuration)
      if let address { try fill(queue, from: address, extent) }
      return SQLiteDatabase(queue)
    }
  }

  private static func fill(_ queue: DatabaseQueue, from address: String, _ extent: Extent) throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH ? AS original", arguments: [address])
      // Some rows refer to deliveries that are left out.
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.inTransaction {
        let tables = try copied("table", from: db)
        // Created before the rows, so that SQLite copies them page by page (SQLite, "the transfer optimization").
        _ = try copied("index", from: db)
        if tables.contains("delivery") { try db.execute(sql: wanted) }
        if case .withIssue(let issue) = extent, tables.contains("issue") {
          try db.execute(sql: wantedIssue, arguments: [issue.digest, issue.number])
        }
        if tables.contains("handover") { try db.execute(sql: handedOver(try hasHeirs(db))) }
        for table in tables {
          try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM original.\(table)\(extent.rows(of: table))")
        }
        try db.execute(sql: "DROP TABLE IF EXISTS temp.wanted")
        _ = try copied("view", from: db)
        _ = try copied("trigger", from: db)
        return .commit
      }
      try db.execute(sql: "PRAGMA foreign_keys = ON")
      try db.execute(sql: "DETACH original")
    }
  }

  /// Creates everything of this kind that the original has. Returns the names. A virtual table creates its shadow tables
  /// itself.
  private static func copied(_ kind: String, from db: Database) throws -> [String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM original.sqlite_schema WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
          AND name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'original' AND type = 'shadow')
        ORDER BY rowid
        """, arguments: [kind])
    for row in rows { try db.execute(sql: row["sql"]) }
    return rows.map { $0["name"] }
  }

  /// The waiting and claimed deliveries, and the one with the highest number, after which new ones are numbered.
  private static let wanted = """
    CREATE TEMP TABLE wanted AS SELECT id, issue FROM original.delivery WHERE id IN (
      SELECT id FROM original.delivery INDEXED BY delivery_due WHERE next IS NOT NULL
      UNION SELECT delivery FROM original.claim UNION SELECT max(id) FROM original.delivery)
    """

  /// An issue without its deliveries, whose numbers are positive.
  private static let wantedIssue = """
    INSERT INTO temp.wanted SELECT -1, id FROM original.issue WHERE digest = ? AND number = ?
    """

  /// All deliveries to readers who changed digest: their past deliveries decide which articles they get.
  ///
  /// - Parameter hasHeirs: whether the ledger records which readers were merged by a change of address; older ones do not.
  private static func handedOver(_ hasHeirs: Bool) -> String {
    let heirs = hasHeirs ? "UNION SELECT r.id FROM person p JOIN original.subscriber r ON r.heir = p.id" : ""
    return """
      INSERT INTO temp.wanted
      WITH RECURSIVE person (id) AS (
        SELECT n.subscriber FROM original.handover h JOIN original.subscription n ON n.id = h.subscription \(heirs))
      SELECT id, issue FROM original.delivery WHERE subscription IN (
        SELECT s.id FROM original.subscription s WHERE s.subscriber IN (SELECT id FROM person))
      """
  }

  private static func hasHeirs(_ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM pragma_table_info('subscriber', 'original') WHERE name = 'heir')") ?? false
  }

  /// For each table, the rows to copy; all of the other tables.
  fileprivate static let part = [
    "delivery": "id IN (SELECT id FROM temp.wanted)",
    "edition": "issue IN (SELECT issue FROM temp.wanted)",
    "cell": "issue IN (SELECT issue FROM temp.wanted)",
    "attempt": "delivery IN (SELECT id FROM temp.wanted)",
    "consent_event": "false",
    "act": "false",
    "sending_pause": "false",
    "searchable": "false",
    "words": "false",
    // Its text is not stored, so it cannot be copied.
    "reader_part": "false",
  ]
}
