internal import Foundation

/// A time zone by its IANA name, with conversions between instants and its wall-clock time.
///
/// Only `UTC` and names with a slash are accepted: `TimeZone(identifier: "BST")` is Bangladesh.
package struct Zone: Hashable, Sendable {
  package let name: String
  private let timeZone: TimeZone

  package init?(_ name: String) {
    // Foundation's list of known names cannot decide this: it lacks Asia/Kolkata and Etc/UTC, which Foundation accepts.
    guard name == "UTC" || name.contains("/"),
      let timeZone = TimeZone(identifier: name == "UTC" ? "GMT" : name)
    else { return nil }
    self.name = name
    self.timeZone = timeZone
  }

  package static let utc = Zone("UTC")!

  /// Names to suggest for a misspelt one. Older spellings and `Etc/UTC` are accepted but not suggested.
  package static let knownNames = Set(
    TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") } + ["UTC", "Asia/Kolkata"])

  /// Seconds east of UTC at `instant`.
  package func offset(at instant: Instant) -> Int {
    timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant.seconds)))
  }

  /// The wall-clock time at `instant`.
  package func civil(at instant: Instant) -> CivilTime {
    CivilTime(secondsSince1970: instant.seconds + Int64(offset(at: instant)))
  }

  /// The instants at which the zone's clock shows `civil`: one, two (clocks went back) or none (clocks went forward),
  /// in order.
  package func instants(showing civil: CivilTime) -> [Instant] {
    let wall = civil.secondsSince1970
    // No zone's offset has ever changed twice within four days, so only the offsets a day before
    // and a day after can apply.
    let offsets = Set([-86_400, 86_400].map { offset(at: Instant(seconds: wall + $0)) })
    return offsets.map { Instant(seconds: wall - Int64($0)) }
      .filter { self.civil(at: $0).secondsSince1970 == wall }
      .sorted()
  }

  /// The first instant at which the zone's clock shows `civil` or later: if clocks skip it, the end of the gap; if it
  /// occurs twice, the first of the two.
  package func firstInstant(atOrAfter civil: CivilTime) -> Instant {
    if let first = instants(showing: civil).first { return first }
    // In a gap: bisect the two days around it, in which the clock changes only once.
    let wall = civil.secondsSince1970
    var before = wall - 86_400
    var after = wall + 86_400
    while after - before > 1 {
      let middle = before + (after - before) / 2
      if self.civil(at: Instant(seconds: middle)).secondsSince1970 > wall { after = middle } else { before = middle }
    }
    return Instant(seconds: after)
  }

  /// The latest time that the zone's clock has shown up to `instant`: later than ``civil(at:)`` while an hour repeats.
  package func latestShown(upTo instant: Instant) -> CivilTime {
    var latest = civil(at: instant)
    var start = instant - .seconds(86_400)  // no clock was ever set back by more than a day
    while let change = change(after: start), change <= instant {
      latest = max(latest, civil(at: change - .seconds(1)))
      start = change
    }
    return latest
  }

  /// The next instant after `instant` at which the offset (or only its name) changes; nil if it never does again.
  package func change(after instant: Instant) -> Instant? {
    let date = Date(timeIntervalSince1970: TimeInterval(instant.seconds))
    return timeZone.nextDaylightSavingTimeTransition(after: date)
      .map { Instant(seconds: Int64($0.timeIntervalSince1970)) }
  }

  /// An instant from which the offset is constant up to `instant`: the last change, or about a year before.
  package func startOfEvenTime(upTo instant: Instant) -> Instant {
    var start = instant - .seconds(400 * 86_400)
    while let change = change(after: start), change <= instant { start = change }
    return start
  }
}
