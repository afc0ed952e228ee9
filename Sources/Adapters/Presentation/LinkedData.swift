internal import Text

/// A JSON value in a page's `<script type="application/ld+json">`.
///
/// Whatever its strings contain, the output can neither end the script nor begin a comment: `<`, `>`, `&` and `"` are
/// always written as escapes (WHATWG HTML §4.12.1.3, restrictions for contents of script elements).
package enum LinkedData: Hashable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([LinkedData])
  /// An object, already written as JSON.
  case object([UInt8])

  /// An object of schema.org, in the given order, without the members that have no value.
  package static func thing(_ type: StaticString, _ members: KeyValuePairs<StaticString, LinkedData?>) -> LinkedData {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    bytes += "{\"@type\":\"".utf8
    type.withUTF8Buffer { bytes += $0 }
    bytes.append(UInt8(ascii: "\""))
    for (name, value) in members {
      guard let value else { continue }
      bytes += ",\"".utf8
      name.withUTF8Buffer { bytes += $0 }
      bytes += "\":".utf8
      value.write(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    return .object(bytes)
  }

  /// Nil for an empty text.
  package static func known(_ text: String?) -> LinkedData? { text.flatMap { $0.isEmpty ? nil : .text($0) } }

  /// Nil for an empty list, the element itself for a list of one.
  package static func known(_ list: [LinkedData]) -> LinkedData? {
    list.count > 1 ? .list(list) : list.first
  }

  /// The whole content of the script element.
  package var document: String {
    var bytes = Array(#"{"@context":"https://schema.org","#.utf8)
    let start = bytes.count
    write(to: &bytes)
    bytes.remove(at: start)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension LinkedData {
  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .text(let value): Self.quote(value, to: &bytes)
    case .number(let number): bytes += "\(number)".utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .list(let list):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in list.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let written): bytes += written
    }
  }

  private static func quote(_ value: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(value, replacing: mayBeEscaped, by: escape)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Control characters, `"`, `&`, `<`, `>`, `\`, DEL and bytes that begin U+2000 to U+2FFF.
  @inline(__always)
  private static func mayBeEscaped(_ word: EightBytes) -> UInt64 {
    word.below(0x20) | word.htmlMarkup | word.equal(to: UInt8(ascii: "\\")) | word.equal(to: 0x7F)
      | word.equal(to: 0xE2)
  }

  /// The escape of the character that begins at an index, and the character's length in bytes; nil if it needs none.
  private static func escape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (text: String, length: Int)? {
    switch text[index] {
    case UInt8(ascii: "\\"): ("\\\\", 1)
    case 0xE2: text.lineSeparator(at: index).map { ($0, 3) }
    case let byte: ("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16), 1)
    }
  }
}
