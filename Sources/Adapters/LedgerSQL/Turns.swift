internal import GRDB
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

  private static func commit(_ deliveries: [Delivery.ID], at now: Instant, _ db: Database) throws -> Set<Delivery.ID> {
    let statement = try db.cachedStatement(
      sql: "UPDATE claim SET committed = ? WHERE delivery = ? AND committed IS NULL")
    var committed = Set<Delivery.ID>()
    for delivery in deliveries {
      try statement.execute(arguments: [now.seconds, delivery.number])
      if db.changesCount == 1 { committed.insert(delivery) }
    }
    return committed
  }

  private static func refuse(_ deferred: Delivery.ID, at now: Instant, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE delivery SET state = 'refused', next = NULL, changed = ? WHERE id = ? AND state = 'deferred'"
    ).execute(arguments: [now.seconds, deferred.number])
  }

  private static func suppress(_ refused: Delivery.ID, at now: Instant, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO suppression (hash, reason, since) SELECT r.hash, 'bounce', ? FROM delivery d
        JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber WHERE d.id = ?
        ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [now.seconds, refused.number])
  }

  private static func change(_ domain: String, _ change: DestinationChange, _ db: Database) throws {
    guard case .held(let hold) = change else {
      try db.execute(sql: "DELETE FROM destination WHERE domain = ?", arguments: [domain])
      return
    }
    try db.execute(
      sql: """
        INSERT INTO destination (domain, until, times) VALUES (?, ?, ?)
        ON CONFLICT (domain) DO UPDATE SET until = excluded.until, times = excluded.times
        """, arguments: [domain, hold.until.seconds, hold.times])
  }

  package func destinations() throws -> [String: DestinationHold] {
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT domain, until, times FROM destination")
      return Dictionary(
        rows.map { ($0[0], DestinationHold(until: Instant(seconds: $0[1]), times: $0[2])) }, uniquingKeysWith: { $1 })
    }
  }

  private static func record(_ attempt: Attempt, _ db: Database) throws {
    if attempt.verdict == .accepted, try accept(attempt, db) { return }
    let (state, next) = consequence(attempt.verdict)
    let wasTried = state != .queued
    try db.cachedStatement(sql: "DELETE FROM claim WHERE delivery = ?").execute(arguments: [attempt.delivery.number])
    try db.cachedStatement(
      sql: """
        UPDATE delivery SET state = ?, next = ?, changed = ?, attempts = attempts + ?,
          first_attempt = coalesce(first_attempt, ?), reply = ? WHERE id = ?
        """
    ).execute(arguments: [
      state.rawValue, state == .queued ? attempt.at.seconds : next?.seconds, attempt.at.seconds, wasTried ? 1 : 0,
      wasTried ? attempt.at.seconds : nil, attempt.words, attempt.delivery.number,
    ])
    guard state != .accepted else { return }
    try db.cachedStatement(
      sql: "INSERT INTO attempt (delivery, at, outcome, stage, code, status, text) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      attempt.delivery.number, attempt.at.seconds, attempt.kind, attempt.reply?.stage.rawValue, attempt.reply?.code,
      attempt.reply?.status, attempt.words,
    ])
  }

  /// The common end of a delivery: noted beside its claim, and moved to its own row with many others. False if nobody
  /// had committed it.
  private static func accept(_ attempt: Attempt, _ db: Database) throws -> Bool {
    try db.cachedStatement(
      sql: "UPDATE claim SET accepted = ?, reply = ? WHERE delivery = ? AND committed IS NOT NULL"
    ).execute(arguments: [attempt.at.seconds, attempt.words, attempt.delivery.number])
    return db.changesCount == 1
  }

  private static func consequence(_ verdict: Verdict) -> (Delivery.State, Instant?) {
    switch verdict {
    case .accepted: (.accepted, nil)
    case .deferred(let until): (.deferred, until)
    case .refused: (.refused, nil)
    case .uncertain(let resend): (.uncertain, resend)
    case .returned: (.queued, nil)
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
