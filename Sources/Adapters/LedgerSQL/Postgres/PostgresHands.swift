internal import Model
internal import Synchronization
internal import Time

/// Several workers claim and send concurrently. Rows are locked in the order of their numbers; the unique key of `claim`
/// decides who has a delivery, and only a worker's own claims enter their final exchange.
///
/// Leases are judged by the database's clock, so that the clocks of the machines need not agree.
final class PostgresHands: Hands {
  let tables: DeliveryTables
  /// When all claims of a worker were last known to be wanted; nil if unknown.
  let wanted = Mutex<Look?>(nil)
  private let reached = Mutex(Reached())

  struct Look: Hashable {
    let worker: Worker
    /// The number of departures.
    let number: Int64
  }

  /// How far the queue was claimed.
  private struct Reached {
    var place: QueuePlace?
    var looks = 0
  }

  init(_ tables: DeliveryTables) { self.tables = tables }

  /// The database's clock, in seconds since 1970.
  static let clock: SQL = "CAST(extract(epoch FROM clock_timestamp()) AS BIGINT)"

  func begin(_ worker: Worker, _ db: any SQLConnection) throws {
    try db.execute("DELETE FROM worker WHERE until < \(sql: Self.clock) - 86400")
    try db.execute("DELETE FROM receipt WHERE at < \(sql: Self.clock) - 30 * 86400")
    try db.execute(
      "DELETE FROM seat WHERE worker NOT IN (SELECT id FROM worker WHERE until >= \(sql: Self.clock))")
    try db.execute(
      """
      INSERT INTO worker (id, host, process, began, until)
      VALUES (\(worker.number), \(ThisProcess.host), \(ThisProcess.number), \(sql: Self.clock),
        \(sql: Self.clock) + \(Worker.lease.components.seconds))
      ON CONFLICT (id) DO NOTHING
      """)
  }

  func lookAgain() {
    wanted.withLock { $0 = nil }
    reached.withLock { $0.place = nil }
  }

  func drop(_ deliveries: [Int64], at now: Instant, _ db: any SQLConnection) throws {
    if deliveries.isEmpty { return }
    try db.later(
      """
      WITH gone AS (
        DELETE FROM \(name: tables.claim)
        WHERE delivery = ANY(\(sql: PostgresArray.numbers(deliveries))) AND committed IS NULL RETURNING delivery)
      UPDATE \(name: tables.delivery) SET state = 'dropped', next = NULL, changed = \(now), reply = \(tables.drop)
      WHERE id IN (SELECT delivery FROM gone)
      """)
  }
}

// MARK: - Claiming

extension PostgresHands {
  func claim(
    _ wanted: WantedDeliveries, under lease: Lease, _ db: any SQLConnection
  ) throws -> [ClaimedDelivery] {
    let now = wanted.now
    let due = tables.due(
      wanted.limit, except: wanted.domains, without: wanted.aside, after: nextPlace(), at: now)
    // SKIP LOCKED locks rows that a claim does not change, so a rival with an older snapshot finds them free again, and the
    // unique key decides. With IS TRUE, the server looks claims up in a hash table; a join would compare all with all.
    let rows = try db.rows(
      """
      WITH due AS (\(sql: due) FOR NO KEY UPDATE SKIP LOCKED),
      claimed AS (
        INSERT INTO \(name: tables.claim) (delivery, worker, lease)
        SELECT id, \(lease.worker.number), \(sql: until(lease, at: now)) FROM due
        ON CONFLICT DO NOTHING RETURNING delivery)
      SELECT id, next FROM due WHERE (id IN (SELECT delivery FROM claimed)) IS TRUE ORDER BY next, id
      """)
    let claimed = try rows.map { try $0.int64("id") }
    try remember(rows, of: wanted)
    if claimed.isEmpty { return [] }
    let ids: SQL = "SELECT unnest(\(sql: PostgresArray.numbers(claimed))) AS id"
    let (claims, unwanted) = try tables.read(tables.addressed(ids, at: now), db)
    try drop(unwanted, at: now, db)
    return claims
  }

