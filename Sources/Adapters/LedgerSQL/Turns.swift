package import Model
internal import Time

/// Performs one write of a delivery round; the statements are in ``Hands``.
extension SQLLedger {
  package func write(_ turn: Turn) throws -> Set<Delivery.ID> {
    try writeDelivering { db in try Self.write(turn, with: hands, db) }
  }

  /// The same for the kind of mail that these hands carry.
  static func write(_ turn: Turn, with hands: any Hands, _ db: any SQLConnection) throws -> Set<Delivery.ID> {
    if let until = turn.lease { try hands.renew(Lease(turn.worker, until: until), at: turn.at, db) }
    try hands.record(turn.attempts, by: turn.worker, db)
    try hands.refuse(turn.refusing, at: turn.at, db)
    try hands.unclaim(turn.returning, of: turn.worker, db)
    for delivery in turn.suppressing { try hands.tables.suppress(delivery, at: turn.at, db) }
    for (domain, change) in turn.destinations { try Self.change(domain, change, db) }
    for (key, value) in turn.notes { try setNote(hands.tables.noteKey(key), value, db) }
    try hands.giveBack(turn.unused, db)
    try hands.set(places: turn.places, of: turn.worker, db)
    if turn.committing.isEmpty {
      try hands.settleAccepted(db)
      return []
    }
    let mayHaveCome = !turn.suppressing.isEmpty
    return try hands.commit(turn.committing, by: turn.worker, at: turn.at, mayHaveCome: mayHaveCome, db)
  }

  static func change(_ domain: String, _ change: DestinationChange, _ db: any SQLConnection) throws {
    guard case .held(let hold) = change else {
      try db.execute("DELETE FROM destination WHERE domain = \(domain)")
      return
    }
    try db.execute(
      """
      INSERT INTO destination (domain, until, times) VALUES (\(domain), \(hold.until), \(hold.times))
      ON CONFLICT (domain) DO UPDATE SET until = excluded.until, times = excluded.times
      """)
  }

  package func destinations() throws -> [String: DestinationHold] {
    try read { db in
      var held: [String: DestinationHold] = [:]
      for row in try db.rows("SELECT domain, until, times FROM destination") {
        held[try row.text("domain")] = DestinationHold(until: try row.instant("until"), times: try row.int("times"))
      }
      return held
    }
  }
}
