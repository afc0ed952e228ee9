package import Model
package import Time

extension SQLLedger: DeliveryHands, DeliveryBook, Outbox {
  package func newWorker() throws -> Worker {
    try write { db in
      let last = try db.text(orNil: "SELECT value FROM note WHERE key = \(workersKey)").flatMap { Int64($0) } ?? 0
      try Self.setNote(workersKey, "\(last + 1)", db)
      return Worker(last + 1)
    }
  }

  package func recover(
    _ policy: MailSettings.Uncertain, from lost: LostClaims, at now: Instant, report: (EmailAddress) -> Void
  ) throws -> Recovery {
    // Most runs find nothing, so check before taking the write lock.
    guard try read({ try Self.needsRecovery(lost, at: now, $0) }) else { return Recovery() }
    let returned = try write { db in
      try hands.settleAccepted(db)
      let uncertain = try hands.settleUncertain(lost, next: policy == .resend ? now : nil, at: now, db)
      try Self.keepUntold(uncertain, db)
      return try hands.release(lost, at: now, db)
    }
    let uncertain = try read(Self.unreported)
    uncertain.forEach(report)
    if !uncertain.isEmpty {
      try write { try $0.execute("DELETE FROM note WHERE key = \(unreportedKey)") }
    }
    return Recovery(returned: returned, uncertain: uncertain)
  }

  /// A condition on rows of `claim`.
  static func isLost(_ lost: LostClaims, at now: Instant) -> SQL {
    switch lost {
    case .all: "worker >= 0"
    case .expired: "lease < \(now)"
    }
  }

  private static func needsRecovery(_ lost: LostClaims, at now: Instant, _ db: any SQLConnection) throws -> Bool {
    try db.bool(
      """
      SELECT EXISTS (SELECT 1 FROM claim WHERE \(sql: isLost(lost, at: now)))
        OR EXISTS (SELECT 1 FROM note WHERE key = \(unreportedKey))
      """)
  }

  /// Records the deliveries that became uncertain, in addition to those that an interrupted recovery did not report.
  private static func keepUntold(_ uncertain: [Delivery.ID], _ db: any SQLConnection) throws {
    let before = try db.text(orNil: "SELECT value FROM note WHERE key = \(unreportedKey)")
    let all = (before.map { [$0] } ?? []) + uncertain.map { String($0.number) }
    if !uncertain.isEmpty { try setNote(unreportedKey, all.joined(separator: " "), db) }
  }

  private static func unreported(_ db: any SQLConnection) throws -> [EmailAddress] {
    let note = try db.text(orNil: "SELECT value FROM note WHERE key = \(unreportedKey)") ?? ""
    return try note.split(separator: " ").compactMap { Int64($0) }.compactMap { id in
      try db.text(
        orNil: """
          SELECT r.written FROM delivery d JOIN subscription s ON s.id = d.subscription
          JOIN subscriber r ON r.id = s.subscriber WHERE d.id = \(id)
          """
      ).flatMap { EmailAddress($0) }
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

/// The note with the numbers of uncertain deliveries not yet reported, separated by spaces.
private let unreportedKey = "uncertain and untold"

/// The note with the number of the last worker.
private let workersKey = "workers"
