package import Time

/// What came back, and what follows from it.
package protocol BounceBook: AnyObject, Sendable {
  /// The delivery of an issue to an address; nil if there is none.
  func delivery(of digest: String, issue: Int, to address: EmailAddress) throws -> Delivery.ID?

  /// Takes a bounce, in one transaction.
  ///
  /// With a valid token it is about that delivery, whatever address it shows: a hard one and a complaint suppress at
  /// once. Without, the recipient's newest mail is meant, and because anybody can write such a report, whatever it says
  /// counts as soft at most.
  func take(_ bounce: Bounce, at now: Instant) throws -> BounceConsequence

  /// What came back from a subscriber, newest first.
  func bounces(of subscriber: Subscriber.ID, limit: Int) throws -> [RecordedBounce]
}

/// Deliveries as their envelope senders name them.
package protocol BounceTokens: AnyObject, Sendable {
  /// Names a delivery in its envelope sender: opaque, not to be guessed, the same for ever, 29 letters and digits whose
  /// case does not matter.
  func bounceToken(of delivery: Delivery.ID) -> String

  /// The delivery that such a token names; nil if this ledger did not make it.
  func delivery(bounceToken: String) -> Delivery.ID?
}

/// One line of what came back from a reader.
package struct RecordedBounce: Hashable, Sendable {
  package let kind: Bounce.Kind
  package let at: Instant
  package let status: String?
  package let words: String
  /// `weekly#12`; nil if the report named no delivery and none was recent.
  package let issue: String?
  /// Whether it stands in the score of soft bounces.
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
