/// A string of a TOML document.
struct TOMLString {
  let text: String
  /// Offset of its first byte, if the source has the string verbatim: on one line and without escapes.
  let start: Int?
}

/// One of TOML's four kinds of quotes.
private struct TOMLQuote {
  let sign: UInt8
  let isMultiline: Bool

  var hasEscapes: Bool { sign == UInt8(ascii: "\"") }
  var delimiter: String { String(repeating: Character(Unicode.Scalar(sign)), count: isMultiline ? 3 : 1) }
}

extension TOMLSource {
  /// Whether a string begins here.
  var isAtString: Bool { isAt("\"") || isAt("'") }

  /// Whether a multi-line string begins here.
  var isAtTripleQuote: Bool { isAtString && byte(after: 1) == peek && byte(after: 2) == peek }

  /// The string that begins here, with any of the four kinds of quotes.
  mutating func string() throws(SettingError) -> TOMLString {
    isAtTripleQuote ? try multilineString() : try oneLineString()
  }

  mutating func oneLineString() throws(SettingError) -> TOMLString {
    let open = offset
    let quote = TOMLQuote(sign: bytes[open], isMultiline: false)
    var text: [UInt8] = []
    offset += 1
    while peek != quote.sign, !isAtLineEnd { try readCharacter(in: quote, into: &text) }
    guard peek == quote.sign else {
      throw error(
        at: open, "the string that begins here has no closing quote; end it with \(quote.delimiter) on the same line")
    }
    offset += 1
    let isAsShown = text.count == offset - open - 2
    return TOMLString(text: String(decoding: text, as: UTF8.self), start: isAsShown ? open + 1 : nil)
  }

  private mutating func multilineString() throws(SettingError) -> TOMLString {
    let open = offset
    let quote = TOMLQuote(sign: bytes[open], isMultiline: true)
    var text: [UInt8] = []
    offset += 3
    _ = takeLineBreak()
    while peek != quote.sign || !isAtTripleQuote {
      guard peek != nil else {
        throw error(at: open, "the string that begins here never ends; close it with \(quote.delimiter)")
      }
      if isAtLineEnd { text += lineBreak() } else { try readCharacter(in: quote, into: &text) }
    }
    offset += 3
    // One or two quotes may precede the three closing ones.
    for _ in 0..<2 where peek == quote.sign {
      text.append(quote.sign)
      offset += 1
    }
    return TOMLString(text: String(decoding: text, as: UTF8.self), start: nil)
  }

  /// Skips a line break and returns it as written.
  private mutating func lineBreak() -> ArraySlice<UInt8> {
    let start = offset
    _ = takeLineBreak()
    return bytes[start..<offset]
  }

  /// Reads one byte, or one escape if the quote allows escapes.
  private mutating func readCharacter(in quote: TOMLQuote, into text: inout [UInt8]) throws(SettingError) {
    let byte = bytes[offset]
    guard !isForbidden(byte) else {
      throw forbidden(byte, quote.hasEscapes ? "write it as an escape such as \\u001B, or remove it" : "remove it")
    }
    if quote.hasEscapes, byte == UInt8(ascii: "\\") {
      try readEscape(in: quote, into: &text)
    } else {
      text.append(byte)
      offset += 1
    }
  }
}

// MARK: - Escapes

extension TOMLSource {
  private mutating func readEscape(in quote: TOMLQuote, into text: inout [UInt8]) throws(SettingError) {
    let start = offset
    offset += 1
    if skipEscapedLineBreak(in: quote) { return }
    // A one-line string without its closing quote is reported as a whole.
    guard let letter = peek, !isAtLineEnd else { return }
    offset += 1
    switch letter {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(letter)
    case UInt8(ascii: "u"): text += try scalar(digits: 4, from: start)
    case UInt8(ascii: "U"): text += try scalar(digits: 8, from: start)
    default: throw unknownEscape(at: start)
    }
  }

  /// After a backslash at the end of a line, all white space up to the next visible character is left out.
  private mutating func skipEscapedLineBreak(in quote: TOMLQuote) -> Bool {
    let start = offset
    skipSpace()
    guard quote.isMultiline, takeLineBreak() else {
      offset = start
      return false
    }
    repeat { skipSpace() } while takeLineBreak()
    return true
  }

  /// The character for `\u00E9` or `\U000000E9`, as UTF-8.
  private mutating func scalar(digits: Int, from start: Int) throws(SettingError) -> String.UTF8View {
    let isHexDigit = { (byte: UInt8) in Character(Unicode.Scalar(byte)).isHexDigit }
    let found = bytes[offset...].prefix(digits).prefix(while: isHexDigit)
    offset += found.count
    let written = shown(start..<offset)
    guard found.count == digits else {
      throw error(at: start, "\(written) is an incomplete escape; write \\u with 4 or \\U with 8 hexadecimal digits")
    }
    let value = UInt32(String(decoding: found, as: UTF8.self), radix: 16)
    guard let scalar = value.flatMap(Unicode.Scalar.init) else {
      throw error(at: start, "\(written) is not a Unicode character; write the character itself or its code point")
    }
    return String(Character(scalar)).utf8
  }

  private func unknownEscape(at start: Int) -> SettingError {
    let remedy =
      switch bytes[start + 1] {
      case UInt8(ascii: "e"): "write \\u001B"
      case UInt8(ascii: "x"): "write \\u00 and two hexadecimal digits"
      case UInt8(ascii: "'"): "write ' alone"
      default: "write \\\\ for a backslash, or put the string in single quotes"
      }
    var escaped = self
    escaped.offset = start + 1
    return error(at: start, "a backslash before \(escaped.shownCharacter) has no meaning in TOML 1.0; \(remedy)")
  }
}
