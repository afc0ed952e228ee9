package import Time

/// The operator stopped all mail, until they end the pause by hand. Not a reader's pause (`subscriber.paused_until`).
package struct SendingPause: Hashable, Sendable {
  /// The operator's words.
  package let reason: String
  package let since: Instant
  /// Who began it; see ``Operator/description``.
  package let by: String
  /// Whether letters that answer readers wait too. Otherwise they are sent, except welcomes, which bring an issue.
  package let stopsLetters: Bool

  package init(_ reason: String, since: Instant, by: String, stopsLetters: Bool) {
    self.reason = reason
    self.since = since
    self.by = by
    self.stopsLetters = stopsLetters
  }
}
