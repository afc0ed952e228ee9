package import Time

/// Who agreed to what, and who said no: the one place where consent changes.
package protocol ConsentLog: AnyObject, Sendable {
  /// Adds subscribers, or changes those who are there, row by row in one transaction. What a row does not say stays as it
  /// is.
  ///
  /// Nobody who left is brought back by this: the row is answered `.left` or `.suppressed` and nothing changes. That is
  /// whoever ended this very subscription or is suppressed; and, if the row would confirm a subscription or begin one,
  /// whoever ended one of a digest that is not in `offered`, or ended one and has no confirmed one left. A confirmed
  /// subscription never becomes pending again.
  ///
  /// - Parameter offered: the digests of the settings; nil if none is known to be gone.
  func enrol(_ rows: [Enrolment], offered: Set<String>?, at now: Instant) throws -> [EnrolmentResult]

  /// Ends a subscription, or all of them; then the address is suppressed as well, known or not, so that no import for
  /// another digest brings it back. Returns how many ended.
  func end(_ address: EmailAddress, digest: String?, at now: Instant) throws -> Int

  /// Ends the subscription that the token in its mails names (see ``Addressee/token``), whenever it was made; letter case
  /// does not matter. Nil if this ledger did not make the token: nothing is said of how near it came.
  func end(token: String, at now: Instant) throws -> EndedSubscription?

  /// Gives a reader another address: subscriptions, consent and what waits to be sent go over. What they left stays left, and
  /// the old address is suppressed, so that no import brings it back. Nothing changes unless this returns `.changed`.
  func change(_ old: EmailAddress, to new: EmailAddress, at now: Instant) throws -> AddressChange

  /// Erases a person: name, address and history go, a keyed hash of the address stays suppressed. False if unknown.
  func forget(_ address: EmailAddress, at now: Instant) throws -> Bool
}

extension ConsentLog {
  package func enrol(_ rows: [Enrolment], at now: Instant) throws -> [EnrolmentResult] {
    try enrol(rows, offered: nil, at: now)
  }
}

/// What is said about one subscription; nil is not said.
package struct Enrolment: Hashable, Sendable {
  package var address: EmailAddress
  package var name: String?
  package var language: String?
  package var digest: String
  /// Newcomers follow all feeds unless it is said.
  package var follows: Following?
  /// The status asked for; newcomers are pending unless it is said.
  package var status: Subscription.Status?
  package var consentAt: Instant?
  /// Where the subscription came from, as the row says it.
  package var origin: String?
  /// Where the row came from: the origin of what it begins or confirms, if it says none.
  package var channel: String?
  /// When they left.
  package var endedAt: Instant?
  /// The address is never to be mailed again.
  package var suppression: Suppression?
  /// The reader asked to come back after leaving, or has a working mailbox again: lifts that, but neither a complaint nor
  /// a wish to be forgotten. Only set for one address at a time, by hand.
  package var isReturning = false

  package init(
    address: EmailAddress, digest: String, follows: Following? = nil, status: Subscription.Status? = nil
  ) {
    self.address = address
    self.digest = digest
    self.follows = follows
    self.status = status
  }

  /// The row asks for no mail.
  package var saysNo: Bool { status == .ended || suppression != nil }
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
  /// The row says that they left, which the ledger did not know.
  case ended
  /// They left before; only they can come back.
  case left
  /// Suppressed: bounced, complained, or asked to be forgotten.
  case suppressed
}
