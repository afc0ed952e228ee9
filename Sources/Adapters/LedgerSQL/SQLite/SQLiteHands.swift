internal import Model
internal import Synchronization
internal import Time

/// SQLite has one writer at a time, so what a transaction has read stays unchanged until it ends.
final class SQLiteHands: Hands {
  let tables: DeliveryTables
  /// `PRAGMA data_version` when all claims were last known to be wanted; nil after a write by this
  /// process other than a turn.
  private let wantedVersion = Mutex<Int64?>(nil)

  init(_ tables: DeliveryTables) { self.tables = tables }

  func lookAgain() { wantedVersion.withLock { $0 = nil } }

  /// Checks only if another connection has written since the last check (`PRAGMA data_version`, whichever
  /// program it was), or if we have, outside deliveries. Checking all claims at once makes a check before
  /// each final dot unnecessary.
  func dropUnwanted(at now: Instant, mayHaveCome: Bool, _ db: any SQLConnection) throws {
    let version = try db.int64("PRAGMA data_version")
    guard mayHaveCome || wantedVersion.withLock({ $0 != version }) else { return }
    try drop(db.int64s(tables.unwanted(at: now)), at: now, db)
    wantedVersion.withLock { $0 = version }
  }

  /// Drops deliveries whose readers have since unsubscribed or been suppressed, or whose issues were cancelled.
  private func drop(_ deliveries: [Int64], at now: Instant, _ db: any SQLConnection) throws {
    for id in deliveries {
      try db.execute("DELETE FROM \(name: tables.claim) WHERE delivery = \(id)")
      try db.execute(
        """
        UPDATE \(name: tables.delivery) SET state = 'dropped', next = NULL, changed = \(now), reply = \(tables.drop)
        WHERE id = \(id)
        """)
    }
  }
}

// MARK: - Claiming

extension SQLiteHands {
  /// The claims say who is alive.
  func begin(_ worker: Worker, _ db: any SQLConnection) {}

  func claim(
    _ wanted: WantedDeliveries, under lease: Lease, _ db: any SQLConnection
  ) throws -> [ClaimedDelivery] {
    let now = wanted.now
    let due = tables.due(wanted.limit, except: wanted.domains, without: wanted.aside, at: now)
    let (claims, unwanted) = try tables.read(tables.addressed(due, at: now), db)
    if claims.isEmpty, unwanted.isEmpty { return [] }
    try db.execute(
      """
      INSERT INTO \(name: tables.claim) (delivery, worker, lease)
      SELECT id, \(lease.worker.number), \(lease.until) FROM (\(sql: due)) AS due
      """)
    try drop(unwanted, at: now, db)
    return claims
  }

  func unclaim(_ deliveries: [Delivery.ID], of worker: Worker, _ db: any SQLConnection) throws {
    for delivery in deliveries {
      try db.execute(
        """
        DELETE FROM \(name: tables.claim) WHERE \(sql: tables.isClaim(of: delivery, by: worker)) AND committed IS NULL
        """)
    }
  }

  func grant(_ request: GrantRequest, _ db: any SQLConnection) throws -> Grant {
    throw SQLFault("one process at a time delivers from a file, and counts for itself")
  }

  func giveBack(_ unused: [UnusedGrant], _ db: any SQLConnection) {}
  func set(places: [String: Int], of worker: Worker, _ db: any SQLConnection) {}

  func renew(_ lease: Lease, at now: Instant, _ db: any SQLConnection) throws {
    try db.execute(
      "UPDATE \(name: tables.claim) SET lease = \(lease.until) WHERE worker = \(lease.worker.number)")
  }
}
