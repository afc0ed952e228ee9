import Testing

@testable import Time

@Suite struct WrittenDateTests {
  @Test(
    arguments: [
      ("2026-11-23", CivilTime(2026, 11, 23), false, nil),
      ("2016-1-29", CivilTime(2016, 1, 29), false, nil),
      ("2026-11-23T13:45", CivilTime(2026, 11, 23, 13, 45), true, nil),
      ("2026-08-20 13:45:07", CivilTime(2026, 8, 20, 13, 45, 7), true, nil),
      ("2026-08-20 9:45", CivilTime(2026, 8, 20, 9, 45), true, nil),
      ("2026-08-20t13:45:07.123456789z", CivilTime(2026, 8, 20, 13, 45, 7), true, 0),
      ("2026-08-20T13:45:07,5+05:45", CivilTime(2026, 8, 20, 13, 45, 7), true, 20_700),
      ("2026-08-20 13:45:07 -0930", CivilTime(2026, 8, 20, 13, 45, 7), true, -34_200),
      ("2026-08-20 13:45 +01", CivilTime(2026, 8, 20, 13, 45), true, 3600),
      ("2016-12-31T23:59:60Z", CivilTime(2016, 12, 31, 23, 59, 59), true, 0),
    ] as [(String, CivilTime, Bool, Int?)])
  func datesAreReadAsPeopleTypeThem(text: String, civil: CivilTime, hasTime: Bool, offset: Int?) throws {
    let date = try #require(WrittenDate(text))
    #expect(date.civil == civil)
    #expect(date.hasTime == hasTime)
    #expect(date.offset == offset)
  }

  @Test(arguments: [
    "", "2026", "2026-11", "26-11-23", "2026-11-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026/11/23",
    "23-11-2026", "20261123", "2026-11-23T", "2026-11-23T13", "2026-11-23T1345", "2026-11-23T24:00",
    "2026-11-23T13:60", "2026-11-23T13:45:61", "2026-11-23T13:45:", "2026-11-23T13:45:07.", "2026-11-23Z",
    "2026-11-23 +01:00", "2026-11-23T13:45+1", "2026-11-23T13:45+", "2026-11-23T13:45+01:", "2026-11-23T13:45+01:7",
    "2026-11-23T13:45+19:00", "2026-11-23T13:45+01:60", "2026-11-23T13:45 GMT", "2026-11-23T13:45ZZ",
    "x2026-11-23", "2026-11-23x", "２０２６-11-23", "2026‐11‐23", "-2026-11-23",
  ])
  func everythingElseIsRefused(text: String) {
    #expect(WrittenDate(text) == nil)
  }

  @Test(
    arguments: [
      ("1/29/2016", CivilTime(2016, 1, 29)), ("01/02/2026", CivilTime(2026, 1, 2)), ("29/1/2016", nil),
      ("2/29/2026", nil), ("1/2/26", nil), ("1/2/2026 10:00", nil), ("1-2-2026", nil),
    ] as [(String, CivilTime?)])
  func americanDatesPutTheMonthFirst(text: String, civil: CivilTime?) {
    #expect(WrittenDate(us: text)?.civil == civil)
  }

  @Test(arguments: [
    ("2026-07-01", "2026-06-30T23:00:00Z"), ("2026-07-01 12:00", "2026-07-01T11:00:00Z"),
    ("2026-07-01 12:00 -05:00", "2026-07-01T17:00:00Z"), ("2026-07-01T12:00Z", "2026-07-01T12:00:00Z"),
    ("2026-03-29 01:30", "2026-03-29T01:00:00Z"), ("2026-10-25 01:30", "2026-10-25T00:30:00Z"),
  ])
  func aDateWithoutAZoneIsReadInTheSites(text: String, expected: String) throws {
    let london = try #require(Zone("Europe/London"))
    #expect(try #require(WrittenDate(text)).instant(in: london).rfc3339 == expected)
  }

  @Test func aDayBeginsAfterTheGapWhereMidnightIsSkipped() throws {
    let cairo = try #require(Zone("Africa/Cairo"))
    #expect(try #require(WrittenDate("2026-04-24")).instant(in: cairo).rfc3339 == "2026-04-23T22:00:00Z")
  }
}
