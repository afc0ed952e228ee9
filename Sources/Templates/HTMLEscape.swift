extension String {
  /// With `< > & " '` as references, and without what HTML forbids (DEL, C1 and noncharacters; U+0085, the only C1
  /// control that titles keep, is shown as "…"): fit for text and for quoted attributes.
  ///
  /// Byte by byte, because all five are ASCII: a combining mark after `<` does not hide it.
  package var htmlEscaped: String {
    guard utf8.contains(where: isEscaped) else { return self }
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
      while index < bytes.count {
        if index + 8 <= bytes.count,
          !mayBeEscaped(UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
        {
          index += 8
          continue
        }
        defer { index += 1 }
        guard isEscaped(bytes[index]) else { continue }
        if bytes[index] >= 0xEF {
          guard let width = noncharacter(in: bytes, at: index) else { continue }
          append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
          index += width - 1
          start = index + 1
          continue
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        // U+0080–U+009F are C2 80 to C2 9F; other characters begin with C2 too.
        let isControl = bytes[index] == 0xC2 && bytes[index + 1] < 0xA0
        if isControl {
          if bytes[index + 1] == 0x85 { append(contentsOf: "…".utf8) }
        } else if bytes[index] == 0xC2 {
          append(bytes[index])
        } else {
          append(contentsOf: (reference(for: bytes[index]) ?? "").utf8)
        }
        start = index + (isControl ? 2 : 1)
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }
}

private func isEscaped(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x7F, 0xC2,
    0xEF...:
    true
  default: false
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

/// Whether one of eight bytes may be ``isEscaped(_:)``; false is for sure (Warren, Hacker's Delight, §6-1).
private func mayBeEscaped(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
  let angle = zeros((word | 0x02 * ones) ^ 0x3E * ones)
  let ampersandOrQuote = zeros((word | 0x01 * ones) ^ 0x27 * ones) | zeros(word ^ 0x22 * ones)
  let control =
    zeros(word ^ 0x7F * ones) | zeros(word ^ 0xC2 * ones) | zeros(word ^ 0xEF * ones)
    | zeros((word | 0x07 * ones) ^ 0xF7 * ones)
  return (angle | ampersandOrQuote | control) & (0x80 * ones) != 0
}

private func reference(for byte: UInt8) -> String? {
  switch byte {
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
