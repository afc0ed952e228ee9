package import Time

/// What a row from a file or a command may change about the person it names. This enforces
/// promise 1 for all such input.
///
/// No one who unsubscribed is brought back. A subscription only moves forward (pending, confirmed, ended; and back from
/// ended only if the reader returns). Anything that a row does not state is left unchanged. A pure function from the
/// ledger's current record to its new one.
package struct EnrolmentRule: Sendable {
  let row: Enrolment
  /// The digests in the settings; nil counts every digest as offered.
  let offered: Set<String>?
  let now: Instant

  package init(_ row: Enrolment, offered: Set<String>?, at now: Instant) {
    self.row = row
    self.offered = offered
    self.now = now
  }

  /// The outcome of a row.
  package func outcome(for known: KnownReader) -> EnrolmentOutcome {
    let known = row.isReturning ? known.returning(to: row.digest) : known
    if let refusal = refusal(known) { return EnrolmentOutcome(refusal) }
    var outcome = record(known)
    outcome.suppression = row.suppression
    outcome.pause = pause(known)
    if outcome.pause != nil, outcome.result == .unchanged { outcome.result = .changed }
    if row.suppression != nil, known.suppression == nil { outcome.result = .suppressed }
    return outcome
  }

  private func refusal(_ known: KnownReader) -> EnrolmentResult? {
    // Nothing about this person may be stored again, not even that they unsubscribed.
    if known.suppression == .forgotten { return .suppressed }
    if row.saysNo { return nil }
    if let reason = known.suppression { return reason == .operatorRequest ? .staysEnded : .suppressed }
    return staysEnded(known) ? .staysEnded : nil
  }

  /// Whether the row would bring back someone who unsubscribed: from this subscription, or, if it begins or confirms
  /// this one, from another that is no longer offered or was their last.
  private func staysEnded(_ known: KnownReader) -> Bool {
    if row.isReturning { return false }
    let own = known.subscriptions[row.digest]
    if known.departed.contains(row.digest) || own?.status == .ended { return true }
    let isOpening = own == nil || (own?.status == .pending && row.status == .confirmed)
    guard isOpening else { return false }
    let others = known.subscriptions.filter { $0.key != row.digest }
    let ended = known.departed.union(others.filter { $0.value.status == .ended }.keys)
    if ended.isEmpty { return false }
    let isKept = others.values.contains { $0.status == .confirmed }
    return !isKept || ended.contains { digest in offered.map { !$0.contains(digest) } ?? false }
  }

  /// A later end of the reader's pause; nil for no change. For newcomers, even a pause that is over is recorded, so that it
  /// ends like any other.
  private func pause(_ known: KnownReader) -> Instant? {
    guard let until = row.pausedUntil else { return nil }
    guard let person = known.person else { return until }
    guard until > now else { return nil }
    return person.pausedUntil.map { $0 < until } ?? true ? until : nil
  }

  private func record(_ known: KnownReader) -> EnrolmentOutcome {
    guard let own = known.subscriptions[row.digest] else {
      var outcome = EnrolmentOutcome(row.status == .ended ? .ended : .added)
      outcome.subscription = newcomer
      return outcome
    }
    let next = next(own)
    let person = person(known.person)
    let isPersonChanged = person != known.person
    var outcome = EnrolmentOutcome(isPersonChanged ? .changed : .unchanged)
    if isPersonChanged { outcome.person = person }
    guard next != own else { return outcome }
    outcome.subscription = next
    outcome.result = next.status == .ended && own.status != .ended ? .ended : .changed
    return outcome
  }

  private func person(_ known: KnownReader.Person?) -> KnownReader.Person {
    KnownReader.Person(
      name: row.name ?? known?.name, language: row.language ?? known?.language, pausedUntil: known?.pausedUntil)
  }

  private var newcomer: HeldSubscription {
    let status = row.status ?? .pending
    return HeldSubscription(
      status: status, follows: (row.follows ?? .all).text,
      consent: status == .confirmed ? row.consentAt ?? now : row.consentAt, origin: row.origin ?? row.channel,
      ended: status == .ended ? row.endedAt ?? now : nil)
  }

  private func next(_ own: HeldSubscription) -> HeldSubscription {
    let status = nextStatus(own.status)
    let isConfirmedNow = status == .confirmed && own.status != .confirmed
    var next = own
    next.status = status
    if let follows = row.follows { next.follows = follows.text }
    if isConfirmedNow { next.consent = row.consentAt ?? now }
    next.consent = next.consent ?? row.consentAt
    next.origin = row.origin ?? (isConfirmedNow ? row.channel : nil) ?? own.origin
    next.ended = status == .ended ? own.ended ?? row.endedAt ?? now : nil
    return next
  }

  private func nextStatus(_ status: Subscription.Status) -> Subscription.Status {
    switch (status, row.status) {
    // Suppressing someone does not change their earlier consent, unless the row states that they unsubscribed.
    case (_, _) where row.suppression != nil && row.status != .ended: status
    case (.confirmed, .pending): .confirmed
    case (.ended, nil): row.isReturning ? .pending : .ended
    case (_, let wanted): wanted ?? status
    }
  }
}

