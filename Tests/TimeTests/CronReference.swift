@testable import Time

/// A second, simple implementation of cron expressions, to compare the real one with.
struct CronReference {
  let text: String
  private let minutes: [Bool]
  private let hours: [Bool]
  private let days: [Bool]
  private let months: [Bool]
  private let weekdays: [Bool]
  private let hasLastDay: Bool
  private let needsBothDays: Bool
  private let followsElapsedTime: Bool

  /// - Parameter hourly: how likely the hour is a plain `*`.
  static func random(hourly: Double, using random: inout some RandomNumberGenerator) -> CronReference {
    CronReference(
      minute: .random(in: 0...59, starred: 0, using: &random),
      hour: .random(in: 0...23, starred: hourly, using: &random),
      day: .random(in: 1...31, starred: 0.6, using: &random), month: .random(in: 1...12, starred: 0.7, using: &random),
      weekday: .random(in: 0...6, starred: 0.6, using: &random), hasLastDay: Int.random(in: 0..<8, using: &random) == 0)
  }

  private init(minute: Field, hour: Field, day: Field, month: Field, weekday: Field, hasLastDay: Bool) {
    let dayText = day.text + (hasLastDay ? ",L" : "")
    text = "\(minute.text) \(hour.text) \(dayText) \(month.text) \(weekday.text)"
    (minutes, hours, days, months) = (minute.values, hour.values, day.values, month.values)
    (weekdays, self.hasLastDay) = (weekday.values, hasLastDay)
    needsBothDays = day.text.hasPrefix("*") || weekday.text.hasPrefix("*")
    followsElapsedTime = hour.text.hasPrefix("*")
  }

  /// The firings among `clock`, the values of the clock in `zone`, minute by minute, in minutes since 1970.
  func firings(_ clock: [(instant: Instant, wall: Int)], in zone: Zone) -> [CronExpression.Firing] {
    var firings: [CronExpression.Firing] = []
    var latest = clock[0].wall
    var repeated = Set<Int>()
    for (instant, wall) in clock.dropFirst() {
      if followsElapsedTime {
        if wall <= latest { repeated.insert(wall) }
        if matches(wall) {
          let suffix = repeated.contains(wall) ? Self.offsetText(zone.offset(at: instant)) : ""
          firings.append(.init(wallTime: Self.text(wall) + suffix, due: instant))
        }
      } else if wall > latest, let first = (latest + 1...wall).first(where: matches) {
        firings.append(.init(wallTime: Self.text(first), due: instant))
      }
      latest = max(latest, wall)
    }
    return firings
  }

  private func matches(_ wall: Int) -> Bool {
    guard minutes[wall % 60], hours[wall / 60 % 24] else { return false }
    let date = CivilTime(secondsSince1970: Int64(wall * 60))
    let isLast = date.day == CivilTime.days(inMonth: date.month, of: date.year)
    let (byDay, byWeekday) = (days[date.day] || hasLastDay && isLast, weekdays[(wall / 1440 + 4) % 7])
    return months[date.month] && (needsBothDays ? byDay && byWeekday : byDay || byWeekday)
  }

  private static func text(_ wall: Int) -> String {
    String(CivilTime(secondsSince1970: Int64(wall * 60)).iso8601.prefix(16))
  }

  private static func offsetText(_ seconds: Int) -> String {
    let time = CivilTime(secondsSince1970: Int64(abs(seconds)))
    return (seconds < 0 ? "-" : "+") + time.iso8601.dropFirst(11).prefix(5)
  }
}

private struct Field {
  let text: String
  /// By value.
  let values: [Bool]

  init(_ text: String, _ members: some Sequence<Int>) {
    self.text = text
    var values = Array(repeating: false, count: 60)
    for member in members { values[member] = true }
    self.values = values
  }

  /// - Parameter starred: how likely a plain `*` is.
  static func random(
    in range: ClosedRange<Int>, starred: Double, using random: inout some RandomNumberGenerator
  ) -> Field {
    if Double.random(in: 0..<1, using: &random) < starred { return Field("*", range) }
    let a = Int.random(in: range, using: &random)
    let b = Int.random(in: range, using: &random)
    let step = Int.random(in: 1...range.upperBound, using: &random)
    let (low, high, end) = (min(a, b), max(a, b), range.upperBound)
    return switch Int.random(in: 0..<6, using: &random) {
    case 0: Field("*/\(step)", stride(from: range.lowerBound, through: end, by: step))
    case 1: Field("\(a)/\(step)", stride(from: a, through: end, by: step))
    case 2: Field("\(low)-\(high)", low...high)
    case 3: Field("\(low)-\(high)/\(step)", stride(from: low, through: high, by: step))
    case 4: Field("\(a),\(b)", [a, b])
    default: Field("\(a)", [a])
    }
  }
}
