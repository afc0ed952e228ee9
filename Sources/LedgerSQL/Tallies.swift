internal import GRDB
package import Model

extension SQLiteLedger {
  package func tally(of issue: RecordedIssue.ID?) throws -> [Delivery.State: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT state, count(*) FROM delivery WHERE issue = ? OR ? IS NULL GROUP BY state",
        arguments: [issue?.number, issue?.number])
      return Dictionary(rows.map { (Delivery.State(rawValue: $0[0])!, $0[1]) }, uniquingKeysWith: +)
    }
  }

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
