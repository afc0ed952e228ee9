internal import ByteScan

extension String {
  /// With `< > & " '` as references, and without what HTML forbids (DEL, C1 and noncharacters; U+0085, the only C1
  /// control that titles keep, is shown as "…"): fit for text and for quoted attributes.
  ///
  /// Byte by byte, because all five are ASCII: a combining mark after `<` does not hide it.
  package var htmlEscaped: String {
    guard holds(mayBeEscaped) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + utf8.count / 8 + 16)
    bytes.append(escaping: self)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends a text with `< > & " '` as references, in runs between them.
  mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { bytes in
      var (start, index) = (0, 0)
      while true {
        index = bytes.firstIndex(from: index, mayBeEscaped)
        guard index < bytes.count else { break }
        guard let (escape, width) = escape(in: bytes, at: index) else {
          index += 1
          continue
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        append(contentsOf: escape.utf8)
        index += width
        start = index
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }
}

/// Those that are escaped or begin a character that may be.
@inline(__always)
private func mayBeEscaped(_ word: EightBytes) -> UInt64 {
  let marks =
    word.equal(to: UInt8(ascii: ">"), with: 0x02) | word.equal(to: UInt8(ascii: "'"), with: 0x01)
    | word.equal(to: UInt8(ascii: "\"")) | word.equal(to: 0x7F)
  guard word.high != 0 else { return marks }
  return marks | word.equal(to: 0xC2) | word.equal(to: 0xEF) | word.equal(to: 0xFF, with: 0xF)
}

/// What stands in the place of the character that begins there, and how many bytes it has; nil if it stays.
private func escape(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (escape: String, width: Int)? {
  switch bytes[index] {
  case UInt8(ascii: "<"): ("&lt;", 1)
  case UInt8(ascii: ">"): ("&gt;", 1)
  case UInt8(ascii: "&"): ("&amp;", 1)
  case UInt8(ascii: "\""): ("&quot;", 1)
  case UInt8(ascii: "'"): ("&#39;", 1)
  case 0x7F: ("", 1)
  // U+0080–U+009F are C2 80 to C2 9F; other characters begin with C2 too.
  case 0xC2: bytes[index + 1] < 0xA0 ? (bytes[index + 1] == 0x85 ? "…" : "", 2) : nil
  default: noncharacter(in: bytes, at: index).map { ("", $0) }
  }
}

/// How many bytes the noncharacter has that begins at one: U+FDD0–U+FDEF, and the last two of each plane.
private func noncharacter(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
  let (second, third) = (bytes[index + 1], bytes[index + 2])
  if bytes[index] == 0xEF {
    return second == 0xB7 && (0x90...0xAF).contains(third) || second == 0xBF && third >= 0xBE ? 3 : nil
  }
  return second & 0xF == 0xF && third == 0xBF && bytes[index + 3] >= 0xBE ? 4 : nil
}
