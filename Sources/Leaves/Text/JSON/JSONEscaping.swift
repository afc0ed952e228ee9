/// Which characters of a JSON string are written as escapes, or left out.
package enum JSONEscaping: Sendable {
  /// The escapes that RFC 8259 requires, in their short forms where they exist.
  case plain
  /// The same without the characters that XML does not allow, so that text is the same in every format of a feed;
  /// also escapes U+007F, U+2028 and U+2029, which some parsers cannot handle.
  case feed
  /// For a `<script>` element: no text can end the element or begin a comment, because `<`, `>`, `&` and `"` are always
  /// escaped (WHATWG HTML §4.12.1.3, restrictions for contents of script elements).
  case script

  func write(_ text: String, to bytes: inout [UInt8]) {
    switch self {
    case .plain: unsafe bytes.append(text, replacing: Self.mustBeEscaped, by: Self.plainEscape)
    case .feed: unsafe bytes.append(text, replacing: Self.mayBeEscapedInFeeds, by: Self.feedEscape)
    case .script: unsafe bytes.append(text, replacing: Self.mayBeEscapedInScripts, by: Self.scriptEscape)
    }
  }
}

// MARK: - Bytes that may begin an escaped character, eight at a time

extension JSONEscaping {
  @inline(__always)
  private static func mustBeEscaped(_ word: EightBytes) -> UInt64 {
    word.below(0x20) | word.equal(to: UInt8(ascii: "\"")) | word.equal(to: UInt8(ascii: "\\"))
  }

  /// Also finds DEL, and the first bytes of U+2000 to U+2FFF and of U+F000 to U+FFFF.
  @inline(__always)
  private static func mayBeEscapedInFeeds(_ word: EightBytes) -> UInt64 {
    mustBeEscaped(word) | word.equal(to: 0x7F) | word.equal(to: 0xE2) | word.equal(to: 0xEF)
  }

  /// Also finds `&`, `<`, `>`, DEL, and the first byte of U+2000 to U+2FFF.
  @inline(__always)
  private static func mayBeEscapedInScripts(_ word: EightBytes) -> UInt64 {
    word.below(0x20) | word.htmlMarkup | word.equal(to: UInt8(ascii: "\\")) | word.equal(to: 0x7F)
      | word.equal(to: 0xE2)
  }
}

// MARK: - The escape of the character at an index, and its length in bytes; nil if it needs none

extension JSONEscaping {
  private static func plainEscape(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (text: String, length: Int)? {
    let byte = unsafe text[index]
    return (shortForm(of: byte) ?? longForm(of: byte), 1)
  }

  private static func feedEscape(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (text: String, length: Int)? {
    switch unsafe text[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x9, 0xA, 0xD: unsafe plainEscape(text, index)
    case ..<0x20: ("", 1)
    case 0x7F: (longForm(of: 0x7F), 1)
    case 0xEF: unsafe text[index + 1] == 0xBF && text[index + 2] >= 0xBE ? ("", 3) : nil
    case 0xE2: unsafe text.lineSeparator(at: index).map { ($0, 3) }
    default: nil
    }
  }

  private static func scriptEscape(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (text: String, length: Int)? {
    switch unsafe text[index] {
    case UInt8(ascii: "\\"): ("\\\\", 1)
    case 0xE2: unsafe text.lineSeparator(at: index).map { ($0, 3) }
    case let byte: (longForm(of: byte), 1)
    }
  }

  private static func shortForm(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 0x8: "\\b"
    case 0x9: "\\t"
    case 0xA: "\\n"
    case 0xC: "\\f"
    case 0xD: "\\r"
    default: nil
    }
  }

  private static func longForm(of byte: UInt8) -> String {
    (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)
  }
}
