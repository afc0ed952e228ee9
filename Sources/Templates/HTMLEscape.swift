extension String {
  /// With `< > & " '` as references: fit for text and for quoted attributes.
  ///
  /// Byte by byte, because all five are ASCII: a combining mark after `<` does not hide it, and it is seven times
  /// faster than Character by Character.
  package var htmlEscaped: String {
    guard utf8.contains(where: { Self.reference(for: $0) != nil }) else { return self }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(utf8.count + utf8.count / 8 + 16)
    for byte in utf8 {
      if let reference = Self.reference(for: byte) {
        escaped.append(contentsOf: reference.utf8)
      } else {
        escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func reference(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
