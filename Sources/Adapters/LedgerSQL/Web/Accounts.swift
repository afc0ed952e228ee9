package import Model
package import Time

/// What readers see and change with the token of a subscription.
extension SQLLedger {
  package func account(of token: String) throws -> ReaderAccount? {
    guard let id = tokens.number(.subscription, in: token) else { return nil }
    return try read { db in try Self.subscriber(ofSubscription: id, db).flatMap { try account(ofSubscriber: $0, db) } }
  }

  package func hasMade(_ token: String) -> Bool { tokens.number(.subscription, in: token) != nil }

  package func account(accessedBy token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount> {
    try look(with: token, for: [.access], at: now) { _, address, db in try account(of: address, db) }
  }

  func account(of address: EmailAddress, _ db: any SQLConnection) throws -> ReaderAccount? {
    try db.int64(orNil: "SELECT id FROM subscriber WHERE address = \(address.canonical)")
      .flatMap { try account(ofSubscriber: $0, db) }
  }

  /// Nil if the reader is forgotten.
  func account(ofSubscriber id: Int64, _ db: any SQLConnection) throws -> ReaderAccount? {
    let row = try db.row("SELECT written, name, language, paused_until FROM subscriber WHERE id = \(id)")
    guard let row, let address = try row.text(orNil: "written").flatMap({ EmailAddress($0) }) else { return nil }
    var account = ReaderAccount(
      address: address, name: try row.text(orNil: "name"), language: try row.text(orNil: "language"))
    account.pausedUntil = try row.instant(orNil: "paused_until")
    account.subscriptions = try db.rows(
      """
      SELECT id, digest, feeds, status, consent, origin, continued,
        EXISTS (SELECT 1 FROM handover h WHERE h.subscription = s.id) AS is_handed_over
      FROM subscription s WHERE subscriber = \(id) ORDER BY id
      """
    ).compactMap(subscription)
    return account
  }

  private func subscription(_ row: SQLRow) throws -> AccountSubscription? {
    guard let follows = Following(try row.text("feeds")),
      let status = Subscription.Status(rawValue: try row.text("status"))
    else { return nil }
    var subscription = AccountSubscription(
      digest: try row.text("digest"), follows: follows, status: status,
      token: tokens.token(.subscription, of: try row.int64("id")))
    subscription.consentAt = try row.instant(orNil: "consent")
    subscription.origin = try row.text(orNil: "origin")
    if status == .confirmed, try row.bool("is_handed_over") { subscription.handedOver = try row.int64("id") }
    if status == .ended {
      subscription.continued = try row.int64(orNil: "continued").map { tokens.token(.subscription, of: $0) }
    }
    return subscription
  }

  private static func subscriber(ofSubscription id: Int64, _ db: any SQLConnection) throws -> Int64? {
    try db.int64(orNil: "SELECT subscriber FROM subscription WHERE id = \(id)")
  }

  package func issues(to address: EmailAddress) throws -> [SentIssue] {
    try read { db in
      try db.rows(
        """
        SELECT i.digest, i.number, i.subject, d.state, d.changed
        FROM delivery_now d JOIN issue i ON i.id = d.issue JOIN subscription s ON s.id = d.subscription
        WHERE s.subscriber = (SELECT id FROM subscriber WHERE address = \(address.canonical)) ORDER BY d.id
        """
      ).map { row in
        SentIssue(
          digest: try row.text("digest"), number: try row.int("number"), subject: try row.text("subject"),
          state: Delivery.State(rawValue: try row.text("state"))!, at: try row.instant("changed"))
      }
    }
  }

  // MARK: - Pausing

  package func pause(until: Instant?, by token: String, at now: Instant) throws -> ReaderAccount? {
    guard let id = tokens.number(.subscription, in: token) else { return nil }
    return try write { db in
      guard let reader = try Self.subscriber(ofSubscription: id, db),
        let account = try account(ofSubscriber: reader, db)
      else { return nil }
      // A pause that is already over counts as none.
      let until = until.flatMap { $0 > now ? $0 : nil }
      if until == account.pausedUntil { return account }
      try Self.setPause(until, of: reader, ConsentEvent(until == nil ? .resumed : .paused, at: now), db)
      return try self.account(ofSubscriber: reader, db)
    }
  }

  // MARK: - Leaving

  package func leave(_ token: String, all: Bool, origin: String, at now: Instant) throws -> Left? {
    guard let id = tokens.number(.subscription, in: token) else { return nil }
    return try write { db in
      // The row is missing if the ledger was restored from an older backup.
      guard let reader = try Self.subscriber(ofSubscription: id, db) else { return Left([], isNew: false) }
      // A reader who has since changed to another digest leaves that one, even if a change of address gave it to another
      // reader.
      let chain = try Self.continuations(of: id, db)
      let heir = try Self.subscriber(ofSubscription: chain[chain.count - 1], db) ?? reader
      let rows = try db.rows(
        """
        SELECT id, subscriber, digest, feeds, status FROM subscription WHERE subscriber IN (\(reader), \(heir)) ORDER BY id
        """
      ).filter { row in try all || chain.contains(row.int64("id")) }
      let open = try rows.filter { try $0.text("status") != "ended" }
      for row in open {
        try Self.leave(try row.int64("id"), of: try row.int64("subscriber"), origin: origin, at: now, db)
      }
      var left = Left(try rows.map { try $0.text("digest") }, isNew: !open.isEmpty)
      let wanted = try open.filter { try $0.text("status") == "confirmed" }.compactMap { row in
        try Following(row.text("feeds")).map { WantedDigest(try row.text("digest"), $0) }
      }
      left.comeBack = try comeBackToken(wanted, of: heir, at: now, db)
      return left
    }
  }

  /// Ends a subscription, with its event.
  static func leave(
    _ subscription: Int64, of subscriber: Int64, origin: String, at now: Instant, _ db: any SQLConnection
  ) throws {
    let digest = try db.text(
      orNil: """
        UPDATE subscription SET status = 'ended', ended = \(now) WHERE id = \(subscription) AND status <> 'ended'
        RETURNING digest
        """)
    guard let digest else { return }
    try add(ConsentEvent(.left, at: now, digest: digest, origin: origin), of: .subscriber(subscriber), db)
  }

  /// Nil if nothing can be undone.
  private func comeBackToken(
    _ wanted: [WantedDigest], of subscriber: Int64, at now: Instant, _ db: any SQLConnection
  ) throws -> String? {
    guard !wanted.isEmpty, let address = try account(ofSubscriber: subscriber, db)?.address else { return nil }
    var permit = NewPermit(.comeBack, to: address, hash: hash(of: address), at: now)
    permit.wanted = wanted
    return tokens.token(.permit, of: try Self.issue(permit, db))
  }
}
