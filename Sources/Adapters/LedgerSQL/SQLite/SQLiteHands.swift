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
  func claim(
    _ limit: Int, except domains: Set<String>, under lease: Lease, at now: Instant, _ db: any SQLConnection
  ) throws -> [ClaimedDelivery] {
    let due = tables.due(limit, except: domains, at: now)
    let (claims, unwanted) = try read(tables.addressed(due, at: now), db)
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
        DELETE FROM \(name: tables.claim) WHERE \(sql: Self.isClaim(of: delivery, by: worker)) AND committed IS NULL
        """)
    }
  }

  /// Selects the row of `claim` if it still belongs to this worker.
  static func isClaim(of delivery: Delivery.ID, by worker: Worker) -> SQL {
    "delivery = \(delivery.number) AND worker = \(worker.number)"
  }

  func renew(_ lease: Lease, _ db: any SQLConnection) throws {
    try db.execute(
      "UPDATE \(name: tables.claim) SET lease = \(lease.until) WHERE worker = \(lease.worker.number)")
  }

  /// The due deliveries, and those of them that are no longer wanted.
  private func read(
    _ addressed: SQL, _ db: any SQLConnection
  ) throws -> (claims: [ClaimedDelivery], unwanted: [Int64]) {
    var issues: [Int64: ClaimedIssue] = [:]
    var claims: [ClaimedDelivery] = []
    var unwanted: [Int64] = []
    for row in try db.rows(addressed) {
      let id = try row.int64("issue")
      let issue = try issues[id] ?? tables.issue(id, db)
      issues[id] = issue
      if try row.bool("is_wanted"), let claim = try Self.claim(row, of: issue) {
        claims.append(claim)
      } else {
        unwanted.append(try row.int64("id"))
      }
    }
    return (claims, unwanted)
  }

  /// Nil if the address is invalid.
  private static func claim(_ row: SQLRow, of issue: ClaimedIssue) throws -> ClaimedDelivery? {
    guard let address = try row.text(orNil: "written").flatMap({ EmailAddress($0) }) else { return nil }
    return ClaimedDelivery(
      id: .init(try row.int64("id")), issue: issue, edition: try row.text("feeds"),
      subscription: try row.int64("subscription"), name: try row.text(orNil: "name"), address: address,
      signedUp: try row.instant(orNil: "signed_up"), earlier: try earlier(row))
  }

  private static func earlier(_ row: SQLRow) throws -> EarlierAttempts {
    EarlierAttempts(
      count: try row.int("attempts"), uncertain: try row.int("uncertain"),
      first: try row.instant(orNil: "first_attempt"))
  }
}
