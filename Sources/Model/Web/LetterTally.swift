package import Time

/// How letters fare, for whoever runs the site.
package struct LetterTally: Hashable, Sendable {
  /// Not sent yet, or deferred by a server.
  package var waiting = 0
  /// When the oldest of them was asked for; nil if none waits.
  package var waitingSince: Instant?
  /// Refused, or given up because their link had become worthless.
  package var failed = 0
  /// When the last of them failed; nil if none did.
  package var lastFailure: Instant?
  /// Whom the last was to; nil if they are forgotten.
  package var lastAddress: String?
  /// What the server said to the last; nil if there was no answer.
  package var lastReply: String?

  package init() {}
}

/// What became of a letter.
package struct RecordedLetter: Hashable, Sendable {
  package let kind: Letter.Kind
  package let asked: Instant
  package let state: Delivery.State
  /// When the state began.
  package let changed: Instant
  /// When it is tried next; nil if its state is final.
  package var nextAttempt: Instant?
  /// What the server said, or why it was dropped.
  package var reply: String?

  package init(_ kind: Letter.Kind, asked: Instant, state: Delivery.State, changed: Instant) {
    self.kind = kind
    self.asked = asked
    self.state = state
    self.changed = changed
  }
}
