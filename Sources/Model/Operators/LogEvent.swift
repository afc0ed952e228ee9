/// How events are written.
package enum LogFormat: String, CaseIterable, Sendable { case logfmt, json }

/// One event for the log that machines read. It names no address and no token: a reader is a domain and the beginning of a keyed
/// hash.
package struct LogEvent: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case text(String)
    case whole(Int)
    case seconds(Duration)
  }

  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: Value
  }

  package let name: String
  /// In the order in which they are written.
  package private(set) var fields: [Field] = []

  package init(_ name: String) { self.name = name }

  /// Without a value, nothing is added.
  package mutating func add(_ name: String, _ text: String?) {
    if let text { fields.append(Field(name: name, value: .text(text))) }
  }

  package mutating func add(_ name: String, _ number: Int) { fields.append(Field(name: name, value: .whole(number))) }

  package mutating func add(_ name: String, _ time: Duration) {
    fields.append(Field(name: name, value: .seconds(time)))
  }
}
