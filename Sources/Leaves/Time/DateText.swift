/// A date being written, byte by byte. String interpolation would take ten times as long, and a feed has
/// three dates per article.
struct DateText {
  private var bytes: [UInt8] = []

  /// Reserves space for the longest form.
  init() { bytes.reserveCapacity(32) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// - Parameter n: 0–99.
  mutating func append(twoDigits n: Int) {
    bytes.append(UInt8(ascii: "0") + UInt8(n / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(n % 10))
  }

  mutating func append(year: Int) {
    guard (0...9999).contains(year) else { return bytes.append(contentsOf: fourDigits(year).utf8) }
    append(twoDigits: year / 100)
    append(twoDigits: year % 100)
  }

  /// `2026-11-23`.
  mutating func append(isoDate civil: CivilTime) {
    append(year: civil.year)
    append("-")
    append(twoDigits: civil.month)
    append("-")
    append(twoDigits: civil.day)
  }

  /// `2026-11-23T07:00:00`.
  mutating func append(_ civil: CivilTime) {
    append(isoDate: civil)
    append("T")
    append(timeOf: civil)
  }

  /// `07:00:00`.
  mutating func append(timeOf civil: CivilTime) {
    append(twoDigits: civil.hour)
    append(":")
    append(twoDigits: civil.minute)
    append(":")
    append(twoDigits: civil.second)
  }
}
