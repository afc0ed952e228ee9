/// A point in time, in whole seconds since 1970-01-01T00:00:00Z (POSIX: leap seconds do not count).
///
/// Everything Courant records or compares is a whole second, so equality is exact and a ledger column is an integer.
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
  package var rfc3339: String { civil.iso8601 + "Z" }

  /// RFC 5322 §3.3 with a numeric zone `offset` seconds east of UTC: `Mon, 23 Nov 2026 07:00:00 +0000`.
  ///
  /// RSS 2.0's `pubDate` has the same form.
  package func rfc5322(offset: Int = 0) -> String {
    let local = CivilTime(secondsSince1970: seconds + Int64(offset))
    let sign = offset < 0 ? "-" : "+"
    let minutes = abs(offset) / 60
    return "\(local.weekday.englishAbbreviation), \(twoDigits(local.day)) \(englishMonths[local.month - 1]) "
      + "\(fourDigits(local.year)) \(twoDigits(local.hour)):\(twoDigits(local.minute)):\(twoDigits(local.second)) "
      + "\(sign)\(twoDigits(minutes / 60))\(twoDigits(minutes % 60))"
  }

  /// Reads an RFC 3339 date-time with a zone (`Z` or `+hh:mm`); fractions of a second are dropped.
  package init?(rfc3339 text: String) {
    guard let written = WrittenDate(text), let offset = written.offset, written.hasTime else { return nil }
    self.init(seconds: written.civil.secondsSince1970 - Int64(offset))
  }
}

let englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

/// `form` with numbers of two digits at places in it: every article has a handful of dates, and interpolation takes its time.
func written(_ form: StaticString, _ numbers: [(place: Int, number: Int)]) -> String {
  String(unsafeUninitializedCapacity: form.utf8CodeUnitCount) { bytes in
    _ = bytes.initialize(from: UnsafeBufferPointer(start: form.utf8Start, count: form.utf8CodeUnitCount))
    for (place, number) in numbers {
      bytes[place] = 0x30 + UInt8(truncatingIfNeeded: number / 10)
      bytes[place + 1] = 0x30 + UInt8(truncatingIfNeeded: number % 10)
    }
    return form.utf8CodeUnitCount
  }
}

func twoDigits(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }

func fourDigits(_ n: Int) -> String {
  let digits = "\(n)"
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
