internal import PQ
internal import Synchronization

/// A connection inside its transaction.
final class PostgresConnection: SQLConnection, Sendable {
  let connection: PQConnection
  /// The rows changed so far, and the cursors opened.
  private let counts = Mutex((changes: 0, cursors: 0))
  /// Statements in PostgreSQL's syntax, by the text that the books have.
  private let translations = Mutex<[String: String]>([:])

  /// Statements that go with the next one.
  private let waiting = Mutex<[Waiting]>([])

  private struct Waiting {
    let statement: PQStatement
    let then: @Sendable ([SQLRow], any SQLConnection) throws -> Void
  }

  /// The process of the server that began the session.
  private let process: SQLRow?

  init(_ connection: PQConnection, of process: PQResult) {
    self.connection = connection
    self.process = Self.rows(process).first
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

  func later(_ sql: SQL, _ then: @escaping @Sendable ([SQLRow], any SQLConnection) throws -> Void) throws {
    let one = Waiting(statement: statement(sql), then: then)
    waiting.withLock { $0.append(one) }
  }

  /// With a cursor, so that `body` may run other statements.
  func forEach(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws {
    let number = counts.withLock { counts in
      counts.cursors += 1
      return counts.cursors
    }
    try runWaiting()
    let text = "DECLARE c\(number) NO SCROLL CURSOR FOR " + translated(sql.text)
    _ = try connection.runOnce(text, sql.arguments.map(Self.argument))
    while true {
      let some = Self.rows(try connection.runOnce("FETCH 1000 FROM c\(number)", []))
      try some.forEach(body)
      if some.count < 1000 { break }
    }
    try connection.script("CLOSE c\(number)")
  }

  func script(_ text: String) throws {
    try runWaiting()
    try connection.script(dialect.definition(text))
  }

  // MARK: Transactions

  /// Begins a transaction together with its first statement.
  ///
  /// - Parameter settings: further columns of a SELECT.
  /// - Throws: later, ``SQLFault`` if it is not in the session with this connection's settings and prepared statements.
  func begin(_ beginning: SQL, _ settings: SQL = "") throws {
    forgetWaiting()
    try later(beginning)
    try later("SELECT pg_backend_pid() AS process \(sql: settings)") { [self] rows, _ in try expectSession(rows.first) }
  }

  /// Undoes a transaction or a part of it, and what waits.
  func undo(_ script: String) throws {
    forgetWaiting()
    try connection.script(script)
  }

  private func expectSession(_ process: SQLRow?) throws {
    if try process?.int64("process") != self.process?.int64("process") { throw SQLFault.pooler }
  }

  private func forgetWaiting() { waiting.withLock { $0 = [] } }

  /// Runs what ``later(_:_:)`` left.
  func runWaiting() throws {
    let waiting = takeWaiting()
    if waiting.isEmpty { return }
    try finish(waiting, connection.run(waiting.map(\.statement)))
    try runWaiting()
  }

  /// How many queries were read row by row.
  var cursors: Int { counts.withLock { $0.cursors } }

  var changes: Int { counts.withLock { $0.changes } }

  /// Runs the statement and all that wait for one, in one round trip.
  private func run(_ sql: SQL) throws -> PQResult {
    let before = takeWaiting()
    let results = try connection.run(before.map(\.statement) + [statement(sql)])
    try finish(before, results)
    return results[before.count]
  }

  private func takeWaiting() -> [Waiting] {
    waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }

  private func finish(_ statements: [Waiting], _ results: [PQResult]) throws {
    for (one, result) in zip(statements, results) { try one.then(Self.rows(result), self) }
  }

  private func statement(_ sql: SQL) -> PQStatement {
    PQStatement(translated(sql.text), sql.arguments.map(Self.argument))
  }

  private func translated(_ text: String) -> String {
    if let known = translations.withLock({ $0[text] }) { return known }
    let statement = dialect.statement(text)
    translations.withLock { $0[text] = statement }
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
