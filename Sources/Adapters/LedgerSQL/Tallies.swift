package import Model
package import Time

extension SQLLedger {
  package func tallies() throws -> [RecordedIssue.ID: [Delivery.State: Int]] {
    try read { db in
      var tallies: [RecordedIssue.ID: [Delivery.State: Int]] = [:]
      for row in try db.rows("SELECT issue, state, deliveries FROM tally") {
        let issue = RecordedIssue.ID(try row.int64("issue"))
        Self.add(try row.int("deliveries"), try row.text("state"), to: &tallies[issue, default: [:]])
      }
      for row in try db.rows(Self.claimed(db.dialect)) {
        let issue = RecordedIssue.ID(try row.int64("issue"))
        let all = try row.int("claims")
        let accepted = try row.int("accepted")
        Self.add(-all, try row.text("state"), to: &tallies[issue, default: [:]])
        Self.add(all - accepted, "claimed", to: &tallies[issue, default: [:]])
      }
      for row in try db.rows(Self.sizes(db.dialect)) {
        let issue = RecordedIssue.ID(try row.int64("id"))
        let others = (tallies[issue] ?? [:]).values.reduce(0, +)
        Self.add(try row.int("deliveries") - others, "accepted", to: &tallies[issue, default: [:]])
      }
      return tallies
    }
  }

  private static func add(_ count: Int, _ state: String, to tally: inout [Delivery.State: Int]) {
    let state = Delivery.State(rawValue: state)!
    let sum = tally[state, default: 0] + count
    tally[state] = sum == 0 ? nil : sum
  }

  /// Claimed deliveries are still counted in `tally`, in the state from which they were claimed.
  private static func claimed(_ dialect: Dialect) -> SQL {
    """
    SELECT d.issue, d.state, count(*) AS claims, count(c.accepted) AS accepted
    FROM claim c \(sql: dialect.joinInOrder) delivery d ON d.id = c.delivery GROUP BY d.issue, d.state
    """
  }

  private static func sizes(_ dialect: Dialect) -> SQL {
    "SELECT id, deliveries FROM issue \(sql: dialect.index("issue_deliveries")) WHERE deliveries > 0"
  }

  package func due(at now: Instant, without aside: SetAside) throws -> Int {
    try read { try $0.int(hands.tables.countDue(at: now, without: aside)) }
  }

  package func oldestOpen() throws -> Instant? { try read { try $0.instant(orNil: Self.oldestOpen($0.dialect)) } }

  /// The earliest among issues with a waiting delivery that has not been accepted.
  private static func oldestOpen(_ dialect: Dialect) -> SQL {
    """
    SELECT min(i.frozen) FROM issue i
    JOIN (SELECT issue, sum(deliveries) AS waiting FROM tally WHERE waits = 1 GROUP BY issue) t ON t.issue = i.id
    WHERE t.waiting > (
      SELECT count(*) FROM claim c \(sql: dialect.joinInOrder) delivery d ON d.id = c.delivery
      WHERE c.accepted IS NOT NULL AND d.issue = i.id)
    """
  }

  package func nextAttempt() throws -> Instant? {
    try read { db in
      try db.instant(
        orNil: """
          SELECT next FROM delivery \(sql: db.dialect.index("delivery_due"))
          WHERE next IS NOT NULL AND id NOT IN (SELECT delivery FROM claim) ORDER BY next LIMIT 1
          """)
    }
  }

  package func history(of subscriber: Subscriber.ID, limit: Int) throws -> [DeliveryHistory] {
    try read { db in
      try db.rows(
        """
        SELECT i.digest, i.number, d.state, d.changed, d.reply, d.next
        FROM delivery_now d JOIN issue i ON i.id = d.issue JOIN subscription s ON s.id = d.subscription
        WHERE s.subscriber = \(subscriber.number) ORDER BY d.id DESC LIMIT \(limit)
        """
      ).map(Self.history)
    }
  }

  private static func history(_ row: SQLRow) throws -> DeliveryHistory {
    var history = DeliveryHistory(
      digest: try row.text("digest"), issueNumber: try row.int("number"),
      state: Delivery.State(rawValue: try row.text("state"))!, changed: try row.instant("changed"))
    history.reply = try row.text(orNil: "reply")
    history.nextAttempt = try row.instant(orNil: "next")
    return history
  }
}
