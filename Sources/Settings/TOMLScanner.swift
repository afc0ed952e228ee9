/// Steps over the pieces of a TOML document: blank space, keys, strings, bare values.
struct TOMLScanner {
  private let lines: SourceLines
  private(set) var offset = 0

  init(_ lines: SourceLines) { self.lines = lines }

  var peek: UInt8? { offset < lines.bytes.count ? lines.bytes[offset] : nil }

  mutating func skip(_ count: Int) { offset = min(offset + count, lines.bytes.count) }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: sign) else { return false }
    offset += 1
    return true
  }

  /// Spaces and tabs.
  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { offset += 1 }
  }

  /// Spaces, line ends and comments.
  mutating func skipBlank() {
    while let byte = peek {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      case UInt8(ascii: "#"): while let byte = peek, byte != 0x0A { offset += 1 }
      default: return
      }
    }
  }

  /// A number, a date or a word: up to a comma, a bracket, a comment or the line's end, without the spaces before it.
  mutating func skipBareValue() {
    var end = offset
    while let byte = peek, !",]}#\n\r".utf8.contains(byte) {
      offset += 1
      if byte != 0x20, byte != 0x09 { end = offset }
    }
    offset = end
  }

  /// Says whether it was a multi-line string.
  mutating func skipString() throws(SettingError) -> Bool {
    guard let quote = peek else { return false }
    let isMultiline = lines.bytes[offset...].starts(with: [quote, quote, quote])
    guard isMultiline else {
      _ = try quoted(quote)
      return false
    }
    offset += 3
    while peek != nil, !lines.bytes[offset...].starts(with: [quote, quote, quote]) { try skipCharacter(quote) }
    offset += 3
    // Up to two quotes may stand directly before the closing three.
    for _ in 0..<2 where peek == quote { offset += 1 }
    return true
  }

  /// `a . "b" . 'c'`
  mutating func keyPath() throws(SettingError) -> [TOMLKey] {
    skipSpace()
    var path = [try key()]
    skipSpace()
    while take(".") {
      skipSpace()
      path.append(try key())
      skipSpace()
    }
    return path
  }

  private mutating func key() throws(SettingError) -> TOMLKey {
    let start = offset
    if let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return TOMLKey(name: try quoted(quote), start: start)
    }
    while let byte = peek, !" \t.=]\n\r".utf8.contains(byte) { offset += 1 }
    return TOMLKey(name: String(decoding: lines.bytes[start..<offset], as: UTF8.self), start: start)
  }

  /// A one-line string, its escapes resolved.
  private mutating func quoted(_ quote: UInt8) throws(SettingError) -> String {
    offset += 1
    var text: [UInt8] = []
    while let byte = peek, byte != quote { text += try skipCharacter(quote) ?? [byte] }
    offset += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Steps over a byte or an escape; what the escape stands for, if it was one.
  @discardableResult
  private mutating func skipCharacter(_ quote: UInt8) throws(SettingError) -> [UInt8]? {
    let start = offset
    offset += 1
    guard quote == UInt8(ascii: "\""), lines.bytes[start] == UInt8(ascii: "\\"), let letter = peek else { return nil }
    offset += 1
    switch letter {
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "u"): return try scalar(digits: 4, from: start)
    case UInt8(ascii: "U"): return try scalar(digits: 8, from: start)
    default: return [letter]
    }
  }

  /// TOMLKit hands texts over as C strings, which end at a NUL: refused rather than cut.
  private mutating func scalar(digits: Int, from start: Int) throws(SettingError) -> [UInt8] {
    let hex = String(decoding: lines.bytes[offset..<min(offset + digits, lines.bytes.count)], as: UTF8.self)
    skip(digits)
    guard let value = UInt32(hex, radix: 16), value != 0, let scalar = Unicode.Scalar(value) else {
      throw SettingError(at: lines.mark(atByte: start), "a text cannot hold the character NUL; remove it.")
    }
    return Array(String(Character(scalar)).utf8)
  }
}
