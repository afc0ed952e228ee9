/// A JSON value that stands in a page's `<script type="application/ld+json">`.
///
/// Whatever texts are in it, no byte of what is written can end the script or begin a comment: `<`, `>`, `&` and `"` are always
/// written as escapes (WHATWG HTML §4.12.1.3, restrictions for contents of script elements).
package indirect enum LinkedData: Hashable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([LinkedData])
  /// In this order.
  case object([Member])

  package struct Member: Hashable, Sendable {
    let name: String
    let value: LinkedData
  }

  /// An object of schema.org without the members that have no value.
  static func thing(_ type: String, _ members: KeyValuePairs<String, LinkedData?>) -> LinkedData {
    let known = members.compactMap { member in member.value.map { Member(name: member.key, value: $0) } }
    return .object([Member(name: "@type", value: .text(type))] + known)
  }

  /// Nil for a text that says nothing.
  static func known(_ text: String?) -> LinkedData? { text.flatMap { $0.isEmpty ? nil : .text($0) } }

  /// Nil for an empty list, the element itself for a list of one.
  static func known(_ list: [LinkedData]) -> LinkedData? {
    list.count > 1 ? .list(list) : list.first
  }

  /// As the whole content of the script.
  package var document: String {
    var written = #"{"@context":"https://schema.org","#
    var body = ""
    write(to: &body)
    written += body.dropFirst()
    return written
  }
}

extension LinkedData {
  private func write(to text: inout String) {
    switch self {
    case .text(let value): Self.quote(value, to: &text)
    case .number(let number): text += "\(number)"
    case .flag(let flag): text += flag ? "true" : "false"
    case .list(let list):
      text += "["
      for (index, value) in list.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.quote(member.name, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\"", "<", ">", "&", "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}": text += escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
