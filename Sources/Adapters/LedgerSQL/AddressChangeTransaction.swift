package import Model
package import Time

extension SQLLedger {
  package func change(_ old: EmailAddress, to new: EmailAddress, at now: Instant) throws -> AddressChange {
    try write { db in
      let transaction = AddressChangeTransaction(
        old: old, new: new, oldHash: hash(of: old), newHash: hash(of: new), now: now, db: db)
      let change = try transaction.change()
      try journalDepartures(db, areMoved: true)
      return change
    }
  }
}

/// Changes one address within a transaction. Enforces promise 1 for readers whose address changes.
struct AddressChangeTransaction {
  let old: EmailAddress
  let new: EmailAddress
  let oldHash: String
  let newHash: String
  let now: Instant
  let db: any SQLConnection

  func change() throws -> AddressChange {
    guard let reader = try subscriber(old) else { return .unknown }
    let own = try subscriptions(of: reader)
    if old.canonical == new.canonical {
      try db.execute("UPDATE subscriber SET written = \(new.description) WHERE id = \(reader)")
      return changed(own, read: [])
    }
    let other = try subscriber(new)
    if let refusal = try refusal(own, other) { return refusal }
    if let other { try join(reader, other) } else { try rename(reader) }
    try SQLLedger.add(ConsentEvent(.moved, at: now), of: .subscriber(other ?? reader), db)
    let read = try Set((subscriber(new).map(subscriptions) ?? [:]).filter { $0.value != "ended" }.keys)
    try keepDepartures(own, read)
    try suppressOld()
    return changed(own, read: read)
  }

  /// - Parameter read: the digests that the new address reads now.
  private func changed(_ own: [String: String], read: Set<String>) -> AddressChange {
    let digests = { (isEnded: Bool) in own.filter { ($0.value == "ended") == isEnded }.keys.sorted() }
    return .changed(moved: digests(false), ended: digests(true).filter { !read.contains($0) })
  }

  private func refusal(_ own: [String: String], _ other: Int64?) throws -> AddressChange? {
    // A failed mailbox is a reason to change the address; all other suppressions are the reader's own decision.
    if let reason = try suppression(of: oldHash), reason != .bounce { return .suppressed(old, reason) }
    if let reason = try suppression(of: newHash) { return .suppressed(new, reason) }
    let theirs = try other.map(subscriptions) ?? [:]
    let departed = try Set(db.texts("SELECT digest FROM departure WHERE hash = \(newHash)"))
    for digest in own.filter({ $0.value != "ended" }).keys.sorted() {
      if theirs[digest] == "ended" || departed.contains(digest) { return .hasEnded(digest) }
      if theirs[digest] != nil { return .readsAlready(digest) }
    }
    return nil
  }

  /// The new address has no subscriber yet.
  private func rename(_ reader: Int64) throws {
    try db.execute(
      """
      UPDATE subscriber SET address = \(new.canonical), written = \(new.description), domain = \(new.domain),
        hash = \(newHash), moved = \(now)
      WHERE id = \(reader)
      """)
    // Failures of the old address do not count against the new one.
    try db.execute("UPDATE bounce SET counts = 0 WHERE subscriber = \(reader)")
    try direct(reader)
  }

  /// The new address already has subscriptions: those of the old one that it lacks move to it. A digest that both unsubscribed
  /// from is left where it is.
  private func join(_ reader: Int64, _ other: Int64) throws {
    try db.execute(
      """
      UPDATE subscription SET subscriber = \(other) WHERE subscriber = \(reader)
        AND digest NOT IN (SELECT digest FROM subscription WHERE subscriber = \(other))
      """)
    try db.execute(
      """
      UPDATE subscriber SET name = coalesce(name, (SELECT name FROM subscriber WHERE id = \(reader))),
        paused_until = coalesce(paused_until, (SELECT paused_until FROM subscriber WHERE id = \(reader))), moved = \(now)
      WHERE id = \(other)
      """)
    // Articles that the old address received count as received by the new one.
    try db.execute("UPDATE subscriber SET heir = NULL WHERE id = \(other)")
    try db.execute("UPDATE subscriber SET heir = \(other) WHERE id = \(reader)")
    try db.execute("UPDATE consent_event SET subscriber = \(other) WHERE subscriber = \(reader)")
    try direct(other)
  }

  /// Waiting messages now count as mail to the new domain.
  private func direct(_ reader: Int64) throws {
    try db.execute(
      """
      UPDATE delivery SET domain = \(new.domain)
      WHERE next IS NOT NULL AND subscription IN (SELECT id FROM subscription WHERE subscriber = \(reader))
      """)
  }

  /// Keeps the reader's departures under both addresses, and adds those of the new one to the journal. Subscriptions that the
  /// new address has by its own consent are not ended.
  private func keepDepartures(_ own: [String: String], _ read: Set<String>) throws {
    let left = try db.texts("SELECT digest FROM departure WHERE hash = \(oldHash) ORDER BY digest")
    for digest in left where !read.contains(digest) {
      try db.execute(
        """
        INSERT INTO departure (hash, digest, since) SELECT \(newHash), digest, since FROM departure
        WHERE hash = \(oldHash) AND digest = \(digest) ON CONFLICT DO NOTHING
        """)
    }
    let departed = try db.texts("SELECT digest FROM departure WHERE hash = \(newHash)")
    for digest in own.filter({ $0.value == "ended" }).keys.sorted() + departed where !read.contains(digest) {
      try db.execute("INSERT INTO departing (kind, hash, digest, at) VALUES ('left', \(newHash), \(digest), \(now))")
    }
  }

  /// Suppresses the old address, so that no import brings it back.
  private func suppressOld() throws {
    try db.execute(
      """
      INSERT INTO suppression (hash, reason, since) VALUES (\(oldHash), 'operator', \(now)) ON CONFLICT DO NOTHING
      """)
  }

  private func subscriber(_ address: EmailAddress) throws -> Int64? {
    try db.int64(orNil: "SELECT id FROM subscriber WHERE address = \(address.canonical)")
  }

  /// Digest → status.
  private func subscriptions(of reader: Int64) throws -> [String: String] {
    let rows = try db.rows("SELECT digest, status FROM subscription WHERE subscriber = \(reader)")
    return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text("digest"), try $0.text("status")) })
  }

  private func suppression(of hash: String) throws -> Suppression.Reason? {
    try SQLLedger.suppressionReason(of: hash, db)
  }
}
