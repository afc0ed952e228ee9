internal import Cryptography
internal import Model
internal import Time

/// Exchanges departures and suppressions between the ledger and its journal.
extension SQLLedger {
  var journal: Journal? { files.map { Journal(path: $0.journal) } }

  /// Called before the transaction ends, so that a confirmed departure survives even the loss of the ledger.
  ///
  /// - Parameter areMoved: whether they are part of a change of address.
  func journalDepartures(_ db: any SQLConnection, areMoved: Bool? = nil) throws {
    guard let journal else { return }
    let rows = try db.rows("SELECT kind, hash, digest, reason, at FROM departing ORDER BY id")
    if rows.isEmpty { return }
    try journal.append(
      try rows.map { row in
        var line = try Self.line(row)
        line.moved = areMoved
        return line
      })
    try db.execute("DELETE FROM departing")
  }

  private static func line(_ row: SQLRow) throws -> Journal.Line {
    let hash = try row.text("hash")
    var line = Journal.Line()
    switch try row.text("kind") {
    case "left": line.left = hash
    case "back": line.back = hash
    case "never": line.never = hash
    default: line.lifted = hash
    }
    line.digest = try row.text(orNil: "digest")
    line.reason = try row.text(orNil: "reason")
    line.at = try row.int64(orNil: "at")
    return line
  }

  /// All departures and suppressions in the ledger, as journal lines.
  static func departures(_ db: any SQLConnection) throws -> [Journal.Line] {
    let rows = try db.rows(
      """
      SELECT 'left' AS kind, r.hash, s.digest, NULL AS reason, s.ended AS at
      FROM subscription s JOIN subscriber r ON r.id = s.subscriber WHERE s.status = 'ended'
      UNION ALL SELECT 'left', hash, digest, NULL, since FROM departure
      UNION ALL SELECT 'never', hash, NULL, reason, since FROM suppression
      """)
    return try rows.map(line)
  }

  /// Adds the journal's departures and suppressions to the ledger. Returns how many were new.
  func restore(_ account: Journal.Account, at now: Instant, _ db: any SQLConnection) throws -> Int {
    try journalDepartures(db)
    let account = try translated(account, db)
    var count = 0
    for (hash, line) in account.suppressions.sorted(by: { $0.key < $1.key }) {
      let reason = line.reason ?? "operator"
      count += try db.execute(
        """
        INSERT INTO suppression (hash, reason, since) VALUES (\(hash), \(reason), \(line.at ?? now.seconds))
        ON CONFLICT DO NOTHING
        """)
    }
    for (departure, line) in account.departures {
      count += try Self.end(departure, at: line.at ?? now.seconds, db) ? 1 : 0
    }
    try db.execute("DELETE FROM departing")  // already in the journal
    return count
  }

  /// True if this is new to the ledger.
  private static func end(_ departure: Journal.Account.Departure, at: Int64, _ db: any SQLConnection) throws -> Bool {
    let status = try db.text(
      orNil: """
        SELECT s.status FROM subscription s JOIN subscriber r ON r.id = s.subscriber
        WHERE r.hash = \(departure.hash) AND s.digest = \(departure.digest)
        """)
    if status == "ended" { return false }
    guard status != nil else {
      let isNew =
        try db.execute(
          """
          INSERT INTO departure (hash, digest, since) VALUES (\(departure.hash), \(departure.digest), \(at))
          ON CONFLICT DO NOTHING
          """) == 1
      // A known reader may have unsubscribed under a former name of the digest.
      let isKnown = try db.bool("SELECT EXISTS (SELECT 1 FROM subscriber WHERE hash = \(departure.hash))")
      return isNew && !isKnown
    }
    let subscriber = try db.int64(
      """
      UPDATE subscription SET status = 'ended', ended = \(at)
      WHERE digest = \(departure.digest) AND subscriber = (SELECT id FROM subscriber WHERE hash = \(departure.hash))
      RETURNING subscriber
      """)
    let event = ConsentEvent(.left, at: Instant(seconds: at), digest: departure.digest, origin: "journal")
    try add(event, of: .subscriber(subscriber), db)
    return true
  }

  /// The account with hashes keyed with this ledger's secret. If another ledger wrote the journal, only the hashes of
  /// addresses known here are kept.
  func translated(_ account: Journal.Account, _ db: any SQLConnection) throws -> Journal.Account {
    guard let other = account.secret.flatMap({ bytes(base32: $0) }), other != secret else { return account }
    var hashes: [String: String] = [:]
    try db.forEach("SELECT address, hash FROM subscriber WHERE address IS NOT NULL") { row in
      hashes[Self.hash(ofCanonical: try row.text("address"), under: other)] = try row.text("hash")
    }
    var found = Journal.Account()
    for (departure, line) in account.departures {
      guard let hash = hashes[departure.hash] else { continue }
      found.departures[.init(hash: hash, digest: departure.digest)] = line
    }
    for (hash, line) in account.suppressions {
      if let hash = hashes[hash] { found.suppressions[hash] = line }
    }
    found.issues = account.issues
    found.renames = account.renames
    return found
  }
}
