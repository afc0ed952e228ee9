internal import GRDB
package import Model

extension SQLiteLedger {
  package func tally(of issue: RecordedIssue.ID?) throws -> [Delivery.State: Int] {
    try read { db in
      var tally: [Delivery.State: Int] = [:]
      for rows in Self.tallies {
        for row in try Row.fetchAll(db, sql: rows, arguments: [issue?.number, issue?.number]) {
          tally[Delivery.State(rawValue: row[0])!, default: 0] += row[1]
        }
      }
      let all = try Int.fetchOne(
        db, sql: "SELECT coalesce(sum(deliveries), 0) FROM issue WHERE id = ? OR ? IS NULL",
        arguments: [issue?.number, issue?.number])!
      let accepted = all - tally.values.reduce(0, +)
      if accepted > 0 { tally[.accepted] = accepted }
      return tally
    }
  }

  /// All but the accepted, each from an index of its own.
  private static let tallies = [
    "next IS NOT NULL", "state = 'claimed'", "next IS NULL AND state IN ('refused', 'uncertain', 'dropped')",
  ].map { "SELECT state, count(*) FROM delivery WHERE \($0) AND (issue = ? OR ? IS NULL) GROUP BY state" }

  package func due(at now: Instant) throws -> Int {
    try read {
      try Int.fetchOne(
        $0, sql: "SELECT count(*) FROM delivery WHERE next <= ? AND \(Self.isNotHeld)",
        arguments: [now.seconds, now.seconds])!
    }
  }

  package func oldestOpen() throws -> Instant? {
    try read {
      try Int64.fetchOne(
        $0,
        sql: """
          SELECT min(frozen) FROM issue WHERE id IN (
            SELECT issue FROM delivery WHERE next IS NOT NULL OR state = 'claimed')
          """)
    }.map(Instant.init(seconds:))
  }

  package func nextAttempt() throws -> Instant? {
    try read { try Int64.fetchOne($0, sql: "SELECT min(next) FROM delivery WHERE next IS NOT NULL") }
      .map(Instant.init(seconds:))
  }

  package func history(of subscriber: Subscriber.ID, limit: Int) throws -> [DeliveryHistory] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT i.digest, i.number, e.subject, d.state, d.changed, d.reply, d.next
          FROM delivery d JOIN issue i ON i.id = d.issue JOIN edition e ON e.issue = d.issue AND e.feeds = d.feeds
          JOIN subscription s ON s.id = d.subscription
          WHERE s.subscriber = ? ORDER BY d.id DESC LIMIT ?
          """, arguments: [subscriber.number, limit]
      ).map { row in
        DeliveryHistory(
          digest: row[0], issueNumber: row[1], subject: row[2], state: Delivery.State(rawValue: row[3])!,
          changed: Instant(seconds: row[4]), reply: row[5], nextAttempt: (row[6] as Int64?).map(Instant.init(seconds:)))
      }
    }
  }
}
