internal import GRDB
package import Model

extension SQLiteLedger {
  package func change(_ old: EmailAddress, to new: EmailAddress, at now: Instant) throws -> AddressChange {
    try write { db in
      try AddressDesk(old: old, new: new, oldHash: hash(of: old), newHash: hash(of: new), now: now, db: db).change()
    }
  }
}

/// One change of address, in its transaction: promise 1 for whoever moves.
private struct AddressDesk {
  let old: EmailAddress
  let new: EmailAddress
  let oldHash: String
  let newHash: String
  let now: Instant
  let db: Database

  func change() throws -> AddressChange {
    guard let reader = try subscriber(old) else { return .unknown }
    let own = try subscriptions(of: reader)
    if old.canonical == new.canonical {
      try db.execute(
        sql: "UPDATE subscriber SET written = ? WHERE id = ?", arguments: [new.description, reader])
      return changed(own)
    }
    let other = try subscriber(new)
    if let refusal = try refusal(own, other) { return refusal }
    if let other { try join(reader, other) } else { try rename(reader) }
    try keepDepartures(own)
    try suppressOld()
    return changed(own)
  }

  private func changed(_ own: [String: String]) -> AddressChange {
    let digests = { (isEnded: Bool) in own.filter { ($0.value == "ended") == isEnded }.keys.sorted() }
    return .changed(moved: digests(false), ended: digests(true))
  }

  private func refusal(_ own: [String: String], _ other: Int64?) throws -> AddressChange? {
    // A mailbox that is gone is a reason to change the address; the others are the reader's own will.
    if let reason = try suppression(of: oldHash), reason != .bounce { return .suppressed(old, reason) }
    if let reason = try suppression(of: newHash) { return .suppressed(new, reason) }
    let theirs = try other.map(subscriptions) ?? [:]
    let departed = try String.fetchSet(db, sql: "SELECT digest FROM departure WHERE hash = ?", arguments: [newHash])
    for digest in own.filter({ $0.value != "ended" }).keys.sorted() {
      if theirs[digest] == "ended" || departed.contains(digest) { return .hasLeft(digest) }
      if theirs[digest] != nil { return .readsAlready(digest) }
    }
    return nil
  }

  /// The new address has no reader yet.
  private func rename(_ reader: Int64) throws {
    try db.execute(
      sql: "UPDATE subscriber SET address = ?, written = ?, domain = ?, hash = ?, moved = ? WHERE id = ?",
      arguments: [new.canonical, new.description, new.domain, newHash, now.seconds, reader])
    // What failed at the old address says nothing of the new one.
    try db.execute(sql: "UPDATE bounce SET counts = 0 WHERE subscriber = ?", arguments: [reader])
    try direct(reader)
  }

  /// The new address reads other digests: what the two do not share goes over. A digest that both left stays where it is.
  private func join(_ reader: Int64, _ other: Int64) throws {
    try db.execute(
      sql: """
        UPDATE subscription SET subscriber = ? WHERE subscriber = ?
          AND digest NOT IN (SELECT digest FROM subscription WHERE subscriber = ?)
        """, arguments: [other, reader, other])
    try db.execute(
      sql: """
        UPDATE subscriber SET name = coalesce(name, (SELECT name FROM subscriber WHERE id = ?)), moved = ? WHERE id = ?
        """, arguments: [reader, now.seconds, other])
    try direct(other)
  }

  /// Mail that waits goes to the new domain, at its pace.
  private func direct(_ reader: Int64) throws {
    try db.execute(
      sql: """
        UPDATE delivery SET domain = ?
        WHERE next IS NOT NULL AND subscription IN (SELECT id FROM subscription WHERE subscriber = ?)
        """, arguments: [new.domain, reader])
  }

  /// Whoever left stays away under both addresses; the journal learns the new one.
  private func keepDepartures(_ own: [String: String]) throws {
    try db.execute(
      sql: """
        INSERT INTO departure (hash, digest, since) SELECT ?, digest, since FROM departure WHERE hash = ? ON CONFLICT DO NOTHING
        """, arguments: [newHash, oldHash])
    let departed = try String.fetchAll(db, sql: "SELECT digest FROM departure WHERE hash = ?", arguments: [newHash])
    for digest in own.filter({ $0.value == "ended" }).keys.sorted() + departed {
      try db.execute(
        sql: "INSERT INTO departing (kind, hash, digest, at) VALUES ('left', ?, ?, ?)",
        arguments: [newHash, digest, now.seconds])
    }
  }

  /// No import brings the old address back.
  private func suppressOld() throws {
    try db.execute(
      sql: "INSERT INTO suppression (hash, reason, since) VALUES (?, 'operator', ?) ON CONFLICT DO NOTHING",
      arguments: [oldHash, now.seconds])
  }

  private func subscriber(_ address: EmailAddress) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT id FROM subscriber WHERE address = ?", arguments: [address.canonical])
  }

  /// Digest → status.
  private func subscriptions(of reader: Int64) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT digest, status FROM subscription WHERE subscriber = ?", arguments: [reader])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["digest"] as String, $0["status"] as String) })
  }

  private func suppression(of hash: String) throws -> Suppression.Reason? {
    try String.fetchOne(db, sql: "SELECT reason FROM suppression WHERE hash = ?", arguments: [hash])
      .flatMap(Suppression.Reason.init(rawValue:))
  }
}
