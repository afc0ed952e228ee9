internal import Model
package import Time

/// A database, whoever made it. The books know nothing else of it.
package protocol SQLDatabase: Sendable {
  var dialect: Dialect { get }

  /// Runs `body` in one transaction, which is rolled back if it throws.
  ///
  /// - Throws: what `body` throws, and ``SQLFault`` for what the database refuses.
  func transaction<Result>(
    _ kind: SQLTransaction, _ body: (any SQLConnection) throws -> Result
  ) throws -> Result
}

package enum SQLTransaction: Hashable, Sendable {
  /// All that is read is of one moment.
  case reading
  /// One writer at a time.
  case writing
  /// Writes that are rolled back.
  case trial
  /// Writes to temporary tables alone: nobody else sees them, and nobody waits for them.
  case temporary
}

/// A connection inside a transaction. Statements are prepared once and kept by their text.
package protocol SQLConnection {
  var dialect: Dialect { get }

  /// Returns how many rows the statement changed.
  @discardableResult func execute(_ sql: SQL) throws -> Int

  /// All rows of a query, or what a statement returns.
  func rows(_ sql: SQL) throws -> [SQLRow]

  /// The rows of a query one at a time, so that they need not be in memory together.
  func forEach(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws

  /// Several statements without arguments, separated by semicolons.
  func script(_ text: String) throws

  /// How many rows were changed over this connection, by triggers too.
  var changes: Int { get }
}

/// Queries for one row or one value. Those for a value have one column.
extension SQLConnection {
  package func row(_ sql: SQL) throws -> SQLRow? { try rows(sql).first }

  package func text(_ sql: SQL) throws -> String { try value(sql) { row throws(SQLFault) in try row.text(row.name) } }

  /// Nil for NULL, and for no row.
  package func text(orNil sql: SQL) throws -> String? { try row(sql).flatMap { try $0.text(orNil: $0.name) } }

  package func int64(_ sql: SQL) throws -> Int64 { try value(sql) { row throws(SQLFault) in try row.int64(row.name) } }

  package func int64(orNil sql: SQL) throws -> Int64? { try row(sql).flatMap { try $0.int64(orNil: $0.name) } }

  package func int(_ sql: SQL) throws -> Int { Int(try int64(sql)) }

  package func int(orNil sql: SQL) throws -> Int? { try int64(orNil: sql).map { Int($0) } }

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

/// What the dialect has its own words for.
extension SQLConnection {
  func expectManyRows() throws {
    if let sql = dialect.expectManyRows { try execute(sql) }
  }

  func deferForeignKeys() throws { try execute(dialect.deferForeignKeys) }
}
