internal import Model
package import Time

/// Any database; the books use nothing else of it.
package protocol SQLDatabase: Sendable {
  var dialect: Dialect { get }

  /// Runs `body` in one transaction, which is rolled back if `body` throws.
  ///
  /// - Throws: any error of `body`, and ``SQLFault`` for database errors.
  func transaction<Result>(
    _ kind: SQLTransaction, _ body: (any SQLConnection) throws -> Result
  ) throws -> Result

  /// Runs `body` in one writing transaction; the transactions that it opens here become parts of it. A part whose body throws
  /// is undone alone; if `body` itself throws, all are.
  func together<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result

  /// Whether this thread is within ``together(_:)``.
  var isTogether: Bool { get }
}

package enum SQLTransaction: Hashable, Sendable {
  /// All reads see the same moment.
  case reading
  /// There is one writer at a time.
  case writing
  /// The same. Its body has no effects but in the database, so it may run again if the database's server was lost.
  case repeatable
  /// Claims and turns: where the database allows it, several at a time, concurrently with a writer. It may run again after a
  /// conflict with another, so it must have no other effects.
  case delivering
  /// The same without waiting for the disk of the database's server. If the server crashes, it may be lost: for grants.
  case granting
  /// Writes that are rolled back.
  case trial
  /// Writes only to temporary tables: no other process sees them or waits for them.
  case temporary
}

/// A connection inside a transaction. Statements are prepared once and cached by their text.
package protocol SQLConnection {
  var dialect: Dialect { get }

  /// Returns the number of rows that the statement changed.
  @discardableResult func execute(_ sql: SQL) throws -> Int

  /// All rows that a query or another statement returns.
  func rows(_ sql: SQL) throws -> [SQLRow]

  /// Runs a statement, on which no statement depends that follows in this transaction. A database on a server runs it together with
  /// those, in their order, in one round trip.
  ///
  /// - Parameter then: gets its rows before the transaction ends.
  func later(_ sql: SQL, _ then: @escaping @Sendable ([SQLRow], any SQLConnection) throws -> Void) throws

  /// Passes the rows of a query to `body` one at a time, so that they need not be in memory together.
  func forEach(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws

  /// Several statements without arguments, separated by semicolons.
  func script(_ text: String) throws

  /// The number of rows changed over this connection, including by triggers.
  var changes: Int { get }
}

/// Queries for one row or one value. A query for a value has one column.
extension SQLConnection {
  package func row(_ sql: SQL) throws -> SQLRow? { try rows(sql).first }

  /// Nil if the value is NULL or there is no row.
  package func text(orNil sql: SQL) throws -> String? { try row(sql).flatMap { try $0.text(orNil: $0.name) } }

  package func int64(_ sql: SQL) throws -> Int64 { try value(sql) { row throws(SQLFault) in try row.int64(row.name) } }

  package func int64(orNil sql: SQL) throws -> Int64? { try row(sql).flatMap { try $0.int64(orNil: $0.name) } }

  package func int(_ sql: SQL) throws -> Int { Int(try int64(sql)) }

  package func bool(_ sql: SQL) throws -> Bool { try int64(sql) != 0 }

  package func bool(orNil sql: SQL) throws -> Bool? { try int64(orNil: sql).map { $0 != 0 } }

  package func instant(orNil sql: SQL) throws -> Instant? { try int64(orNil: sql).map(Instant.init(seconds:)) }

  package func texts(_ sql: SQL) throws -> [String] { try rows(sql).map { try $0.text($0.name) } }

  package func int64s(_ sql: SQL) throws -> [Int64] { try rows(sql).map { try $0.int64($0.name) } }

  private func value<Value>(_ sql: SQL, _ read: (SQLRow) throws(SQLFault) -> Value) throws -> Value {
    guard let row = try row(sql) else { throw SQLFault("a query for one value found no row") }
    return try read(row)
  }
}

extension SQLConnection {
  /// Runs a statement whose result is of no interest, together with those that follow.
  func later(_ sql: SQL) throws {
    try later(sql) { _, _ in }
  }
}

/// Statements that differ by dialect.
extension SQLConnection {
  func expectManyRows() throws {
    if let sql = dialect.expectManyRows { try execute(sql) }
  }

  func deferForeignKeys() throws { try execute(dialect.deferForeignKeys) }
}
