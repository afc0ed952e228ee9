internal import Model

/// Copies a whole ledger into a new one of any database. The words of articles are left out: the next run records them again.
enum LedgerCopy {
  /// In an order in which each row's own references are already there, except those within a table.
  static let tables = [
    "note", "published", "file", "listing", "article", "reworded", "departed", "loss", "asset", "appearance", "finding",
    "item", "alias", "poll", "host_wait", "held_article", "feed", "feed_place", "ping",
    "digest", "slot", "issue", "news", "waiting", "edition", "cell", "retired", "attached_file", "issue_file",
    "subscriber", "suppression", "subscription", "handover", "owed_article", "consent_event", "request", "daily_count",
    "permit", "permit_digest", "departure",
    "delivery", "claim", "attempt", "destination", "test_mail", "bounce", "letter", "letter_claim", "letter_attempt",
    "private_document", "feed_token",
    "sending_pause",
    "pulse", "run", "act", "operator_link", "operator_session", "tally", "growth", "reader_tally", "issue_pace",
    "issue_after", "great_destination", "destination_day",
    "public_object", "public_change", "alert", "webhook", "webhook_event", "webhook_issue", "total", "suppressed_tally",
  ]

  /// A column, and whether it contains numbers.
  struct Column: Hashable, Sendable {
    let name: String
    let isNumber: Bool
  }

  private static let batch = 100

  /// All rows as of one moment, in one transaction. `target` has the tables and no rows but those it began with.
  static func copy(from source: any LedgerDatabase, to target: any LedgerDatabase) throws {
    try source.transaction(.reading) { old in
      try target.transaction(.writing) { new in
        try target.withoutTriggers(new) {
          try new.deferForeignKeys()
          for table in tables { try copy(table, try target.columns(of: table, new), from: old, to: new) }
        }
        try target.continueNumbers(new)
        try target.analyze(new)
      }
    }
  }

  private static func copy(
    _ table: String, _ columns: [Column], from old: any SQLConnection, to new: any SQLConnection
  ) throws {
    try new.execute("DELETE FROM \(name: table)")
    let names = columns.map(\.name).joined(separator: ", ")
    var rows: [[SQLArgument]] = []
    try old.forEach("SELECT \(name: names) FROM \(name: table)") { row in
      rows.append(try columns.map { try $0.value(in: row) })
      if rows.count < batch { return }
      try insert(rows, into: "\(table) (\(names))", new)
      rows = []
    }
    if !rows.isEmpty { try insert(rows, into: "\(table) (\(names))", new) }
  }

  private static func insert(_ rows: [[SQLArgument]], into place: String, _ new: any SQLConnection) throws {
    try new.execute("INSERT INTO \(name: place) VALUES \(rows: rows)")
  }
}

extension LedgerCopy.Column {
  fileprivate func value(in row: SQLRow) throws -> SQLArgument {
    isNumber ? .integer(try row.int64(orNil: name)) : .text(try row.text(orNil: name))
  }
}
