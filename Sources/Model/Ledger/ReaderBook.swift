/// Who reads, what they follow, and who must never be mailed again.
package protocol ReaderBook: AnyObject, Sendable {
  func subscriptions(of address: EmailAddress) throws -> [Subscription]

  func suppression(of address: EmailAddress) throws -> Suppression?

  /// The reader as their next message needs them, and what they follow; nil if they do not subscribe.
  func addressee(_ address: EmailAddress, digest: String) throws -> (Addressee, Following)?

  /// Every subscription in the order of addresses, a row at a time, so that a million do not fill the memory.
  func forEachSubscription(digest: String?, _ body: (Subscription) throws -> Void) throws

  /// Confirmed and unsuppressed subscriptions of a digest: how they follow, and how many.
  func followings(of digest: String) throws -> [Following: Int]

  /// Confirmed and unsuppressed subscriptions of every digest that anybody ever subscribed to.
  func followings() throws -> [String: [Following: Int]]

  /// Subscriptions by what becomes of mail to them.
  func counts(of digest: String) throws -> [Subscription.Standing: Int]

  /// How many addresses are suppressed of which only the hash is known: those who were forgotten, or removed before they
  /// ever subscribed. They cannot be exported.
  func namelessSuppressions() throws -> Int
}
