extension TOMLSource {
  /// A value without quotes or brackets: a boolean, a number, a date or a time.
  mutating func bareValue() throws(SettingError) -> Setting.Value {
    let start = offset
    skipBareBytes()
    // A space may replace the T between a date and a time.
    if offset - start == 10, isAt(" "), isDigit(byte(after: 1)), isDay(start..<offset) {
      offset += 1
      skipBareBytes()
    }
    guard offset > start else {
      try refuseControlCharacter()
      throw missingValue()
    }
    guard isAtEndOfBareValue else {
      throw error(at: offset, "\(shownCharacter) cannot be part of a value without quotes; put the value in quotes")
    }
    return try value(start..<offset)
  }

  private func value(_ range: Range<Int>) throws(SettingError) -> Setting.Value {
    switch String(decoding: bytes[range].prefix(6), as: UTF8.self) {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "inf", "+inf": return .float(.infinity)
    case "-inf": return .float(-.infinity)
    case "nan", "+nan", "-nan": return .float(.nan)
    default: break
    }
    if isMoment(range) {
      try checkMoment(range)
      return .date(String(decoding: bytes[range], as: UTF8.self))
    }
    return try number(range)
  }

  private mutating func skipBareBytes() {
    while let byte = peek, isBareByte(byte) { offset += 1 }
  }

  private func isBareByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "+-._:".utf8.contains(byte)
    }
  }

  private var isAtEndOfBareValue: Bool {
    guard let byte = peek, !isAtLineEnd else { return true }
    return " \t,]}#".utf8.contains(byte)
  }

  /// Whether a typographic quote is next; word processors turn straight quotes into these.
  private var isAtCurlyQuote: Bool {
    ["“", "”", "„", "‘", "’", "«", "»"].contains { bytes[offset...].starts(with: $0.utf8) }
  }

  private func missingValue() -> SettingError {
    guard let byte = peek, !isAtLineEnd, byte != UInt8(ascii: "#") else {
      return error(at: offset, "a value is missing here; write one, such as \"…\" or 12")
    }
    switch byte {
    case UInt8(ascii: ","):
      return error(at: offset, "there is no value before this comma; write one or remove the comma")
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "="):
      return error(at: offset, "there is no value before this \(shownCharacter); write one, such as \"…\" or 12")
    default:
      let remedy = isAtCurlyQuote ? "use straight quotes, as in \"…\"" : "put the value in quotes"
      return error(at: offset, "\(shownCharacter) cannot begin a value; \(remedy)")
    }
  }
}

// MARK: - Errors about words

extension TOMLSource {
  /// The error about a word without quotes that is not a number or any other value.
  func notAValue(_ range: Range<Int>) -> SettingError {
    let word = String(decoding: bytes[range].prefix(10), as: UTF8.self)
    let remedy =
      switch word.lowercased() {
      case "true", "false", "inf", "nan": "write \(word.lowercased())"
      case "yes", "on": "write true, or put it in quotes"
      case "no", "off": "write false, or put it in quotes"
      case "null", "nil", "none": "remove the key, or put the word in quotes"
      default: "put words in quotes, as in \"…\""
      }
    return error(at: range.lowerBound, "\(shown(range)) is not a value; \(remedy)")
  }

  func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
}
