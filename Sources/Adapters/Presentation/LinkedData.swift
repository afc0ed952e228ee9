internal import Text

/// A JSON value in a page's `<script type="application/ld+json">`.
///
/// Regardless of its strings, the output can neither end the script nor begin a comment: `<`, `>`, `&` and `"` are
/// always written as escapes (WHATWG HTML §4.12.1.3, restrictions for contents of script elements).
package enum LinkedData: Hashable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([LinkedData])
  /// An object, already written as JSON.
  case object([UInt8])

  /// A schema.org object with its members in the given order, without those that have no value.
  package static func thing(_ type: StaticString, _ members: KeyValuePairs<StaticString, LinkedData?>) -> LinkedData {
    var json = JSONWriter(.compact, .script)
    json.object { json in
      json.member("@type", type.description)
      for (name, value) in members {
        if let value { json.member(name) { value.write(to: &$0) } }
      }
    }
    return .object(json.finish())
  }

  /// Nil for an empty string.
  package static func known(_ text: String?) -> LinkedData? { text.flatMap { $0.isEmpty ? nil : .text($0) } }

  /// Nil for an empty list; the element itself for a list of one.
  package static func known(_ list: [LinkedData]) -> LinkedData? {
    list.count > 1 ? .list(list) : list.first
  }

  /// The complete content of the script element.
  package var document: String {
    var json = JSONWriter(.compact, .script)
    write(to: &json)
    return #"{"@context":"https://schema.org","# + String(decoding: json.finish().dropFirst(), as: UTF8.self)
  }
}

extension LinkedData {
  private func write(to json: inout JSONWriter) {
    switch self {
    case .text(let value): json.string(value)
    case .number(let number): json.number("\(number)")
    case .flag(let flag): json.boolean(flag)
    case .list(let list): json.array { json in for value in list { value.write(to: &json) } }
    case .object(let written): json.written(written)
    }
  }
}
