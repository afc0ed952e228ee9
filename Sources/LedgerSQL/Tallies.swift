internal import GRDB
package import Model

extension SQLiteLedger {
  package func tallies() throws -> [RecordedIssue.ID: [Delivery.State: Int]] {
    try read { db in
      var tallies: [RecordedIssue.ID: [Delivery.State: Int]] = [:]
      for rows in Self.unaccepted {
        for row in try Row.fetchAll(db, sql: rows) {
          Self.add(row[2], row[1], to: &tallies[.init(row[0]), default: [:]])
        }
      }
      for row in try Row.fetchAll(db, sql: Self.claimed) {
        let (all, accepted): (Int, Int) = (row[2], row[3])
        Self.add(-all, row[1], to: &tallies[.init(row[0]), default: [:]])
        Self.add(all - accepted, "claimed", to: &tallies[.init(row[0]), default: [:]])
      }
      for row in try Row.fetchAll(db, sql: "SELECT id, deliveries FROM issue WHERE deliveries > 0") {
        let (id, all): (Int64, Int) = (row[0], row[1])
        let others = (tallies[.init(id)] ?? [:]).values.reduce(0, +)
        Self.add(all - others, "accepted", to: &tallies[.init(id), default: [:]])
      }
      return tallies
    }
  }

  private static func add(_ count: Int, _ state: String, to tally: inout [Delivery.State: Int]) {
    let state = Delivery.State(rawValue: state)!
    let sum = tally[state, default: 0] + count
    tally[state] = sum == 0 ? nil : sum
  }

  /// All but the accepted, each from an index of its own, and each index read once. Those in a run's hands are still among
  /// them, in the state from which they were claimed.
  private static let unaccepted = [
    "next IS NOT NULL", "next IS NULL AND state IN ('refused', 'uncertain', 'dropped')",
  ].map { "SELECT issue, state, count(*) FROM delivery WHERE \($0) GROUP BY issue, state" }

  private static let claimed = """
    SELECT d.issue, d.state, count(*), count(c.accepted) FROM claim c JOIN delivery d ON d.id = c.delivery
    GROUP BY d.issue, d.state
    """

  package func due(at now: Instant) throws -> Int {
    try read {
      try Int.fetchOne(
        $0, sql: "SELECT count(*) FROM delivery WHERE next <= ? AND \(Self.isFree)",
        arguments: [now.seconds, now.seconds])!
    }
  }

  package func oldestOpen() throws -> Instant? {
    try read {
      try Int64.fetchOne(
        $0,
        sql: """
          SELECT min(frozen) FROM issue WHERE id IN (
            SELECT issue FROM delivery
            WHERE next IS NOT NULL AND id NOT IN (SELECT delivery FROM claim WHERE accepted IS NOT NULL))
          """)
    }.map(Instant.init(seconds:))
  }

  package func nextAttempt() throws -> Instant? {
    try read {
      try Int64.fetchOne(
        $0, sql: "SELECT min(next) FROM delivery WHERE next IS NOT NULL AND id NOT IN (SELECT delivery FROM claim)")
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
