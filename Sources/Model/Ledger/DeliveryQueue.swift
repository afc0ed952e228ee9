package import Time

/// Deliveries on their way: `queued → claimed → accepted | deferred → claimed … | refused | uncertain`, plus `dropped`.
package protocol DeliveryQueue: AnyObject {
  /// Takes back what a dead worker left in its hands: what had been committed to its final exchange becomes `uncertain`
  /// (or, under `.resend`, queued again with the same Message-ID), the rest is queued again.
  ///
  /// - Parameter tell: called for each that is uncertain once that is written, and called again by the next `recover` if
  ///   a crash came between: none is hidden, and a full disk does not have them told in every run.
  func recover(
    _ policy: MailSettings.Uncertain, at now: Instant, tell: (EmailAddress) -> Void
  ) throws -> Recovery

  /// Claims up to `limit` deliveries that are due, oldest first. Readers who meanwhile left or were suppressed, and
  /// cancelled issues, are dropped instead. Destinations that are held, and those of `except`, wait.
  func claim(_ limit: Int, except: Set<String>, at now: Instant) throws -> [Claim]

  /// Makes all that a round has to write durable (through power loss), whole or not at all: first what was learned,
  /// then which messages enter their final exchange. Returns those that may: whose reader has not left or been
  /// suppressed, nor their issue been cancelled, since they were claimed; the others are dropped. When it throws,
  /// none of the messages must go.
  func write(_ turn: Turn) throws -> Set<Delivery.ID>

  /// Which of them were dropped.
  func dropped(among deliveries: [Delivery.ID]) throws -> Set<Delivery.ID>

  /// Queues again, on the operator's word, deliveries of an issue that ended without being taken, with the same
  /// Message-ID as before. Never those that were taken, nor of readers who left or are suppressed. Nil if the issue was
  /// cancelled.
  func resend(_ issue: RecordedIssue.ID, to recipients: Resend.Recipients, at now: Instant) throws -> Resend?

  /// Puts claimed deliveries back in the queue, untried.
  func unclaim(_ deliveries: [Delivery.ID]) throws

  /// Deliveries by state, of each issue that has any.
  func tallies() throws -> [RecordedIssue.ID: [Delivery.State: Int]]
  /// How many are due at `now`, without those to destinations that are held.
  func due(at now: Instant) throws -> Int
  /// The destinations that were held and from which nothing has been heard since, by domain.
  func destinations() throws -> [String: DestinationHold]
  /// When the oldest delivery that is not final was frozen, and the earliest next attempt.
  func oldestOpen() throws -> Instant?
  func nextAttempt() throws -> Instant?

  /// What was sent, or not, to a subscriber, newest first.
  func history(of subscriber: Subscriber.ID, limit: Int) throws -> [DeliveryHistory]

  /// Records a mail sent by `courant send-test`.
  func recordTest(digest: String, to address: EmailAddress, outcome: String, at now: Instant) throws
}

extension DeliveryQueue {
  /// Deliveries by state, of one issue or of all.
  package func tally(of issue: RecordedIssue.ID?) throws -> [Delivery.State: Int] {
    let tallies = try tallies()
    if let issue { return tallies[issue] ?? [:] }
    return tallies.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }

  package func recover(_ policy: MailSettings.Uncertain, at now: Instant) throws -> Recovery {
    try recover(policy, at: now) { _ in }
  }

  package func claim(_ limit: Int, at now: Instant) throws -> [Claim] { try claim(limit, except: [], at: now) }

  /// A turn in which one message enters its final exchange: whether it may.
  package func commit(_ delivery: Delivery.ID, at now: Instant) throws -> Bool {
    try write(Turn(at: now, committing: [delivery])).contains(delivery)
  }

  /// A turn in which nothing enters its final exchange.
  package func record(_ attempts: [Attempt], at now: Instant) throws {
    _ = try write(Turn(at: now, attempts: attempts))
  }
}

/// All that one write of a delivery round makes durable.
///
/// The result of a message and the start of the next one over the same connection stand in one turn, so that at any
/// instant at most one message a connection is in its final exchange and unrecorded.
package struct Turn: Sendable {
  package var at: Instant
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
  /// Values to remember; see ``RunLog/note(_:)``.
  package var notes: [String: String]
  /// About to enter their final exchange.
  package var committing: [Delivery.ID]

  package init(
    at: Instant, attempts: [Attempt] = [], suppressing: [Delivery.ID] = [], committing: [Delivery.ID] = []
  ) {
    (self.at, self.attempts, self.suppressing, self.committing) = (at, attempts, suppressing, committing)
    (refusing, returning, destinations, notes) = ([], [], [:], [:])
  }

  package var isEmpty: Bool {
    attempts.isEmpty && refusing.isEmpty && returning.isEmpty && suppressing.isEmpty && committing.isEmpty
      && destinations.isEmpty && notes.isEmpty
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

/// What ``DeliveryQueue/resend(_:to:at:)`` did.
package struct Resend: Hashable, Sendable {
  /// Whose deliveries are sent again.
  package struct Recipients: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// A server refused the message.
    package static let refused = Recipients(rawValue: 1)
    /// It was tried for two days.
    package static let givenUp = Recipients(rawValue: 2)
    /// Sent or not, nobody knows.
    package static let uncertain = Recipients(rawValue: 4)
  }

  /// How many are queued again.
  package let queued: Int
  /// Whose readers left or are suppressed.
  package let unwanted: Int
  /// Uncertain for good, and not asked for.
  package let uncertain: Int

  package init(queued: Int, unwanted: Int, uncertain: Int) {
    self.queued = queued
    self.unwanted = unwanted
    self.uncertain = uncertain
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
