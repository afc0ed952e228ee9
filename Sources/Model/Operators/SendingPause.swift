package import Time

/// The operator has stopped all mail until they end the pause by hand. Not a reader's pause (`subscriber.paused_until`).
package struct SendingPause: Hashable, Sendable {
  /// In the operator's words.
  package let reason: String
  package let since: Instant
  /// Who started it; see ``Operator/description``.
  package let by: String
  /// Whether letters that answer readers also wait. Otherwise they are sent, except for welcomes, which contain an issue.
  package let stopsLetters: Bool

  package init(_ reason: String, since: Instant, by: String, stopsLetters: Bool) {
    self.reason = reason
    self.since = since
    self.by = by
    self.stopsLetters = stopsLetters
  }
}
