internal import Text

/// Writes JSON (RFC 8259) in UTF-8, one member or value per line, with keys in the given order.
///
/// Characters that XML does not allow are also dropped here, so that a text is the same in every format of a feed.
struct JSONWriter {
  private var bytes: [UInt8] = []
  private var depth = 0
  /// Whether the next member or value is the first of its object or array.
  private var isFirst = true
  /// Whether a key was written and its value is still to come.
  private var hasKey = false

  mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows { try nest("{", members, "}") }

  mutating func array(_ values: (inout JSONWriter) throws -> Void) rethrows { try nest("[", values, "]") }

  mutating func member(_ key: StaticString, _ value: (inout JSONWriter) throws -> Void) rethrows {
    startLine()
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes += $0 }
    append("\": ")
    hasKey = true
    try value(&self)
  }

  mutating func member(_ key: StaticString, _ text: String) { member(key) { $0.string(text) } }

  mutating func string(_ text: String) { string([text]) }

  /// One string, given in parts.
  mutating func string(_ parts: [String]) {
    startValue()
    bytes.append(UInt8(ascii: "\""))
    for part in parts { escape(part) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// - Parameter literal: a number in JSON syntax.
  mutating func number(_ literal: String) {
    startValue()
    append(literal)
  }

  mutating func boolean(_ isTrue: Bool) {
    startValue()
    append(isTrue ? "true" : "false")
  }

  mutating func finish() -> [UInt8] {
    bytes.append(0xA)
    return bytes
  }

  /// Returns the bytes written so far, so a long document need not be in memory as a whole.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    bytes.reserveCapacity(taken.count)
    return taken
  }

  /// How many bytes could be taken.
  var count: Int { bytes.count }
}

extension JSONWriter {
  private mutating func nest(
    _ opening: String, _ content: (inout JSONWriter) throws -> Void, _ closing: String
  ) rethrows {
    startValue()
    append(opening)
    (depth, isFirst) = (depth + 1, true)
    try content(&self)
    depth -= 1
    if !isFirst { indent() }
    append(closing)
    isFirst = false
  }

  private mutating func startValue() {
    if hasKey || depth == 0 { hasKey = false } else { startLine() }
  }

  private mutating func startLine() {
    if !isFirst { append(",") }
    isFirst = false
    indent()
  }

  private mutating func indent() {
    bytes.append(0xA)
    for _ in 0..<(2 * depth) { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Works byte by byte: drops characters that XML forbids, as the other formats do; escapes those that JSON requires
  /// to be escaped, and U+007F, U+2028 and U+2029, which some parsers cannot handle.
  private mutating func escape(_ text: String) {
    bytes.append(text, replacing: mayBeEscaped, by: jsonEscape)
  }
}

/// Bytes that are escaped, or that may begin a character to escape or drop.
@inline(__always)
private func mayBeEscaped(_ word: EightBytes) -> UInt64 {
  word.below(0x20) | word.equal(to: UInt8(ascii: "\"")) | word.equal(to: UInt8(ascii: "\\")) | word.equal(to: 0x7F)
    | word.equal(to: 0xE2) | word.equal(to: 0xEF)
}

/// The escape of the character that begins at an index, and the character's length in bytes; nil if it needs none.
private func jsonEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (text: String, length: Int)? {
  switch text[index] {
  case UInt8(ascii: "\""): ("\\\"", 1)
  case UInt8(ascii: "\\"): ("\\\\", 1)
  case 0xA: ("\\n", 1)
  case 0xD: ("\\r", 1)
  case 0x9: ("\\t", 1)
  case ..<0x20: ("", 1)
  case 0x7F: ("\\u007f", 1)
  case 0xEF: text[index + 1] == 0xBF && text[index + 2] >= 0xBE ? ("", 3) : nil
  case 0xE2: text.lineSeparator(at: index).map { ($0, 3) }
  default: nil
  }
}
