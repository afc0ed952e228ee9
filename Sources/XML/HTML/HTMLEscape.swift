internal import ByteScan

/// A plain text as HTML text or as an attribute's value. Without what HTML forbids (§13.1.4): DEL and noncharacters are left
/// out, and U+0085 is shown as "…".
package func escapedHTML(_ text: String) -> String {
  let text =
    text.holds { $0.equal(to: 0x7F) | $0.equal(to: 0xC2) | $0.equal(to: 0xEF) | $0.equal(to: 0xFF, with: 0xF) }
    ? allowedInHTML(text) : text
  guard text.holds(markup) else { return text }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count + text.utf8.count / 8 + 16)
  bytes.appendEscaped(Array(text.utf8))
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
    unsafe text.withUnsafeBufferPointer { text in
      var start = 0
      while true {
        let end = unsafe text.firstIndex(from: start, markup)
        unsafe append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
        guard end < text.count else { return }
        append(contentsOf: unsafe escape(for: text[end]).utf8)
        start = end + 1
      }
    }
  }
}

/// `<`, `>`, `&` and `"`.
@inline(__always)
private func markup(_ word: EightBytes) -> UInt64 {
  word.equal(to: UInt8(ascii: ">"), with: 0x02) | word.equal(to: UInt8(ascii: "&"), with: 0x04)
}

private func escape(for byte: UInt8) -> String {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  default: "&quot;"
  }
}
