/// The bytes of a TOML document, with the read position.
///
/// Extensions of this type, one per file, read TOML's strings, keys and bare values.
struct TOMLSource {
  let lines: SourceLines
  var offset = 0

  init(_ lines: SourceLines) { self.lines = lines }

  var bytes: [UInt8] { lines.bytes }

  /// The next byte; nil at the end.
  var peek: UInt8? { offset < lines.bytes.count ? lines.bytes[offset] : nil }

  func byte(after distance: Int) -> UInt8? {
    offset + distance < lines.bytes.count ? lines.bytes[offset + distance] : nil
  }

  func isAt(_ sign: Unicode.Scalar) -> Bool { peek == UInt8(ascii: sign) }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard isAt(sign) else { return false }
    offset += 1
    return true
  }

  /// Whether a line ends here: at LF, at CRLF or at the end of the document.
  var isAtLineEnd: Bool {
    peek == nil || peek == 0x0A || (peek == 0x0D && byte(after: 1) == 0x0A)
  }

  /// Skips LF or CRLF; false if neither is next.
  mutating func takeLineBreak() -> Bool {
    guard let byte = peek, isAtLineEnd else { return false }
    offset += byte == 0x0D ? 2 : 1
    return true
  }

  /// Skips spaces and tabs.
  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { offset += 1 }
  }

  /// Skips spaces, tabs, comments and line breaks.
  mutating func skipBlank() throws(SettingError) {
    repeat {
      skipSpace()
      try skipComment()
    } while takeLineBreak()
  }

  /// Skips a comment that begins here, up to the end of its line.
  mutating func skipComment() throws(SettingError) {
    guard isAt("#") else { return }
    while let byte = peek, !isAtLineEnd {
      guard !isForbidden(byte) else { throw forbidden(byte, "remove it from this comment") }
      offset += 1
    }
  }
}

// MARK: - Errors

extension TOMLSource {
  func error(at offset: Int, _ sentence: String) -> SettingError {
    SettingError(at: lines.position(atByte: offset), sentence)
  }

  /// Control characters except the tab.
  func isForbidden(_ byte: UInt8) -> Bool { (byte < 0x20 && byte != 0x09) || byte == 0x7F }

  /// The error about the control character that comes next.
  func forbidden(_ byte: UInt8, _ remedy: String) -> SettingError {
    if byte == 0x0D {
      return error(at: offset, "a carriage return is not followed by a line feed; end lines with LF or CRLF")
    }
    return error(at: offset, "the control character \(codePoint(Unicode.Scalar(byte))) is not allowed here; \(remedy)")
  }

  /// What to do about extra text after a value or header; most often the cause is a quote inside a string.
  var remedyForMore: String {
    if isAt(",") { return "put a list in [ ]; write a decimal number with a dot" }
    switch bytes[..<offset].last(where: { $0 != 0x20 && $0 != 0x09 }) {
    case UInt8(ascii: "\""): return "write \\\" for a quote inside a string, or begin a new line"
    case UInt8(ascii: "'"): return "put a string that holds ' in double quotes, or begin a new line"
    default: return "begin a new line, or put the whole value in quotes"
    }
  }

  /// Throws if the next character is a control character that is not allowed anywhere.
  func refuseControlCharacter() throws(SettingError) {
    guard let byte = peek, isForbidden(byte), !isAtLineEnd else { return }
    throw forbidden(byte, "remove it")
  }

  /// The next character, in the form used in messages.
  var shownCharacter: String {
    guard let byte = peek else { return "the end of the file" }
    if byte < 0x20 || byte == 0x7F { return "the control character \(codePoint(Unicode.Scalar(byte)))" }
    let character = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.prefix(1)
    return shownInSentence(String(character))
  }

  /// A range of the document, cut to a length that fits in a message.
  func shown(_ range: Range<Int>) -> String {
    // No character has more than four bytes.
    shownInSentence(String(decoding: bytes[range].prefix(200), as: UTF8.self))
  }
}
