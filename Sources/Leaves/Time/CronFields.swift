/// The five fields of a cron expression, and the search for the wall-clock minutes that match them.
///
/// The search goes field by field (month, day, hour, minute) and does not use time zones.
struct CronFields: Hashable, Sendable {
  var minutes = CronValues()
  var hours = CronValues()
  var daysOfMonth = CronValues()
  var months = CronValues()
  /// 0 is Sunday, as in ``Weekday``.
  var weekdays = CronValues()
  /// `L` in the day-of-month field.
  var includesLastDay = false
  /// The fields that begin with `*`, even `*/2`: cron's definition of an unrestricted field.
  var wild: Set<CronPosition> = []
}

extension CronFields {
  /// The first matching minute after `time`; nil if no day ever matches (30 February).
  func next(after time: CivilTime) -> CivilTime? {
    let start = time.startOfMinute(adding: 1)
    guard let day = firstDay(from: start) else { return nil }
    if day.isSameDay(as: start), let found = firstTime(from: start) { return found }
    let later = day.isSameDay(as: start) ? firstDay(from: day.startOfDay(adding: 1)) : day
    return later.flatMap { firstTime(from: $0) }
  }

  /// The last matching minute that is not after `time`; nil if no day ever matches.
  func last(upTo time: CivilTime) -> CivilTime? {
    let end = time.startOfMinute(adding: 0)
    guard let day = lastDay(upTo: end) else { return nil }
    if day.isSameDay(as: end), let found = lastTime(upTo: end) { return found }
    let earlier = day.isSameDay(as: end) ? lastDay(upTo: day.startOfDay(adding: -1)) : day
    return earlier.flatMap { lastTime(upTo: CivilTime($0.year, $0.month, $0.day, 23, 59)) }
  }
}

private extension CronFields {
  /// The Gregorian calendar, including weekdays, repeats every 400 years: a date not found within
  /// that time does not exist.
  static let yearsSearched = 400

  /// Midnight of the first matching day that is not before the day of `start`.
  func firstDay(from start: CivilTime) -> CivilTime? {
    var year = start.year
    var month = start.month
    var day = start.day
    while year <= start.year + Self.yearsSearched {
      if let found = days(inMonth: month, of: year).first(from: day) { return CivilTime(year, month, found) }
      (year, month, day) = month == 12 ? (year + 1, 1, 1) : (year, month + 1, 1)
    }
    return nil
  }

  /// Midnight of the last matching day that is not after the day of `end`.
  func lastDay(upTo end: CivilTime) -> CivilTime? {
    var year = end.year
    var month = end.month
    var day = end.day
    while year >= end.year - Self.yearsSearched {
      if let found = days(inMonth: month, of: year).last(upTo: day) { return CivilTime(year, month, found) }
      (year, month, day) = month == 1 ? (year - 1, 12, 31) : (year, month - 1, 31)
    }
    return nil
  }

  /// Vixie cron, crontab(5): if both day fields are restricted, a day matches either; otherwise it must match both.
  func days(inMonth month: Int, of year: Int) -> CronValues {
    guard months.contains(month) else { return CronValues() }
    let length = CivilTime.days(inMonth: month, of: year)
    var days = daysOfMonth
    if includesLastDay { days.insert(length) }
    let first = CivilTime(year, month, 1).weekday.rawValue
    let byWeekday = CronValues((1...length).filter { weekdays.contains((first + $0 - 1) % 7) })
    if wild.isDisjoint(with: [.dayOfMonth, .dayOfWeek]) {
      days.formUnion(byWeekday)
    } else {
      days.formIntersection(byWeekday)
    }
    days.formIntersection(CronValues(1...length))
    return days
  }

  /// The first matching minute on the day of `start`, not before its time.
  func firstTime(from start: CivilTime) -> CivilTime? {
    var time = start
    if hours.contains(start.hour), let minute = minutes.first(from: start.minute) {
      time.minute = minute
      return time
    }
    guard let hour = hours.first(from: start.hour + 1), let minute = minutes.first(from: 0) else { return nil }
    time.hour = hour
    time.minute = minute
    return time
  }

  /// The last matching minute on the day of `end`, not after its time.
  func lastTime(upTo end: CivilTime) -> CivilTime? {
    var time = end
    if hours.contains(end.hour), let minute = minutes.last(upTo: end.minute) {
      time.minute = minute
      return time
    }
    guard let hour = hours.last(upTo: end.hour - 1), let minute = minutes.last(upTo: 59) else { return nil }
    time.hour = hour
    time.minute = minute
    return time
  }
}

private extension CivilTime {
  func startOfMinute(adding minutes: Int64) -> CivilTime {
    CivilTime(secondsSince1970: secondsSince1970 - Int64(second) + minutes * 60)
  }

  func startOfDay(adding days: Int64) -> CivilTime {
    CivilTime(secondsSince1970: CivilTime(year, month, day).secondsSince1970 + days * 86_400)
  }

  func isSameDay(as other: CivilTime) -> Bool { (year, month, day) == (other.year, other.month, other.day) }
}
