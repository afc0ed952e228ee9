/// Deliveries on their way: `queued → claimed → accepted | deferred → claimed … | refused | uncertain`, plus `dropped`.
package protocol DeliveryQueue: AnyObject {
  /// Takes back what a dead worker left in its hands: what had been committed to its final exchange becomes `uncertain`
  /// (or, under `.resend`, queued again with the same Message-ID), the rest is queued again.
  func recover(_ policy: MailSettings.Uncertain, at now: Instant) throws -> Recovery

  /// Claims up to `limit` deliveries that are due, oldest first. Readers who meanwhile left or were suppressed, and
  /// cancelled issues, are dropped instead.
  func claim(_ limit: Int, at now: Instant) throws -> [Claim]

  /// Whether a claimed delivery may still go: its reader has not left or been suppressed, nor its issue been cancelled,
  /// since it was claimed.
  func mayStillGo(_ delivery: Delivery.ID) throws -> Bool

  /// Makes durable (through power loss) that these deliveries are in their final exchange. Returns those that may go;
  /// the others are dropped. Throws if it cannot be written: then none of the messages must go.
  func commit(_ deliveries: [Delivery.ID], at now: Instant) throws -> Set<Delivery.ID>

  /// Records attempts, and what becomes of their deliveries.
  func record(_ attempts: [Attempt]) throws

  /// Suppresses the addresses of these deliveries: their mailboxes do not exist.
  func suppress(_ refused: [Delivery.ID], at now: Instant) throws

  /// Takes refusals back: the relay refused us, not the readers. They are queued again until that instant.
  func requeue(_ refused: [Delivery.ID], until instant: Instant) throws

  /// Puts claimed deliveries back in the queue, untried.
  func unclaim(_ deliveries: [Delivery.ID]) throws

  /// Deliveries by state, of one issue or of all.
  func tally(of issue: RecordedIssue.ID?) throws -> [Delivery.State: Int]
  /// How many are due at `now`.
  func due(at now: Instant) throws -> Int
  /// When the oldest delivery that is not final was frozen, and the earliest next attempt.
  func oldestOpen() throws -> Instant?
  func nextAttempt() throws -> Instant?

  /// What was sent, or not, to a subscriber, newest first.
  func history(of subscriber: Subscriber.ID, limit: Int) throws -> [DeliveryHistory]

  /// Records a mail sent by `courant send-test`.
  func recordTest(digest: String, to address: EmailAddress, outcome: String, at now: Instant) throws
}

extension DeliveryQueue {
  /// One of ``commit(_:at:)``: whether it may go.
  package func commit(_ delivery: Delivery.ID, at now: Instant) throws -> Bool {
    try commit([delivery], at: now).contains(delivery)
  }
}

/// One SMTP try of a delivery.
package struct Attempt: Sendable {
  package let delivery: Delivery.ID
  package let at: Instant
  package let outcome: Outcome
  package let verdict: Verdict

  package init(delivery: Delivery.ID, at: Instant, outcome: Outcome, verdict: Verdict) {
    (self.delivery, self.at, self.outcome, self.verdict) = (delivery, at, outcome, verdict)
  }
}

/// What ``DeliveryQueue/recover(_:at:)`` found.
package struct Recovery: Hashable, Sendable {
  /// Queued again; certainly not sent.
  package var returned = 0
  /// In their final exchange when the worker died.
  package var uncertain: [EmailAddress] = []

  package init(returned: Int = 0, uncertain: [EmailAddress] = []) {
    (self.returned, self.uncertain) = (returned, uncertain)
  }
}

/// One line of a reader's history.
package struct DeliveryHistory: Hashable, Sendable {
  package let digest: String
  package let issueNumber: Int
  package let subject: String
  package let state: Delivery.State
  package let changed: Instant
  /// The server's last words, or why it was dropped.
  package let reply: String?
  package let nextAttempt: Instant?

  package init(
    digest: String, issueNumber: Int, subject: String, state: Delivery.State, changed: Instant, reply: String?,
    nextAttempt: Instant?
  ) {
    (self.digest, self.issueNumber, self.subject, self.state) = (digest, issueNumber, subject, state)
    (self.changed, self.reply, self.nextAttempt) = (changed, reply, nextAttempt)
  }
}
