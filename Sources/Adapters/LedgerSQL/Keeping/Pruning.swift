package import Model
package import Time

/// Deletes deliveries, attempts and editions of old issues. `tally` and `issue.deliveries` keep their counts: triggers change
/// them only when a delivery is updated.
extension SQLLedger: PruneBook {
  package func prunable(before then: Instant) throws -> Pruned {
    try read { db in
      var pruned = Pruned()
      for issue in try db.int64s(Self.oldIssues(before: then)) {
        pruned.deliveries += try db.int(
          "SELECT count(*) FROM delivery d WHERE d.issue = \(issue) AND \(sql: Self.mayGo)")
        pruned.attempts += try db.int(
          """
          SELECT count(*) FROM attempt WHERE delivery IN (
            SELECT d.id FROM delivery d WHERE d.issue = \(issue) AND \(sql: Self.mayGo))
          """)
        pruned.editions += try db.int(
          """
          SELECT count(*) FROM edition e WHERE e.issue = \(issue) AND NOT EXISTS (
            SELECT 1 FROM delivery d WHERE d.issue = e.issue AND d.feeds = e.feeds AND NOT (\(sql: Self.mayGo)))
          """)
      }
      pruned.tests = try db.int("SELECT count(*) FROM test_mail WHERE at < \(then)")
      return pruned
    }
  }

  package func prune(before then: Instant, atMost limit: Int) throws -> Pruned {
    try write { db in
      var pruned = Pruned()
      for issue in try db.int64s(Self.oldIssues(before: then)) {
        try Self.pruneDeliveries(of: issue, limit - pruned.deliveries, &pruned, db)
        guard pruned.deliveries < limit else { return pruned }
        try Self.pruneEditions(of: issue, limit, &pruned, db)
        guard pruned.editions == 0 else { return pruned }
      }
      pruned.tests = try db.execute(
        "DELETE FROM test_mail WHERE id IN (SELECT id FROM test_mail WHERE at < \(then) LIMIT \(limit))")
      return pruned
    }
  }

  private static func pruneDeliveries(
    of issue: Int64, _ limit: Int, _ pruned: inout Pruned, _ db: any SQLConnection
  ) throws {
    let last = try lastNumber(in: "delivery", db)
    let some = try db.int64s(
      "SELECT d.id FROM delivery d WHERE d.issue = \(issue) AND \(sql: mayGo) ORDER BY d.subscription LIMIT \(limit)")
    for delivery in some {
      pruned.attempts += try db.execute("DELETE FROM attempt WHERE delivery = \(delivery)")
      pruned.deliveries += try db.execute("DELETE FROM delivery WHERE id = \(delivery)")
    }
    // Its number is in a message, so it is never used again.
    if some.contains(last) { try keepNumber(last, db) }
  }

  /// A few at a time: an edition may be 100 KB.
  private static func pruneEditions(
    of issue: Int64, _ limit: Int, _ pruned: inout Pruned, _ db: any SQLConnection
  ) throws {
    let few = max(1, limit / 50)
    pruned.editions += try db.execute(
      """
      DELETE FROM edition WHERE issue = \(issue) AND feeds IN (
        SELECT e.feeds FROM edition e WHERE e.issue = \(issue)
          AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.issue = e.issue AND d.feeds = e.feeds) LIMIT \(few))
      """)
    let isBare = try !db.bool("SELECT EXISTS (SELECT 1 FROM edition WHERE issue = \(issue))")
    if isBare { try db.execute("DELETE FROM cell WHERE issue = \(issue)") }
  }

  /// Ended issues with something to delete, except the newest of each digest, which welcomes send.
  private static func oldIssues(before then: Instant) -> SQL {
    """
    SELECT i.id FROM issue i WHERE i.frozen < \(then)
      AND EXISTS (SELECT 1 FROM issue n WHERE n.digest = i.digest AND n.number > i.number)
      AND NOT EXISTS (SELECT 1 FROM tally t WHERE t.issue = i.id AND t.waits = 1 AND t.deliveries > 0)
      AND NOT EXISTS (SELECT 1 FROM claim c JOIN delivery d ON d.id = c.delivery WHERE d.issue = i.id)
      AND (EXISTS (SELECT 1 FROM delivery d WHERE d.issue = i.id AND \(sql: mayGo))
        OR EXISTS (SELECT 1 FROM edition e WHERE e.issue = i.id AND NOT EXISTS (
          SELECT 1 FROM delivery d WHERE d.issue = e.issue AND d.feeds = e.feeds)))
    ORDER BY i.frozen
    """
  }

  /// Whether `delivery d` may be deleted: it has ended, and no bounce needs it.
  private static let mayGo: SQL =
    "d.next IS NULL AND NOT EXISTS (SELECT 1 FROM bounce b WHERE b.delivery = d.id)"
}
