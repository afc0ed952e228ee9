import Testing
import Text

@testable import Time

@Suite struct ZoneTests {
  @Test(arguments: [
    "UTC", "Etc/UTC", "Europe/London", "Asia/Kolkata", "Asia/Calcutta", "Europe/Kyiv", "US/Eastern", "Asia/Kathmandu",
    "America/Argentina/Buenos_Aires", "Etc/GMT+3",
  ])
  func namesOfTheZoneDatabaseAreAccepted(name: String) {
    #expect(Zone(name)?.name == name)
  }

  /// Foundation reads "BST" as Bangladesh, and "UTC+1" is a name that it invents.
  @Test(arguments: [
    "", "BST", "EST", "GMT", "UTC+1", "GMT+01:00", "GB", "europe/london", "Europe/Londn", "Europe/", "/",
    "../etc/passwd", " Europe/London",
  ])
  func otherNamesAreRefused(name: String) {
    #expect(Zone(name) == nil)
  }

  @Test func everySuggestedNameIsAccepted() {
    #expect(Zone.knownNames.filter { Zone($0) == nil } == [])
    #expect(nearest(to: "Europe/Londn", among: Zone.knownNames) == "Europe/London")
    #expect(nearest(to: "Asia/Kolkatta", among: Zone.knownNames) == "Asia/Kolkata")
  }

  @Test(arguments: [
    ("Europe/London", "2026-03-29T00:59:59Z", 0), ("Europe/London", "2026-03-29T01:00:00Z", 3600),
    ("Asia/Kathmandu", "2026-11-23T00:00:00Z", 20_700), ("America/New_York", "2026-11-01T06:00:00Z", -18_000),
    ("Australia/Lord_Howe", "2026-04-04T15:00:00Z", 37_800), ("Pacific/Apia", "2011-12-30T10:00:00Z", 50_400),
    ("UTC", "2026-07-01T00:00:00Z", 0),
  ])
  func offsetsFollowTheZoneDatabase(name: String, time: String, offset: Int) throws {
    #expect(try #require(Zone(name)).offset(at: try instant(time)) == offset)
  }

  @Test(arguments: [
    ("Europe/London", CivilTime(2026, 11, 23, 7), ["2026-11-23T07:00:00Z"]),
    ("Europe/London", CivilTime(2026, 3, 29, 1, 30), []),
    ("Europe/London", CivilTime(2026, 3, 29, 2), ["2026-03-29T01:00:00Z"]),
    ("Europe/London", CivilTime(2026, 10, 25, 1), ["2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"]),
    ("Europe/London", CivilTime(2026, 10, 25, 2), ["2026-10-25T02:00:00Z"]),
    ("Australia/Lord_Howe", CivilTime(2026, 4, 5, 1, 59, 59), ["2026-04-04T14:59:59Z", "2026-04-04T15:29:59Z"]),
    ("Pacific/Apia", CivilTime(2011, 12, 30, 12), []),
    ("Pacific/Apia", CivilTime(2011, 12, 29, 23, 59, 59), ["2011-12-30T09:59:59Z"]),
    ("Pacific/Apia", CivilTime(2011, 12, 31), ["2011-12-30T10:00:00Z"]),
  ])
  func aCivilTimeOccursOnceTwiceOrNever(name: String, civil: CivilTime, instants: [String]) throws {
    #expect(try #require(Zone(name)).instants(showing: civil).map(\.rfc3339) == instants)
  }

  @Test(arguments: [
    ("Europe/London", CivilTime(2026, 3, 29, 1), "2026-03-29T01:00:00Z"),
    ("Europe/London", CivilTime(2026, 3, 29, 1, 59, 59), "2026-03-29T01:00:00Z"),
    ("Europe/London", CivilTime(2026, 10, 25, 1, 30), "2026-10-25T00:30:00Z"),
    ("Australia/Lord_Howe", CivilTime(2026, 10, 4, 2, 15), "2026-10-03T15:30:00Z"),
    ("Pacific/Apia", CivilTime(2011, 12, 30), "2011-12-30T10:00:00Z"),
    ("Pacific/Apia", CivilTime(2011, 12, 30, 23, 59, 59), "2011-12-30T10:00:00Z"),
    ("Africa/Cairo", CivilTime(2026, 4, 24), "2026-04-23T22:00:00Z"),
  ])
  func aSkippedTimeBeginsWhereTheGapEnds(name: String, civil: CivilTime, instant: String) throws {
    #expect(try #require(Zone(name)).firstInstant(atOrAfter: civil).rfc3339 == instant)
  }

  @Test(arguments: [
    ("2026-10-25T00:59:59Z", CivilTime(2026, 10, 25, 1, 59, 59)),
    ("2026-10-25T01:00:00Z", CivilTime(2026, 10, 25, 1, 59, 59)),
    ("2026-10-25T01:59:59Z", CivilTime(2026, 10, 25, 1, 59, 59)),
    ("2026-10-25T02:00:00Z", CivilTime(2026, 10, 25, 2)),
    ("2026-03-29T01:00:00Z", CivilTime(2026, 3, 29, 2)),
  ])
  func theLatestTimeShownStaysWhileAnHourIsRepeated(time: String, latest: CivilTime) throws {
    #expect(try #require(Zone("Europe/London")).latestShown(upTo: try instant(time)) == latest)
  }

  @Test func changesAreFoundInOrder() throws {
    let london = try #require(Zone("Europe/London"))
    let spring = try instant("2026-03-29T01:00:00Z")
    let autumn = try instant("2026-10-25T01:00:00Z")
    #expect(london.change(after: spring - .seconds(1)) == spring)
    #expect(london.change(after: spring) == autumn)
    #expect(london.startOfEvenTime(upTo: autumn - .seconds(1)) == spring)
    #expect(london.startOfEvenTime(upTo: autumn) == autumn)
    #expect(Zone.utc.change(after: spring) == nil)
    #expect(Zone.utc.startOfEvenTime(upTo: spring) == spring - .seconds(400 * 86_400))
  }

  /// `instants(showing:)` and `firstInstant(atOrAfter:)` rely on it.
  @Test func noZoneChangedItsClockTwiceWithinFourDays() throws {
    for name in Zone.knownNames {
      let zone = try #require(Zone(name))
      var previous = try instant("1800-01-01T00:00:00Z")
      let end = try instant("2060-01-01T00:00:00Z")
      while let change = zone.change(after: previous), change < end {
        #expect(change - previous > .seconds(4 * 86_400), "\(name) \(change.rfc3339)")
        previous = change
      }
    }
  }
}
