import CourantTesting
import Foundation
import Testing
import Time

/// Our own dates against those of Foundation, whose formatters are too slow for feeds.
@Suite struct DateTextTests {
  @Test func datesOfNineThousandYearsAreThoseOfFoundation() {
    var random = SeededNumbers(seed: UInt64.random(in: 0...UInt64.max))
    let (rfc3339, rfc5322) = (format("yyyy-MM-dd'T'HH:mm:ss'Z'"), format("EEE, dd MMM yyyy HH:mm:ss Z"))
    // 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z, and each of the last fifty years more often.
    let ranges: [ClosedRange<Int64>] = [-62_135_596_800...253_402_300_799, 1_577_836_800...3_155_760_000]
    for _ in 0..<1000 {
      for range in ranges {
        let instant = Instant(seconds: Int64.random(in: range, using: &random))
        let date = Date(timeIntervalSince1970: TimeInterval(instant.seconds))
        #expect(instant.rfc3339 == rfc3339.string(from: date), "seed \(random.seed)")
        #expect(instant.rfc5322() == rfc5322.string(from: date), "seed \(random.seed)")
      }
    }
  }

  @Test(arguments: [-62_135_596_800, -1, 0, 951_782_399, 4_107_542_400, 253_402_300_799])
  func theEdgesAreThoseOfFoundation(seconds: Int64) {
    let date = Date(timeIntervalSince1970: TimeInterval(seconds))
    #expect(Instant(seconds: seconds).rfc3339 == format("yyyy-MM-dd'T'HH:mm:ss'Z'").string(from: date))
  }

  @Test func yearsOfMoreThanFourDigitsAreWhole() {
    #expect(Instant(seconds: 253_402_300_800).rfc3339 == "10000-01-01T00:00:00Z")
  }

  private func format(_ pattern: String) -> DateFormatter {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.gregorianStartDate = Date.distantPast  // proleptic, as RFC 3339 has it
    format.dateFormat = pattern
    return format
  }
}
