package import Model
internal import Time

extension SQLLedger: PauseBook {
  package func sendingPause() throws -> SendingPause? { try read(Self.sendingPause) }

  package func pauseSending(_ pause: SendingPause) throws {
    try write { db in
      try db.execute(
        """
        INSERT INTO sending_pause (id, reason, since, who, letters)
        VALUES (1, \(pause.reason), \(pause.since), \(pause.by), \(pause.stopsLetters ? 1 : 0))
        ON CONFLICT (id) DO UPDATE SET reason = excluded.reason, letters = excluded.letters
        """)
    }
  }

  package func resumeSending() throws -> SendingPause? {
    try write { db in
      let pause = try Self.sendingPause(db)
      try db.execute("DELETE FROM sending_pause")
      return pause
    }
  }

  private static func sendingPause(_ db: any SQLConnection) throws -> SendingPause? {
    try db.row("SELECT reason, since, who, letters FROM sending_pause").map { row in
      SendingPause(
        try row.text("reason"), since: try row.instant("since"), by: try row.text("who"),
        stopsLetters: try row.bool("letters"))
    }
  }
}

extension DeliveryTables {
  /// Whether the operator has stopped all mail of this kind.
  var isStopped: SQL {
    let letters: SQL = isLetters ? "WHERE letters = 1" : ""
    return "EXISTS (SELECT 1 FROM sending_pause \(sql: letters))"
  }

  /// Whether the operator's pause allows a delivery to be claimed. A welcome contains an issue, so it waits like one.
  var isNotStopped: SQL {
    let welcomes: SQL = isLetters ? "AND (kind <> 'welcome' OR NOT EXISTS (SELECT 1 FROM sending_pause))" : ""
    return "NOT \(sql: isStopped) \(sql: welcomes)"
  }
}
