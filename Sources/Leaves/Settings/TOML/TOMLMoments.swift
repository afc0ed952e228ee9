extension TOMLSource {
  /// Whether a value without quotes is meant as a date or a time: four digits and a dash, or a colon.
  func isMoment(_ range: Range<Int>) -> Bool {
    let digits = bytes[range].prefix(while: isDigit)
    guard !digits.isEmpty, digits.endIndex < range.upperBound else { return false }
    switch bytes[digits.endIndex] {
    case UInt8(ascii: "-"), UInt8(ascii: ":"): return true
    default: return false
    }
  }

  /// Whether it has the form 2026-11-23.
  func isDay(_ range: Range<Int>) -> Bool {
    bytes[range].indices.allSatisfy { index in
      let place = index - range.lowerBound
      return place == 4 || place == 7 ? bytes[index] == UInt8(ascii: "-") : isDigit(bytes[index])
    }
  }

  /// Checks a date, a time or both (RFC 3339 §5.6, but the offset is optional and a space may replace the T).
  func checkMoment(_ range: Range<Int>) throws(SettingError) {
    var moment = TOMLMoment(rest: bytes[range])
    if let fault = moment.fault() {
      throw error(at: range.lowerBound, "\(shown(range)) \(fault)")
    }
  }
}

/// The unread rest of a date or a time.
private struct TOMLMoment {
  var rest: ArraySlice<UInt8>

  /// The fault, as the end of a sentence; nil if it is valid.
  mutating func fault() -> String? {
    let hasDay = rest.dropFirst(2).first != UInt8(ascii: ":")
    if hasDay {
      if let fault = dayFault() { return fault }
      if rest.isEmpty { return nil }
      guard take("T") || take("t") || take(" ") else { return Self.shape }
    }
    if let fault = timeFault() { return fault }
    if hasDay, let fault = offsetFault() { return fault }
    return rest.isEmpty ? nil : Self.shape
  }

  private static let shape = "is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"

  private mutating func dayFault() -> String? {
    guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
      let day = number(digits: 2)
    else { return Self.shape }
    guard (1...12).contains(month) else { return "has no month between 01 and 12; correct it" }
    let last = Self.days(in: month, of: year)
    guard (1...last).contains(day) else { return "names a day that its month does not have; the last one is \(last)" }
    return nil
  }

  private mutating func timeFault() -> String? {
    guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2) else { return Self.shape }
    guard hour < 24, minute < 60 else { return "is not a time of day; hours go to 23 and minutes to 59" }
    guard take(":") else { return "has no seconds; write them, such as 07:30:00" }
    guard let second = number(digits: 2) else { return Self.shape }
    // 60 is a leap second.
    guard second <= 60 else { return "is not a time of day; seconds go to 59" }
    guard take(".") else { return nil }
    let fraction = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest[fraction.endIndex...]
    return fraction.isEmpty ? "has no digit after the dot; write one or remove the dot" : nil
  }

  /// The fault of the offset: `Z`, `+01:00` or nothing is valid.
  private mutating func offsetFault() -> String? {
    if rest.isEmpty || take("Z") || take("z") { return nil }
    guard take("+") || take("-") else { return Self.shape }
    guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2) else {
      return "has an incomplete offset; write it as +01:00 or Z"
    }
    return hour < 24 && minute < 60 ? nil : "has an impossible offset; hours go to 23 and minutes to 59"
  }

  private mutating func number(digits count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// In the Gregorian calendar.
  private static func days(in month: Int, of year: Int) -> Int {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return isLeapYear ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}
