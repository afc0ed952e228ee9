/// Who reads, with whose consent, and who must never be mailed again.
package protocol SubscriberRegister: AnyObject {
  /// Adds subscribers, or changes those who are there, row by row in one transaction.
  ///
  /// Someone who left (an ended subscription) or is suppressed is never brought back by this: the row is answered
  /// `.left` or `.suppressed` and nothing changes. A confirmed subscription never becomes pending again.
  func enrol(_ rows: [Enrolment], at now: Instant) throws -> [EnrolmentResult]

  /// Ends a subscription, or all of them; then the address is suppressed as well, known or not, so that no import for
  /// another digest brings it back. Returns how many ended.
  func end(_ address: EmailAddress, digest: String?, at now: Instant) throws -> Int

  /// Ends the subscription that the token in its mails names (see ``Addressee/token``), whenever it was made; letter case
  /// does not matter. Nil if this ledger did not make the token: nothing is said of how near it came.
  func end(token: String, at now: Instant) throws -> EndedSubscription?

  /// Erases a person: name, address and history go, a keyed hash of the address stays suppressed. False if unknown.
  func forget(_ address: EmailAddress, at now: Instant) throws -> Bool

  func suppression(of address: EmailAddress) throws -> Suppression?
  func subscriptions(of address: EmailAddress) throws -> [Subscription]

  /// The reader as their next message needs them, and what they follow; nil if they do not subscribe.
  func addressee(_ address: EmailAddress, digest: String) throws -> (Addressee, Following)?

  /// Every subscription in the order of addresses, a row at a time, so that a million do not fill the memory.
  func forEachSubscription(digest: String?, _ body: (Subscription) throws -> Void) throws

  /// Confirmed and unsuppressed subscriptions of a digest: how they follow, and how many.
  func followings(of digest: String) throws -> [Following: Int]
  /// Confirmed and unsuppressed subscriptions of every digest that anybody ever subscribed to.
  func followings() throws -> [String: [Following: Int]]
  /// Subscriptions by status.
  func counts(of digest: String) throws -> [Subscription.Status: Int]
}

/// One subscription to be added.
package struct Enrolment: Hashable, Sendable {
  package var address: EmailAddress
  package var name: String?
  package var language: String?
  package var digest: String
  package var follows: Following
  /// The status asked for.
  package var status: Subscription.Status
  package var consentAt: Instant?
  package var origin: String?
  /// The reader asked to come back after leaving, or has a working mailbox again: lifts that, but neither a complaint nor
  /// a wish to be forgotten. Only set for one address at a time, by hand.
  package var isReturning = false

  package init(address: EmailAddress, digest: String, follows: Following = .all, status: Subscription.Status = .pending)
  {
    (self.address, self.digest, self.follows, self.status) = (address, digest, follows, status)
    (name, language, consentAt, origin) = (nil, nil, nil, nil)
  }
}

/// What a token ended.
package struct EndedSubscription: Hashable, Sendable {
  package let digest: String
  /// False if it had ended before.
  package let isNew: Bool

  package init(digest: String, isNew: Bool) { (self.digest, self.isNew) = (digest, isNew) }
}

package enum EnrolmentResult: String, Hashable, Sendable {
  case added, changed, unchanged
  /// They ended this subscription themselves; only they can bring it back.
  case left
  /// Suppressed: bounced, complained, or asked to be forgotten.
  case suppressed
}
