package import Time

/// What became of deliveries.
package protocol DeliveryBook: AnyObject, Sendable {
  /// Deliveries by state, of each issue that has any.
  func tallies() throws -> [RecordedIssue.ID: [Delivery.State: Int]]

  /// How many are due at `now`, without those to destinations that are held.
  func due(at now: Instant) throws -> Int

  /// When the oldest delivery that is not final was frozen, and the earliest next attempt.
  func oldestOpen() throws -> Instant?

  func nextAttempt() throws -> Instant?

  /// What was sent, or not, to a subscriber, newest first.
  func history(of subscriber: Subscriber.ID, limit: Int) throws -> [DeliveryHistory]
}

extension DeliveryBook {
  /// Deliveries by state, of one issue or of all.
  package func tally(of issue: RecordedIssue.ID?) throws -> [Delivery.State: Int] {
    let tallies = try tallies()
    if let issue { return tallies[issue] ?? [:] }
    return tallies.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
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
    self.digest = digest
    self.issueNumber = issueNumber
    self.subject = subject
    self.state = state
    self.changed = changed
    self.reply = reply
    self.nextAttempt = nextAttempt
  }
}
