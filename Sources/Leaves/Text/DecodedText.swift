/// How the bytes of a file were read as text.
package enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16 = "UTF-16"
  /// Bytes that are not UTF-8 are read so, because every byte means something in it.
  case windows1252 = "windows-1252"
}

/// The text of a file without a declared encoding: UTF-8 with or without a byte order mark, UTF-16 with one, or else
/// windows-1252. Clean: see ``cleanText(_:)``. Byte order marks inside are left out, too.
package func decodedText(_ bytes: [UInt8]) -> (text: String, encoding: TextEncoding) {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return (decoded(utf16: bytes.dropFirst(2), isLittleEndian: bytes[0] == 0xFF), .utf16)
  }
  if let text = String(validating: bytes, as: UTF8.self) {
    return (withoutMarks(text), .utf8)
  }
  return (decoded(windows1252: bytes), .windows1252)
}

/// Text in windows-1252, clean.
package func decoded(windows1252 bytes: [UInt8]) -> String {
  var scalars = String.UnicodeScalarView()
  scalars.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
  // Its 32 characters that ISO 8859-1 lacks are where Unicode has the C1 controls.
  return cleanText(String(scalars))
}

private func decoded(utf16 bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> String {
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  var index = bytes.startIndex
  while index + 1 < bytes.endIndex {
    let first = UInt16(bytes[index])
    let second = UInt16(bytes[index + 1])
    units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
    index += 2
  }
  return withoutMarks(String(decoding: units, as: UTF16.self))
}

private func withoutMarks(_ text: String) -> String {
  guard text.unicodeScalars.contains("\u{FEFF}") else { return cleanText(text) }
  var kept = String.UnicodeScalarView()
  kept.append(contentsOf: text.unicodeScalars.lazy.filter { $0 != "\u{FEFF}" })
  return cleanText(String(kept))
}
