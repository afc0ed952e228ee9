package import Time

/// How many letters are waiting or have failed, for the operator.
package struct LetterTally: Hashable, Sendable {
  /// Letters not sent yet, or deferred by a server.
  package var waiting = 0
  /// When the oldest of them was requested; nil if none is waiting.
  package var waitingSince: Instant?
  /// Letters refused, or given up because their link was no longer valid.
  package var failed = 0
  /// When the last of them failed; nil if none did.
  package var lastFailure: Instant?
  /// The recipient of the last failed letter; nil if they are forgotten.
  package var lastAddress: String?
  /// The server's reply to the last failed letter; nil if there was none.
  package var lastReply: String?

  package init() {}
}

/// The outcome of a letter.
package struct RecordedLetter: Hashable, Sendable {
  package let kind: Letter.Kind
  package let asked: Instant
  package let state: Delivery.State
  /// When the state began.
  package let changed: Instant
  /// When the next attempt is due; nil if the state is final.
  package var nextAttempt: Instant?
  /// The server's reply, or why the letter was dropped.
  package var reply: String?

  package init(_ kind: Letter.Kind, asked: Instant, state: Delivery.State, changed: Instant) {
    self.kind = kind
    self.asked = asked
    self.state = state
    self.changed = changed
  }
}
