internal import Model

/// One row of an enrolment, in its transaction: promise 1 for everything that comes from a file or a command.
struct EnrolmentDesk {
  let row: Enrolment
  /// Of the address; see ``SQLiteLedger/hash(of:)``.
  let hash: String
  let offered: Set<String>?
  let now: Instant
  let db: any SQLConnection

  func enrol() throws -> EnrolmentResult {
    if row.isReturning {
      try liftSuppression()
      try forgetDeparture()
    }
    let suppression = try suppressionReason()
    // Nothing of theirs may be kept again, not even that they left.
    if suppression == .forgotten { return .suppressed }
    if suppression != nil, !row.saysNo { return suppression == .operatorRequest ? .left : .suppressed }
    let person = try person()
    let known = try person.flatMap { try subscription(of: $0.id) }
    if try !row.saysNo && hasLeft(person, known) { return .left }
    let isNewlySuppressed = try suppress(known: suppression)
    let result = try record(person, known)
    return isNewlySuppressed ? .suppressed : result
  }

  private func record(_ person: Person?, _ known: KnownSubscription?) throws -> EnrolmentResult {
    let subscriber = try person?.id ?? newSubscriber()
    guard let known else {
      try insert(subscriber)
      return row.status == .ended ? .ended : .added
    }
    let next = next(known)
    let isPersonChanged = try person.map(update) ?? false
    guard next != known else { return isPersonChanged ? .changed : .unchanged }
    try update(subscriber, to: next)
    return next.status == .ended && known.status != .ended ? .ended : .changed
  }

  /// Whether the row would bring back somebody who left: this subscription; or, by beginning or confirming this one, one
  /// that is offered no more, or the last one they had.
  private func hasLeft(_ person: Person?, _ known: KnownSubscription?) throws -> Bool {
    if row.isReturning { return false }
    let departed = try departedDigests()
    if departed.contains(row.digest) || known?.status == .ended { return true }
    let isOpening = known == nil || (known?.status == .pending && row.status == .confirmed)
    guard isOpening else { return false }
    let others = try person.map { try otherSubscriptions(of: $0.id) } ?? []
    let ended = departed + others.filter { $0.status == "ended" }.map(\.digest)
    if ended.isEmpty { return false }
    let isKept = others.contains { $0.status == "confirmed" }
    return !isKept || ended.contains { digest in offered.map { !$0.contains(digest) } ?? false }
  }

  private func otherSubscriptions(of subscriber: Int64) throws -> [(digest: String, status: String)] {
    try db.rows("SELECT digest, status FROM subscription WHERE subscriber = \(subscriber) AND digest <> \(row.digest)")
      .map { (try $0.text("digest"), try $0.text("status")) }
  }
}

/// What the ledger holds about the person of the row.
private struct Person {
  let id: Int64
  let name: String?
  let language: String?
}

/// The subscription as it is, or as it is to be. Nil is NULL.
private struct KnownSubscription: Equatable {
  var status: Subscription.Status
  var feeds: String
  var consent: Int64?
  var origin: String?
  var ended: Int64?
}

extension EnrolmentDesk {
  private func suppressionReason() throws -> Suppression.Reason? {
    try db.text(orNil: "SELECT reason FROM suppression WHERE hash = \(hash)")
      .flatMap(Suppression.Reason.init(rawValue:))
  }

  private func liftSuppression() throws {
    try db.execute("DELETE FROM suppression WHERE hash = \(hash) AND reason IN ('operator', 'bounce')")
  }

  /// True if the address was not suppressed before. A complaint takes the place of what `--returning` would lift.
  private func suppress(known: Suppression.Reason?) throws -> Bool {
    guard let suppression = row.suppression else { return false }
    try db.execute(
      """
      INSERT INTO suppression (hash, reason, since)
      VALUES (\(hash), \(suppression.reason.rawValue), \(suppression.since))
      ON CONFLICT (hash) DO UPDATE SET reason = excluded.reason, since = excluded.since
        WHERE excluded.reason = 'complaint' AND suppression.reason IN ('bounce', 'operator')
      """)
    return known == nil
  }

