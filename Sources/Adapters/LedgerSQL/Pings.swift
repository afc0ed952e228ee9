internal import GRDB
package import Model

extension Schema {
  /// `since`: when the document changed.
  static func pings(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE ping (
          hub TEXT NOT NULL, document TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (hub, document)) STRICT;
        """)
  }
}

extension SQLiteLedger: PingBook {
  package func pings() throws -> [Ping] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT hub, document, since FROM ping ORDER BY hub, document").map { row in
        Ping(hub: row[0], document: row[1], since: Instant(seconds: row[2]))
      }
    }
  }

  package func record(pings: [Ping]) throws {
    if pings.isEmpty { return }
    try write { db in
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO ping (hub, document, since) VALUES (?, ?, ?)
          ON CONFLICT (hub, document) DO UPDATE SET since = excluded.since
          """)
      for ping in pings { try statement.execute(arguments: [ping.hub, ping.document, ping.since.seconds]) }
    }
  }

  package func end(pings: [Ping]) throws {
    if pings.isEmpty { return }
    try write { db in
      let statement = try db.cachedStatement(sql: "DELETE FROM ping WHERE hub = ? AND document = ?")
      for ping in pings { try statement.execute(arguments: [ping.hub, ping.document]) }
    }
  }
}
