/// A date or date-time written by an author or operator: ISO 8601 as people actually type it.
///
/// Accepts `2026-11-23`, `2016-1-29` (Jekyll), `2026-11-23 13:45[:00[.5]]` with a space or `T` in between, and an
/// optional zone `Z`, `+01:00`, `+0100` or `+01`, with or without a space before it. Anything else is nil; nothing is
/// guessed.
package struct WrittenDate: Hashable, Sendable {
  package let civil: CivilTime
  /// False for a date without a time, which means the start of that day.
  package let hasTime: Bool
  /// Seconds east of UTC, if the author wrote a zone.
  package let offset: Int?

  package init?(_ text: String) {
    var rest = Scanner(text)
    guard let year = rest.number(digits: 4...4), rest.take("-"), let month = rest.number(digits: 1...2),
      rest.take("-"), let day = rest.number(digits: 1...2)
    else { return nil }
    hasTime = rest.take("T") || rest.take("t") || rest.take(" ")
    var civil = CivilTime(year, month, day)
    if hasTime {
      rest.skipSpaces()
      guard rest.readTime(into: &civil) else { return nil }
    }
    rest.skipSpaces()
    let hasZone = !rest.isAtEnd
    offset = hasZone ? rest.offset() : nil
    guard rest.isAtEnd, hasZone == (offset != nil), hasTime || !hasZone else { return nil }
    guard civil.isValid else { return nil }
    self.civil = civil
  }

  /// Parses `M/D/YYYY`, which means one day in the United States and another elsewhere; only for
  /// sources that declare it.
  package init?(us text: String) {
    var rest = Scanner(text)
    guard let month = rest.number(digits: 1...2), rest.take("/"), let day = rest.number(digits: 1...2),
      rest.take("/"), let year = rest.number(digits: 4...4), rest.isAtEnd
    else { return nil }
    civil = CivilTime(year, month, day)
    guard civil.isValid else { return nil }
    hasTime = false
    offset = nil
  }

  init(_ civil: CivilTime, hasTime: Bool, offset: Int?) {
    self.civil = civil
    self.hasTime = hasTime
    self.offset = offset
  }

  /// The instant of the date; without a written zone, the time is in `zone`.
  package func instant(in zone: Zone) -> Instant {
    if let offset { return Instant(seconds: civil.secondsSince1970 - Int64(offset)) }
    return zone.firstInstant(atOrAfter: civil)
  }
}

private struct Scanner {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = Substring(text).utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = rest.first, byte == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  mutating func skipSpaces() { while take(" ") {} }

  mutating func number(digits: ClosedRange<Int>) -> Int? {
    let found = rest.prefix(digits.upperBound).prefix { (0x30...0x39).contains($0) }
    guard found.count >= digits.lowerBound else { return nil }
    rest = rest.dropFirst(found.count)
    return found.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// `hh:mm`, `hh:mm:ss` or `hh:mm:ss.f`; the fraction is dropped. False for anything else.
  mutating func readTime(into civil: inout CivilTime) -> Bool {
    guard let hour = number(digits: 1...2), take(":"), let minute = number(digits: 2...2) else { return false }
    civil.hour = hour
    civil.minute = minute
    guard take(":") else { return true }
    guard let second = number(digits: 2...2), second <= 60 else { return false }
    civil.second = min(second, 59)  // a leap second (60) counts as second 59
    let hasFraction = take(".") || take(",")
    return !hasFraction || number(digits: 1...9) != nil
  }

  /// `Z`, `+hh:mm`, `+hhmm` or `+hh`, in seconds east of UTC.
  mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign: Int
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = number(digits: 2...2), hours <= 18 else { return nil }
    let hasColon = take(":")
    let minutes = number(digits: 2...2)
    guard minutes != nil || !hasColon, (minutes ?? 0) < 60 else { return nil }
    return sign * (hours * 3600 + (minutes ?? 0) * 60)
  }
}
