package import Model

extension SQLiteLedger: DeliveryQueue {
  package func recover(
    _ policy: MailSettings.Uncertain, at now: Instant, tell: (EmailAddress) -> Void
  ) throws -> Recovery {
    // Most runs find nothing: look before taking the write lock.
    guard try read(Self.needsRecovery) else { return Recovery() }
    let returned = try write { db in
      try Self.settleAccepted(db)
      try Self.keepUntold(db)
      try Self.settleUncertain(policy, at: now, db)
      // Queued again as before: nothing else says that they were claimed.
      return try db.execute("DELETE FROM claim")
    }
    let uncertain = try read(Self.untold)
    uncertain.forEach(tell)
    if !uncertain.isEmpty {
      try write { try $0.execute("DELETE FROM note WHERE key = \(untoldKey)") }
    }
    return Recovery(returned: returned, uncertain: uncertain)
  }

  private static func needsRecovery(_ db: any SQLConnection) throws -> Bool {
    try db.bool("SELECT EXISTS (SELECT 1 FROM claim) OR EXISTS (SELECT 1 FROM note WHERE key = \(untoldKey))")
  }

  /// Notes those in their final exchange, with those that a killed recovery did not get to tell.
  private static func keepUntold(_ db: any SQLConnection) throws {
    let committed = try db.int64s("SELECT delivery FROM claim WHERE committed IS NOT NULL ORDER BY delivery")
    let before = try db.text(orNil: "SELECT value FROM note WHERE key = \(untoldKey)")
    let all = (before.map { [$0] } ?? []) + committed.map(String.init)
    if !committed.isEmpty { try setNote(untoldKey, all.joined(separator: " "), db) }
  }

  private static func untold(_ db: any SQLConnection) throws -> [EmailAddress] {
    let note = try db.text(orNil: "SELECT value FROM note WHERE key = \(untoldKey)") ?? ""
    return try note.split(separator: " ").compactMap { Int64($0) }.compactMap { id in
      try db.text(
        orNil: """
          SELECT r.written FROM delivery d JOIN subscription s ON s.id = d.subscription
          JOIN subscriber r ON r.id = s.subscriber WHERE d.id = \(id)
          """
      ).flatMap { EmailAddress($0) }
    }
  }

  private static func settleUncertain(
    _ policy: MailSettings.Uncertain, at now: Instant, _ db: any SQLConnection
  ) throws {
    let next = policy == .resend ? now : nil
    try db.execute(
      """
      INSERT INTO attempt (delivery, at, outcome, stage, text)
      SELECT delivery, committed, 'uncertain', 'finalDot', \(lostWorker) FROM claim WHERE committed IS NOT NULL
      ORDER BY delivery
      """)
    try db.execute(
      """
      UPDATE delivery SET state = 'uncertain', next = \(next), attempts = attempts + 1,
        first_attempt = coalesce(first_attempt, \(now)), changed = \(now), reply = \(lostWorker)
      WHERE id IN (SELECT delivery FROM claim WHERE committed IS NOT NULL)
      """)
    try db.execute("DELETE FROM claim WHERE committed IS NOT NULL")
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

/// Deliveries that became uncertain and were not told yet: their numbers, joined by spaces.
private let untoldKey = "uncertain and untold"

private let lostWorker = "the run ended while the server had the message and had not answered"
