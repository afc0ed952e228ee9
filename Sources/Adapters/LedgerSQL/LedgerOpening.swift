internal import Cryptography
internal import Glibc
internal import Model

/// What a ledger is opened with.
struct LedgerOpening {
  let database: any LedgerDatabase
  /// For messages, mostly its path.
  let name: String
  /// Nil for a ledger without files.
  let files: LedgerFiles?
  /// The pulse before the database was opened, because another process may be ahead by now.
  let known: Pulse.Beat?
  /// Whether the files are another ledger's, of which this is a copy or a view.
  var isCopy = false
  /// For a new ledger, in place of random bytes.
  var secret: [UInt8]?
  /// See ``SQLLedger/exposed``.
  var exposed: [String] = []
  var machine: String?
  /// Set if the database is only read.
  var view: LedgerView?
  /// Whether the database rejects writing.
  var isOnlyRead = false
  /// Nil for those of its files.
  var locks: (any LedgerLocks)?

  init(_ database: any LedgerDatabase, named name: String, files: LedgerFiles? = nil, known: Pulse.Beat? = nil) {
    self.database = database
    self.name = name
    self.files = files
    self.known = known
  }

  var ownFiles: LedgerFiles? { isCopy ? nil : files }

  /// Brings the database up to date and returns the site's secret.
  func secretOfUsable() throws -> [UInt8] {
    if try database.isNewer() {
      throw LedgerError("\(name) was written by a newer version of courant; use that version")
    }
    if try !database.isMigrated() {
      // If several first runs start at once, one creates the tables while the others wait.
      try SQLLedger.withLock(ownFiles?.lock, LOCK_EX) { try database.migrate() }
    }
    return try database.transaction(.reading, Self.secret) ?? database.transaction(.writing) { try makeSecret($0) }
  }

  /// Whether a database can be read without being changed: it is complete, and of this version.
  static func isUsable(_ database: any LedgerDatabase, named name: String) throws(LedgerError) -> Bool {
    try LedgerError.wrap("cannot read \(name)") {
      try database.isMigrated() && database.transaction(.reading, secret) != nil
    }
  }

  private static func secret(_ db: any SQLConnection) throws -> [UInt8]? {
    try db.text(orNil: "SELECT value FROM note WHERE key = 'secret'").flatMap { bytes(base32: $0) }
  }

  /// The site's secret, created on first use unless another process already has. A recreated ledger keeps the previous
  /// secret, because departures are recorded as hashes keyed with it.
  private func makeSecret(_ db: any SQLConnection) throws -> [UInt8] {
    if let secret = try Self.secret(db) { return secret }
    let before = files.flatMap { Journal(path: $0.journal).secret }.flatMap { bytes(base32: $0) }
    guard let secret = secret ?? before ?? randomBytes(32) else {
      throw LedgerError("the system has no random numbers")
    }
    try db.execute("INSERT INTO note (key, value) VALUES ('secret', \(base32(secret)))")
    return secret
  }
}
