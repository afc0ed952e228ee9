internal import Model
internal import Time

/// How one attempt is recorded, on every database.
extension Hands {
  func recordOne(_ attempt: Attempt, by worker: Worker, _ db: any SQLConnection) throws {
    let isOurs = tables.isClaim(of: attempt.delivery, by: worker)
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

  var words: String {
    switch outcome {
    case .accepted(let reply), .deferred(let reply), .refused(let reply): reply.description
    case .uncertain(let words): words
    case .unsent(let trouble): trouble.sentence
    }
  }
}
