package import Time

/// Who consented to what, and who declined: consent changes only here.
package protocol ConsentLog: AnyObject, Sendable {
  /// Adds or changes subscribers, row by row, in one transaction. Anything that a row does not state is left unchanged.
  ///
  /// This brings no one back who unsubscribed: such a row returns `.staysEnded` or `.suppressed` and changes nothing. That
  /// applies to anyone who ended this very subscription or is suppressed. If the row would confirm or begin a
  /// subscription, it also applies to anyone who ended one of a digest not in `offered`, or who ended one and has no
  /// confirmed one left. A confirmed subscription never becomes pending again.
  ///
  /// - Parameter offered: the digests in the settings; nil counts every digest as offered.
  func enrol(_ rows: [Enrolment], offered: Set<String>?, at now: Instant) throws -> [EnrolmentResult]

  /// Adds events of another ledger to the histories of readers known here, in one transaction. Nothing else changes. An
  /// event that is already in the history is not added again.
  func carry(_ events: [HistoricEvent]) throws -> [HistoricResult]

  /// Ends one subscription, or all of them. In the latter case the address is also suppressed, even if it is unknown,
  /// so that no import for another digest brings it back. Returns the number of ended subscriptions.
  func end(_ address: EmailAddress, digest: String?, at now: Instant) throws -> Int

  /// Lifts the suppression of an address, unless only the reader or no one may (``Suppression/Reason/endsWithReturn``).
  /// Subscriptions stay as they are. Returns the reason; nil if nothing was lifted.
  func lift(_ address: EmailAddress) throws -> Suppression.Reason?

  /// Ends the subscription identified by a token from its messages (see ``Addressee/token``), however old; letter case
  /// does not matter. Nil if this ledger did not create the token, without revealing how close it is.
  func end(token: String, at now: Instant) throws -> EndedSubscription?

  /// Changes a reader's address. Subscriptions, consent and waiting messages move to the new one. Ended
  /// subscriptions stay ended, and the old address is suppressed so that no import brings it back. Nothing changes
  /// unless this returns `.changed`.
  func change(_ old: EmailAddress, to new: EmailAddress, at now: Instant) throws -> AddressChange

  /// Erases a person: name, address and history are deleted, and a keyed hash of the address stays suppressed. False
  /// if the address is unknown.
  func forget(_ address: EmailAddress, at now: Instant) throws -> Bool
}

/// What an input states about one subscription; nil means not stated.
package struct Enrolment: Hashable, Sendable {
  package var address: EmailAddress
  package var name: String?
  package var language: String?
  package var digest: String
  /// New subscribers follow all feeds if nothing else is stated.
  package var follows: Following?
  /// The requested status; new subscribers are pending if nothing else is stated.
  package var status: Subscription.Status?
  package var consentAt: Instant?
  /// The subscription's origin, as stated in the row.
  package var origin: String?
  /// The row's own origin: recorded for what it begins or confirms, if the row states none.
  package var channel: String?
  /// When they unsubscribed.
  package var endedAt: Instant?
  /// The reader asked for no mail until then. It never shortens or ends a pause.
  package var pausedUntil: Instant?
  /// The address must never be mailed again.
  package var suppression: Suppression?
  /// Whether the row's own history is imported as well; if so, the import itself is not recorded as an event.
  package var hasHistory = false
  /// The reader asked to return after unsubscribing, or the mailbox works again. This lifts both, but neither a
  /// complaint nor a request to be forgotten. Set only by hand, for one address at a time.
  package var isReturning = false
  /// A digest that this subscription replaces. Confirming ends that one, and hands over the articles it would have delivered
  /// next (docs/decisions/0072-moving-between-digests.md). Set only by hand.
  package var insteadOf: String?

  package init(
    address: EmailAddress, digest: String, follows: Following? = nil, status: Subscription.Status? = nil
  ) {
    self.address = address
    self.digest = digest
    self.follows = follows
    self.status = status
  }

  /// Whether the row asks for no mail.
  package var saysNo: Bool { status == .ended || suppression != nil }
}

/// An event in a reader's history.
package struct HistoricEvent: Hashable, Sendable {
  package let address: EmailAddress
  package let event: ConsentEvent

  package init(_ address: EmailAddress, _ event: ConsentEvent) {
    self.address = address
    self.event = event
  }
}

package enum HistoricResult: Hashable, Sendable {
  case added
  /// The event is already recorded.
  case known
  /// The ledger does not know the address, or has forgotten it.
  case nobody
}

/// The subscription that a token ended.
package struct EndedSubscription: Hashable, Sendable {
  package let digest: String
  /// False if it had already ended.
  package let isNew: Bool

  package init(digest: String, isNew: Bool) {
    self.digest = digest
    self.isNew = isNew
  }
}

package enum EnrolmentResult: String, Hashable, Sendable {
  case added, changed, unchanged
  /// The row states that they unsubscribed, which the ledger had not recorded.
  case ended
  /// They had already unsubscribed; only they can come back.
  case staysEnded
  /// Suppressed: the address bounced, or the reader complained or asked to be forgotten.
  case suppressed
}
