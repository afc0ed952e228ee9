import CourantTesting
import Model
import Testing
import Time

/// Which week the letter of a moment is about.
struct WeekTests {
  @Test(arguments: [
    ("2026-11-23T07:59:59Z", "2026-11-09"), ("2026-11-23T08:00:00Z", "2026-11-16"),
    ("2026-11-29T23:59:59Z", "2026-11-16"), ("2026-11-30T08:00:00Z", "2026-11-23"),
    // Summer time: 8:00 in London is 7:00 UTC.
    ("2026-06-22T06:59:59Z", "2026-06-08"), ("2026-06-22T07:00:00Z", "2026-06-15"),
  ])
  func theLetterIsDueOnMondayMorning(now: String, first: String) throws {
    let london = try #require(Zone("Europe/London"))
    #expect(Week(dueAt: .at(now), in: london).text == first)
  }

  @Test func aWeekEndsOnSunday() throws {
    let week = try #require(Week("2026-11-16"))
    #expect(week.lastDate == "2026-11-22")
    #expect(!week.contains(.at("2026-11-15T23:59:59Z")))
    #expect(week.contains(.at("2026-11-16T00:00:00Z")))
    #expect(week.contains(.at("2026-11-22T23:59:59Z")))
    #expect(!week.contains(.at("2026-11-23T00:00:00Z")))
    #expect(Week("last week") == nil)
  }
}
