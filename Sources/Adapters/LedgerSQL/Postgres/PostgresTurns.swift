internal import Model
internal import Synchronization
internal import Time

/// Statements of a turn go to the server together (``SQLConnection/later(_:_:)``): usually one round trip for all of them, and one
/// for COMMIT.
extension PostgresHands {
  func record(_ attempts: [Attempt], by worker: Worker, _ db: any SQLConnection) throws {
    let accepted = attempts.filter { $0.verdict == .accepted }
    if !accepted.isEmpty {
      try db.later(accept(accepted, by: worker)) { [self] rows, db in
        let recorded = Set(try rows.map { try $0.int64("delivery") })
        for attempt in accepted where !recorded.contains(attempt.delivery.number) {
          try recordOne(attempt, by: worker, db)
        }
      }
    }
    for attempt in attempts where attempt.verdict != .accepted { try recordOne(attempt, by: worker, db) }
  }

  /// Returns those whose claims are committed and this worker's own.
  private func accept(_ attempts: [Attempt], by worker: Worker) -> SQL {
    """
    UPDATE \(name: tables.claim) c SET accepted = x.at, reply = x.reply
    FROM unnest(\(sql: PostgresArray.numbers(attempts.map(\.delivery.number))),
      \(sql: PostgresArray.numbers(attempts.map(\.at.seconds))), \(PostgresArray.text(attempts.map(\.words)))::text[])
      AS x (delivery, at, reply)
    WHERE c.delivery = x.delivery AND c.worker = \(worker.number) AND c.committed IS NOT NULL
    RETURNING c.delivery
    """
  }

  func refuse(_ deferred: [Delivery.ID], at now: Instant, _ db: any SQLConnection) throws {
    if deferred.isEmpty { return }
    try db.later(
      """
      UPDATE \(name: tables.delivery) SET state = 'refused', next = NULL, changed = \(now)
      WHERE id = ANY(\(sql: PostgresArray.numbers(deferred.map(\.number)))) AND state = 'deferred'
        AND id NOT IN (SELECT delivery FROM \(name: tables.claim))
      """)
  }

  /// One worker settles for all; while it does, the others leave it to a later turn. They would wait for one another, since
  /// all count in the same few rows.
  func settleAccepted(_ db: any SQLConnection) throws {
    let claim = tables.claim
    let taking: SQL = """
      DELETE FROM \(name: claim) WHERE delivery IN (
        SELECT delivery FROM \(name: claim) WHERE accepted IS NOT NULL
          AND (SELECT pg_try_advisory_xact_lock(\(PostgresSchema.settlingKey)))
        LIMIT \(Self.mostSettled) FOR UPDATE SKIP LOCKED)
      RETURNING delivery, accepted, reply
      """
    while true {
      let gone = try db.rows(taking)
      // The server would plan the counts of tallies for no rows, and keep that plan, which compares each row with each other one.
      if gone.isEmpty { return }
      // Before a statement that claims: without their claims, these deliveries would be due.
      try db.later(settling(gone))
      if gone.count < Self.mostSettled { return }
    }
  }

  /// By one statement; a plan for few rows takes too long with many.
  static let mostSettled = 250

  private func settling(_ gone: [SQLRow]) throws -> SQL {
    let numbers = PostgresArray.numbers(try gone.map { try $0.int64("delivery") })
    let replies = try gone.map { try $0.text(orNil: "reply") ?? "" }
    let moved: SQL = """
      WITH moved AS (
        UPDATE \(name: tables.delivery) d SET state = 'accepted', next = NULL, changed = g.accepted,
          attempts = d.attempts + 1, first_attempt = coalesce(d.first_attempt, g.accepted), reply = nullif(g.reply, '')
        FROM unnest(\(sql: numbers), \(sql: PostgresArray.numbers(try gone.map { try $0.int64("accepted") })),
          \(PostgresArray.text(replies))::text[]) AS g (delivery, accepted, reply)
        WHERE d.id = g.delivery RETURNING d.*)
      """
    guard tables.countsDestinations else { return "\(sql: moved) SELECT 1" }
    return """
      \(sql: moved), pace AS (
        INSERT INTO issue_pace AS p (issue, first, last) SELECT issue, min(changed), max(changed) FROM moved GROUP BY issue
        ON CONFLICT (issue) DO UPDATE SET first = least(p.first, excluded.first), last = greatest(p.last, excluded.last))
      INSERT INTO destination_day AS t (day, domain, outcome, messages)
      SELECT m.changed / 86400, coalesce(g.domain, ''), 'accepted', count(*)
      FROM moved m LEFT JOIN great_destination g ON g.domain = m.domain GROUP BY 1, 2
      ON CONFLICT (day, domain, outcome) DO UPDATE SET messages = t.messages + excluded.messages
      """
  }
}

// MARK: - The departure gate

extension PostgresHands {
  /// From here to the end of the transaction nobody leaves (``PostgresSchema/gate``). If anyone has left since the last look, the
  /// worker's claims are looked through. Other workers look through theirs.
  ///
  /// Whether anyone has left is a condition of the statement, so that nothing needs to be read first.
  func commit(
    _ deliveries: [Delivery.ID], by worker: Worker, at now: Instant, mayHaveCome: Bool, _ db: any SQLConnection
  ) throws -> Set<Delivery.ID> {
    try db.later("SELECT pg_advisory_xact_lock_shared(\(PostgresSchema.gateKey))")
    let look = mayHaveCome ? nil : wanted.withLock { $0?.worker == worker ? $0 : nil }
    guard let look else {
      try dropUnwanted(of: worker, at: now, mayHaveCome: mayHaveCome, db)
      return try commit(deliveries, by: worker, at: now, db)
    }
    let none: SQL = "AND (SELECT number FROM departures) = \(look.number)"
    let committed = try commit(deliveries, by: worker, at: now, ifNoneLeft: none, db)
    if committed.count == deliveries.count { return committed }
    try dropUnwanted(of: worker, at: now, mayHaveCome: false, db)
    return committed.union(try commit(deliveries, by: worker, at: now, db))
  }

  private func dropUnwanted(of worker: Worker, at now: Instant, mayHaveCome: Bool, _ db: any SQLConnection) throws {
    let look = Look(worker: worker, number: try db.int64("SELECT number FROM departures"))
    guard mayHaveCome || wanted.withLock({ $0 != look }) else { return }
    // Waits for a claim that another transaction has locked: that one may be rolled back, and nobody looks again until another
    // reader leaves.
    let unwanted: SQL = "\(sql: tables.unwanted(at: now)) AND c.worker = \(worker.number)"
    try drop(db.int64s("\(sql: unwanted) ORDER BY c.delivery FOR UPDATE OF c"), at: now, db)
    wanted.withLock { $0 = look }
  }

  private func commit(
    _ deliveries: [Delivery.ID], by worker: Worker, at now: Instant, ifNoneLeft: SQL = "", _ db: any SQLConnection
  ) throws -> Set<Delivery.ID> {
    let committed = try db.int64s(
      """
      UPDATE \(name: tables.claim) SET committed = \(now)
      WHERE delivery = ANY(\(sql: PostgresArray.numbers(deliveries.map(\.number)))) AND worker = \(worker.number)
        AND committed IS NULL AND NOT \(sql: tables.isStopped) \(sql: ifNoneLeft)
      RETURNING delivery
      """)
    return Set(committed.map { Delivery.ID($0) })
  }
}
