package import Time

/// What a wrong clock leaves in the ledger, and how it is taken back.
package protocol ClockBook: AnyObject, Sendable {
  /// The latest moment of a run, a recorded slot or a digest's beginning; nil if there is none.
  func latestMoment() throws -> Instant?

  /// Takes back what a run of a later moment decided. Slots recorded after `now` are forgotten, except that those with an
  /// issue stay and fall due with the last slot before: what was mailed stays mailed, and is news no more. All other
  /// moments after `now` become `now`.
  /// Returns how many slots those were.
  func takeBackFuture(after now: Instant) throws -> Int
}

/// Whose clock is right.
///
/// A run decides by one moment: `--now`, or the machine's clock. If the ledger holds decisions of more than a day later,
/// one of the two was wrong. Less is skew, and no harm: what fell due is recorded and does not fall due again.
package enum ClockVerdict: Hashable, Sendable {
  /// Nothing in the ledger is of a later time.
  case right
  /// The run is of an impossible time: before this program was written. A machine without a battery starts in 1970.
  case impossible(latest: Instant)
  /// `--now` is before what was recorded, and the machine's own clock is not: the run is the odd one.
  case early(latest: Instant)
  /// What was recorded is of a time that has not come, by this run and by the machine's clock.
  case recordedAhead(latest: Instant)

  /// - Parameter latest: see ``ClockBook/latestMoment()``.
  /// - Parameter machine: the machine's clock.
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
