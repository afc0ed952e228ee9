package import Time

/// The bounces and their consequences.
package protocol BounceBook: AnyObject, Sendable {
  /// The delivery of an issue to an address; nil if there is none.
  func delivery(of digest: String, issue: Int, to address: EmailAddress) throws -> Delivery.ID?

  /// Records a bounce and applies its consequence, in one transaction.
  ///
  /// A valid token identifies the delivery, regardless of the address in the report; a hard bounce or complaint then
  /// suppresses the address at once. Without a token, the recipient's newest message is meant. Anyone can write such a
  /// report, so it counts at most as a soft bounce.
  func record(_ bounce: Bounce, at now: Instant) throws -> BounceConsequence

  /// The bounces of a subscriber, newest first.
  func bounces(of subscriber: Subscriber.ID, limit: Int) throws -> [RecordedBounce]
}

/// Identifies deliveries by tokens in their envelope senders.
package protocol BounceTokens: AnyObject, Sendable {
  /// The token of a delivery for its envelope sender: opaque, unguessable, permanent, 29 letters and digits
  /// whose case does not matter.
  func bounceToken(of delivery: Delivery.ID) -> String

  /// The delivery with this token; nil if this ledger did not create it.
  func delivery(bounceToken: String) -> Delivery.ID?
}

/// A bounce in a reader's history.
package struct RecordedBounce: Hashable, Sendable {
  package let kind: Bounce.Kind
  package let at: Instant
  package let status: String?
  package let words: String
  /// `weekly#12`; nil if the report identified no delivery and there was no recent one.
  package let issue: String?
  /// Whether it contributes to the score of soft bounces.
  package let counts: Bool

  package init(kind: Bounce.Kind, at: Instant, status: String?, words: String, issue: String?, counts: Bool) {
    self.kind = kind
    self.at = at
    self.status = status
    self.words = words
    self.issue = issue
    self.counts = counts
  }
}
