internal import Model
package import Time

/// A statement with its arguments inline: `"SELECT name FROM subscriber WHERE id = \(id)"`.
///
/// The text contains a `?` for each argument, which ``Dialect`` translates for its database. An interpolated value
/// never becomes part of the text; only another ``SQL`` does, or a name of a table or column that is marked as one.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
  package private(set) var text: String
  package private(set) var arguments: [SQLArgument]

  package init(stringLiteral text: String) {
    self.text = text
    arguments = []
  }

  package init(stringInterpolation parts: StringInterpolation) {
    text = parts.text
    arguments = parts.arguments
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var arguments: [SQLArgument] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount)
      arguments.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    package mutating func appendInterpolation(_ value: String?) { append(.text(value)) }

    package mutating func appendInterpolation(_ value: Int64?) { append(.integer(value)) }

    package mutating func appendInterpolation(_ value: Int?) { append(.integer(value.map(Int64.init))) }

    /// Seconds since 1970.
    package mutating func appendInterpolation(_ instant: Instant?) { append(.integer(instant?.seconds)) }

    /// A list for `IN`. Must not be empty, because neither database accepts `IN ()`.
    package mutating func appendInterpolation(list values: some Collection<String>) {
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        append(.text(value))
      }
    }

    /// A list of values of any type.
    package mutating func appendInterpolation(arguments values: [SQLArgument]) {
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        append(value)
      }
    }

    /// The rows of a `VALUES`, all of one length. Must not be empty.
    package mutating func appendInterpolation(rows: [[SQLArgument]]) {
      let places = "(" + Array(repeating: "?", count: rows[0].count).joined(separator: ", ") + ")"
      for (index, row) in rows.enumerated() {
        text += index > 0 ? ", " : ""
        text += places
        arguments += row
      }
    }

    /// A part of a statement, with its own arguments.
    package mutating func appendInterpolation(sql part: SQL) {
      text += part.text
      arguments += part.arguments
    }

    /// The name of a table or column, from our own code.
    package mutating func appendInterpolation(name: String) { text += name }

    private mutating func append(_ argument: SQLArgument) {
      text += "?"
      arguments.append(argument)
    }
  }
}

/// An argument of a statement. NULL also has a type, because PostgreSQL rejects `? IS NULL` for
/// an argument without one.
package enum SQLArgument: Hashable, Sendable {
  case integer(Int64?)
  case text(String?)
}
