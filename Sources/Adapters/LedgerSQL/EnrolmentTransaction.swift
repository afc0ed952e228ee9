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
    let reader = try RecordedReader(row.address, hash: hash, db)
    if row.isReturning {
      try liftSuppression()
      try forgetDeparture()
    }
    let outcome = EnrolmentRule(row, offered: offered, at: now).outcome(for: reader.known)
    if let suppression = outcome.suppression { try suppress(suppression) }
    if let person = outcome.person, let id = reader.id { try update(id, to: person) }
    if let subscription = outcome.subscription {
      let id = try reader.id ?? newSubscriber()
      let own = reader.known.subscriptions[row.digest]
      try write(subscription, isNew: own == nil, of: id)
      if let event = event(from: own, to: subscription) { try SQLLedger.add(event, of: .subscriber(id), db) }
    }
    if let until = outcome.pause { try pause(until, isNew: reader.id == nil) }
    try replaceFormer(of: reader)
    return outcome.result
  }

  /// What to insert for someone of whom the ledger has no trace; nil if the row asks for more than that.
  var newcomer: Newcomer? {
    if row.isReturning || row.insteadOf != nil { return nil }
    let outcome = EnrolmentRule(row, offered: offered, at: now).outcome(for: KnownReader())
    guard outcome.suppression == nil, outcome.pause == nil, let subscription = outcome.subscription else { return nil }
    let event = event(from: nil, to: subscription)
    return Newcomer(row: row, hash: hash, subscription: subscription, event: event, result: outcome.result)
  }

  private func write(_ subscription: HeldSubscription, isNew: Bool, of subscriber: Int64) throws {
    if isNew {
      try SQLLedger.insert(subscription, to: row.digest, of: subscriber, db)
    } else {
      try SQLLedger.update(subscription, to: row.digest, of: subscriber, db)
    }
  }
}

// MARK: - Changing the digest

extension EnrolmentTransaction {
  private func replaceFormer(of reader: RecordedReader) throws {
    guard let former = row.insteadOf, reader.known.subscriptions[former]?.status == .confirmed, let id = reader.id,
      let old = try SQLLedger.subscription(of: id, to: former, db),
      let new = try db.int64(
        orNil: """
          SELECT id FROM subscription WHERE subscriber = \(id) AND digest = \(row.digest) AND status = 'confirmed'
          """)
    else { return }
    try SQLLedger.leave(old, of: id, origin: row.channel ?? "", at: now, db)
    try SQLLedger.handOver(old, to: [new], at: now, db)
    try SQLLedger.link(former, to: row.digest, of: id, db)
  }
}

// MARK: - The history of consent

extension EnrolmentTransaction {
  /// Nil if it changes nothing about consent.
  private func event(from own: HeldSubscription?, to next: HeldSubscription) -> ConsentEvent? {
    if row.hasHistory, own == nil { return nil }
    guard let kind = kind(from: own, to: next) else { return nil }
    var event = ConsentEvent(kind, at: now, digest: row.digest, origin: row.channel ?? row.origin ?? "")
    event.follows = next.status == .ended ? nil : Following(next.follows)
    event.language = row.language
    return event
  }

  private func kind(from own: HeldSubscription?, to next: HeldSubscription) -> ConsentEvent.Kind? {
    switch (own?.status, next.status) {
    case (.ended, .ended): nil
    case (_, .ended): .left
    case (.ended, _): .returned
    case (.confirmed, _), (.pending, .pending): own?.follows == next.follows ? nil : .changed
    case (_, .confirmed): isImport ? .imported : .confirmed
    case (nil, .pending): .asked
    }
  }

  private var isImport: Bool { row.channel?.hasPrefix("import ") ?? false }
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
    try SQLLedger.insertSubscriber(row.address, row.person, hash: hash, at: now, db)
  }

  /// A newcomer's pause is recorded as an event unless their history is imported as well.
  private func pause(_ until: Instant, isNew: Bool) throws {
    let id = try db.int64(orNil: "SELECT id FROM subscriber WHERE address = \(row.address.canonical)")
    guard let id else { return }
    let isTold = isNew && row.hasHistory
    let event = isTold ? nil : ConsentEvent(.paused, at: now, origin: row.channel ?? "")
    try SQLLedger.setPause(until, of: id, event, db)
  }

  private func update(_ subscriber: Int64, to person: KnownReader.Person) throws {
    try db.execute(
      "UPDATE subscriber SET name = \(person.name), language = \(person.language) WHERE id = \(subscriber)")
  }
}
