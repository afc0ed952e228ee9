internal import Model
package import Time

extension Zone {
  /// A time as the zone's clock shows it: `2026-11-23 07:00`. Everything printed for people uses this form; programs
  /// get RFC 3339.
  package func shown(_ instant: Instant) -> String {
    String(civil(at: instant).iso8601.dropLast(3).map { $0 == "T" ? " " : $0 })
  }
}
