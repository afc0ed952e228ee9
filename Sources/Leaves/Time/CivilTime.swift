/// A wall-clock time in the proleptic Gregorian calendar, without a zone.
package struct CivilTime: Hashable, Comparable, Sendable {
  package var year: Int
  /// 1–12.
  package var month: Int
  /// 1–31.
  package var day: Int
  package var hour = 0
  package var minute = 0
  package var second = 0

  package init(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// The civil time of a clock in UTC.
  ///
  /// Converts days to a civil date with `civil_from_days` from Howard Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms": years start on 1 March and are counted in eras of 400 years, so leap days come last.
  package init(secondsSince1970: Int64) {
    let seconds = Int(secondsSince1970)
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    month = m < 10 ? m + 3 : m - 9
    day = dayOfYear - (153 * m + 2) / 5 + 1
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
  }

  /// The inverse of ``init(secondsSince1970:)``.
  package var secondsSince1970: Int64 {
    Int64(daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  /// Days since 1970-01-01 (`days_from_civil`).
  package var daysSince1970: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  package var weekday: Weekday { Weekday(daysSince1970: daysSince1970) }

  /// Whether every field is in range and the day exists in its month.
  package var isValid: Bool {
    (1...12).contains(month) && (1...Self.days(inMonth: month, of: year)).contains(day)
      && (0..<24).contains(hour) && (0..<60).contains(minute) && (0..<60).contains(second)
  }

  /// `2026-11-23`.
  package var isoDate: String {
    var date = DateText()
    date.append(isoDate: self)
    return date.text
  }

  /// `2026-11-23T07:00:00`.
  package var iso8601: String {
    var date = DateText()
    date.append(self)
    return date.text
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (a: CivilTime, b: CivilTime) -> Bool { a.secondsSince1970 < b.secondsSince1970 }
}

/// A day of the week, Sunday first as in cron (0–6).
package enum Weekday: Int, CaseIterable, Sendable {
  case sunday, monday, tuesday, wednesday, thursday, friday, saturday

  init(daysSince1970 days: Int) {
    let n = (days + 4) % 7  // 1970-01-01 was a Thursday
    self = Weekday.allCases[n < 0 ? n + 7 : n]
  }

  package var englishAbbreviation: StaticString {
    switch self {
    case .sunday: "Sun"
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    }
  }
}
