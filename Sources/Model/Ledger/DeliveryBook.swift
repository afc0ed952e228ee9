package import Time

/// The outcomes of deliveries.
package protocol DeliveryBook: AnyObject, Sendable {
  /// The number of deliveries in each state, for each issue that has any.
  func tallies() throws -> [RecordedIssue.ID: [Delivery.State: Int]]

  /// How many deliveries are due at `now`, without those to held destinations.
  func due(at now: Instant) throws -> Int

  /// When the oldest open delivery was frozen; nil if none is open.
  func oldestOpen() throws -> Instant?

  func nextAttempt() throws -> Instant?

  /// The deliveries to a subscriber, sent or not, newest first.
  func history(of subscriber: Subscriber.ID, limit: Int) throws -> [DeliveryHistory]
}

extension DeliveryBook {
  /// The number of deliveries in each state, for one issue or all.
  package func tally(of issue: RecordedIssue.ID?) throws -> [Delivery.State: Int] {
    let tallies = try tallies()
    if let issue { return tallies[issue] ?? [:] }
    return tallies.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }
}

/// A delivery in a reader's history.
package struct DeliveryHistory: Hashable, Sendable {
  package let digest: String
  package let issueNumber: Int
  package let state: Delivery.State
  package let changed: Instant
  /// The server's last reply, or why the delivery was dropped.
  package var reply: String?
  package var nextAttempt: Instant?

  package init(digest: String, issueNumber: Int, state: Delivery.State, changed: Instant) {
    self.digest = digest
    self.issueNumber = issueNumber
    self.state = state
    self.changed = changed
  }
}
