import Testing

@testable import Time

@Suite struct CronExpressionTests {
  /// All firings of `cron` after `from` and before `to`, each as its wall time and the instant at which it is due.
  struct Stretch: CustomTestStringConvertible, Sendable {
    let cron: String
    let zone: String
    let from: String
    let to: String
    let firings: [String]

    init(_ cron: String, _ zone: String, _ from: String, _ to: String, _ firings: [String]) {
      (self.cron, self.zone, self.from, self.to, self.firings) = (cron, zone, from, to, firings)
    }

    var testDescription: String { "\(cron) in \(zone) from \(from)" }
  }

  @Test(arguments: clocksGoForward + clocksGoBack + oddZones + calendar)
  func schedulesFireInBothDirectionsAsInTheTable(stretch: Stretch) throws {
    let cron = try CronExpression(stretch.cron)
    let zone = try #require(Zone(stretch.zone))
    let (from, to) = (try instant(stretch.from), try instant(stretch.to))

    var forward: [String] = []
    var now = from
    while let firing = cron.next(after: now, in: zone), firing.due < to {
      forward.append("\(firing.wallTime) \(firing.due.rfc3339)")
      now = firing.due
    }
    #expect(forward == stretch.firings)

    var backward: [String] = []
    now = to
    while let firing = cron.previous(before: now, in: zone), firing.due > from {
      backward.append("\(firing.wallTime) \(firing.due.rfc3339)")
      now = firing.due
    }
    #expect(backward == stretch.firings.reversed())
  }

  @Test(arguments: 0..<7)
  func mondayAtSevenIsFoundFromAnyWeekday(daysAfterMonday: Int) throws {
    let cron = try CronExpression("0 7 * * MON")
    let zone = try #require(Zone("Europe/London"))
    let (monday, nextMonday) = (try instant("2026-11-16T07:00:00Z"), try instant("2026-11-23T07:00:00Z"))
    let now = monday + .seconds(daysAfterMonday * 86_400)
    #expect(cron.next(after: now, in: zone) == .init(wallTime: "2026-11-23T07:00", due: nextMonday))
    let later = now + .seconds(1)
    #expect(cron.previous(before: later, in: zone) == .init(wallTime: "2026-11-16T07:00", due: monday))
  }

  @Test func nextAndPreviousAreStrict() throws {
    let cron = try CronExpression("0 7 * * *")
    let due = try instant("2026-11-23T07:00:00Z")
    let day = Duration.seconds(86_400)
    #expect(cron.next(after: due - .seconds(1), in: .utc)?.due == due)
    #expect(cron.next(after: due, in: .utc)?.due == due + day)
    #expect(cron.previous(before: due + .seconds(1), in: .utc)?.due == due)
    #expect(cron.previous(before: due, in: .utc)?.due == due - day)
  }

  /// At 01:10Z London's clock shows 01:10 again, before 01:30, which has fired.
  @Test func inARepeatedHourNothingIsDueTwice() throws {
    let cron = try CronExpression("30 1 * * *")
    let zone = try #require(Zone("Europe/London"))
    let now = try instant("2026-10-25T01:10:00Z")
    let fired = CronExpression.Firing(wallTime: "2026-10-25T01:30", due: try instant("2026-10-25T00:30:00Z"))
    #expect(cron.previous(before: now, in: zone) == fired)
    #expect(cron.previous(before: now + .seconds(3600), in: zone) == fired)
    #expect(cron.next(after: now, in: zone)?.wallTime == "2026-10-26T01:30")
  }

  @Test(arguments: ["0 0 30 2 *", "0 * 30 2 *", "0 0 31 4,6,9,11 */2"])
  func impossibleDatesNeverFire(text: String) throws {
    let cron = try CronExpression(text)
    let now = try instant("2026-01-01T00:00:00Z")
    #expect(cron.next(after: now, in: .utc) == nil)
    #expect(cron.previous(before: now, in: .utc) == nil)
  }

  /// 1944 and 1972, 1880 and 1920: leap days on one weekday are 28 years apart, 40 across a year such as 1900.
  @Test func aLeapDayOnASundayIsFoundFortyYearsAhead() throws {
    let cron = try CronExpression("0 0 29 2 */7")
    let due = try instant("1880-02-29T00:00:00Z")
    #expect(cron.next(after: due, in: .utc)?.wallTime == "1920-02-29T00:00")
    #expect(cron.previous(before: try instant("1920-02-29T00:00:00Z"), in: .utc)?.due == due)
  }
}

