/// The readers, what they follow, and who must never be mailed again.
package protocol ReaderBook: AnyObject, Sendable {
  func subscriptions(of address: EmailAddress) throws -> [Subscription]

  func suppression(of address: EmailAddress) throws -> Suppression?

  /// The data that the reader's next message needs, and the feeds they follow; nil if they do not subscribe.
  func addressee(_ address: EmailAddress, digest: String) throws -> (Addressee, Following)?

  /// Visits every subscription, sorted by address, one row at a time, so that a million do not fill the memory.
  func forEachSubscription(digest: String?, _ body: (Subscription) throws -> Void) throws

  /// For confirmed and unsuppressed subscriptions of every digest that ever had one: the number of readers per following.
  func followings() throws -> [String: [Following: Int]]

  /// The number of subscriptions in each standing.
  func counts(of digest: String) throws -> [Subscription.Standing: Int]

  /// The number of confirmed subscriptions whose readers have paused. They count as confirmed in ``counts(of:)``.
  func paused(in digest: String) throws -> Int

  /// The number of suppressed addresses of which only the hash is known, because they were forgotten, or removed before
  /// they ever subscribed. They cannot be exported.
  func namelessSuppressions() throws -> Int
}
