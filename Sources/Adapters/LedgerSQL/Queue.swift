package import Model
package import Time

extension SQLLedger: DeliveryHands, DeliveryBook, Outbox {
  package var lostUnderLock: LostClaims { database.parts.lostWhenLocked }

  package func newWorker() throws -> Worker {
    try writeRepeatably { db in
      let last = try db.text(orNil: "SELECT value FROM note WHERE key = \(workersKey)").flatMap { Int64($0) } ?? 0
      try Self.setNote(workersKey, "\(last + 1)", db)
      let worker = Worker(last + 1)
      try hands.begin(worker, db)
      return worker
    }
  }

  package var grantsLimits: Bool { isShared }

  package func grant(_ request: GrantRequest) throws -> Grant {
    try transaction(.granting) { try hands.grant(request, $0) }
  }

  package func isPaused() throws -> Bool { try isStopped(hands.tables) }

  func isStopped(_ tables: DeliveryTables) throws -> Bool {
    try read { try $0.bool("SELECT \(sql: tables.isStopped)") }
  }

  package func recover(
    _ policy: MailSettings.Uncertain, from lost: LostClaims, at now: Instant, report: (EmailAddress) -> Void
  ) throws -> Recovery {
    try recover(hands, policy, from: lost, at: now, report: report)
  }

  /// The same for the kind of mail that these hands carry.
  func recover(
    _ hands: any Hands, _ policy: MailSettings.Uncertain, from lost: LostClaims, at now: Instant,
    report: (EmailAddress) -> Void
  ) throws -> Recovery {
    let tables = hands.tables
    // Most runs find nothing, so check before taking the write lock.
    guard try read({ try Self.needsRecovery(hands, lost, at: now, $0) }) else { return Recovery() }
    let returned = try writeRepeatably { db in
      try hands.settleAccepted(db)
      let uncertain = try hands.settleUncertain(lost, next: policy == .resend ? now : nil, at: now, db)
      try Self.keepUnreported(uncertain, tables, db)
      return try hands.release(lost, at: now, db)
    }
    // In one transaction, so that another machine neither reports the same nor adds what this one would remove unreported. If
    // the transaction is repeated, they are reported twice.
    let uncertain = try writeRepeatably { db in
      let uncertain = try Self.unreported(tables, db)
      try db.execute("DELETE FROM note WHERE key = \(tables.unreportedKey)")
      uncertain.forEach(report)
      return uncertain
    }
    return Recovery(returned: returned, uncertain: uncertain)
  }

  private static func needsRecovery(
    _ hands: any Hands, _ lost: LostClaims, at now: Instant, _ db: any SQLConnection
  ) throws -> Bool {
    let tables = hands.tables
    let isLost = hands.isLost(lost, at: now)
    return try db.bool(
      """
      SELECT EXISTS (SELECT 1 FROM \(name: tables.claim) WHERE \(sql: isLost))
        OR EXISTS (SELECT 1 FROM note WHERE key = \(tables.unreportedKey))
      """)
  }

  /// Records the deliveries that became uncertain, in addition to those that an interrupted recovery did not report.
  private static func keepUnreported(
    _ uncertain: [Delivery.ID], _ tables: DeliveryTables, _ db: any SQLConnection
  ) throws {
    if uncertain.isEmpty { return }
    let before = try db.text(orNil: "SELECT value FROM note WHERE key = \(tables.unreportedKey)")
    let all = (before.map { [$0] } ?? []) + uncertain.map { String($0.number) }
    try setNote(tables.unreportedKey, all.joined(separator: " "), db)
  }

  private static func unreported(_ tables: DeliveryTables, _ db: any SQLConnection) throws -> [EmailAddress] {
    let note = try db.text(orNil: "SELECT value FROM note WHERE key = \(tables.unreportedKey)") ?? ""
    return try note.split(separator: " ").compactMap { Int64($0) }.compactMap { id in
      try db.text(orNil: tables.address(of: id)).flatMap { EmailAddress($0) }
    }
  }

  package func recordTest(digest: String, to address: EmailAddress, outcome: String, at now: Instant) throws {
    try write {
      try $0.execute(
        """
        INSERT INTO test_mail (digest, address, at, outcome)
        VALUES (\(digest), \(address.canonical), \(now), \(outcome))
        """)
    }
  }
}

/// The note with the number of the last worker.
private let workersKey = "workers"
