import Foundation
import Testing

@testable import Time

@Suite struct CivilTimeTests {
  @Test(
    arguments: [
      (0, CivilTime(1970, 1, 1), Weekday.thursday),
      (-1, CivilTime(1969, 12, 31, 23, 59, 59), .wednesday),
      (1_795_417_205, CivilTime(2026, 11, 23, 7, 0, 5), .monday),
      (951_782_400, CivilTime(2000, 2, 29), .tuesday),
      (4_107_542_400, CivilTime(2100, 3, 1), .monday),
      (-2_203_891_200, CivilTime(1900, 3, 1), .thursday),
      (-62_135_596_800, CivilTime(1, 1, 1), .monday),
      (253_402_300_799, CivilTime(9999, 12, 31, 23, 59, 59), .friday),
    ] as [(Int64, CivilTime, Weekday)])
  func secondsAndCivilTimesAreInverse(seconds: Int64, civil: CivilTime, weekday: Weekday) {
    #expect(CivilTime(secondsSince1970: seconds) == civil)
    #expect(civil.secondsSince1970 == seconds)
    #expect(civil.weekday == weekday)
  }

  @Test func fourHundredYearsOfDaysFollowOneAnother() {
    var day = CivilTime(1800, 1, 1)
    var wrong: [CivilTime] = []
    for number in day.daysSince1970...(day.daysSince1970 + 146_097) {
      let isRight = CivilTime(secondsSince1970: Int64(number) * 86_400) == day && day.daysSince1970 == number
      if !isRight { wrong.append(day) }
      day = tomorrow(of: day)
    }
    #expect(wrong == [])
    #expect(day == CivilTime(2200, 1, 2))
  }

  @Test(arguments: [
    (CivilTime(2028, 2, 29), true), (CivilTime(2026, 2, 29), false), (CivilTime(2100, 2, 29), false),
    (CivilTime(2000, 2, 29), true), (CivilTime(2026, 4, 31), false), (CivilTime(2026, 0, 1), false),
    (CivilTime(2026, 13, 1), false), (CivilTime(2026, 1, 0), false), (CivilTime(2026, 1, 1, 24), false),
    (CivilTime(2026, 1, 1, 0, 60), false), (CivilTime(2026, 1, 1, 23, 59, 60), false),
    (CivilTime(2026, 12, 31, 23, 59, 59), true),
  ])
  func onlyTimesThatACalendarHasAreValid(civil: CivilTime, isValid: Bool) {
    #expect(civil.isValid == isValid)
  }

  @Test func civilTimesAreWrittenAsISO8601() {
    let civil = CivilTime(987, 6, 5, 4, 3, 2)
    #expect(civil.isoDate == "0987-06-05")
    #expect(civil.iso8601 == "0987-06-05T04:03:02")
  }

  private func tomorrow(of day: CivilTime) -> CivilTime {
    if day.day < CivilTime.days(inMonth: day.month, of: day.year) {
      return CivilTime(day.year, day.month, day.day + 1)
    }
    return day.month < 12 ? CivilTime(day.year, day.month + 1, 1) : CivilTime(day.year + 1, 1, 1)
  }
}

@Suite struct InstantTests {
  @Test(arguments: [
    (0, "Mon, 23 Nov 2026 07:00:05 +0000"), (20_700, "Mon, 23 Nov 2026 12:45:05 +0545"),
    (-18_000, "Mon, 23 Nov 2026 02:00:05 -0500"), (-34_200, "Sun, 22 Nov 2026 21:30:05 -0930"),
    (50_400, "Mon, 23 Nov 2026 21:00:05 +1400"),
  ])
  func mailDatesNameTheirOffset(offset: Int, text: String) {
    #expect(Instant(seconds: 1_795_417_205).rfc5322(offset: offset) == text)
  }

  @Test(
    arguments: [
      ("2026-11-23T07:00:05Z", 1_795_417_205), ("2026-11-23t12:45:05.999+05:45", 1_795_417_205),
      ("2026-11-22T21:30:05-09:30", 1_795_417_205), ("1969-12-31T23:59:59Z", -1),
      ("2026-11-23T07:00:05", nil), ("2026-11-23", nil), ("2026-11-23T07:00:05+01:", nil), ("", nil),
    ] as [(String, Int64?)])
  func instantsAreReadOnlyWithAZone(text: String, seconds: Int64?) {
    #expect(Instant(rfc3339: text)?.seconds == seconds)
  }

  @Test func instantsAreWrittenAsUTCAndCodedAsANumber() throws {
    let instant = Instant(seconds: 1_795_417_205)
    #expect(instant.rfc3339 == "2026-11-23T07:00:05Z")
    #expect(try JSONEncoder().encode([instant]) == Data("[1795417205]".utf8))
    #expect(try JSONDecoder().decode([Instant].self, from: Data("[1795417205]".utf8)) == [instant])
  }

  @Test func durationsAreAddedAndFoundAgain() {
    let (a, b) = (Instant(seconds: 100), Instant(seconds: 160))
    #expect(a + .seconds(60) == b)
    #expect(b - .seconds(60) == a)
    #expect(b - a == .seconds(60))
    #expect(a < b)
  }
}
