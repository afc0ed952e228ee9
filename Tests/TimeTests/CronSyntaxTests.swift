import Testing

@testable import Time

@Suite struct CronSyntaxTests {
  @Test(arguments: [
    ("*/20", [0, 20, 40]), ("10-40/10", [10, 20, 30, 40]), ("5/15", [5, 20, 35, 50]), ("07", [7]),
    ("59,0,0", [0, 59]), ("1-3,50/5", [1, 2, 3, 50, 55]), ("58-58", [58]), ("*,3", Array(0...59)),
  ])
  func minutesAreReadAsAList(text: String, expected: [Int]) throws {
    #expect(try CronExpression("\(text) 0 1 1 *").fields.minutes == CronValues(expected))
  }

  @Test(arguments: [
    ("*", Array(0...6)), ("7", [0]), ("0-7", Array(0...6)), ("5-7", [0, 5, 6]), ("fri-sun", [0, 5, 6]),
    ("Sun-Tue", [0, 1, 2]), ("MON-FRI", [1, 2, 3, 4, 5]), ("mon,Wed", [1, 3]), ("1-FRI/2", [1, 3, 5]),
    ("*/2", [0, 2, 4, 6]), ("1/2", [1, 3, 5]), ("7/2", [0]), ("SUN-SUN", [0]),
  ])
  func weekdaysHaveNamesAndTwoSundays(text: String, expected: [Int]) throws {
    #expect(try CronExpression("0 0 * * \(text)").fields.weekdays == CronValues(expected))
  }

  @Test(arguments: [("JAN", [1]), ("mar-Jun", [3, 4, 5, 6]), ("2/5", [2, 7, 12]), ("DEC,*/6", [1, 7, 12])])
  func monthsHaveNames(text: String, expected: [Int]) throws {
    #expect(try CronExpression("0 0 1 \(text) *").fields.months == CronValues(expected))
  }

  @Test(arguments: [
    ("@yearly", "0 0 1 1 *"), ("@annually", "0 0 1 1 *"), ("@monthly", "0 0 1 * *"), ("@weekly", "0 0 * * SUN"),
    ("@daily", "0 0 * * *"), ("@midnight", "0 0 * * *"), ("@hourly", "0 * * * *"), ("  @Daily ", "0 0 * * *"),
    (" 0\t0  1 1 * ", "@yearly"),
  ])
  func nicknamesAndSpacesMeanWhatTheirFieldsMean(text: String, same: String) throws {
    #expect(try CronExpression(text).fields == CronExpression(same).fields)
    #expect(try CronExpression(text).source == text)
  }

  @Test(arguments: [
    ("", 1, "the cron expression is empty; write, for example, `0 7 * * MON`"),
    (
      "0 7 * *", 8,
      "a cron expression needs five fields (minute, hour, day of the month, month, day of the week); found 4"
    ),
    (
      "0 0 7 * * MON", 11,
      "a cron expression needs five fields (minute, hour, day of the month, month, day of the week); found 6"
    ),
    ("60 7 * * *", 1, "the minute ranges from 0 to 59, not to 60"),
    ("0 24 * * *", 3, "the hour ranges from 0 to 23, not to 24"),
    ("0 7 0 * *", 5, "the day of the month ranges from 1 to 31, not from 0"),
    ("0 7 1,32 * *", 7, "the day of the month ranges from 1 to 31, not to 32"),
    ("0 7 * 13 *", 7, "the month ranges from 1 to 12, not to 13"),
    ("0 7 * * 1-8", 11, "the day of the week ranges from 0 to 7, not to 8"),
    ("99999999999999999999 7 * * *", 1, "the minute ranges from 0 to 59, not to 99999999999999999999"),
    ("0 7,,8 * * *", 5, "the hour has a comma without a value next to it; remove the comma"),
    ("0 7, * * *", 5, "the hour has a comma without a value next to it; remove the comma"),
    ("*/0 * * * *", 3, "the minute step must be from 1 to 59; found `0`"),
    ("*/90 * * * *", 3, "the minute step must be from 1 to 59; found `90`"),
    ("*/ * * * *", 3, "the minute step must be from 1 to 59; found ``"),
    ("*/5/5 * * * *", 5, "`*/5/5` has more than one step"),
    ("/5 * * * *", 1, "`/5` lacks a value"),
    ("5- * * * *", 3, "`5-` lacks a value"),
    ("1-2-3 * * * *", 5, "`1-2-3` has more than two ends"),
    ("40-10 * * * *", 1, "the range `40-10` runs backwards; swap its ends"),
    ("0 7 * * 5-0", 9, "the range `5-0` runs backwards; write 7 for Sunday at the end of a range"),
    ("x * * * *", 1, "`x` is not a valid minute; write a number from 0 to 59"),
    ("+5 * * * *", 1, "`+5` is not a valid minute; write a number from 0 to 59"),
    ("٣ * * * *", 1, "`٣` is not a valid minute; write a number from 0 to 59"),
    ("0 7 é 1 x", 5, "`é` is not a valid day of the month; write a number from 1 to 31"),
    ("0 7 ? * 1", 5, "`?` is not supported; write `*` for any day of the month"),
    ("0 7 L/2 * *", 5, "`L`, the last day of the month, cannot have a range or a step"),
    ("0 7 L-3 * *", 5, "`L`, the last day of the month, cannot have a range or a step"),
    (
      "0 7 * * MOM", 9,
      "`MOM` is not a valid day of the week; write a number from 0 to 7 or a name from SUN to SAT; did you mean `MON`?"
    ),
    (
      "0 7 * * TUE,thursday", 13,
      "`thursday` is not a valid day of the week; write a number from 0 to 7 or a name from SUN to SAT; "
        + "did you mean `THU`?"
    ),
    (
      "0 7 1 Sept *", 7,
      "`Sept` is not a valid month; write a number from 1 to 12 or a name from JAN to DEC; did you mean `SEP`?"
    ),
    ("@weakly", 1, "`@weakly` is not a known schedule; did you mean `@weekly`?"),
    (
      " @reboot", 2,
      "`@reboot` is not a known schedule; "
        + "use one of @annually, @daily, @hourly, @midnight, @monthly, @weekly, @yearly"
    ),
    ("@daily 7", 8, "`@daily` is a whole cron expression; remove what follows it"),
  ])
  func aMistakeIsReportedWithItsColumn(text: String, column: Int, sentence: String) {
    let error = #expect(throws: CronError.self) { try CronExpression(text) }
    #expect(error?.column == column)
    #expect(error?.sentence == sentence)
  }
}
