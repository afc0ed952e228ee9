internal import Foundation
internal import GRDB
internal import Glibc
internal import Crypto
package import Model
internal import Synchronization

/// The ledger in one SQLite file: WAL, `synchronous = FULL`, so that what a function returned from survives power loss.
package final class SQLiteLedger: Sendable {
  let database: DatabaseQueue
  /// Of a database that is only read.
  private let view: LedgerView?
  package let secret: [UInt8]
  /// Where the ledger is and what is beside it; nil for one in memory, which nobody else can run on.
  let files: LedgerFiles?
  /// The same, or for a copy those of the ledger that it is a copy of; so for one that is only read.
  let originalFiles: LedgerFiles?
  /// Nil for a ledger in memory.
  let pulse: Pulse?
  /// Of the files beside it, as they were when this was opened.
  let foundLoss: LedgerLoss?
  /// What others could read or write before this was opened, as `PATH is MODE`.
  package let exposed: [String]
  /// Which machine this is; nil if it does not say.
  let machine: String?
  /// `PRAGMA data_version` when all that is claimed was last seen to be wanted; nil if we changed something ourselves.
  private let wantedVersion = Mutex<Int64?>(nil)

  /// Opens the ledger at `path`, made and migrated as needed, its folder too.
  ///
  /// - Parameter secret: 32 bytes for a new ledger, in place of random ones; a ledger that has its secret keeps it.
  /// - Parameter machine: names the machine; that of systemd unless another is given.
  package convenience init(path: String, secret: [UInt8]? = nil, machine: String? = Machine.id) throws(LedgerError) {
    let files = LedgerFiles(ledger: path)
    let exposed = try files.secure()
    let known = Pulse.read(files.pulse)
    var configuration = Self.configuration
    configuration.journalMode = .wal
    let database = try LedgerError.wrap("cannot open \(path)") {
      let database = try DatabaseQueue(path: path, configuration: configuration)
      // GRDB sets NORMAL while it opens a database in WAL mode; ours must be FULL.
      try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      return database
    }
    try self.init(database, files, known, path: path, secret: secret, exposed: exposed, machine: machine)
  }

  /// The ledger at `path` as it is at this moment, for reading; an empty one if there is none. Its folder need not be
  /// writable.
  package convenience init(reading path: String) throws(LedgerError) {
    let files = LedgerFiles(ledger: path)
    let known = Pulse.read(files.pulse)
    guard let view = try LedgerView(files, Self.configuration), try Self.isUsable(view, path) else {
      // Of an older version, which the next run brings up to date: until then it is a copy that is.
      try self.init(copying: path, whole: true)
      return
    }
    try self.init(view.database, files, known, path: path, isCopy: true, view: view)
  }

  /// A ledger for trials: a copy of the one at `path` without its finished deliveries (``Rehearsal``), or an empty one if
  /// there is none. Changes to it are lost with it.
  package convenience init(copying path: String) throws(LedgerError) { try self.init(copying: path, whole: false) }

  private convenience init(copying path: String, whole: Bool) throws(LedgerError) {
    let files = LedgerFiles(ledger: path)
    let known = Pulse.read(files.pulse)
    let view = try LedgerView(files, Self.configuration)
    let database = try LedgerError.wrap("cannot read \(path)") {
      let copy = try Rehearsal.database(Self.configuration)
      if let view { try Rehearsal.fill(copy, from: view.address, whole: whole) }
      return copy
    }
    try view?.check()
    try self.init(database, files, known, path: path, isCopy: true)
  }

  /// An empty ledger that ends with its process and may become larger than memory.
  package convenience init(temporary: Void) throws(LedgerError) {
    let database = try LedgerError.wrap("no room for a temporary ledger") {
      try Rehearsal.database(Self.configuration)
    }
    try self.init(database, nil, nil, path: "a temporary ledger")
  }

  /// Whether it can be read without being changed: it was made whole, and by this version.
  private static func isUsable(_ view: LedgerView, _ path: String) throws(LedgerError) -> Bool {
    try LedgerError.wrap("cannot read \(path)") {
      try view.database.read { try Schema.migrator.hasCompletedMigrations($0) && secret($0) != nil }
    }
  }

  /// An empty ledger in memory.
  package convenience init(inMemory: Void) throws(LedgerError) {
    let database = try LedgerError.wrap("no memory for a ledger") {
      try DatabaseQueue(configuration: Self.configuration)
    }
    try self.init(database, nil, nil, path: "a ledger in memory")
  }

  /// - Parameters:
  ///   - known: the pulse as it was before the database was looked at: another process may be ahead by now.
  ///   - view: of a database that is only read.
  private init(
    _ database: DatabaseQueue, _ files: LedgerFiles?, _ known: Pulse.Beat?, path: String, isCopy: Bool = false,
    secret given: [UInt8]? = nil, exposed: [String] = [], machine: String? = nil, view: LedgerView? = nil
  ) throws(LedgerError) {
    self.database = database
    self.view = view
    self.exposed = exposed
    self.machine = machine
    self.files = isCopy ? nil : files
    originalFiles = files
    let lock = isCopy ? nil : files?.lock
    let secret = try LedgerError.wrap("cannot use \(path)") {
      let migrator = Schema.migrator
      if try database.read(migrator.hasBeenSuperseded) {
        throw LedgerError("\(path) was written by a newer version of courant; use that version")
      }
      if try !database.read(migrator.hasCompletedMigrations) {
        // Several first runs in one second: one of them makes the tables, the others wait for it.
        try Self.withLock(lock, LOCK_EX) { try migrator.migrate(database) }
      }
      // A ledger made anew goes on with the secret of the one before: who left is known by hashes under it.
      let before = files.flatMap { Journal(path: $0.journal).secret }.flatMap { bytes(base32: $0) }
      return try database.read(Self.secret) ?? database.write { try Self.makeSecret($0, given ?? before) }
    }
    self.secret = secret
    let lineage = Self.lineage(secret)
    let state = try LedgerError.wrap("cannot use \(path)") { try database.read { try Self.beat(lineage, $0) } }
    foundLoss = files.flatMap { Self.loss(of: state, known, secret: secret, journal: $0.journal) }
    pulse = isCopy ? nil : files.map { Pulse($0.pulse, state) }
    if pulse != nil { try rememberLoss(state, known, path) }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    // What is deleted is overwritten: a forgotten address must not survive in free pages.
    configuration.prepareDatabase {
      try $0.execute(sql: "PRAGMA secure_delete = ON")
      // Freezing an issue for a million makes a long log; it is cut back when it has been copied.
      try $0.execute(sql: "PRAGMA journal_size_limit = 67108864")
    }
    return configuration
  }

  private static func secret(_ db: Database) throws -> [UInt8]? {
    try String.fetchOne(db, sql: "SELECT value FROM note WHERE key = 'secret'").flatMap { bytes(base32: $0) }
  }

  /// The site's secret, made on first use; another process may have been quicker.
  private static func makeSecret(_ db: Database, _ given: [UInt8]?) throws -> [UInt8] {
    if let secret = try secret(db) { return secret }
    guard let secret = given ?? randomBytes(32) else { throw LedgerError("the system has no random numbers") }
    try db.execute(sql: "INSERT INTO note (key, value) VALUES ('secret', ?)", arguments: [base32(secret)])
    return secret
  }

  /// Runs `body` while holding the lock at `path`; nil if it is taken and `operation` does not wait. Without a path there
  /// is nobody to keep out.
  private static func withLock<Result>(
    _ path: String?, _ operation: Int32, _ body: () throws -> Result
  ) throws -> Result? {
    guard let path else { return try body() }
    let file = try LedgerFiles.open(path, O_RDWR | O_CREAT)
    defer { close(file) }
    guard flock(file, operation) == 0 else { return nil }
    return try body()
  }
}

