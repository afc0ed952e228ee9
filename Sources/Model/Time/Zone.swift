internal import Foundation

/// A time zone by its IANA name, and the arithmetic of its clock.
///
/// Only `UTC` and known names with a slash are accepted: `TimeZone(identifier: "BST")` is Bangladesh.
package struct Zone: Hashable, Sendable {
  package let name: String
  private let timeZone: TimeZone

  package init?(_ name: String) {
    guard name == "UTC" || (name.contains("/") && Self.knownNames.contains(name)),
      let timeZone = TimeZone(identifier: name == "UTC" ? "GMT" : name)
    else { return nil }
    (self.name, self.timeZone) = (name, timeZone)
  }

  package static let utc = Zone("UTC")!

  /// Every accepted name; also what a suggestion for a misspelt one is drawn from.
  package static let knownNames = Set(TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") } + ["UTC"])

  /// Seconds east of UTC at `instant`.
  package func offset(at instant: Instant) -> Int {
    timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant.seconds)))
  }

  /// What the zone's clock shows at `instant`.
  package func civil(at instant: Instant) -> CivilTime {
    CivilTime(secondsSince1970: instant.seconds + Int64(offset(at: instant)))
  }

  /// The instants at which the zone's clock shows `civil`: one, two (clocks went back) or none (clocks went forward),
  /// in order.
  package func instants(showing civil: CivilTime) -> [Instant] {
    let wall = civil.secondsSince1970
    // No zone's offset ever changed twice within two days, so the offsets a day before and after are all there are.
    let offsets = Set([-86_400, 86_400].map { offset(at: Instant(seconds: wall + $0)) })
    return offsets.map { Instant(seconds: wall - Int64($0)) }
      .filter { self.civil(at: $0).secondsSince1970 == wall }
      .sorted()
  }

  /// The first instant at which the zone's clock shows `civil`, or, where clocks jump over it, the first after the gap.
  package func firstInstant(atOrAfter civil: CivilTime) -> Instant {
    if let first = instants(showing: civil).first { return first }
    // In a gap: the transition is the first instant whose wall time is past `civil`. Bisect the day around it.
    let wall = civil.secondsSince1970
    var before = wall - 2 * 86_400
    var after = wall + 2 * 86_400
    while after - before > 1 {
      let middle = before + (after - before) / 2
      if self.civil(at: Instant(seconds: middle)).secondsSince1970 > wall { after = middle } else { before = middle }
    }
    return Instant(seconds: after)
  }
}