func instant(_ rfc3339: String) throws -> Instant { try #require(Instant(rfc3339: rfc3339)) }

/// Clocks that jump over an hour: London at 01:00 and New York at 02:00.
private let clocksGoForward: [CronExpressionTests.Stretch] = [
  .init(
    "30 1 * * *", "Europe/London", "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z",
    [
      "2026-03-28T01:30 2026-03-28T01:30:00Z", "2026-03-29T01:30 2026-03-29T01:00:00Z",
      "2026-03-30T01:30 2026-03-30T00:30:00Z",
    ]),
  .init(
    "0,30 1,2 * * *", "Europe/London", "2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z",
    ["2026-03-29T01:00 2026-03-29T01:00:00Z", "2026-03-29T02:30 2026-03-29T01:30:00Z"]),
  .init(
    "0 * * * *", "Europe/London", "2026-03-28T23:30:00Z", "2026-03-29T03:30:00Z",
    [
      "2026-03-29T00:00 2026-03-29T00:00:00Z", "2026-03-29T02:00 2026-03-29T01:00:00Z",
      "2026-03-29T03:00 2026-03-29T02:00:00Z", "2026-03-29T04:00 2026-03-29T03:00:00Z",
    ]),
  .init(
    "*/15 * * * *", "Europe/London", "2026-03-29T00:30:00Z", "2026-03-29T01:30:01Z",
    [
      "2026-03-29T00:45 2026-03-29T00:45:00Z", "2026-03-29T02:00 2026-03-29T01:00:00Z",
      "2026-03-29T02:15 2026-03-29T01:15:00Z", "2026-03-29T02:30 2026-03-29T01:30:00Z",
    ]),
  .init(
    "30 */2 * * *", "America/New_York", "2026-03-08T05:00:00Z", "2026-03-08T10:00:00Z",
    ["2026-03-08T00:30 2026-03-08T05:30:00Z", "2026-03-08T04:30 2026-03-08T08:30:00Z"]),
  .init(
    "30 2 * * *", "America/New_York", "2026-03-07T12:00:00Z", "2026-03-09T12:00:00Z",
    ["2026-03-08T02:30 2026-03-08T07:00:00Z", "2026-03-09T02:30 2026-03-09T06:30:00Z"]),
]

/// Clocks that repeat an hour: London at 02:00 and New York at 02:00.
private let clocksGoBack: [CronExpressionTests.Stretch] = [
  .init(
    "30 1 * * *", "Europe/London", "2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z",
    [
      "2026-10-24T01:30 2026-10-24T00:30:00Z", "2026-10-25T01:30 2026-10-25T00:30:00Z",
      "2026-10-26T01:30 2026-10-26T01:30:00Z",
    ]),
  .init(
    "0 * * * *", "Europe/London", "2026-10-24T23:30:00Z", "2026-10-25T02:30:00Z",
    [
      "2026-10-25T01:00 2026-10-25T00:00:00Z", "2026-10-25T01:00+00:00 2026-10-25T01:00:00Z",
      "2026-10-25T02:00 2026-10-25T02:00:00Z",
    ]),
  .init(
    "*/15 * * * *", "Europe/London", "2026-10-25T00:30:00Z", "2026-10-25T01:30:01Z",
    [
      "2026-10-25T01:45 2026-10-25T00:45:00Z", "2026-10-25T01:00+00:00 2026-10-25T01:00:00Z",
      "2026-10-25T01:15+00:00 2026-10-25T01:15:00Z", "2026-10-25T01:30+00:00 2026-10-25T01:30:00Z",
    ]),
  .init(
    "* 1 * * *", "Europe/London", "2026-10-25T00:58:00Z", "2026-10-26T01:01:00Z",
    ["2026-10-25T01:59 2026-10-25T00:59:00Z", "2026-10-26T01:00 2026-10-26T01:00:00Z"]),
  .init(
    "0 0-3 * * *", "Europe/London", "2026-10-24T22:00:00Z", "2026-10-25T04:00:00Z",
    [
      "2026-10-25T00:00 2026-10-24T23:00:00Z", "2026-10-25T01:00 2026-10-25T00:00:00Z",
      "2026-10-25T02:00 2026-10-25T02:00:00Z", "2026-10-25T03:00 2026-10-25T03:00:00Z",
    ]),
  .init(
    "30 1 * * *", "America/New_York", "2026-10-31T12:00:00Z", "2026-11-03T00:00:00Z",
    ["2026-11-01T01:30 2026-11-01T05:30:00Z", "2026-11-02T01:30 2026-11-02T06:30:00Z"]),
  .init(
    "0 * * * *", "America/New_York", "2026-11-01T04:30:00Z", "2026-11-01T07:30:00Z",
    [
      "2026-11-01T01:00 2026-11-01T05:00:00Z", "2026-11-01T01:00-05:00 2026-11-01T06:00:00Z",
      "2026-11-01T02:00 2026-11-01T07:00:00Z",
    ]),
]

/// Quarter hours, changes of half an hour, and the day that Samoa left out.
private let oddZones: [CronExpressionTests.Stretch] = [
  .init(
    "0 7 * * *", "Asia/Kathmandu", "2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z",
    ["2026-11-23T07:00 2026-11-23T01:15:00Z"]),
  .init(
    "0 * * * *", "Asia/Kathmandu", "2026-11-23T00:00:00Z", "2026-11-23T02:00:00Z",
    ["2026-11-23T06:00 2026-11-23T00:15:00Z", "2026-11-23T07:00 2026-11-23T01:15:00Z"]),
  .init(
    "15 2 * * *", "Australia/Lord_Howe", "2026-10-02T15:00:00Z", "2026-10-05T00:00:00Z",
    [
      "2026-10-03T02:15 2026-10-02T15:45:00Z", "2026-10-04T02:15 2026-10-03T15:30:00Z",
      "2026-10-05T02:15 2026-10-04T15:15:00Z",
    ]),
  .init(
    "*/15 * * * *", "Australia/Lord_Howe", "2026-10-03T15:00:00Z", "2026-10-03T15:46:00Z",
    [
      "2026-10-04T01:45 2026-10-03T15:15:00Z", "2026-10-04T02:30 2026-10-03T15:30:00Z",
      "2026-10-04T02:45 2026-10-03T15:45:00Z",
    ]),
  .init(
    "45 1 * * *", "Australia/Lord_Howe", "2026-04-04T12:00:00Z", "2026-04-06T12:00:00Z",
    ["2026-04-05T01:45 2026-04-04T14:45:00Z", "2026-04-06T01:45 2026-04-05T15:15:00Z"]),
  .init(
    "*/15 * * * *", "Australia/Lord_Howe", "2026-04-04T14:40:00Z", "2026-04-04T15:31:00Z",
    [
      "2026-04-05T01:45 2026-04-04T14:45:00Z", "2026-04-05T01:30+10:30 2026-04-04T15:00:00Z",
      "2026-04-05T01:45+10:30 2026-04-04T15:15:00Z", "2026-04-05T02:00 2026-04-04T15:30:00Z",
    ]),
  .init(
    "0 7 * * *", "Pacific/Apia", "2011-12-29T00:00:00Z", "2012-01-01T00:00:00Z",
    [
      "2011-12-29T07:00 2011-12-29T17:00:00Z", "2011-12-30T07:00 2011-12-30T10:00:00Z",
      "2011-12-31T07:00 2011-12-30T17:00:00Z", "2012-01-01T07:00 2011-12-31T17:00:00Z",
    ]),
  .init(
    "0 0 * * *", "Pacific/Apia", "2011-12-29T00:00:00Z", "2012-01-01T00:00:00Z",
    [
      "2011-12-29T00:00 2011-12-29T10:00:00Z", "2011-12-30T00:00 2011-12-30T10:00:00Z",
      "2012-01-01T00:00 2011-12-31T10:00:00Z",
    ]),
  .init(
    "0 * * * *", "Pacific/Apia", "2011-12-30T08:30:00Z", "2011-12-30T10:30:00Z",
    ["2011-12-29T23:00 2011-12-30T09:00:00Z", "2011-12-31T00:00 2011-12-30T10:00:00Z"]),
]

/// Which days match, in UTC.
private let calendar: [CronExpressionTests.Stretch] = [
  midnights("0 0 29 2 *", "2095-01-01", "2109-01-01", ["2096-02-29", "2104-02-29", "2108-02-29"]),
  midnights("0 0 31 * *", "2026-01-01", "2026-06-30", ["2026-01-31", "2026-03-31", "2026-05-31"]),
  midnights("0 0 L * *", "2028-01-15", "2028-05-01", ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]),
  midnights("0 0 15,L 2 *", "2027-01-01", "2027-12-31", ["2027-02-15", "2027-02-28"]),
  midnights("0 0 13 * FRI", "2026-06-04", "2026-06-20", ["2026-06-05", "2026-06-12", "2026-06-13", "2026-06-19"]),
  midnights("0 0 L * MON", "2026-11-17", "2026-12-02", ["2026-11-23", "2026-11-30"]),
  midnights("0 0 */10 * MON", "2026-05-01", "2026-10-01", ["2026-05-11", "2026-06-01", "2026-08-31", "2026-09-21"]),
  midnights("0 0 1 * */3", "2026-07-15", "2027-01-01", ["2026-08-01", "2026-11-01"]),
  midnights("@weekly", "2026-11-16", "2026-12-01", ["2026-11-22", "2026-11-29"]),
  midnights("@yearly", "2026-11-16", "2029-01-01", ["2027-01-01", "2028-01-01"]),
]

private func midnights(_ cron: String, _ from: String, _ to: String, _ days: [String]) -> CronExpressionTests.Stretch {
  .init(cron, "UTC", from + "T00:00:00Z", to + "T00:00:00Z", days.map { "\($0)T00:00 \($0)T00:00:00Z" })
}
