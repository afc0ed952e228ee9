internal import Model
package import Time

extension Zone {
  /// A moment as the zone's clock shows it, for people: `2026-11-23 07:00`.
  package func shown(_ instant: Instant) -> String {
    String(civil(at: instant).iso8601.replacing("T", with: " ").dropLast(3))
  }
}
