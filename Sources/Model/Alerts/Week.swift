package import Time

/// A week of the letter to operators: seven days in UTC, as counts are kept, that end on a Sunday.
package struct Week: Hashable, Sendable {
  /// The first day, counted from 1970-01-01.
  package let firstDay: Int

  private init(firstDay: Int) { self.firstDay = firstDay }

  private static let hour = 8

  /// The newest week whose letter is due, on the Monday after it at 8:00 in the site's zone.
  package init(dueAt now: Instant, in zone: Zone) {
    let today = zone.civil(at: now).daysSince1970
    // 1970-01-01 was a Thursday.
    let monday = today - (today + 3) % 7
    var civil = CivilTime(secondsSince1970: Int64(monday) * 86_400)
    civil.hour = Self.hour
    let isDue = zone.firstInstant(atOrAfter: civil) <= now
    firstDay = monday - (isDue ? 7 : 14)
  }

  /// As written by ``text``; nil if it is something else.
  package init?(_ text: String) {
    guard let first = Instant(rfc3339: text + "T00:00:00Z") else { return nil }
    firstDay = Int(first.seconds / 86_400)
  }

  /// `2026-11-16`, its first day.
  package var text: String { Self.date(firstDay) }

  /// `2026-11-22`
  package var lastDate: String { Self.date(firstDay + 6) }

  package func contains(day: Int) -> Bool { (firstDay..<firstDay + 7).contains(day) }

  package func contains(_ instant: Instant) -> Bool { contains(day: instant.civil.daysSince1970) }

  private static func date(_ day: Int) -> String { CivilTime(secondsSince1970: Int64(day) * 86_400).isoDate }
}
