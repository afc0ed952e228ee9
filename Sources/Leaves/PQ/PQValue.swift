/// An argument of a statement, or a value of a row.
package enum PQValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
}

/// An argument has a type even if it is NULL; without one, PostgreSQL rejects `$1 IS NULL`.
package enum PQArgument: Hashable, Sendable {
  case integer(Int64?)
  case text(String?)
}

/// A statement, with `$1` for its first argument.
package struct PQStatement: Hashable, Sendable {
  package let text: String
  package let arguments: [PQArgument]

  package init(_ text: String, _ arguments: [PQArgument] = []) {
    self.text = text
    self.arguments = arguments
  }
}

/// What a statement returned.
package struct PQResult: Sendable {
  package var names: [String] = []
  package var rows: [[PQValue]] = []
  /// The number of rows that it changed, or returned.
  package var count = 0
}

/// An error of the server or of the connection.
package struct PQError: Error, Hashable, CustomStringConvertible {
  /// Five characters (PostgreSQL, appendix A); empty if the server did not answer.
  package let sqlState: String
  package let message: String
  /// Whether the connection is of no further use.
  package let isLost: Bool

  package init(sqlState: String = "", message: String, isLost: Bool = false) {
    self.sqlState = sqlState
    self.message = message
    self.isLost = isLost
  }

  package var description: String { sqlState.isEmpty ? message : "\(message) (\(sqlState))" }
}
