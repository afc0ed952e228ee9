internal import GRDB
package import Model

extension SQLiteLedger: ClockBook {
  package func latestMoment() throws -> Instant? {
    try read { db in
      let moments = try Row.fetchOne(
        db,
        sql: """
          SELECT (SELECT began FROM run) AS run, (SELECT max(recorded) FROM slot) AS slot,
            (SELECT max(first_seen) FROM digest) AS digest, (SELECT value FROM note WHERE key = 'last_run') AS said
          """)
      guard let moments else { return nil }
      let found: [Int64?] = [moments["run"], moments["slot"], moments["digest"]]
      // Runs of older versions left their moment in words only.
      let said = (moments["said"] as String?).flatMap { Instant(rfc3339: String($0.prefix { $0 != "," })) }
      return (found.map { $0.map(Instant.init(seconds:)) } + [said]).compactMap(\.self).max()
    }
  }

  package func takeBackFuture(after now: Instant) throws -> Int {
    try write { db in
      try Self.takeBackBeginnings(after: now, db)
      let slots = try Self.takeBackSlots(after: now, db)
      try Self.forgetFalsePast(db)
      try Self.takeBackWaiting(after: now, db)
      for (table, column) in Self.moments {
        try db.execute(
          sql: "UPDATE \(table) SET \(column) = ? WHERE \(column) > ?", arguments: [now.seconds, now.seconds])
      }
      try Self.takeBackNotes(after: now, db)
      return slots
    }
  }
}

extension SQLiteLedger {
  private static let moments = [
    ("run", "began"), ("finding", "reported"), ("issue", "frozen"), ("issue", "cancelled"), ("subscriber", "created"),
    ("suppression", "since"), ("subscription", "consent"), ("subscription", "ended"), ("departure", "since"),
    ("delivery", "first_attempt"), ("delivery", "changed"), ("attempt", "at"), ("test_mail", "at"), ("bounce", "at"),
    ("feed", "ended"), ("ping", "since"), ("appearance", "withdrawn"),
  ]

  private static func takeBackSlots(after now: Instant, _ db: Database) throws -> Int {
    try db.execute(
      sql: """
        DELETE FROM slot WHERE recorded > ? AND NOT EXISTS (
          SELECT 1 FROM issue i WHERE i.digest = slot.digest AND i.wall_time = slot.wall_time)
        """, arguments: [now.seconds])
    let forgotten = db.changesCount
    // Those with an issue fall due with the last slot of before, so that the next honest one is the next.
    try db.execute(
      sql: """
        UPDATE slot SET due = min(due, coalesce(
            (SELECT max(t.due) FROM slot t WHERE t.digest = slot.digest AND t.recorded <= ?),
            (SELECT first_seen FROM digest WHERE name = slot.digest), ?)), recorded = ?
        WHERE recorded > ?
        """, arguments: [now.seconds, now.seconds, now.seconds, now.seconds])
    return forgotten + db.changesCount
  }

  /// A digest that began in the future begins now.
  private static func takeBackBeginnings(after now: Instant, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE digest SET first_seen = ? WHERE first_seen > ?", arguments: [now.seconds, now.seconds])
  }

  /// If none of its slots is left, nothing was found to be old when a digest began.
  private static func forgetFalsePast(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM news WHERE issue IS NULL AND NOT EXISTS (
          SELECT 1 FROM slot s WHERE s.digest = news.digest AND s.state IN ('issued', 'empty', 'cancelled'))
        """)
  }

  /// What waits for a time that no delay leads to is due at once.
  private static func takeBackWaiting(after now: Instant, _ db: Database) throws {
    let longest = (now + .seconds(86_400)).seconds
    try db.execute(
      sql: "UPDATE delivery SET next = ? WHERE next > ?", arguments: [now.seconds, longest])
    try db.execute(sql: "DELETE FROM destination WHERE until > ?", arguments: [longest])
  }

  /// Days of the warm-up plan that have not come. A pace knows by itself that a clock was set back.
  private static func takeBackNotes(after now: Instant, _ db: Database) throws {
    guard let plan = try String.fetchOne(db, sql: "SELECT value FROM note WHERE key = 'warm_up'") else { return }
    let tomorrow = (now + .seconds(86_400)).civil.isoDate
    let days = plan.split(separator: "\n").filter { $0.prefix(10) <= tomorrow }
    try setNote("warm_up", days.joined(separator: "\n"), db)
    try db.execute(sql: "DELETE FROM note WHERE key LIKE 'hub patience %'")
  }
}