  /// The digests that they left, by the journal of a ledger that was lost.
  private func departedDigests() throws -> [String] {
    try db.texts("SELECT digest FROM departure WHERE hash = \(hash)")
  }

  private func forgetDeparture() throws {
    try db.execute("DELETE FROM departure WHERE hash = \(hash) AND digest = \(row.digest)")
  }

  private func person() throws -> Person? {
    try db.row("SELECT id, name, language FROM subscriber WHERE address = \(row.address.canonical)").map { row in
      Person(
        id: try row.int64("id"), name: try row.text(orNil: "name"), language: try row.text(orNil: "language"))
    }
  }

  private func subscription(of subscriber: Int64) throws -> KnownSubscription? {
    let found = try db.row(
      """
      SELECT status, feeds, consent, origin, ended FROM subscription
      WHERE subscriber = \(subscriber) AND digest = \(row.digest)
      """)
    guard let found, let status = Subscription.Status(rawValue: try found.text("status")) else { return nil }
    return KnownSubscription(
      status: status, feeds: try found.text("feeds"), consent: try found.int64(orNil: "consent"),
      origin: try found.text(orNil: "origin"), ended: try found.int64(orNil: "ended"))
  }

  private func newSubscriber() throws -> Int64 {
    try db.int64(
      """
      INSERT INTO subscriber (address, written, domain, name, language, hash, created)
      VALUES (\(row.address.canonical), \(row.address.description), \(row.address.domain), \(row.name), \(row.language),
        \(hash), \(now))
      RETURNING id
      """)
  }

  /// What the row does not say stays. True if anything changed.
  private func update(_ person: Person) throws -> Bool {
    let name = row.name ?? person.name
    let language = row.language ?? person.language
    guard name != person.name || language != person.language else { return false }
    try db.execute("UPDATE subscriber SET name = \(name), language = \(language) WHERE id = \(person.id)")
    return true
  }

  private func insert(_ subscriber: Int64) throws {
    let status = row.status ?? .pending
    let id = try SQLiteLedger.firstNumber(in: "subscription", db)
    let feeds = (row.follows ?? .all).text
    let consent = status == .confirmed ? row.consentAt ?? now : row.consentAt
    let ended = status == .ended ? row.endedAt ?? now : nil
    try db.execute(
      """
      INSERT INTO subscription (id, subscriber, digest, feeds, status, consent, origin, ended)
      VALUES (\(id), \(subscriber), \(row.digest), \(feeds), \(status.rawValue), \(consent),
        \(row.origin ?? row.channel), \(ended))
      """)
  }

  /// A subscription only moves forward: pending → confirmed → ended; back from ended only for one who returns.
  private func next(_ known: KnownSubscription) -> KnownSubscription {
    var next = known
    next.status = nextStatus(known.status)
    let isConfirmedNow = next.status == .confirmed && known.status != .confirmed
    if let follows = row.follows { next.feeds = follows.text }
    if isConfirmedNow { next.consent = (row.consentAt ?? now).seconds }
    next.consent = next.consent ?? row.consentAt?.seconds
    next.origin = row.origin ?? (isConfirmedNow ? row.channel : nil) ?? known.origin
    next.ended = next.status == .ended ? known.ended ?? (row.endedAt ?? now).seconds : nil
    return next
  }

  private func nextStatus(_ known: Subscription.Status) -> Subscription.Status {
    switch (known, row.status) {
    // Suppressing somebody says nothing new about what they once agreed to, unless it says that they left.
    case (_, _) where row.suppression != nil && row.status != .ended: known
    case (.confirmed, .pending): .confirmed
    case (.ended, nil): row.isReturning ? .pending : .ended
    case (_, let wanted): wanted ?? known
    }
  }

  private func update(_ subscriber: Int64, to next: KnownSubscription) throws {
    try db.execute(
      """
      UPDATE subscription SET status = \(next.status.rawValue), feeds = \(next.feeds), consent = \(next.consent),
        origin = \(next.origin), ended = \(next.ended)
      WHERE subscriber = \(subscriber) AND digest = \(row.digest)
      """)
  }
}
