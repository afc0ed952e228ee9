package import Model
package import Time

/// What readers confirm, refuse and undo with a permit.
extension SQLLedger: ReaderDesk {
  package func confirm(
    _ token: String, origin: String, welcoming: Set<String>, at now: Instant
  ) throws -> PermitAnswer<ReaderAccount> {
    try use(token, for: [.confirm], at: now) { permit, address, db in
      let open = try Self.open(permit, db)
      guard !open.isEmpty else { return nil }
      if permit.used == nil {
        let new = try confirm(open, by: permit, address, origin: origin, at: now, db)
        for wanted in new where welcoming.contains(wanted.digest) {
          try Self.welcome(address, hash: permit.hash, to: wanted, at: now, db)
        }
      }
      var account = try account(of: address, db)
      account?.welcomed = try Self.welcomed(permit.hash, at: permit.used ?? now, db)
      return account
    }
  }

  package func refuse(_ token: String, at now: Instant) throws -> PermitAnswer<EmailAddress> {
    try use(token, for: [.confirm, .newAddress], at: now) { permit, address, db in
      // Pressed again, the answer is the same.
      if permit.used != nil, try Self.suppressionReason(of: permit.hash, db) != nil { return address }
      let event = ConsentEvent(.refused, at: now)
      try Self.endPending(of: permit.hash, event, db)
      try db.execute(
        """
        INSERT INTO suppression (hash, reason, since) VALUES (\(permit.hash), 'operator', \(now)) ON CONFLICT DO NOTHING
        """)
      return address
    }
  }

  package func comeBack(_ token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount> {
    try use(token, for: [.comeBack], at: now) { permit, address, db in
      let open = try Self.open(permit, db)
      guard !open.isEmpty, let id = try RecordedReader(address, hash: permit.hash, db).id else { return nil }
      if permit.used == nil {
        for wanted in open { try Self.bringBack(wanted, to: id, at: now, db) }
      }
      return try account(of: address, db)
    }
  }

  /// What a permit can still do; nothing if the address is suppressed.
  private static func open(_ permit: RecordedPermit, _ db: any SQLConnection) throws -> [WantedDigest] {
    if try suppressionReason(of: permit.hash, db) != nil { return [] }
    return try wanted(by: permit.id, db).filter { !$0.isOver }.map(\.wanted)
  }

  /// Returns the digests that were not confirmed before.
  private func confirm(
    _ open: [WantedDigest], by permit: RecordedPermit, _ address: EmailAddress, origin: String, at now: Instant,
    _ db: any SQLConnection
  ) throws -> [WantedDigest] {
    let reader = try RecordedReader(address, hash: permit.hash, db)
    let person = KnownReader.Person(
      name: permit.name ?? reader.known.person?.name, language: permit.language ?? reader.known.person?.language)
    let id = try reader.id ?? Self.insertSubscriber(address, person, hash: permit.hash, at: permit.issued, db)
    try db.execute("UPDATE subscriber SET name = \(person.name), language = \(person.language) WHERE id = \(id)")
    // If another link has already confirmed a digest, the choices made since are kept.
    let new = open.filter { reader.known.subscriptions[$0.digest]?.status != .confirmed }
    if !new.isEmpty { try Self.endPauseOfReturning(id, at: now, db) }
    for wanted in new {
      let own = reader.known.subscriptions[wanted.digest]
      try db.execute("DELETE FROM departure WHERE hash = \(permit.hash) AND digest = \(wanted.digest)")
      let next = HeldSubscription(
        status: .confirmed, follows: wanted.follows.text, consent: now,
        origin: permit.origin.isEmpty ? own?.origin : permit.origin)
      if own == nil {
        try Self.insert(next, to: wanted.digest, of: id, db)
      } else {
        try Self.update(next, to: wanted.digest, of: id, db)
      }
      var event = ConsentEvent(.confirmed, at: now, digest: wanted.digest, origin: origin)
      event.follows = wanted.follows
      event.language = permit.language
      try Self.add(event, of: .subscriber(id), db)
    }
    return new
  }

  /// Ends a pause if the reader follows nothing: someone who left and subscribes again wants mail now.
  private static func endPauseOfReturning(
    _ subscriber: Int64, at now: Instant, _ db: any SQLConnection
  ) throws {
    let confirmed: SQL = "SELECT id FROM subscription WHERE subscriber = \(subscriber) AND status = 'confirmed'"
    let isPaused = try db.bool(
      """
      SELECT EXISTS (SELECT 1 FROM subscriber WHERE id = \(subscriber) AND paused_until IS NOT NULL
        AND NOT EXISTS (\(sql: confirmed)))
      """)
    if isPaused { try setPause(nil, of: subscriber, ConsentEvent(.resumed, at: now), db) }
  }

  /// Resumes an ended subscription, with its former consent.
  private static func bringBack(
    _ wanted: WantedDigest, to subscriber: Int64, at now: Instant, _ db: any SQLConnection
  ) throws {
    let changed = try db.execute(
      """
      UPDATE subscription SET status = 'confirmed', ended = NULL, feeds = \(wanted.follows.text)
      WHERE subscriber = \(subscriber) AND digest = \(wanted.digest) AND status = 'ended' AND consent IS NOT NULL
      """)
    if changed == 0 { return }
    var event = ConsentEvent(.returned, at: now, digest: wanted.digest)
    event.follows = wanted.follows
    try add(event, of: .subscriber(subscriber), db)
  }
}
