/// The escape for HTML text and double-quoted values of the character that begins at an index, and the character's
/// length in bytes; nil if it needs none. DEL, C1 controls and noncharacters, which HTML forbids (§13.1.4), are left
/// out, except U+0085, which becomes "…".
///
/// Works byte by byte, because markup is ASCII: a combining mark after `<` does not hide it.
package func htmlEscape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (text: String, length: Int)? {
  switch unsafe bytes[index] {
  case UInt8(ascii: "<"): ("&lt;", 1)
  case UInt8(ascii: ">"): ("&gt;", 1)
  case UInt8(ascii: "&"): ("&amp;", 1)
  case UInt8(ascii: "\""): ("&quot;", 1)
  case 0x7F: ("", 1)
  // U+0080–U+009F are C2 80 to C2 9F; other characters also begin with C2.
  case 0xC2: unsafe bytes[index + 1] < 0xA0 ? (bytes[index + 1] == 0x85 ? "…" : "", 2) : nil
  default: unsafe bytes.noncharacter(at: index).map { ("", $0) }
  }
}

extension EightBytes {
  /// Bytes that ``htmlEscape(_:at:)`` may replace.
  @inlinable @inline(__always)
  package var htmlEscaped: UInt64 { htmlMarkup | equal(to: 0x7F) | beginsControlOrNoncharacter }

  /// `<`, `>`, `&` and `"`.
  @inlinable @inline(__always)
  package var htmlMarkup: UInt64 {
    equal(to: UInt8(ascii: ">"), with: 0x02) | equal(to: UInt8(ascii: "&"), with: 0x04)
  }

  /// Bytes that may begin a C1 control (C2) or a noncharacter (EF, and all four-byte characters).
  @inlinable @inline(__always)
  package var beginsControlOrNoncharacter: UInt64 {
    high == 0 ? 0 : equal(to: 0xC2) | equal(to: 0xEF) | equal(to: 0xFF, with: 0x0F)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The length in bytes of the noncharacter that begins at an index: U+FDD0–U+FDEF, and the last two of each plane
  /// (Unicode §23.7). Nil if none begins there.
  package func noncharacter(at index: Int) -> Int? {
    switch unsafe self[index] {
    case 0xEF:
      let (second, third) = unsafe (self[index + 1], self[index + 2])
      return second == 0xB7 && (0x90...0xAF).contains(third) || second == 0xBF && third >= 0xBE ? 3 : nil
    case 0xF0...:
      return unsafe self[index + 1] & 0xF == 0xF && self[index + 2] == 0xBF && self[index + 3] >= 0xBE ? 4 : nil
    default: return nil
    }
  }
}
