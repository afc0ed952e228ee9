/// The bytes of a TOML document and how far they have been read.
///
/// The strings, keys and bare values of TOML are read by extensions of this type, each in a file of its own.
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

  /// Whether a line ends here, at LF or CRLF or with the document.
  var isAtLineEnd: Bool {
    peek == nil || peek == 0x0A || (peek == 0x0D && byte(after: 1) == 0x0A)
  }

  /// LF or CRLF.
  mutating func takeLineBreak() -> Bool {
    guard let byte = peek, isAtLineEnd else { return false }
    offset += byte == 0x0D ? 2 : 1
    return true
  }

  /// Spaces and tabs.
  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { offset += 1 }
  }

  /// Spaces, tabs, comments and line breaks.
  mutating func skipBlank() throws(SettingError) {
    repeat {
      skipSpace()
      try skipComment()
    } while takeLineBreak()
  }

  /// A comment, if one begins here, up to the end of its line.
  mutating func skipComment() throws(SettingError) {
    guard isAt("#") else { return }
    while let byte = peek, !isAtLineEnd {
      guard !isForbidden(byte) else { throw forbidden(byte, "remove it from this comment") }
      offset += 1
    }
  }
}

// MARK: - Complaints

extension TOMLSource {
  func error(at offset: Int, _ sentence: String) -> SettingError {
    SettingError(at: lines.mark(atByte: offset), sentence)
  }

  /// A control character other than the tab.
  func isForbidden(_ byte: UInt8) -> Bool { (byte < 0x20 && byte != 0x09) || byte == 0x7F }

  /// About the control character that comes next.
  func forbidden(_ byte: UInt8, _ remedy: String) -> SettingError {
    if byte == 0x0D {
      return error(at: offset, "a carriage return is not followed by a line feed; end lines with LF or CRLF")
    }
    return error(at: offset, "the control character \(codePoint(Unicode.Scalar(byte))) is not allowed here; \(remedy)")
  }

  /// What to do about something after a value or header; most of the time it is a quote inside a string.
  var remedyForMore: String {
    if isAt(",") { return "put a list in [ ]; write a decimal number with a dot" }
    switch bytes[..<offset].last(where: { $0 != 0x20 && $0 != 0x09 }) {
    case UInt8(ascii: "\""): return "write \\\" for a quote inside a string, or begin a new line"
    case UInt8(ascii: "'"): return "put a string that holds ' in double quotes, or begin a new line"
    default: return "begin a new line, or put the whole value in quotes"
    }
  }

  /// Throws if a control character comes next that cannot be anywhere.
  func refuseControlCharacter() throws(SettingError) {
    guard let byte = peek, isForbidden(byte), !isAtLineEnd else { return }
    throw forbidden(byte, "remove it")
  }

  /// The character that comes next, as a sentence can show it.
  var shownCharacter: String {
    guard let byte = peek else { return "the end of the file" }
    if byte < 0x20 || byte == 0x7F { return "the control character \(codePoint(Unicode.Scalar(byte)))" }
    let character = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.prefix(1)
    return shownInSentence(String(character))
  }

  /// What the document says in a range, cut to what a sentence can hold.
  func shown(_ range: Range<Int>) -> String {
    // No character has more than four bytes.
    shownInSentence(String(decoding: bytes[range].prefix(200), as: UTF8.self))
  }
}