/// What the ledger records about the person in a row.
package struct KnownReader: Hashable, Sendable {
  package struct Person: Hashable, Sendable {
    package let name: String?
    package let language: String?
    package let pausedUntil: Instant?

    package init(name: String?, language: String?, pausedUntil: Instant? = nil) {
      self.name = name
      self.language = language
      self.pausedUntil = pausedUntil
    }
  }

  /// Nil if no subscriber has this address.
  package var person: Person?
  /// By digest, including ended ones.
  package var subscriptions: [String: HeldSubscription]
  /// The suppression of the address, which may have no subscriber.
  package var suppression: Suppression.Reason?
  /// The digests that they unsubscribed from, according to the journal of a lost ledger.
  package var departed: Set<String>

  package init(
    person: Person? = nil, subscriptions: [String: HeldSubscription] = [:], suppression: Suppression.Reason? = nil,
    departed: Set<String> = []
  ) {
    self.person = person
    self.subscriptions = subscriptions
    self.suppression = suppression
    self.departed = departed
  }

  /// The record after they asked to return.
  fileprivate func returning(to digest: String) -> KnownReader {
    var known = self
    if let reason = suppression, reason.endsWithReturn { known.suppression = nil }
    known.departed.remove(digest)
    return known
  }
}

/// A subscription as stored, or to be stored.
package struct HeldSubscription: Hashable, Sendable {
  package var status: Subscription.Status
  /// See ``Following/text``.
  package var follows: String
  package var consent: Instant?
  package var origin: String?
  package var ended: Instant?

  package init(
    status: Subscription.Status, follows: String, consent: Instant? = nil, origin: String? = nil, ended: Instant? = nil
  ) {
    self.status = status
    self.follows = follows
    self.consent = consent
    self.origin = origin
    self.ended = ended
  }
}

/// The outcome of a row.
package struct EnrolmentOutcome: Hashable, Sendable {
  package var result: EnrolmentResult
  /// To be recorded unless a stricter reason already exists (``Suppression/Reason/gives(wayTo:)``).
  package var suppression: Suppression?
  /// The subscription's new state, created if it does not exist; nil for no change.
  package var subscription: HeldSubscription?
  /// When mail to the person begins again; nil for no change.
  package var pause: Instant?
  /// The person's new state, if known; nil for no change.
  package var person: KnownReader.Person?

  package init(_ result: EnrolmentResult) { self.result = result }
}

extension Suppression.Reason {
  /// Whether the suppression ends when the reader asks to return; not for a complaint or a request to be forgotten.
  package var endsWithReturn: Bool {
    switch self {
    case .bounce, .operatorRequest: true
    case .complaint, .forgotten: false
    }
  }

  /// A complaint replaces a reason that would end with a return.
  package func gives(wayTo new: Self) -> Bool { new == .complaint && endsWithReturn }
}
