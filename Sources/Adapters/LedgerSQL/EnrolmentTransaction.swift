internal import Model
internal import Time

/// Processes one row of an enrolment within a transaction: reads what the ledger records, lets ``EnrolmentRule``
/// decide, and writes the result.
struct EnrolmentTransaction {
  let row: Enrolment
  /// The keyed hash of the address; see ``SQLLedger/hash(of:)``.
  let hash: String
  let offered: Set<String>?
  let now: Instant
  let db: any SQLConnection

  func enrol() throws -> EnrolmentResult {
    let subscriber = try person()
    let known = KnownReader(
      person: subscriber?.person, subscriptions: try subscriber.map { try subscriptions(of: $0.id) } ?? [:],
      suppression: try suppressionReason(), departed: try departedDigests())
    if row.isReturning {
      try liftSuppression()
      try forgetDeparture()
    }
    let outcome = EnrolmentRule(row, offered: offered, at: now).outcome(for: known)
    if let suppression = outcome.suppression { try suppress(suppression) }
    if let person = outcome.person, let subscriber { try update(subscriber.id, to: person) }
    if let subscription = outcome.subscription {
      try write(subscription, isNew: known.subscriptions[row.digest] == nil, of: subscriber?.id ?? newSubscriber())
    }
    return outcome.result
  }

  private func write(_ subscription: HeldSubscription, isNew: Bool, of subscriber: Int64) throws {
    if isNew { try insert(subscription, of: subscriber) } else { try update(subscription, of: subscriber) }
  }
}

// MARK: - Reading the ledger's record

extension EnrolmentTransaction {
  private func suppressionReason() throws -> Suppression.Reason? {
    try db.text(orNil: "SELECT reason FROM suppression WHERE hash = \(hash)")
      .flatMap(Suppression.Reason.init(rawValue:))
  }

  private func departedDigests() throws -> Set<String> {
    Set(try db.texts("SELECT digest FROM departure WHERE hash = \(hash)"))
  }

  private func person() throws -> (id: Int64, person: KnownReader.Person)? {
    try db.row("SELECT id, name, language FROM subscriber WHERE address = \(row.address.canonical)").map { row in
      let person = KnownReader.Person(name: try row.text(orNil: "name"), language: try row.text(orNil: "language"))
      return (try row.int64("id"), person)
    }
  }

  private func subscriptions(of subscriber: Int64) throws -> [String: HeldSubscription] {
    let rows = try db.rows(
      """
      SELECT digest, status, feeds, consent, origin, ended FROM subscription WHERE subscriber = \(subscriber)
      """)
    var found: [String: HeldSubscription] = [:]
    for row in rows {
      guard let status = Subscription.Status(rawValue: try row.text("status")) else { continue }
      found[try row.text("digest")] = HeldSubscription(
        status: status, follows: try row.text("feeds"), consent: try row.instant(orNil: "consent"),
        origin: try row.text(orNil: "origin"), ended: try row.instant(orNil: "ended"))
    }
    return found
  }
}

// MARK: - Writing the new record

extension EnrolmentTransaction {
  private func liftSuppression() throws {
    let ending = Suppression.Reason.allCases.filter(\.endsWithReturn).map(\.rawValue)
    try db.execute("DELETE FROM suppression WHERE hash = \(hash) AND reason IN (\(list: ending))")
  }

  private func forgetDeparture() throws {
    try db.execute("DELETE FROM departure WHERE hash = \(hash) AND digest = \(row.digest)")
  }

  private func suppress(_ suppression: Suppression) throws {
    try db.execute(
      """
      INSERT INTO suppression (hash, reason, since)
      VALUES (\(hash), \(suppression.reason.rawValue), \(suppression.since)) \(sql: SQLLedger.stricterReasonWins)
      """)
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

  private func update(_ subscriber: Int64, to person: KnownReader.Person) throws {
    try db.execute(
      "UPDATE subscriber SET name = \(person.name), language = \(person.language) WHERE id = \(subscriber)")
  }

  private func insert(_ new: HeldSubscription, of subscriber: Int64) throws {
    let id = try SQLLedger.firstNumber(in: "subscription", db)
    try db.execute(
      """
      INSERT INTO subscription (id, subscriber, digest, feeds, status, consent, origin, ended)
      VALUES (\(id), \(subscriber), \(row.digest), \(new.follows), \(new.status.rawValue), \(new.consent),
        \(new.origin), \(new.ended))
      """)
  }

  private func update(_ next: HeldSubscription, of subscriber: Int64) throws {
    try db.execute(
      """
      UPDATE subscription SET status = \(next.status.rawValue), feeds = \(next.follows), consent = \(next.consent),
        origin = \(next.origin), ended = \(next.ended)
      WHERE subscriber = \(subscriber) AND digest = \(row.digest)
      """)
  }
}
