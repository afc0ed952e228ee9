package import Time

/// All that one write of a delivery round makes durable.
///
/// The result of a message and the start of the next one over the same connection stand in one turn, so that at any
/// instant at most one message a connection is in its final exchange and unrecorded.
package struct Turn: Sendable {
  package let worker: Worker
  package var at: Instant
  /// Until when the worker's claims are its own from now on, if it says nothing more; nil: as it was.
  package var lease: Instant?
  /// What was tried, and what becomes of it.
  package var attempts: [Attempt]
  /// Deferred, and now known to be refused for good.
  package var refusing: [Delivery.ID]
  /// Claimed, and put back in the queue untried.
  package var returning: [Delivery.ID]
  /// Their mailboxes do not exist: the addresses are suppressed.
  package var suppressing: [Delivery.ID]
  /// By domain.
  package var destinations: [String: DestinationChange]
  /// Values to remember; see ``NoteBook/note(_:)``.
  package var notes: [String: String]
  /// About to enter their final exchange.
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
  }

  package var isEmpty: Bool {
    attempts.isEmpty && refusing.isEmpty && returning.isEmpty && suppressing.isEmpty && committing.isEmpty
      && destinations.isEmpty && notes.isEmpty && lease == nil
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
