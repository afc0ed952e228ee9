internal import GRDB
internal import GRDBSQLite

/// A GRDB connection inside its transaction.
///
/// GRDB prepares statements and caches them by their text; SQLite's own functions run them. Converting arguments and
/// rows to and from GRDB's types made importing readers 50 % slower (decision 0047).
struct SQLiteConnection: SQLConnection {
  let database: Database

  var dialect: Dialect { .sqlite }

  func execute(_ sql: SQL) throws -> Int {
    try run(database.cachedStatement(sql: sql.text), sql) { _ in }
    return database.changesCount
  }

  func rows(_ sql: SQL) throws -> [SQLRow] {
    var rows: [SQLRow] = []
    try run(database.cachedStatement(sql: sql.text), sql) { rows.append($0) }
    return rows
  }

  /// At once.
  func later(_ sql: SQL, _ then: @Sendable ([SQLRow], any SQLConnection) throws -> Void) throws {
    try then(rows(sql), self)
  }

  /// Prepared separately, because `body` may run the same statement.
  func forEach(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws {
    try run(database.makeStatement(sql: sql.text), sql, body)
  }

  func script(_ text: String) throws { try database.execute(sql: text) }

  var changes: Int { database.totalChangesCount }
}

// MARK: - Running statements (SQLite, "The C language interface")

extension SQLiteConnection {
  private func run(_ prepared: Statement, _ sql: SQL, _ body: (SQLRow) throws -> Void) throws {
    let statement = prepared.sqliteStatement
    // Arguments stay bound until the statement runs again, which binds each of them again.
    defer { sqlite3_reset(statement) }
    for (index, argument) in sql.arguments.enumerated() {
      try expect(SQLITE_OK, bind(argument, Int32(index + 1), statement), sql)
    }
    let names = prepared.columnNames
    while true {
      let code = sqlite3_step(statement)
      guard code == SQLITE_ROW else { return try expect(SQLITE_DONE, code, sql) }
      try body(SQLRow(names: names, values: names.indices.map { Self.value(Int32($0), of: statement) }))
    }
  }

  private func expect(_ expected: Int32, _ code: Int32, _ sql: SQL) throws {
    guard code != expected else { return }
    let message = database.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: sql.text)
  }

  /// SQLite copies the text up to the first U+0000, which PostgreSQL could not store either.
  private func bind(_ argument: SQLArgument, _ index: Int32, _ statement: SQLiteStatement) -> Int32 {
    switch argument {
    case .integer(let number?): sqlite3_bind_int64(statement, index, number)
    case .text(let text?): text.withCString { sqlite3_bind_text(statement, index, $0, -1, copied) }
    case .integer(nil), .text(nil): sqlite3_bind_null(statement, index)
    }
  }

  /// Tables are STRICT and contain only integers and text.
  private static func value(_ column: Int32, of statement: SQLiteStatement) -> SQLValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
    case SQLITE_TEXT: sqlite3_column_text(statement, column).map { .text(String(cString: $0)) } ?? .null
    default: .null
    }
  }
}

/// SQLITE_TRANSIENT, a macro that Swift does not import.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
