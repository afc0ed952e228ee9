internal import Model
internal import Time

/// The most performance-critical path of the ledger: each statement is prepared once and accesses rows by their number.
extension SQLiteHands {
  func record(_ attempts: [Attempt], by worker: Worker, _ db: any SQLConnection) throws {
    for attempt in attempts { try record(attempt, by: worker, db) }
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
    _ deliveries: [Delivery.ID], by worker: Worker, at now: Instant, _ db: any SQLConnection
  ) throws -> Set<Delivery.ID> {
    if try db.bool("SELECT \(sql: tables.isStopped)") { return [] }
    let committed = try deliveries.filter { delivery in
      let isOurs = Self.isClaim(of: delivery, by: worker)
      return try db.execute(
        "UPDATE \(name: tables.claim) SET committed = \(now) WHERE \(sql: isOurs) AND committed IS NULL") == 1
    }
    return Set(committed)
  }

  func settleAccepted(_ db: any SQLConnection) throws {
    if tables.countsDestinations { try SQLLedger.countAccepted(db) }
    try db.execute(
      """
      UPDATE \(name: tables.delivery) SET state = 'accepted', next = NULL, changed = c.accepted, attempts = attempts + 1,
        first_attempt = coalesce(first_attempt, c.accepted), reply = c.reply
      FROM \(name: tables.claim) c WHERE c.delivery = \(name: tables.delivery).id AND c.accepted IS NOT NULL
      """)
    try db.execute("DELETE FROM \(name: tables.claim) WHERE accepted IS NOT NULL")
  }

  private func record(_ attempt: Attempt, by worker: Worker, _ db: any SQLConnection) throws {
    let isOurs = Self.isClaim(of: attempt.delivery, by: worker)
    if attempt.verdict == .accepted, try accept(attempt, isOurs, db) { return }
    guard try db.execute("DELETE FROM \(name: tables.claim) WHERE \(sql: isOurs)") == 1 else { return }
    try update(attempt, db)
    if attempt.verdict == .accepted { return }
    try db.execute(
      """
      INSERT INTO \(name: tables.attempt) (delivery, at, outcome, stage, code, status, text)
      VALUES (\(attempt.delivery.number), \(attempt.at), \(attempt.kind), \(attempt.reply?.stage.rawValue),
        \(attempt.reply?.code), \(attempt.reply?.status), \(attempt.words))
      """)
  }

  private func update(_ attempt: Attempt, _ db: any SQLConnection) throws {
    let (state, next) = Self.consequence(attempt)
    let wasTried = state != .queued
    let tried = wasTried ? attempt.at : nil
    try db.execute(
      """
      UPDATE \(name: tables.delivery) SET state = \(state.rawValue), next = \(next), changed = \(attempt.at),
        attempts = attempts + \(wasTried ? 1 : 0), first_attempt = coalesce(first_attempt, \(tried)),
        reply = \(attempt.words)
      WHERE id = \(attempt.delivery.number)
      """)
  }

  /// The usual end of a delivery: recorded in its claim, and later moved to its own row together with many others.
  /// False if it was not committed.
  private func accept(_ attempt: Attempt, _ isOurs: SQL, _ db: any SQLConnection) throws -> Bool {
    try db.execute(
      """
      UPDATE \(name: tables.claim) SET accepted = \(attempt.at), reply = \(attempt.words)
      WHERE \(sql: isOurs) AND committed IS NOT NULL
      """) == 1
  }

  /// The delivery's new state, and when it is due again.
  private static func consequence(_ attempt: Attempt) -> (Delivery.State, Instant?) {
    switch attempt.verdict {
    case .accepted: (.accepted, nil)
    case .deferred(let until): (.deferred, until)
    case .refused: (.refused, nil)
    case .uncertain(let resend): (.uncertain, resend)
    case .returned: (.queued, attempt.at)
    }
  }
}

// MARK: - After a crash

extension SQLiteHands {
  func settleUncertain(
    _ lost: LostClaims, next: Instant?, at now: Instant, _ db: any SQLConnection
  ) throws -> [Delivery.ID] {
    let isUncertain: SQL = "committed IS NOT NULL AND \(sql: SQLLedger.isLost(lost, at: now))"
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
    try db.execute("DELETE FROM \(name: tables.claim) WHERE \(sql: SQLLedger.isLost(lost, at: now))")
  }
}

extension Attempt {
  fileprivate var kind: String {
    switch outcome {
    case .accepted: "accepted"
    case .deferred: "deferred"
    case .refused: "refused"
    case .uncertain: "uncertain"
    case .unsent: "unsent"
    }
  }

  fileprivate var reply: Reply? {
    switch outcome {
    case .accepted(let reply), .deferred(let reply), .refused(let reply): reply
    case .unsent(let trouble): trouble.reply
    case .uncertain: nil
    }
  }

  fileprivate var words: String {
    switch outcome {
    case .accepted(let reply), .deferred(let reply), .refused(let reply): reply.description
    case .uncertain(let words): words
    case .unsent(let trouble): trouble.sentence
    }
  }
}
