package import Model

/// One write of a delivery round. It is the hottest path of the ledger: each statement is prepared once and touches rows
/// by their number.
extension SQLiteLedger {
  package func write(_ turn: Turn) throws -> Set<Delivery.ID> {
    try writeDelivering { db in
      for attempt in turn.attempts { try Self.record(attempt, db) }
      for delivery in turn.refusing { try Self.refuse(delivery, at: turn.at, db) }
      for delivery in turn.returning { try Self.unclaim(delivery, db) }
      for delivery in turn.suppressing { try Self.suppress(delivery, at: turn.at, db) }
      for (domain, change) in turn.destinations { try Self.change(domain, change, db) }
      for (key, value) in turn.notes { try Self.setNote(key, value, db) }
      if turn.committing.isEmpty {
        try Self.settleAccepted(db)
        return []
      }
      try dropUnwanted(at: turn.at, mayHaveCome: !turn.suppressing.isEmpty, db)
      return try Self.commit(turn.committing, at: turn.at, db)
    }
  }

  private static func commit(
    _ deliveries: [Delivery.ID], at now: Instant, _ db: any SQLConnection
  ) throws -> Set<Delivery.ID> {
    let committed = try deliveries.filter { delivery in
      try db.execute(
        "UPDATE claim SET committed = \(now) WHERE delivery = \(delivery.number) AND committed IS NULL") == 1
    }
    return Set(committed)
  }

  private static func refuse(_ deferred: Delivery.ID, at now: Instant, _ db: any SQLConnection) throws {
    try db.execute(
      """
      UPDATE delivery SET state = 'refused', next = NULL, changed = \(now) WHERE id = \(deferred.number)
        AND state = 'deferred'
      """)
  }

  private static func suppress(_ refused: Delivery.ID, at now: Instant, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO suppression (hash, reason, since) SELECT r.hash, 'bounce', \(now) FROM delivery d
      JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber
      WHERE d.id = \(refused.number)
      ON CONFLICT DO NOTHING
      """)
  }

  private static func change(_ domain: String, _ change: DestinationChange, _ db: any SQLConnection) throws {
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

  private static func record(_ attempt: Attempt, _ db: any SQLConnection) throws {
    if attempt.verdict == .accepted, try accept(attempt, db) { return }
    try db.execute("DELETE FROM claim WHERE delivery = \(attempt.delivery.number)")
    try update(attempt, db)
    if attempt.verdict == .accepted { return }
    try db.execute(
      """
      INSERT INTO attempt (delivery, at, outcome, stage, code, status, text)
      VALUES (\(attempt.delivery.number), \(attempt.at), \(attempt.kind), \(attempt.reply?.stage.rawValue),
        \(attempt.reply?.code), \(attempt.reply?.status), \(attempt.words))
      """)
  }

  private static func update(_ attempt: Attempt, _ db: any SQLConnection) throws {
    let (state, next) = consequence(attempt)
    let wasTried = state != .queued
    let tried = wasTried ? attempt.at : nil
    try db.execute(
      """
      UPDATE delivery SET state = \(state.rawValue), next = \(next), changed = \(attempt.at),
        attempts = attempts + \(wasTried ? 1 : 0), first_attempt = coalesce(first_attempt, \(tried)),
        reply = \(attempt.words)
      WHERE id = \(attempt.delivery.number)
      """)
  }

  /// The common end of a delivery: noted beside its claim, and moved to its own row with many others. False if nobody
  /// had committed it.
  private static func accept(_ attempt: Attempt, _ db: any SQLConnection) throws -> Bool {
    try db.execute(
      """
      UPDATE claim SET accepted = \(attempt.at), reply = \(attempt.words)
      WHERE delivery = \(attempt.delivery.number) AND committed IS NOT NULL
      """) == 1
  }

  /// The state after it, and when it is due again.
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
