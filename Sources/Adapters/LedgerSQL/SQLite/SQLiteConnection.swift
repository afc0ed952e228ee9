internal import GRDB

/// A connection of GRDB, inside its transaction.
struct SQLiteConnection: SQLConnection {
  let database: Database

  var dialect: Dialect { .sqlite }

  func execute(_ sql: SQL) throws -> Int {
    try database.cachedStatement(sql: sql.text).execute(
      arguments: StatementArguments(sql.arguments.map(\.databaseValue)))
    return database.changesCount
  }

  func rows(_ sql: SQL) throws -> [SQLRow] {
    var rows: [SQLRow] = []
    try read(database.cachedStatement(sql: sql.text), sql.arguments) { rows.append($0) }
    return rows
  }

  /// Prepared by itself, since `body` may run the same text again.
  func forEach(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws {
    try read(database.makeStatement(sql: sql.text), sql.arguments, body)
  }

  func script(_ text: String) throws { try database.execute(sql: text) }

  var changes: Int { database.totalChangesCount }

  private func read(
    _ statement: Statement, _ arguments: [SQLArgument], _ body: (SQLRow) throws -> Void
  ) throws {
    let names = statement.columnNames
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments.map(\.databaseValue)))
    while let row = try rows.next() {
      try body(SQLRow(names: names, values: row.databaseValues.map(SQLValue.init)))
    }
  }
}

extension SQLArgument {
  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .integer(let number): number.databaseValue
    case .text(let text): text.databaseValue
    }
  }
}

extension SQLValue {
  /// Tables are STRICT and hold integers and texts.
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null, .blob: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .integer(Int64(number))
    case .string(let text): self = .text(text)
    }
  }
}
