extension TOMLSource {
  /// A whole number of 64 bits, decimal or with the prefix `0x`, `0o` or `0b`, or a floating-point number.
  func number(_ range: Range<Int>) throws(SettingError) -> Setting.Value {
    let written = bytes[range]
    let isSigned = written.first == UInt8(ascii: "+") || written.first == UInt8(ascii: "-")
    let digits = isSigned ? written.dropFirst() : written
    guard isDigit(digits.first) else { throw notANumber(range, digits) }
    if let radix = radix(of: digits) { return try prefixed(range, radix, isSigned: isSigned) }
    let isWhole = digits.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "_") }
    let whole = digits.prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
    guard isGrouped(whole) else { throw wronglyGrouped(range) }
    guard whole.first != UInt8(ascii: "0") || whole.count == 1 else {
      throw error(
        at: range.lowerBound, "\(shown(range)) begins with a zero, which no number may; remove it, or use quotes")
    }
    return isWhole ? try integer(range, written, radix: 10) : try float(range, after: whole)
  }

  private func radix(of digits: ArraySlice<UInt8>) -> Int? {
    guard digits.first == UInt8(ascii: "0") else { return nil }
    switch digits.dropFirst().first {
    case UInt8(ascii: "x"): return 16
    case UInt8(ascii: "o"): return 8
    case UInt8(ascii: "b"): return 2
    default: return nil
    }
  }

  private func prefixed(_ range: Range<Int>, _ radix: Int, isSigned: Bool) throws(SettingError) -> Setting.Value {
    guard !isSigned else {
      throw error(at: range.lowerBound, "\(shown(range)) has a sign before its prefix; write it as a decimal number")
    }
    let digits = bytes[range].dropFirst(2)
    let isAllowed = { (byte: UInt8) in
      byte == UInt8(ascii: "_") || Character(Unicode.Scalar(byte)).hexDigitValue.map { $0 < radix } ?? false
    }
    guard !digits.isEmpty, digits.allSatisfy(isAllowed) else {
      throw error(at: range.lowerBound, "\(shown(range)) is not a number to the base \(radix); correct its digits")
    }
    guard isGrouped(digits) else { throw wronglyGrouped(range) }
    return try integer(range, digits, radix: radix)
  }

  private func integer(_ range: Range<Int>, _ digits: ArraySlice<UInt8>, radix: Int) throws(SettingError)
    -> Setting.Value
  {
    let plain = digits.filter { $0 != UInt8(ascii: "_") }
    guard let number = Int64(String(decoding: plain, as: UTF8.self), radix: radix) else {
      throw error(
        at: range.lowerBound, "\(shown(range)) does not fit into 64 bits; write a smaller number, or put it in quotes")
    }
    return .integer(number)
  }

  /// `1.5`, `1e6`, `1.5e-6`: the part after the whole digits.
  private func float(_ range: Range<Int>, after whole: ArraySlice<UInt8>) throws(SettingError) -> Setting.Value {
    var rest = bytes[whole.endIndex..<range.upperBound]
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard try dropDigits(from: &rest, range) else {
        throw error(at: range.lowerBound, "\(shown(range)) has no digit after the dot; write one, such as 1.0")
      }
    }
    if rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard try dropDigits(from: &rest, range) else {
        throw error(at: range.lowerBound, "\(shown(range)) has no digit after the e; write one, such as 1e6")
      }
    }
    let plain = bytes[range].filter { $0 != UInt8(ascii: "_") }
    guard rest.isEmpty, let number = Double(String(decoding: plain, as: UTF8.self)) else { throw notAValue(range) }
    guard number.isFinite else {
      throw error(at: range.lowerBound, "\(shown(range)) is too large; write a smaller number, or inf")
    }
    return .float(number)
  }

  /// Whether there were any digits.
  private func dropDigits(from rest: inout ArraySlice<UInt8>, _ range: Range<Int>) throws(SettingError) -> Bool {
    let digits = rest.prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
    rest = rest[digits.endIndex...]
    guard isGrouped(digits) else { throw wronglyGrouped(range) }
    return !digits.isEmpty
  }

  /// Whether every underscore is between two digits.
  private func isGrouped(_ digits: ArraySlice<UInt8>) -> Bool {
    let underscore = UInt8(ascii: "_")
    return digits.first != underscore && digits.last != underscore
      && !zip(digits, digits.dropFirst()).contains { $0 == underscore && $1 == underscore }
  }

  private func wronglyGrouped(_ range: Range<Int>) -> SettingError {
    error(at: range.lowerBound, "\(shown(range)) has an underscore that is not between two digits; remove it")
  }

  private func notANumber(_ range: Range<Int>, _ digits: ArraySlice<UInt8>) -> SettingError {
    guard digits.first == UInt8(ascii: "."), isDigit(digits.dropFirst().first) else { return notAValue(range) }
    return error(at: range.lowerBound, "\(shown(range)) has no digit before the dot; write one, such as 0.5")
  }
}
