/// The five fields of a cron expression, in the order in which they are written.
enum CronPosition: Int, CaseIterable, Sendable {
  case minute, hour, dayOfMonth, month, dayOfWeek

  /// The name used in messages.
  var name: String {
    switch self {
    case .minute: "minute"
    case .hour: "hour"
    case .dayOfMonth: "day of the month"
    case .month: "month"
    case .dayOfWeek: "day of the week"
    }
  }

  /// The valid values. Sunday is both 0 and 7.
  var range: ClosedRange<Int> {
    switch self {
    case .minute: 0...59
    case .hour: 0...23
    case .dayOfMonth: 1...31
    case .month: 1...12
    case .dayOfWeek: 0...7
    }
  }

  /// The values of `*`, and the end of the open range of `5/15`: each value once.
  var span: ClosedRange<Int> { self == .dayOfWeek ? 0...6 : range }

  /// Three-letter names; the first is for the least value.
  var names: [String] {
    switch self {
    case .month: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
    case .dayOfWeek: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
    case .minute, .hour, .dayOfMonth: []
    }
  }
}
