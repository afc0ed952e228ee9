package import Model

extension Schema {
  /// `since`: when the document changed.
  static let pings = """
    CREATE TABLE ping (
      hub TEXT NOT NULL, document TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (hub, document)) STRICT;
    """
}

extension SQLLedger: PingBook {
  package func pings() throws -> [Ping] {
    try read { db in
      try db.rows("SELECT hub, document, since FROM ping ORDER BY hub, document").map { row in
        Ping(hub: try row.text("hub"), document: try row.text("document"), since: try row.instant("since"))
      }
    }
  }

  package func record(pings: [Ping]) throws {
    if pings.isEmpty { return }
    try write { db in
      for ping in pings {
        try db.execute(
          """
          INSERT INTO ping (hub, document, since) VALUES (\(ping.hub), \(ping.document), \(ping.since))
          ON CONFLICT (hub, document) DO UPDATE SET since = excluded.since
          """)
      }
    }
  }

  package func end(pings: [Ping]) throws {
    if pings.isEmpty { return }
    try write { db in
      for ping in pings {
        try db.execute("DELETE FROM ping WHERE hub = \(ping.hub) AND document = \(ping.document)")
      }
    }
  }
}
