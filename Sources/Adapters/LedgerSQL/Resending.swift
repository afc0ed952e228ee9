package import Model
package import Time

/// Sends an issue again to readers who did not get it.
extension SQLLedger {
  package func resend(
    _ issue: RecordedIssue.ID, to recipients: Resend.Recipients, at now: Instant
  ) throws -> Resend? {
    try write { db in
      let isCancelled = try db.bool(orNil: "SELECT cancelled IS NOT NULL FROM issue WHERE id = \(issue.number)")
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
    try read { db in try hands.tables.dropped(among: deliveries, db) }
  }

  /// A delivery that ended without being accepted.
  private struct EndedDelivery {
    let id: Int64
    let kind: Resend.Recipients
    let mayBeMailed: Bool
    let reply: String
  }

  private static func endedDeliveries(of issue: RecordedIssue.ID, _ db: any SQLConnection) throws -> [EndedDelivery] {
    let rows = try db.rows(
      """
      SELECT d.id, d.state, coalesce(d.reply, '') AS reply, \(sql: mayBeMailed) AS may_be_mailed,
        (SELECT a.outcome FROM attempt a WHERE a.delivery = d.id ORDER BY a.id DESC LIMIT 1) AS outcome
      FROM delivery d JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber
      WHERE d.issue = \(issue.number) AND d.next IS NULL AND d.state IN ('refused', 'uncertain')
        AND d.id NOT IN (SELECT delivery FROM claim)
      ORDER BY d.id
      """)
    return try rows.map(ended)
  }

  private static func ended(_ row: SQLRow) throws -> EndedDelivery {
    EndedDelivery(
      id: try row.int64("id"), kind: try kind(row), mayBeMailed: try row.bool("may_be_mailed"),
      reply: try row.text("reply"))
  }

  private static func kind(_ row: SQLRow) throws -> Resend.Recipients {
    if try row.text("state") == "uncertain" { return .uncertain }
    // There is none if `courant recover` made the delivery uncertain.
    let lastOutcome = try row.text(orNil: "outcome")
    return lastOutcome == "refused" ? .refused : .givenUp
  }

  /// The two days of attempts start again.
  private static func queueAgain(_ delivery: EndedDelivery, at now: Instant, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO attempt (delivery, at, outcome, text)
      VALUES (\(delivery.id), \(now), 'resent', 'sent again on the operator''s word')
      """)
    let reply = "to be sent again at the operator's request; before that: \(delivery.reply)"
    try db.execute(
      """
      UPDATE delivery SET state = 'queued', next = \(now), attempts = 0, first_attempt = NULL, changed = \(now),
        reply = \(reply)
      WHERE id = \(delivery.id)
      """)
  }
}
