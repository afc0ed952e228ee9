import CourantTesting
import Testing
@testable import Time

/// The fast reader of dates gives what the tolerant one gives, or nothing.
@Suite struct UsualDateTests {
  @Test(arguments: [
    "Mon, 23 Nov 2026 06:00:00 GMT", "Mon, 3 Nov 2026 06:00:00 GMT", "Tue, 24 Nov 2026 23:59:59 +0100",
    "2026-11-23T06:00:00Z", "2026-11-23T06:00:00+01:00", "2026-11-23T06:00:00.123456Z", "2026-11-23T06:00:00-0930",
  ])
  func theTwoUsualFormsAreRead(_ text: String) throws {
    let date = try #require(WrittenDate(usual: text))
    #expect(date == WrittenDate(inPieces: text, nil))
  }

  @Test(arguments: [
    "", "2026-11-23", "2026-11-23T06:00:00", "23 Nov 2026 06:00:00 GMT", "Mon, 31 Feb 2026 06:00:00 GMT",
    "Mon, 23 Nov 2026 24:00:00 GMT", "Mon, 23 Nov 1989 06:00:00 GMT", "2026-11-23T06:00:00Z and more",
    "Mon, 23 Nov 2026 06:00:00 EST", "Mon, 23 Nov 2026 06:00:00 +1500", "Mon, 23 Äää 2026 06:00:00 GMT",
    "2026-11-23T06:00:00.+1401", "2026-11-23T06:00:00. Z",
  ])
  func otherFormsAreLeftToTheOtherReader(_ text: String) { #expect(WrittenDate(usual: text) == nil) }

  @Test func randomDatesMeanTheSameToBothReaders() {
    var random = SeededNumbers()
    var countRead = 0
    for _ in 0..<4_000 {
      let text = Self.changed(Self.usual(&random), &random)
      guard let date = WrittenDate(usual: text) else { continue }
      countRead += 1
      #expect(date == WrittenDate(inPieces: text, nil), "\(text), seed \(random.seed)")
    }
    #expect(countRead > 1_000, "seed \(random.seed)")
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  private static let zones = ["Z", " GMT", " UTC", " +0100", "+05:30", " -0000", "-1400", " +1401", " UT"]

  private static func usual(_ random: inout SeededNumbers) -> String {
    let year = Int.random(in: 1985...2205, using: &random)
    let day = padded(Int.random(in: 1...31, using: &random))
    let month = Int.random(in: 1...12, using: &random)
    let limits = [24, 60, 61]
    let time = limits.map { padded(Int.random(in: 0..<$0, using: &random)) }.joined(separator: ":")
    let zone = zones.randomElement(using: &random) ?? ""
    if Bool.random(using: &random) { return "\(year)-\(padded(month))-\(day)T\(time)\(zone)" }
    return "Fri, \(day) \(months[month - 1]) \(year) \(time)\(zone)"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// One byte of every third is another, is missing, or is there twice.
  private static func changed(_ text: String, _ random: inout SeededNumbers) -> String {
    guard Int.random(in: 0..<3, using: &random) == 0 else { return text }
    var bytes = Array(text.utf8)
    let place = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
    case 1: bytes.remove(at: place)
    default: bytes.insert(bytes[place], at: place)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
