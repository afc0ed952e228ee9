/// A plain text as HTML text or as an attribute's value. Without what HTML forbids (§13.1.4): DEL and noncharacters are left
/// out, and U+0085 is shown as "…".
package func escapedHTML(_ text: String) -> String {
  let isPlain = !text.utf8.contains { $0 == 0x7F || $0 == 0xC2 || $0 >= 0xEF }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  bytes.appendEscaped(Array((isPlain ? text : allowedInHTML(text)).utf8))
  return String(decoding: bytes, as: UTF8.self)
}

private func allowedInHTML(_ text: String) -> String {
  let scalars: [Unicode.Scalar] = text.unicodeScalars.compactMap { scalar in
    if scalar == "\u{85}" { return "…" }
    return scalar == "\u{7F}" || scalar.properties.isNoncharacterCodePoint ? nil : scalar
  }
  return String(String.UnicodeScalarView(scalars))
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
