internal import GRDB
package import Model

extension SQLiteLedger {
  package func tallies() throws -> [RecordedIssue.ID: [Delivery.State: Int]] {
    try read { db in
      var tallies: [RecordedIssue.ID: [Delivery.State: Int]] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT issue, state, deliveries FROM tally") {
        Self.add(row["deliveries"], row["state"], to: &tallies[.init(row["issue"]), default: [:]])
      }
      for row in try Row.fetchAll(db, sql: Self.claimed) {
        let all: Int = row["claims"]
        let accepted: Int = row["accepted"]
        Self.add(-all, row["state"], to: &tallies[.init(row["issue"]), default: [:]])
        Self.add(all - accepted, "claimed", to: &tallies[.init(row["issue"]), default: [:]])
      }
      for row in try Row.fetchAll(db, sql: Self.sizes) {
        let id: Int64 = row["id"]
        let others = (tallies[.init(id)] ?? [:]).values.reduce(0, +)
        Self.add(row["deliveries"] - others, "accepted", to: &tallies[.init(id), default: [:]])
      }
      return tallies
    }
  }

  private static func add(_ count: Int, _ state: String, to tally: inout [Delivery.State: Int]) {
    let state = Delivery.State(rawValue: state)!
    let sum = tally[state, default: 0] + count
    tally[state] = sum == 0 ? nil : sum
  }

  /// Those in a run's hands are in `tally` still, in the state from which they were claimed. CROSS JOIN keeps SQLite from
  /// looking through the deliveries first.
  private static let claimed = """
    SELECT d.issue AS issue, d.state AS state, count(*) AS claims, count(c.accepted) AS accepted
    FROM claim c CROSS JOIN delivery d ON d.id = c.delivery GROUP BY d.issue, d.state
    """

  private static let sizes = "SELECT id, deliveries FROM issue INDEXED BY issue_deliveries WHERE deliveries > 0"

  package func due(at now: Instant) throws -> Int {
    try read {
      try Int.fetchOne(
        $0, sql: "SELECT count(*) FROM delivery WHERE next <= ? AND \(Self.isFree)",
        arguments: [now.seconds, now.seconds])!
    }
  }

  package func oldestOpen() throws -> Instant? {
    try read { try Int64.fetchOne($0, sql: Self.oldestOpen) }.map(Instant.init(seconds:))
  }

  /// Of the issues with a delivery that waits and has not been accepted.
  private static let oldestOpen = """
    SELECT min(i.frozen) FROM issue i
    JOIN (SELECT issue, sum(deliveries) AS waiting FROM tally WHERE waits = 1 GROUP BY issue) t ON t.issue = i.id
    WHERE t.waiting > (
      SELECT count(*) FROM claim c CROSS JOIN delivery d ON d.id = c.delivery WHERE c.accepted IS NOT NULL AND d.issue = i.id)
    """

  package func nextAttempt() throws -> Instant? {
    try read {
      try Int64.fetchOne(
        $0,
        sql: """
          SELECT next FROM delivery INDEXED BY delivery_due
          WHERE next IS NOT NULL AND id NOT IN (SELECT delivery FROM claim) ORDER BY next LIMIT 1
          """)
    }.map(Instant.init(seconds:))
  }

  package func history(of subscriber: Subscriber.ID, limit: Int) throws -> [DeliveryHistory] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT i.digest, i.number, e.subject, d.state, d.changed, d.reply, d.next
          FROM delivery_now d JOIN issue i ON i.id = d.issue JOIN edition e ON e.issue = d.issue AND e.feeds = d.feeds
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
