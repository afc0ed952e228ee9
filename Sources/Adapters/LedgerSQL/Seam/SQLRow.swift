internal import Model
package import Time

/// The value of a column in a row.
package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
}

/// A row returned by a query. Columns are read by name, so the order of a SELECT list does not matter.
package struct SQLRow: Hashable, Sendable {
  /// The names of the columns, in the order of `values`.
  private let names: [String]
  private let values: [SQLValue]

  package init(names: [String], values: [SQLValue]) {
    self.names = names
    self.values = values
  }

  package func text(_ name: String) throws(SQLFault) -> String {
    guard let text = try text(orNil: name) else { throw .null(name) }
    return text
  }

  package func text(orNil name: String) throws(SQLFault) -> String? {
    switch try value(name) {
    case .null: nil
    case .text(let text): text
    case .integer: throw .type(name)
    }
  }

  package func int64(_ name: String) throws(SQLFault) -> Int64 {
    guard let number = try int64(orNil: name) else { throw .null(name) }
    return number
  }

  package func int64(orNil name: String) throws(SQLFault) -> Int64? {
    switch try value(name) {
    case .null: nil
    case .integer(let number): number
    case .text: throw .type(name)
    }
  }

  package func int(_ name: String) throws(SQLFault) -> Int { Int(try int64(name)) }

  package func int(orNil name: String) throws(SQLFault) -> Int? { try int64(orNil: name).map { Int($0) } }

  /// A condition; 0 is false.
  package func bool(_ name: String) throws(SQLFault) -> Bool { try int64(name) != 0 }

  /// Seconds since 1970.
  package func instant(_ name: String) throws(SQLFault) -> Instant { Instant(seconds: try int64(name)) }

  package func instant(orNil name: String) throws(SQLFault) -> Instant? {
    try int64(orNil: name).map(Instant.init(seconds:))
  }

  /// The name of the only column, for a query that returns one value.
  var name: String { names[0] }

  /// Searches linearly: for a few short names this is faster than a dictionary.
  private func value(_ name: String) throws(SQLFault) -> SQLValue {
    guard let index = names.firstIndex(of: name) else { throw SQLFault("a row has no column \(name)") }
    return values[index]
  }
}

/// A database error.
package struct SQLFault: Error, Hashable {
  package let message: String
  /// What the operator can do about it, after a semicolon; empty if unknown.
  package let remedy: String

  package init(_ message: String, remedy: String = "") {
    self.message = message
    self.remedy = remedy
  }

  static func null(_ column: String) -> SQLFault { SQLFault("the column \(column) is NULL") }

  static func type(_ column: String) -> SQLFault { SQLFault("the column \(column) has a value of another type") }
}
