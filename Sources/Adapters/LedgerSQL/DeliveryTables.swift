internal import Model
internal import Time

/// The tables of one kind of mail: issues to readers, or letters. Their deliveries go through the same states; the
/// statements that follow a delivery to its reader differ.
struct DeliveryTables: Sendable {
  let delivery: String
  let claim: String
  let attempt: String
  /// Why a delivery was dropped.
  let drop: String
  /// The note with the numbers of uncertain deliveries not yet reported, separated by spaces.
  let unreportedKey: String
  let isLetters: Bool

  static let issues = DeliveryTables(
    delivery: "delivery", claim: "claim", attempt: "attempt", drop: Delivery.Drop.unwanted,
    unreportedKey: "uncertain and untold", isLetters: false)
  static let letters = DeliveryTables(
    delivery: "letter", claim: "letter_claim", attempt: "letter_attempt", drop: Letter.unwanted,
    unreportedKey: "letters uncertain and untold", isLetters: true)

  /// Whether the operators' pages count accepted messages.
  var countsDestinations: Bool { !isLetters }

  /// The key of a value that a round notes. Issues and letters are paced apart.
  func noteKey(_ key: String) -> String { isLetters ? "letters: \(key)" : key }

  /// The address that a delivery goes to, as written.
  func address(of delivery: Int64) -> SQL {
    if isLetters { return "SELECT address FROM letter WHERE id = \(delivery)" }
    return """
      SELECT r.written FROM delivery d JOIN subscription s ON s.id = d.subscription
      JOIN subscriber r ON r.id = s.subscriber WHERE d.id = \(delivery)
      """
  }

  /// Never mails an address again whose mailbox does not exist.
  func suppress(_ refused: Delivery.ID, at now: Instant, _ db: any SQLConnection) throws {
    if isLetters { return try SQLLedger.suppress(letter: refused, .bounce, at: now, db) }
    try db.execute(
      """
      INSERT INTO suppression (hash, reason, since) SELECT r.hash, 'bounce', \(now) FROM delivery d
      JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber
      WHERE d.id = \(refused.number)
      ON CONFLICT DO NOTHING
      """)
  }

  /// The claimed deliveries that are no longer wanted and have not entered their final exchange.
  func unwanted(at now: Instant) -> SQL {
    if isLetters {
      return """
        SELECT c.delivery FROM letter_claim c JOIN letter d ON d.id = c.delivery
        WHERE c.committed IS NULL AND NOT (\(sql: SQLLedger.letterMayGo(at: now)))
        """
    }
    return """
      SELECT c.delivery FROM claim c JOIN delivery d ON d.id = c.delivery JOIN issue i ON i.id = d.issue
      JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber
      WHERE c.committed IS NULL AND NOT (i.cancelled IS NULL AND \(sql: SQLLedger.mayBeMailed))
      """
  }

  /// The numbers of the deliveries to attempt, longest due first.
  ///
  /// - Parameter place: those that come after it; nil for all.
  func due(
    _ limit: Int, except domains: Set<String>, without aside: SetAside, after place: QueuePlace? = nil, at now: Instant
  ) -> SQL {
    let others: SQL = domains.isEmpty ? "" : "AND domain NOT IN (\(list: domains.sorted()))"
    // The numbers of letters are negative.
    let order: SQL = isLetters ? "next, id DESC" : "next, id"
    let rest: SQL = place.map { "AND (next, id) > (\($0.next), \($0.id))" } ?? ""
    return """
      SELECT id, next FROM \(name: delivery) WHERE next <= \(now) \(sql: rest) \(sql: others) AND \(sql: isFree(at: now))
        \(sql: isNot(aside))
      ORDER BY \(sql: order) LIMIT \(limit)
      """
  }

  func countDue(at now: Instant, without aside: SetAside) -> SQL {
    "SELECT count(*) FROM \(name: delivery) WHERE next <= \(now) AND \(sql: isFree(at: now)) \(sql: isNot(aside))"
  }

  /// The deliveries among these that were dropped.
  func dropped(among deliveries: [Delivery.ID], _ db: any SQLConnection) throws -> Set<Delivery.ID> {
    Set(
      try deliveries.filter { one in
        try db.bool(orNil: "SELECT state = 'dropped' FROM \(name: delivery) WHERE id = \(one.number)") ?? false
      })
  }

  /// Whether a delivery is not claimed, its destination is not held, and the operator has not stopped it.
  func isFree(at now: Instant) -> SQL {
    """
    domain NOT IN (SELECT domain FROM destination WHERE until > \(now))
    AND id NOT IN (SELECT delivery FROM \(name: claim)) AND \(sql: isNotStopped)
    """
  }

  /// The due deliveries with what their messages need.
  func addressed(_ due: SQL, at now: Instant) -> SQL {
    if isLetters {
      return """
        SELECT d.id, d.id AS issue, '' AS feeds, d.attempts, d.first_attempt, 0 AS subscription, NULL AS name,
          d.address AS written, NULL AS signed_up, \(sql: uncertainAttempts) AS uncertain,
          \(sql: SQLLedger.letterMayGo(at: now)) AS is_wanted
        FROM (\(sql: due)) AS due JOIN letter d ON d.id = due.id ORDER BY d.next, d.id DESC
        """
    }
    return """
      SELECT d.id, d.issue, d.feeds, d.attempts, d.first_attempt, s.id AS subscription, r.name, r.written,
        \(sql: SQLLedger.signedUp) AS signed_up, \(sql: uncertainAttempts) AS uncertain,
        i.cancelled IS NULL AND \(sql: SQLLedger.mayBeMailed) AS is_wanted
      FROM (\(sql: due)) AS due JOIN delivery d ON d.id = due.id JOIN issue i ON i.id = d.issue
      JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber
      ORDER BY d.next, d.id
      """
  }

  private var uncertainAttempts: SQL {
    """
    CASE WHEN d.attempts = 0 THEN 0 ELSE
      (SELECT count(*) FROM \(name: attempt) a WHERE a.delivery = d.id AND a.outcome = 'uncertain') END
    """
  }

  /// The issue with this number in the ledger. A letter has its own number, and no digest.
  func issue(_ id: Int64, _ db: any SQLConnection) throws -> ClaimedIssue {
    if isLetters { return ClaimedIssue(digest: "", number: Int(-id)) }
    let row = try db.row("SELECT digest, number FROM issue WHERE id = \(id)")
    guard let row else { throw SQLFault("a delivery has no issue") }
    return ClaimedIssue(digest: try row.text("digest"), number: try row.int("number"))
  }
}

/// A place in the order in which deliveries become due.
struct QueuePlace: Hashable, Sendable {
  let next: Int64
  let id: Int64
}