extension LedgerError {
  /// Runs `body`; a database error becomes a sentence that begins with `what`.
  static func wrap<Result>(_ what: String, _ body: () throws -> Result) throws(LedgerError) -> Result {
    do {
      return try body()
    } catch let error as LedgerError {
      throw error
    } catch let error as DatabaseError {
      throw LedgerError("\(what): \(error.message ?? "\(error.resultCode)")" + advice(on: error.resultCode))
    } catch {
      throw LedgerError("\(what): \(error)")
    }
  }

  private static func advice(on code: ResultCode) -> String {
    switch code.primaryResultCode {
    case .SQLITE_FULL: "; make room on the disk, then run again"
    case .SQLITE_IOERR: "; look at the disk, then run again"
    case .SQLITE_BUSY, .SQLITE_LOCKED: "; another program keeps the ledger locked"
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: "; restore it from a backup"
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: "; look at the owner and rights of its folder"
    default: ""
    }
  }
}

extension SQLiteLedger {
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    let result = try LedgerError.wrap("the ledger cannot be read") { try database.read(body) }
    try view?.check()
    return result
  }

  /// From so many rows in one go on, 64 MB of pages are worth their memory.
  static let many = 1_000

  static func keepMorePages(_ db: Database) throws { try db.execute(sql: "PRAGMA cache_size = -64000") }

  /// How the connection is set.
  func pragma(_ name: String) throws -> String? {
    try read { try String.fetchOne($0, sql: "PRAGMA \(name)") }
  }

  /// One transaction; errors of `body` that are not the database's pass through.
  func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
    wantedVersion.withLock { $0 = nil }
    return try transaction(body)
  }

  /// One transaction that makes nobody leave, be suppressed or lose an issue, unless it says so to ``dropUnwanted``.
  func writeDelivering<Result>(_ body: (Database) throws -> Result) throws -> Result {
    do {
      return try transaction(body)
    } catch {
      wantedVersion.withLock { $0 = nil }  // what was dropped is back
      throw error
    }
  }

  /// Drops the claims of those who left. Looks only if another connection wrote since the last look
  /// (`PRAGMA data_version`; whoever it was, with whatever program) or we did, outside of deliveries: with one look for
  /// all that is claimed, the final dot of each message needs none of its own.
  func dropUnwanted(at now: Instant, mayHaveCome: Bool, _ db: Database) throws {
    let version = try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version"))
    guard mayHaveCome || wantedVersion.withLock({ $0 != version }) else { return }
    try Self.dropUnwanted(at: now, db)
    wantedVersion.withLock { $0 = version }
  }

  /// SQLite would do it: GRDB ends each read with `query_only = OFF`.
  func expectWritable() throws(LedgerError) {
    guard view == nil else { throw LedgerError("the ledger is only read here") }
  }

  private func transaction<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try expectWritable()
    do {
      let (result, writes) = try database.write { db in
        let before = db.totalChangesCount
        let result = try body(db)
        return (result, try db.totalChangesCount == before ? nil : count(db))
      }
      if let writes { pulse?.noted(writes: writes) }
      return result
    } catch let error as DatabaseError {
      throw try LedgerError.wrap("the ledger cannot be written", { throw error }) as LedgerError
    }
  }
}

extension SQLiteLedger: RunLog {
  package func withRunLock<Result>(_ body: () throws -> Result) throws -> Result? {
    try Self.withLock(files?.lock, LOCK_EX | LOCK_NB, body)
  }

  package func note(_ key: String) throws -> String? {
    try read { try String.fetchOne($0, sql: "SELECT value FROM note WHERE key = ?", arguments: [key]) }
  }

  package func setNote(_ key: String, _ value: String) throws { try write { try Self.setNote(key, value, $0) } }

  static func setNote(_ key: String, _ value: String, _ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT INTO note (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    ).execute(arguments: [key, value])
  }
}
