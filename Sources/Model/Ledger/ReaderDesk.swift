package import Time

/// What readers do for themselves on the web. Each function is one short transaction.
///
/// Tokens are given as they appear in a URL; letter case does not matter.
package protocol ReaderDesk: Transactions, PrivateFeedBook {
  // MARK: Requests with an address

  /// Records requests durably, in one transaction. It does not look up the addresses, so neither its result nor its duration
  /// reveals whether they are known.
  func record(_ requests: [ReaderRequest], at now: Instant) throws

  /// Judges up to `limit` recorded requests, oldest first: begins pending subscriptions and queues letters.
  func settleRequests(_ limit: Int, offered: Set<String>, under limits: LetterLimits, at now: Instant) throws
    -> SettledRequests

  /// Erases what nobody confirmed in time, with name and address, and permits that have lapsed. Returns the number of erased
  /// subscriptions.
  func eraseLapsed(at now: Instant) throws -> Int

  /// Resumes mail to readers whose pause is over. Returns their number.
  func endPauses(at now: Instant) throws -> Int

  // MARK: With a permit

  /// The permit with this token, lapsed or not; nil if this site gave none, or its address is forgotten.
  func permit(_ token: String) throws -> Permit?

  /// The state of the permit with this token. Changes nothing.
  func fate(ofPermit token: String, at now: Instant) throws -> PermitFate

  /// Confirms the subscriptions for which a ``Permit/Purpose/confirm`` permit was requested.
  ///
  /// - Parameter welcoming: digests whose newest issue is queued for readers who confirm them (``Digest/welcome``).
  func confirm(_ token: String, origin: String, welcoming: Set<String>, at now: Instant) throws
    -> PermitAnswer<ReaderAccount>

  /// "It was not me": ends pending subscriptions, and suppresses the address. With a ``Permit/Purpose/confirm`` or
  /// ``Permit/Purpose/newAddress`` permit.
  func refuse(_ token: String, at now: Instant) throws -> PermitAnswer<EmailAddress>

  /// Undoes leaving.
  func comeBack(_ token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount>

  /// The reader with an ``Permit/Purpose/access`` permit. Changes nothing.
  func account(accessedBy token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount>

  /// Queues a letter to the new address; nothing changes until it is confirmed. The answer does not depend on whether the new
  /// address is known.
  func askToMove(to new: EmailAddress, by access: String, under limits: LetterLimits, at now: Instant) throws
    -> PermitAnswer<EmailAddress>

  /// Changes the address, with a ``Permit/Purpose/newAddress`` permit, and queues a letter to the old one. `over` if the new
  /// address may not take over (see ``AddressChange``).
  func move(_ token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount>

  /// Changes it back, with an ``Permit/Purpose/oldAddress`` permit.
  func moveBack(_ token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount>

  /// Erases the reader (see ``ConsentLog/forget(_:at:)``), with an ``Permit/Purpose/access`` permit.
  func erase(_ token: String, at now: Instant) throws -> PermitAnswer<EmailAddress>

  // MARK: With the token of a subscription

  /// Nil if this ledger did not create the token, or the reader is forgotten.
  func account(of token: String) throws -> ReaderAccount?

  /// Whether this ledger made a subscription token, even if its subscription has been erased.
  func hasMade(_ token: String) -> Bool

  /// Ends the subscription of the token, or all of the reader's. Nil if this ledger did not create the token; a subscription
  /// that no longer exists was left.
  func leave(_ token: String, all: Bool, origin: String, at now: Instant) throws -> Left?

  /// Follows and ends what the reader chose. Subscriptions that had ended, and new digests, are requested by letter. Nil if
  /// this ledger did not create the token, or the reader is forgotten.
  func save(_ choices: ReaderChoices, by token: String, under limits: LetterLimits, at now: Instant) throws
    -> SavedChoices?

  /// Stops all mail to the reader until then; nil resumes it. Issues of that time are not sent later.
  /// Nil if this ledger did not create the token, or the reader is forgotten.
  func pause(until: Instant?, by token: String, at now: Instant) throws -> ReaderAccount?

  // MARK: History

  /// Oldest first.
  func consentEvents(of address: EmailAddress) throws -> [ConsentEvent]

  /// The issues that were queued for a reader, oldest first.
  func issues(to address: EmailAddress) throws -> [SentIssue]

  /// Visits all events of readers whose address is known, sorted by address, oldest first, one row at a time.
  func forEachConsentEvent(_ body: (EmailAddress, ConsentEvent) throws -> Void) throws

  /// Adds to the counts of a day (UTC), by kind: requests that were limited, hidden fields that only bots fill in, tokens that
  /// this site did not create.
  func count(_ counts: [String: Int], at now: Instant) throws

  /// The counts of a day. The desk itself counts `letters limited`, `letters`, `lapsed` and `erased`.
  func counts(of day: Instant) throws -> [String: Int]
}

extension ReaderDesk {
  /// Confirms without a welcome.
  package func confirm(_ token: String, origin: String, at now: Instant) throws -> PermitAnswer<ReaderAccount> {
    try confirm(token, origin: origin, welcoming: [], at: now)
  }
}

/// The letters to be sent.
package protocol LetterBook: AnyObject, Sendable {
  /// The parts of the ledger that carry letters, as a round of deliveries uses them: their claims, outcomes and holds. A
  /// delivery's number is negative, and its issue's number is the letter's.
  var letterHands: any DeliveryHands & NoteBook & BounceTokens { get }

  func letter(_ id: Letter.ID) throws -> Letter?

  /// Queues a letter about a held slot to each of these operators, and records that they were notified. If the slot is no
  /// longer held, nothing happens.
  func tell(_ operators: [EmailAddress], _ note: OperatorNote, of slot: Slot, at now: Instant) throws

  /// The letters to an address, newest first.
  func letters(to address: EmailAddress, limit: Int) throws -> [RecordedLetter]

  /// How many letters are waiting, and how many have failed since a time.
  func letterTally(failedSince: Instant) throws -> LetterTally

  /// Holds the lock of letters while the closure runs. Nil if another process sends them.
  func withLetterLock<Result>(_ body: () throws -> Result) throws -> Result?
}
