internal import GRDB
internal import Hashing
internal import Model

/// Who left and who must never be mailed, between the ledger and its journal.
extension SQLiteLedger {
  var journal: Journal? { files.map { Journal(path: $0.journal) } }

  /// Before the transaction ends, so that whoever is told "unsubscribed" stays so whatever becomes of the ledger.
  func journalDepartures(_ db: Database) throws {
    guard let journal else { return }
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT kind, hash, digest, reason, at FROM departing ORDER BY id"))
    if rows.isEmpty { return }
    try journal.append(rows.map(Self.line))
    try db.execute(sql: "DELETE FROM departing")
  }

  private static func line(_ row: Row) -> Journal.Line {
    let hash: String = row["hash"]
    var line = Journal.Line()
    switch row["kind"] as String {
    case "left": line.left = hash
    case "back": line.back = hash
    case "never": line.never = hash
    default: line.lifted = hash
    }
    line.digest = row["digest"]
    line.reason = row["reason"]
    line.at = row["at"]
    return line
  }

  /// All that the ledger knows of them, as lines.
  static func departures(_ db: Database) throws -> [Journal.Line] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT 'left' AS kind, r.hash AS hash, s.digest AS digest, NULL AS reason, s.ended AS at
        FROM subscription s JOIN subscriber r ON r.id = s.subscriber WHERE s.status = 'ended'
        UNION ALL SELECT 'left', hash, digest, NULL, since FROM departure
        UNION ALL SELECT 'never', hash, NULL, reason, since FROM suppression
        """)
    return rows.map(line)
  }

  /// Takes what the journal knows into the ledger. Returns how much of it was new.
  func takeBack(_ account: Journal.Account, at now: Instant, _ db: Database) throws -> Int {
    try journalDepartures(db)
    let account = try translated(account, db)
    var count = 0
    for (hash, line) in account.suppressions.sorted(by: { $0.key < $1.key }) {
      try db.cachedStatement(
        sql: "INSERT INTO suppression (hash, reason, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
      ).execute(arguments: [hash, line.reason ?? "operator", line.at ?? now.seconds])
      count += db.changesCount
    }
    for (departure, line) in account.departures {
      count += try Self.end(departure, at: line.at ?? now.seconds, db) ? 1 : 0
    }
    try db.execute(sql: "DELETE FROM departing")  // the journal has them
    return count
  }

  /// True if the ledger did not know.
  private static func end(_ departure: Journal.Account.Departure, at: Int64, _ db: Database) throws -> Bool {
    let status = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT s.status FROM subscription s JOIN subscriber r ON r.id = s.subscriber WHERE r.hash = ? AND s.digest = ?
          """), arguments: [departure.hash, departure.digest])
    if status == "ended" { return false }
    guard status != nil else {
      try db.cachedStatement(
        sql: "INSERT INTO departure (hash, digest, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
      ).execute(arguments: [departure.hash, departure.digest, at])
      let isNew = db.changesCount == 1
      // Somebody known may have left under a name that the digest had before.
      let isKnown = try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM subscriber WHERE hash = ?)"), arguments: [departure.hash])!
      return isNew && !isKnown
    }
    try db.cachedStatement(
      sql: """
        UPDATE subscription SET status = 'ended', ended = ?
        WHERE digest = ? AND subscriber = (SELECT id FROM subscriber WHERE hash = ?)
        """
    ).execute(arguments: [at, departure.digest, departure.hash])
    return true
  }

  /// With hashes under the secret of this ledger. Of a journal that another ledger wrote, only those are left whose
  /// addresses are known here.
  func translated(_ account: Journal.Account, _ db: Database) throws -> Journal.Account {
    guard let other = account.secret.flatMap({ bytes(base32: $0) }), other != secret else { return account }
    var hashes: [String: String] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT address, hash FROM subscriber WHERE address IS NOT NULL")
    while let row = try rows.next() {
      hashes[Self.hash(ofCanonical: row["address"], under: other)] = row["hash"]
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
