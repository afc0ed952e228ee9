package import Model
package import Time

/// Changes of address by readers.
extension SQLLedger {
  package func askToMove(
    to new: EmailAddress, by access: String, under limits: LetterLimits, at now: Instant
  ) throws -> PermitAnswer<EmailAddress> {
    try use(access, for: [.access], at: now) { _, address, db in
      guard let account = try account(of: address, db),
        let id = try db.int64(orNil: "SELECT id FROM subscriber WHERE address = \(address.canonical)")
      else { return nil }
      try ask(id, to: new, in: account.language, under: limits, at: now, db)
      return new
    }
  }

  /// The answer does not reveal whether a letter is queued.
  private func ask(
    _ subscriber: Int64, to new: EmailAddress, in language: String?, under limits: LetterLimits, at now: Instant,
    _ db: any SQLConnection
  ) throws {
    let hash = hash(of: new)
    if try Self.suppressionReason(of: hash, db) != nil { return }
    let earlier = try Self.recentLetters(to: hash, at: now, db)
    let traffic = try Self.traffic(at: now, db)
    guard traffic.allows(.newAddress, to: new, from: "", earlier: earlier, under: limits, at: now) else {
      return try Self.count(["letters limited": 1], at: now, db)
    }
    var permit = NewPermit(.newAddress, to: new, hash: hash, at: now)
    permit.subscriber = subscriber
    var letter = NewLetter(.newAddress, to: new, hash: hash, at: now)
    letter.language = language
    letter.permit = try Self.issue(permit, db)
    try Self.queue(letter, db)
    try Self.count(["letters": 1], at: now, db)
  }

  package func move(_ token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount> {
    try use(token, for: [.newAddress], at: now) { permit, new, db in
      if permit.used != nil { return try account(of: new, db) }
      guard let id = permit.subscriber, let before = try account(ofSubscriber: id, db) else { return nil }
      guard try change(before.address, to: new, at: now, db) else { return nil }
      guard let after = try account(of: new, db) else { return nil }
      let isSame = before.address.canonical == new.canonical
      if !isSame { try notify(before, movedTo: new, at: now, db) }
      return after
    }
  }

  /// Queues the letter to the old address.
  private func notify(
    _ old: ReaderAccount, movedTo new: EmailAddress, at now: Instant, _ db: any SQLConnection
  ) throws {
    let hash = hash(of: old.address)
    var permit = NewPermit(.oldAddress, to: old.address, hash: hash, at: now)
    permit.subscriber = try db.int64(orNil: "SELECT id FROM subscriber WHERE address = \(new.canonical)")
    permit.wanted = old.subscriptions.filter { $0.status != .ended }.map { WantedDigest($0.digest, $0.follows) }
    var letter = NewLetter(.oldAddress, to: old.address, hash: hash, at: now)
    letter.language = old.language
    letter.permit = try Self.issue(permit, db)
    letter.wanted = permit.wanted
    try Self.queue(letter, db)
  }

  package func moveBack(_ token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount> {
    try use(token, for: [.oldAddress], at: now) { permit, old, db in
      if permit.used != nil { return try account(of: old, db) }
      guard let id = permit.subscriber, let present = try account(ofSubscriber: id, db) else { return nil }
      // The change itself suppressed it; any later reason stays.
      let lifted = try db.execute(
        """
        DELETE FROM suppression WHERE hash = \(permit.hash) AND reason = 'operator' AND since = \(permit.issued)
        """)
      guard lifted == 1 else { return nil }
      guard try bringBack(to: old, from: present.address, by: permit, id, at: now, db) else {
        // Nothing changes: the old address is suppressed as before.
        try db.execute(
          "INSERT INTO suppression (hash, reason, since) VALUES (\(permit.hash), 'operator', \(permit.issued))")
        return nil
      }
      return try account(of: old, db)
    }
  }

  /// If the new address had its own subscriptions, they stay there; otherwise everything goes back.
  private func bringBack(
    to old: EmailAddress, from new: EmailAddress, by permit: RecordedPermit, _ id: Int64, at now: Instant,
    _ db: any SQLConnection
  ) throws -> Bool {
    guard let former = try db.int64(orNil: "SELECT id FROM subscriber WHERE address = \(old.canonical)") else {
      let wasSuppressed = try Self.suppressionReason(of: hash(of: new), db) != nil
      guard try change(new, to: old, at: now, db) else { return false }
      if !wasSuppressed { try db.execute("DELETE FROM suppression WHERE hash = \(hash(of: new))") }
      return true
    }
    try db.execute("UPDATE subscriber SET heir = NULL WHERE id = \(former)")
    for wanted in try Self.wanted(by: permit.id, db).map(\.wanted) {
      try db.execute(
        """
        UPDATE subscription SET subscriber = \(former) WHERE subscriber = \(id) AND digest = \(wanted.digest)
          AND NOT EXISTS (SELECT 1 FROM subscription o WHERE o.subscriber = \(former) AND o.digest = \(wanted.digest))
        """)
    }
    for reader in [id, former] { try Self.add(ConsentEvent(.moved, at: now), of: .subscriber(reader), db) }
    return true
  }

  /// False if the new address may not take over; see ``AddressChange``.
  private func change(
    _ old: EmailAddress, to new: EmailAddress, at now: Instant, _ db: any SQLConnection
  ) throws -> Bool {
    let transaction = AddressChangeTransaction(
      old: old, new: new, oldHash: hash(of: old), newHash: hash(of: new), now: now, db: db)
    guard case .changed = try transaction.change() else { return false }
    try journalDepartures(db, areMoved: true)
    return true
  }

  package func erase(_ token: String, at now: Instant) throws -> PermitAnswer<EmailAddress> {
    let answer = try use(token, for: [.access], at: now) { _, address, db -> EmailAddress? in
      guard try erase(address, now, db) else { return nil }
      try readerIndex.forgetErased(db)
      // The operator sees that a reader was erased, not which one.
      try Self.count(["erased": 1], at: now, db)
      return address
    }
    emptyLog()
    return answer
  }
}
