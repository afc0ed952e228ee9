internal import Model
package import Time

extension SQLLedger: ClockBook {
  package func latestMoment() throws -> Instant? {
    try read { db in
      let moments = try db.row(
        """
        SELECT (SELECT began FROM run) AS run, (SELECT max(recorded) FROM slot) AS slot,
          (SELECT max(first_seen) FROM digest) AS digest, (SELECT value FROM note WHERE key = 'last_run') AS said
        """)
      guard let moments else { return nil }
      let found = try ["run", "slot", "digest"].map { try moments.instant(orNil: $0) }
      // Older versions recorded the moment of a run only as text.
      let said = try moments.text(orNil: "said").flatMap { Instant(rfc3339: String($0.prefix { $0 != "," })) }
      return (found + [said]).compactMap(\.self).max()
    }
  }

  package func undoFuture(after now: Instant) throws -> Int {
    try write { db in
      try Self.undoBeginnings(after: now, db)
      let slots = try Self.undoSlots(after: now, db)
      try Self.forgetFalsePast(db)
      try Self.undoWaiting(after: now, db)
      for (table, column) in Self.moments {
        try db.execute("UPDATE \(name: table) SET \(name: column) = \(now) WHERE \(name: column) > \(now)")
      }
      try Self.undoNotes(after: now, db)
      return slots
    }
  }
}

extension SQLLedger {
  private static let moments = [
    ("run", "began"), ("finding", "reported"), ("issue", "frozen"), ("issue", "cancelled"), ("subscriber", "created"),
    ("suppression", "since"), ("subscription", "consent"), ("subscription", "ended"), ("departure", "since"),
    ("delivery", "first_attempt"), ("delivery", "changed"), ("attempt", "at"), ("test_mail", "at"), ("bounce", "at"),
    ("feed", "ended"), ("ping", "since"), ("appearance", "withdrawn"),
    ("public_object", "leaving"),
    ("item", "seen"), ("held_article", "since"), ("held_article", "released"),
    ("request", "at"), ("letter", "asked"), ("letter", "first_attempt"), ("letter", "changed"),
    ("handover", "made"), ("slot", "told"),
  ]

  private static func undoSlots(after now: Instant, _ db: any SQLConnection) throws -> Int {
    let forgotten = try db.execute(
      """
      DELETE FROM slot WHERE recorded > \(now) AND NOT EXISTS (
        SELECT 1 FROM issue i WHERE i.digest = slot.digest AND i.wall_time = slot.wall_time)
      """)
    // Slots with an issue become due with the last earlier slot, so that the next one is calculated correctly.
    let settled = try db.execute(
      """
      UPDATE slot SET recorded = \(now), due = (
        SELECT min(moment) FROM (
          SELECT slot.due AS moment
          UNION ALL SELECT coalesce(
            (SELECT max(t.due) FROM slot t WHERE t.digest = slot.digest AND t.recorded <= \(now)),
            (SELECT first_seen FROM digest WHERE name = slot.digest), \(now))) AS moments)
      WHERE recorded > \(now)
      """)
    return forgotten + settled
  }

  /// A digest that began in the future begins now.
  private static func undoBeginnings(after now: Instant, _ db: any SQLConnection) throws {
    try db.execute("UPDATE digest SET first_seen = \(now) WHERE first_seen > \(now)")
  }

  /// If no processed slot of a digest remains, its articles were wrongly settled as old when it began.
  private static func forgetFalsePast(_ db: any SQLConnection) throws {
    try db.execute(
      """
      DELETE FROM news WHERE issue IS NULL AND NOT EXISTS (
        SELECT 1 FROM slot s WHERE s.digest = news.digest AND s.state IN ('issued', 'empty', 'cancelled'))
      """)
  }

  /// Deliveries due later than any delay can explain are due at once.
  private static func undoWaiting(after now: Instant, _ db: any SQLConnection) throws {
    let longest = now + .seconds(86_400)
    try db.execute("UPDATE delivery SET next = \(now) WHERE next > \(longest)")
    try db.execute("UPDATE letter SET next = \(now) WHERE next > \(longest)")
    try db.execute("DELETE FROM destination WHERE until > \(longest)")
  }

  /// Removes future days from the warm-up plan. A pace detects by itself that a clock was set back.
  private static func undoNotes(after now: Instant, _ db: any SQLConnection) throws {
    guard let plan = try db.text(orNil: "SELECT value FROM note WHERE key = 'warm_up'") else { return }
    let tomorrow = (now + .seconds(86_400)).civil.isoDate
    let days = plan.split(separator: "\n").filter { $0.prefix(10) <= tomorrow }
    try setNote("warm_up", days.joined(separator: "\n"), db)
    try db.execute("DELETE FROM note WHERE key LIKE 'hub patience %'")
  }
}
