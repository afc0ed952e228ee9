package import Time

/// One instant at which a digest is due.
///
/// Its key is the digest's name and the local wall time, `weekly@2026-11-23T07:00`. If a schedule fires in both halves
/// of an hour repeated when clocks go back, the second key ends in its offset, `hourly@2026-10-25T01:00+00:00`.
package struct Slot: Hashable, Sendable, Codable {
  package let digest: String
  /// `2026-11-23T07:00`, unique within the digest.
  package let wallTime: String
  package let due: Instant

  package init(digest: String, wallTime: String, due: Instant) {
    self.digest = digest
    self.wallTime = wallTime
    self.due = due
  }

  package var key: String { "\(digest)@\(wallTime)" }
}
