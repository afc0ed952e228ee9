internal import GRDB
package import Model

extension SQLiteLedger {
  package func tallies() throws -> [RecordedIssue.ID: [Delivery.State: Int]] {
    try read { db in
      var tallies: [RecordedIssue.ID: [Delivery.State: Int]] = [:]
      for rows in Self.unaccepted {
        for row in try Row.fetchAll(db, sql: rows) {
          tallies[.init(row[0]), default: [:]][Delivery.State(rawValue: row[1])!, default: 0] += row[2]
        }
      }
      for row in try Row.fetchAll(db, sql: "SELECT id, deliveries FROM issue WHERE deliveries > 0") {
        let (id, all): (Int64, Int) = (row[0], row[1])
        let accepted = all - (tallies[.init(id)] ?? [:]).values.reduce(0, +)
        if accepted > 0 { tallies[.init(id), default: [:]][.accepted] = accepted }
      }
      return tallies
    }
  }

  /// All but the accepted, each from an index of its own, and each index read once.
  private static let unaccepted = [
    "next IS NOT NULL", "state = 'claimed'", "next IS NULL AND state IN ('refused', 'uncertain', 'dropped')",
  ].map { "SELECT issue, state, count(*) FROM delivery WHERE \($0) GROUP BY issue, state" }

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
