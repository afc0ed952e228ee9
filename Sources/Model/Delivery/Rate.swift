/// A number of messages per second, minute, hour or day: `50/s`, `200/min`, `1000/h`, `5000/day`.
package struct Rate: Hashable, Sendable, CustomStringConvertible {
  package enum Period: String, CaseIterable, Sendable {
    case second = "s"
    case minute = "min"
    case hour = "h"
    /// 24 hours.
    case day

    package var duration: Duration {
      switch self {
      case .second: .seconds(1)
      case .minute: .seconds(60)
      case .hour: .seconds(3600)
      case .day: .seconds(86_400)
      }
    }
  }

  /// At least 1.
  package let count: Int
  package let period: Period

  package init(_ count: Int, per period: Period) {
    self.count = max(1, count)
    self.period = period
  }

  /// Parses text such as `50/s`; nil if it is invalid.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...9).contains(parts[0].utf8.count),
      parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(parts[0]), count > 0,
      let period = Period(rawValue: String(parts[1]))
    else { return nil }
    self.init(count, per: period)
  }

  /// Whether messages leave at even intervals; otherwise the whole count may leave at once.
  package var isSpaced: Bool { period == .second || period == .minute }

  package var description: String { "\(count)/\(period.rawValue)" }
}

/// The limits of one destination domain.
package struct DomainLimits: Hashable, Sendable {
  /// Nil for no limit other than that of all mail.
  package var rate: Rate?
  /// How many messages may be in flight to it at once.
  package var sessions: Int?

  package init(rate: Rate? = nil, sessions: Int? = nil) {
    self.rate = rate
    self.sessions = sessions
  }
}
