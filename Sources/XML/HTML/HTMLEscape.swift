/// A plain text as HTML text or as an attribute's value. Without DEL, which HTML forbids.
package func escapedHTML(_ text: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  bytes.appendEscaped(text.utf8.filter { $0 != 0x7F })
  return String(decoding: bytes, as: UTF8.self)
}

extension [UInt8] {
  /// Byte by byte: markup is ASCII, so no combining character can hide it.
  mutating func appendEscaped(_ text: [UInt8]) {
    var start = 0
    for (index, byte) in text.enumerated() {
      guard let escape = escape(for: byte) else { continue }
      append(contentsOf: text[start..<index])
      append(contentsOf: escape.utf8)
      start = index + 1
    }
    append(contentsOf: text[start...])
  }
}

private func escape(for byte: UInt8) -> String? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  default: nil
  }
}
