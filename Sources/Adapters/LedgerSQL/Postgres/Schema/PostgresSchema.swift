/// The tables on PostgreSQL. They begin with everything that SQLite's had by then, so no older ledger has to be brought up
/// to date; later changes are further migrations, here and in ``Schema``.
///
/// Types are written as for SQLite and translated by ``Dialect/definition(_:)``. Foreign keys can be deferred.
enum PostgresSchema {
  /// In the order in which they are applied.
  static let migrations = [
    Migration(
      "1 a complete ledger",
      [
        articles, issues, readers, mail, office, deliveryCounts, readerCounts, growth, afterIssues, history, workers,
        gate,
      ].joined(separator: "\n")),
    Migration("2 alerts, webhooks and totals", [alerts, totals, suppressedTally].joined(separator: "\n")),
    Migration("3 messages in flight", seats),
    Migration("4 receipts of transactions", receipts),
    Migration("5 objects and changes", publicObjects),
    Migration("6 introductions", introductions),
    Migration("7 attachments", attachments),
    Migration("8 private feeds", privateFeeds),
    Migration("9 quick counts of deliveries", quickDeliveryCounts),
    Migration("10 an index of renamed articles", namedArticles),
    Migration("11 an index of articles that arrived", arrivedArticles),
    Migration("12 articles of which only the body changed", rewordedArticles),
  ]

  /// One step, frozen as SQLite's are.
  struct Migration: Sendable {
    let name: String
    /// With types as for SQLite.
    let script: String

    init(_ name: String, _ script: String) {
      self.name = name
      self.script = script
    }
  }

  /// Of the tables above. Its presence shows that a schema contains a ledger.
  static let record = "CREATE TABLE migration (name TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL UNIQUE)"
}
