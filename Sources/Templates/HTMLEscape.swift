extension String {
  /// With `< > & " '` as references, and without the controls that HTML forbids (DEL and C1): fit for text and for quoted attributes.
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
      var start = 0
      for index in bytes.indices where isEscaped(bytes[index]) {
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        // U+0080–U+009F are C2 80 to C2 9F; other characters begin with C2 too.
        let isOther = bytes[index] == 0xC2 && bytes[index + 1] >= 0xA0
        if isOther { append(bytes[index]) } else { append(contentsOf: (reference(for: bytes[index]) ?? "").utf8) }
        start = index + (bytes[index] == 0xC2 && !isOther ? 2 : 1)
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }
}

private func isEscaped(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x7F, 0xC2: true
  default: false
  }
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
