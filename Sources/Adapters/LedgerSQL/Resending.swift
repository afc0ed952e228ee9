internal import GRDB
package import Model

/// An issue for those who did not get it.
extension SQLiteLedger {
  package func resend(
    _ issue: RecordedIssue.ID, to recipients: Resend.Recipients, at now: Instant
  ) throws -> Resend? {
    try write { db in
      let isCancelled = try Bool.fetchOne(
        db, sql: "SELECT cancelled IS NOT NULL FROM issue WHERE id = ?", arguments: [issue.number])
      guard isCancelled == false else { return nil }
      let ended = try Self.endedDeliveries(of: issue, db)
      let asked = ended.filter { recipients.contains($0.kind) }
      let wanted = asked.filter(\.mayBeMailed)
      for delivery in wanted { try Self.queueAgain(delivery, at: now, db) }
      return Resend(
        queued: wanted.count, unwanted: asked.count - wanted.count,
        uncertain: ended.count { $0.kind == .uncertain && !recipients.contains(.uncertain) })
    }
  }

  package func dropped(among deliveries: [Delivery.ID]) throws -> Set<Delivery.ID> {
    try read { db in
      Set(
        try deliveries.filter { delivery in
          try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT state = 'dropped' FROM delivery WHERE id = ?"), arguments: [delivery.number]
          ) ?? false
        })
    }
  }

  /// A delivery that ended without being taken.
  private struct EndedDelivery {
    let id: Int64
    let kind: Resend.Recipients
    let mayBeMailed: Bool
    let reply: String
  }

  private static func endedDeliveries(of issue: RecordedIssue.ID, _ db: Database) throws -> [EndedDelivery] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT d.id AS id, d.state AS state, coalesce(d.reply, '') AS reply, \(mayBeMailed) AS may_be_mailed,
          (SELECT a.outcome FROM attempt a WHERE a.delivery = d.id ORDER BY a.id DESC LIMIT 1) AS outcome
        FROM delivery d JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber
        WHERE d.issue = ? AND d.next IS NULL AND d.state IN ('refused', 'uncertain')
          AND d.id NOT IN (SELECT delivery FROM claim)
        ORDER BY d.id
        """, arguments: [issue.number])
    var ended: [EndedDelivery] = []
    while let row = try rows.next() {
      let isUncertain = row["state"] == "uncertain"
      // None, if `courant recover` made it uncertain.
      let lastOutcome: String? = row["outcome"]
      ended.append(
        EndedDelivery(
          id: row["id"], kind: isUncertain ? .uncertain : lastOutcome == "refused" ? .refused : .givenUp,
          mayBeMailed: row["may_be_mailed"], reply: row["reply"]))
    }
    return ended
  }

  /// Its two days begin again.
  private static func queueAgain(_ delivery: EndedDelivery, at now: Instant, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO attempt (delivery, at, outcome, text) VALUES (?, ?, 'resent', ?)")
      .execute(arguments: [delivery.id, now.seconds, "sent again on the operator's word"])
    try db.cachedStatement(
      sql: """
        UPDATE delivery SET state = 'queued', next = ?, attempts = 0, first_attempt = NULL, changed = ?, reply = ?
        WHERE id = ?
        """
    ).execute(arguments: [
      now.seconds, now.seconds, "to be sent again on the operator's word; before that: \(delivery.reply)", delivery.id,
    ])
  }
}
