internal import Model
package import Time

/// Pending subscriptions, permits and letters that lapse.
extension SQLLedger {
  /// How long letters are kept, for limits and bounces.
  private static let letterMemory = Duration.seconds(60 * 86_400)

  package func eraseLapsed(at now: Instant) throws -> Int {
    guard try read({ try Self.hasLapsed(at: now, $0) }) else { return 0 }
    return try write { db in
      let lapsed = try db.rows(
        """
        SELECT DISTINCT r.hash FROM subscription s JOIN subscriber r ON r.id = s.subscriber
        WHERE s.lapses <= \(now) AND s.status = 'pending'
        """
      ).map { try $0.text("hash") }
      var count = 0
      for hash in lapsed {
        count += try Self.endPending(of: hash, ConsentEvent(.lapsed, at: now), lapsed: now, db)
      }
      try Self.count(["lapsed": count], at: now, db)
      try Self.erasePermits(at: now, db)
      try Self.eraseLetters(before: now - Self.letterMemory, db)
      return count
    }
  }

  private static func hasLapsed(at now: Instant, _ db: any SQLConnection) throws -> Bool {
    try db.bool(
      """
      SELECT EXISTS (SELECT 1 FROM subscription WHERE lapses <= \(now) AND status = 'pending')
        OR EXISTS (SELECT 1 FROM permit WHERE lapses <= \(now))
        OR EXISTS (SELECT 1 FROM letter WHERE asked < \(now - letterMemory) AND next IS NULL)
      """)
  }

  private static func erasePermits(at now: Instant, _ db: any SQLConnection) throws {
    let lapsed: SQL = "SELECT id FROM permit WHERE lapses <= \(now)"
    try db.execute("UPDATE letter SET permit = NULL WHERE permit IN (\(sql: lapsed))")
    try db.execute("DELETE FROM permit_digest WHERE permit IN (\(sql: lapsed))")
    try db.execute("DELETE FROM permit WHERE lapses <= \(now)")
  }

  private static func eraseLetters(before then: Instant, _ db: any SQLConnection) throws {
    let old: SQL = """
      asked < \(then) AND next IS NULL AND id NOT IN (SELECT delivery FROM letter_claim)
      """
    try db.execute("DELETE FROM letter_attempt WHERE delivery IN (SELECT id FROM letter WHERE \(sql: old))")
    try db.execute("DELETE FROM letter WHERE \(sql: old)")
  }

  /// Ends the pending subscriptions of an address. Those asked for on the web are erased, and so is the person if nothing else
  /// is recorded about them; those that the operator added are ended. Returns their number.
  ///
  /// - Parameters:
  ///   - event: why.
  ///   - lapsed: only those that have lapsed by then.
  @discardableResult static func endPending(
    of hash: String, _ event: ConsentEvent, lapsed: Instant? = nil, _ db: any SQLConnection
  ) throws -> Int {
    guard let id = try db.int64(orNil: "SELECT id FROM subscriber WHERE hash = \(hash)") else {
      if lapsed == nil { try add(event, of: .hash(hash), db) }
      return 0
    }
    let pending = try db.rows(
      """
      SELECT id, digest, lapses IS NULL OR EXISTS (SELECT 1 FROM delivery d WHERE d.subscription = s.id) AS stays
      FROM subscription s
      WHERE subscriber = \(id) AND status = 'pending' AND (\(lapsed) IS NULL OR lapses <= \(lapsed))
      """)
    for row in pending {
      let number = try row.int64("id")
      if try row.bool("stays") {
        try db.execute("UPDATE subscription SET status = 'ended', ended = \(event.at) WHERE id = \(number)")
      } else {
        try keepNumber(number, db)
        try db.execute("DELETE FROM subscription WHERE id = \(number)")
      }
      try endPermits(of: hash, for: row.text("digest"), at: event.at, db)
    }
    if try !eraseIfEmpty(id, hash, db) {
      try add(event, of: .subscriber(id), db)
    } else if lapsed == nil {
      try add(event, of: .hash(hash), db)
    }
    return pending.count
  }

  /// Ends permits, so that their links cannot restore anything.
  private static func endPermits(
    of hash: String, for digest: String, at now: Instant, _ db: any SQLConnection
  ) throws {
    try db.execute(
      """
      UPDATE permit_digest SET over = \(now) WHERE digest = \(digest) AND over IS NULL
        AND permit IN (SELECT id FROM permit WHERE hash = \(hash))
      """)
  }

  /// The number of a subscription is never reused, because its token may be known.
  static func keepNumber(_ number: Int64, _ db: any SQLConnection) throws {
    if try self.number("numbers_from", db) < number { try setNote("numbers_from", "\(number)", db) }
  }

  /// Erases someone who has no subscription and never had one, with their history. False if there is more.
  private static func eraseIfEmpty(_ id: Int64, _ hash: String, _ db: any SQLConnection) throws -> Bool {
    let isKnown = try db.bool(
      """
      SELECT EXISTS (SELECT 1 FROM subscription WHERE subscriber = \(id))
        OR EXISTS (SELECT 1 FROM bounce WHERE subscriber = \(id))
        OR EXISTS (SELECT 1 FROM permit WHERE subscriber = \(id))
        OR EXISTS (SELECT 1 FROM subscriber WHERE id = \(id) AND address IS NULL)
      """)
    if isKnown { return false }
    try erasing(db) { try db.execute("DELETE FROM consent_event WHERE subscriber = \(id)") }
    try db.execute("DELETE FROM subscriber WHERE id = \(id)")
    return true
  }
}
