/// A point in time, in whole seconds since 1970-01-01T00:00:00Z (POSIX: leap seconds do not count).
///
/// Everything Courant records or compares is in whole seconds, so equality is exact and a ledger column is an integer.
package struct Instant: Hashable, Comparable, Sendable, Codable {
  package var seconds: Int64

  package init(seconds: Int64) { self.seconds = seconds }

  package init(from decoder: any Decoder) throws {
    seconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }

  package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
  package static func + (a: Instant, b: Duration) -> Instant { Instant(seconds: a.seconds + b.components.seconds) }
  package static func - (a: Instant, b: Duration) -> Instant { Instant(seconds: a.seconds - b.components.seconds) }
  package static func - (a: Instant, b: Instant) -> Duration { .seconds(a.seconds - b.seconds) }
}

extension Instant {
  /// The civil time in UTC.
  package var civil: CivilTime { CivilTime(secondsSince1970: seconds) }

  /// RFC 3339 §5.6 in UTC: `2026-11-23T07:00:00Z`.
  package var rfc3339: String {
    var date = DateText()
    date.append(civil)
    date.append("Z")
    return date.text
  }

  /// RFC 5322 §3.3 with a numeric zone `offset` seconds east of UTC: `Mon, 23 Nov 2026 07:00:00 +0000`.
  ///
  /// RSS 2.0's `pubDate` has the same form.
  package func rfc5322(offset: Int = 0) -> String {
    let local = CivilTime(secondsSince1970: seconds + Int64(offset))
    let minutes = abs(offset) / 60
    var date = DateText()
    date.append(local.weekday.englishAbbreviation)
    date.append(", ")
    date.append(twoDigits: local.day)
    date.append(englishMonths[local.month - 1])
    date.append(year: local.year)
    date.append(" ")
    date.append(timeOf: local)
    date.append(offset < 0 ? " -" : " +")
    date.append(twoDigits: minutes / 60)
    date.append(twoDigits: minutes % 60)
    return date.text
  }

  /// Parses an RFC 3339 date-time with a zone (`Z` or `+hh:mm`); fractions of a second are dropped.
  package init?(rfc3339 text: String) {
    guard let written = WrittenDate(text), let offset = written.offset, written.hasTime else { return nil }
    self.init(seconds: written.civil.secondsSince1970 - Int64(offset))
  }
}

/// With a space on both sides, as in dates.
private let englishMonths: [StaticString] = [
  " Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec ",
]

func twoDigits(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }

func fourDigits(_ n: Int) -> String {
  let digits = "\(n)"
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
