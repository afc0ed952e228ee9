package import Time

/// Events for other programs, in the order in which they happened. They are recorded in the transaction that makes the change.
package protocol WebhookBook: AnyObject, Sendable {
  /// Keeps events for the webhooks with these names from now on, and forgets all others. Without any, no event is recorded.
  func keepEvents(for names: Set<String>) throws

  /// Sorted by name.
  func webhooks() throws -> [WebhookState]

  func record(_ state: WebhookState) throws

  /// The oldest first.
  func events(
    after number: Int64, of kinds: Set<WebhookEvent.Kind>, limit: Int
  ) throws -> [WebhookEvent]

  func countEvents(after number: Int64, of kinds: Set<WebhookEvent.Kind>) throws -> Int

  /// Records an event for each issue of which no message waits any more.
  func recordSentIssues(at now: Instant) throws

  /// Deletes events that all webhooks have behind them.
  func deleteTakenEvents() throws

  /// Holds the lock of webhooks while the closure runs. Nil if another process informs them.
  func withWebhookLock<Result>(_ body: () throws -> Result) throws -> Result?
}
