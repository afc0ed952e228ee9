package import Time

/// Why a slot is held, and until when.
package struct SlotHold: Hashable, Sendable {
  package enum Reason: String, CaseIterable, Sendable {
    /// It has more news than `hold_above`.
    case many
    /// Its digest has `review = "always"`.
    case review
    /// Its digest has a `delay`.
    case delay
    /// Its articles are no longer those that were released.
    case changed
  }

  package let reason: Reason
  /// When it is released automatically; nil for never.
  package var until: Instant?
  /// When the operators were last notified.
  package var told: Instant?
  /// A hash of the articles that an operator released, as listed by ``Issue/Section``; nil if any are accepted.
  package var approved: String?

  package init(_ reason: Reason, until: Instant? = nil) {
    self.reason = reason
    self.until = until
  }
}

extension RecordedSlot {
  /// Whether its issue may be frozen: an operator released it, or its time has come.
  package func isReleased(at now: Instant) -> Bool {
    if state == .released { return true }
    guard state == .held, let until = hold?.until else { return false }
    return until <= now
  }
}

extension Digest {
  /// Why a slot that falls due with this much news is held; nil if it is mailed at once.
  ///
  /// - Parameter next: when the following slot falls due; a delay ends before it.
  package func hold(news: Int, next: Instant?, at now: Instant) -> SlotHold? {
    if news > holdAbove { return SlotHold(.many) }
    if review == .always { return SlotHold(.review, until: releaseAfter.map { now + $0 }) }
    guard let delay else { return nil }
    return SlotHold(.delay, until: min(now + delay, next.map { $0 - .seconds(60) } ?? now + delay))
  }
}
