package import Time

/// What a wrong clock left in the ledger, and how to revert it.
package protocol ClockBook: AnyObject, Sendable {
  /// The latest moment of a run, a recorded slot or a digest's start; nil if there is none.
  func latestMoment() throws -> Instant?

  /// Reverts what runs with a later moment decided. Slots recorded after `now` are deleted, except those with an issue:
  /// they become due with the last earlier slot, so that mailed articles stay mailed and are not news again. All other
  /// moments after `now` become `now`. Returns the number of affected slots.
  func undoFuture(after now: Instant) throws -> Int
}

/// Whose clock is right.
///
/// A run uses one moment throughout: `--now`, or the machine's clock. If the ledger contains decisions made more than a
/// day later, one of the two was wrong. A smaller difference is harmless skew: recorded slots do not fall due again.
package enum ClockVerdict: Hashable, Sendable {
  /// Nothing in the ledger is of a later time.
  case right
  /// The run's time is earlier than this program. Machines without a clock battery start in 1970.
  case impossible(latest: Instant)
  /// `--now` is earlier than the recorded moment but the machine's clock is not: the run is the exception.
  case early(latest: Instant)
  /// The recorded moment is in the future by both the run's time and the machine's clock.
  case recordedAhead(latest: Instant)

  /// - Parameters:
  ///   - machine: the time of the machine's clock.
  ///   - latest: see ``ClockBook/latestMoment()``.
  package init(now: Instant, machine: Instant, latest: Instant?) {
    guard let latest, latest - now > Self.skew else {
      self = .right
      return
    }
    if now < Self.written {
      self = .impossible(latest: latest)
    } else if latest - machine > Self.skew || machine == now {
      self = .recordedAhead(latest: latest)
    } else {
      self = .early(latest: latest)
    }
  }

  private static let skew = Duration.seconds(86_400)
  /// 2026-01-01T00:00:00Z
  private static let written = Instant(seconds: 1_767_225_600)
}