  /// Where to look for the next claims. Otherwise each claim would walk past the index entries of all settled deliveries that the
  /// server has not vacuumed, for example during a dump: with 50,000 of them, a claim of 100 took 2.1 ms instead of 0.5 ms.
  private func nextPlace() -> QueuePlace? {
    reached.withLock { reached in
      reached.looks += 1
      // From time to time from the beginning: deliveries that were returned to the queue, or held, may be before this place.
      if reached.looks % 64 == 0 { reached.place = nil }
      return reached.place
    }
  }

  private func remember(_ claimed: [SQLRow], of wanted: WantedDeliveries) throws {
    let last = try claimed.last.map { QueuePlace(next: try $0.int64("next"), id: try $0.int64("id")) }
    reached.withLock { reached in
      if claimed.count < wanted.limit {
        reached.place = nil
      } else if wanted.hasNoGaps, !tables.isLetters {
        reached.place = last
      }
    }
  }

  func unclaim(_ deliveries: [Delivery.ID], of worker: Worker, _ db: any SQLConnection) throws {
    if deliveries.isEmpty { return }
    let numbers = PostgresArray.numbers(deliveries.map(\.number))
    try db.later(
      """
      DELETE FROM \(name: tables.claim)
      WHERE delivery = ANY(\(sql: numbers)) AND worker = \(worker.number) AND committed IS NULL
      """)
  }

  func renew(_ lease: Lease, at now: Instant, _ db: any SQLConnection) throws {
    let until = until(lease, at: now)
    try db.later("UPDATE worker SET until = \(sql: until) WHERE id = \(lease.worker.number)")
    try db.later(
      "UPDATE \(name: tables.claim) SET lease = \(sql: until) WHERE worker = \(lease.worker.number)")
  }

  /// The end of a lease on the database's clock.
  private func until(_ lease: Lease, at now: Instant) -> SQL {
    "\(sql: Self.clock) + \((lease.until - now).components.seconds)"
  }
}

// MARK: - After a crash

extension PostgresHands {
  /// Accepted deliveries are settled, not recovered.
  func isLost(_ lost: LostClaims, at now: Instant) -> SQL {
    switch lost {
    case .all: "accepted IS NULL AND worker >= 0"
    case .expired: "accepted IS NULL AND lease < \(sql: Self.clock)"
    }
  }

  func settleUncertain(
    _ lost: LostClaims, next: Instant?, at now: Instant, _ db: any SQLConnection
  ) throws -> [Delivery.ID] {
    // Locked first: each statement sees what is committed by then, and a late answer may be on its way.
    let committed = try db.int64s(
      """
      SELECT delivery FROM \(name: tables.claim) WHERE committed IS NOT NULL AND \(sql: isLost(lost, at: now))
      ORDER BY delivery FOR UPDATE
      """)
    if committed.isEmpty { return [] }
    let reply = "the run ended while the server had the message and had not replied"
    try db.execute(
      """
      INSERT INTO \(name: tables.attempt) (delivery, at, outcome, stage, text)
      SELECT delivery, committed, 'uncertain', 'finalDot', \(reply) FROM \(name: tables.claim)
      WHERE delivery = ANY(\(sql: PostgresArray.numbers(committed))) ORDER BY delivery
      """)
    try db.execute(
      """
      UPDATE \(name: tables.delivery) SET state = 'uncertain', next = \(next), attempts = attempts + 1,
        first_attempt = coalesce(first_attempt, \(now)), changed = \(now), reply = \(reply)
      WHERE id = ANY(\(sql: PostgresArray.numbers(committed)))
      """)
    try db.execute("DELETE FROM \(name: tables.claim) WHERE delivery = ANY(\(sql: PostgresArray.numbers(committed)))")
    return committed.map { Delivery.ID($0) }
  }

  /// A worker that was silent may let a message go after ``settleUncertain(_:next:at:_:)`` has looked: that claim stays, and
  /// becomes uncertain next time.
  func release(_ lost: LostClaims, at now: Instant, _ db: any SQLConnection) throws -> Int {
    let mayLive: SQL = lost == .all ? "" : "AND committed IS NULL"
    return try db.execute("DELETE FROM \(name: tables.claim) WHERE \(sql: isLost(lost, at: now)) \(sql: mayLive)")
  }
}
