internal import PQ
internal import Synchronization

/// A connection inside its transaction.
final class PostgresConnection: SQLConnection, Sendable {
  let connection: PQConnection
  /// The rows changed so far, and the cursors opened.
  private let counts = Mutex((changes: 0, cursors: 0))
  /// Statements in PostgreSQL's syntax, by the text that the books have.
  private let translated = Mutex<[String: String]>([:])

  /// The process of the server that began the session.
  private let process: [[PQValue]]

  init(_ connection: PQConnection, of process: PQResult) {
    self.connection = connection
    self.process = process.rows
  }

  var dialect: Dialect { .postgreSQL }
  var isLost: Bool { connection.isLost }
  var hasFailed: Bool { connection.hasFailed }

  func execute(_ sql: SQL) throws -> Int {
    let count = try run(sql).count
    counts.withLock { $0.changes += count }
    return count
  }

  func rows(_ sql: SQL) throws -> [SQLRow] { Self.rows(try run(sql)) }

  /// With a cursor, so that `body` may run other statements.
  func forEach(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws {
    let number = counts.withLock { counts in
      counts.cursors += 1
      return counts.cursors
    }
    let text = "DECLARE c\(number) NO SCROLL CURSOR FOR " + statement(sql.text)
    _ = try connection.runOnce(text, sql.arguments.map(Self.argument))
    while true {
      let some = Self.rows(try connection.runOnce("FETCH 1000 FROM c\(number)", []))
      try some.forEach(body)
      if some.count < 1000 { break }
    }
    try connection.script("CLOSE c\(number)")
  }

  func script(_ text: String) throws { try connection.script(dialect.definition(text)) }

  /// Begins a transaction.
  ///
  /// - Throws: ``SQLFault`` if it is not in the session with this connection's settings and prepared statements.
  func begin(_ text: String) throws {
    let process = try connection.script(text + "; SELECT pg_backend_pid() AS process")
    if process.rows == self.process { return }
    throw SQLFault.pooler
  }

  /// How many queries were read row by row.
  var cursors: Int { counts.withLock { $0.cursors } }

  var changes: Int { counts.withLock { $0.changes } }

  private func run(_ sql: SQL) throws -> PQResult {
    try connection.run(statement(sql.text), sql.arguments.map(Self.argument))
  }

  private func statement(_ text: String) -> String {
    if let known = translated.withLock({ $0[text] }) { return known }
    let statement = dialect.statement(text)
    translated.withLock { $0[text] = statement }
    return statement
  }

  private static func argument(_ argument: SQLArgument) -> PQArgument {
    switch argument {
    case .integer(let number): .integer(number)
    // Neither database stores U+0000; SQLite stores what precedes it.
    case .text(let text): .text(text)
    }
  }

  private static func rows(_ result: PQResult) -> [SQLRow] {
    result.rows.map { SQLRow(names: result.names, values: $0.map(value)) }
  }

  private static func value(_ value: PQValue) -> SQLValue {
    switch value {
    case .null: .null
    case .integer(let number): .integer(number)
    case .text(let text): .text(text)
    }
  }
}
