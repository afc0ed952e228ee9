package import Time

/// Everything that one write of a delivery round makes durable (a group commit).
///
/// The result of a message and the start of the next one on the same connection are in one turn. So at any instant,
/// each connection has at most one message that is in its final exchange and unrecorded.
package struct Turn: Sendable {
  package let worker: Worker
  package var at: Instant
  /// The new end of the worker's lease, if it is not renewed again; nil if unchanged.
  package var lease: Instant?
  /// The attempts made, with their verdicts.
  package var attempts: [Attempt]
  /// Deferred deliveries that are now known to be permanently refused.
  package var refusing: [Delivery.ID]
  /// Claimed deliveries that return to the queue untried.
  package var returning: [Delivery.ID]
  /// Deliveries whose mailboxes do not exist; their addresses are suppressed.
  package var suppressing: [Delivery.ID]
  /// Changes of destinations, by domain.
  package var destinations: [String: DestinationChange]
  /// Values to record; see ``NoteBook/note(_:)``.
  package var notes: [String: String]
  /// Messages that were granted and did not leave.
  package var unused: [UnusedGrant]
  /// How many messages the worker has in flight, by domain, where the number fell.
  package var places: [String: Int]
  /// Deliveries about to enter their final exchange.
  package var committing: [Delivery.ID]

  package init(
    by worker: Worker, at: Instant, attempts: [Attempt] = [], suppressing: [Delivery.ID] = [],
    committing: [Delivery.ID] = []
  ) {
    self.worker = worker
    self.at = at
    self.attempts = attempts
    self.suppressing = suppressing
    self.committing = committing
    lease = nil
    refusing = []
    returning = []
    destinations = [:]
    notes = [:]
    unused = []
    places = [:]
  }

  package var isEmpty: Bool {
    attempts.isEmpty && refusing.isEmpty && returning.isEmpty && suppressing.isEmpty && committing.isEmpty
      && destinations.isEmpty && notes.isEmpty && lease == nil && unused.isEmpty && places.isEmpty
  }
}

/// One SMTP try of a delivery.
package struct Attempt: Sendable {
  package let delivery: Delivery.ID
  package let at: Instant
  package let outcome: Outcome
  package let verdict: Verdict

  package init(delivery: Delivery.ID, at: Instant, outcome: Outcome, verdict: Verdict) {
    self.delivery = delivery
    self.at = at
    self.outcome = outcome
    self.verdict = verdict
  }
}
