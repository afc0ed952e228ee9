internal import Model
internal import Time

/// The most performance-critical path of the ledger: each statement is prepared once and accesses rows by their number.
extension SQLiteHands {
  func record(_ attempts: [Attempt], by worker: Worker, _ db: any SQLConnection) throws {
    for attempt in attempts { try recordOne(attempt, by: worker, db) }
  }

  func refuse(_ deferred: [Delivery.ID], at now: Instant, _ db: any SQLConnection) throws {
    for delivery in deferred {
      try db.execute(
        """
        UPDATE \(name: tables.delivery) SET state = 'refused', next = NULL, changed = \(now)
        WHERE id = \(delivery.number) AND state = 'deferred' AND id NOT IN (SELECT delivery FROM \(name: tables.claim))
        """)
    }
  }

  func commit(
    _ deliveries: [Delivery.ID], by worker: Worker, at now: Instant, mayHaveCome: Bool, _ db: any SQLConnection
  ) throws -> Set<Delivery.ID> {
    try dropUnwanted(at: now, mayHaveCome: mayHaveCome, db)
    if try db.bool("SELECT \(sql: tables.isStopped)") { return [] }
    let committed = try deliveries.filter { delivery in
      let isOurs = tables.isClaim(of: delivery, by: worker)
      return try db.execute(
        "UPDATE \(name: tables.claim) SET committed = \(now) WHERE \(sql: isOurs) AND committed IS NULL") == 1
    }
    return Set(committed)
  }

  func settleAccepted(_ db: any SQLConnection) throws {
    let move: SQL = """
      UPDATE \(name: tables.delivery) SET state = 'accepted', next = NULL, changed = c.accepted, attempts = attempts + 1,
        first_attempt = coalesce(first_attempt, c.accepted), reply = c.reply
      FROM \(name: tables.claim) c WHERE c.delivery = \(name: tables.delivery).id AND c.accepted IS NOT NULL
      """
    if tables.countsDestinations {
      // Grouped here: in SQL, a message would be looked up once more for each of the two counts.
      try AcceptedCounts(db.rows("\(sql: move) RETURNING issue, domain, changed")).add(to: db)
    } else {
      try db.execute(move)
    }
    try db.execute("DELETE FROM \(name: tables.claim) WHERE accepted IS NOT NULL")
  }
}

// MARK: - After a crash

extension SQLiteHands {
  func isLost(_ lost: LostClaims, at now: Instant) -> SQL {
    switch lost {
    case .all: "worker >= 0"
    case .expired: "lease < \(now)"
    }
  }

  func settleUncertain(
    _ lost: LostClaims, next: Instant?, at now: Instant, _ db: any SQLConnection
  ) throws -> [Delivery.ID] {
    let isUncertain: SQL = "committed IS NOT NULL AND \(sql: isLost(lost, at: now))"
    let claim = tables.claim
    let committed = try db.int64s("SELECT delivery FROM \(name: claim) WHERE \(sql: isUncertain) ORDER BY delivery")
    let reply = "the run ended while the server had the message and had not replied"
    try db.execute(
      """
      INSERT INTO \(name: tables.attempt) (delivery, at, outcome, stage, text)
      SELECT delivery, committed, 'uncertain', 'finalDot', \(reply) FROM \(name: claim) WHERE \(sql: isUncertain)
      ORDER BY delivery
      """)
    try db.execute(
      """
      UPDATE \(name: tables.delivery) SET state = 'uncertain', next = \(next), attempts = attempts + 1,
        first_attempt = coalesce(first_attempt, \(now)), changed = \(now), reply = \(reply)
      WHERE id IN (SELECT delivery FROM \(name: claim) WHERE \(sql: isUncertain))
      """)
    try db.execute("DELETE FROM \(name: claim) WHERE \(sql: isUncertain)")
    return committed.map { Delivery.ID($0) }
  }

  func release(_ lost: LostClaims, at now: Instant, _ db: any SQLConnection) throws -> Int {
    try db.execute("DELETE FROM \(name: tables.claim) WHERE \(sql: isLost(lost, at: now))")
  }
}
