internal import Foundation
internal import Glibc
internal import Cryptography
package import Model
internal import Synchronization

/// The ledger in one SQLite file, or on a PostgreSQL server. Either way, completed changes survive power loss.
package final class SQLLedger: Sendable {
  let database: any LedgerDatabase
  /// Set if the database is only read.
  private let view: LedgerView?
  package let secret: [UInt8]
  /// The ledger's file and those next to it; nil for one in memory, which no other process can use.
  let files: LedgerFiles?
  /// The same; for a copy or a ledger that is only read, those of the original.
  let originalFiles: LedgerFiles?
  /// Nil for a ledger in memory.
  let pulse: Pulse?
  /// What was missing from the ledger, according to the files next to it, when it was opened.
  let foundLoss: LedgerLoss?
  /// The files that others could access before the ledger was opened, as `PATH is MODE`.
  package let exposed: [String]
  /// Identifies the machine; nil if unknown.
  let machine: String?
  let hands: any Hands
  /// The hands that carry letters.
  let handsOfLetters: any Hands
  let wordIndex: any WordIndex
  let readerIndex: any ReaderIndex
  let locks: any LedgerLocks
  private let countsTransactions: Bool
  private let isOnlyRead: Bool
  /// Whether someone was erased within ``together(_:)``.
  private let mustEmptyLog = Atomic(false)

  /// Opens the ledger at `path`, creating and migrating it, and its folder, as needed.
  ///
  /// - Parameters:
  ///   - secret: 32 bytes for a new ledger, instead of random ones; an existing secret is kept.
  ///   - machine: identifies the machine; by default, its machine-id.
  package convenience init(path: String, secret: [UInt8]? = nil, machine: String? = Machine.id) throws(LedgerError) {
    let files = LedgerFiles(ledger: path)
    let exposed = try files.secure()
    let known = Pulse.read(files.pulse)
    let database = try LedgerError.wrap("cannot open \(path)") { try SQLiteDatabase.durable(path: path) }
    var opening = LedgerOpening(database, named: path, files: files, known: known)
    opening.secret = secret
    opening.exposed = exposed
    opening.machine = machine
    try self.init(opening)
  }

  /// The current state of the ledger at `path`, for reading; empty if there is none. Its folder need not be writable.
  package convenience init(reading path: String) throws(LedgerError) {
    let files = LedgerFiles(ledger: path)
    let known = Pulse.read(files.pulse)
    guard let view = try LedgerView(files), try LedgerOpening.isUsable(view.database, named: path) else {
      // A ledger of an older version, which the next run will migrate; until then, a migrated copy is read.
      try self.init(copying: path, .whole)
      return
    }
    var opening = LedgerOpening(view.database, named: path, files: files, known: known)
    opening.isCopy = true
    opening.view = view
    try self.init(opening)
  }

  /// A ledger for trials: a copy of the one at `path` without its finished deliveries (``Rehearsal``), or an empty one
  /// if there is none. Changes to it are lost.
  ///
  /// - Parameter issue: whose editions the copy has, even if all of its deliveries are finished.
  package convenience init(copying path: String, with issue: ClaimedIssue? = nil) throws(LedgerError) {
    try self.init(copying: path, issue.map { .withIssue($0) } ?? .part)
  }

  private convenience init(copying path: String, _ extent: Rehearsal.Extent) throws(LedgerError) {
    let files = LedgerFiles(ledger: path)
    let known = Pulse.read(files.pulse)
    let view = try LedgerView(files)
    let database = try Self.trial(view, named: path, extent)
    try view?.check()
    var opening = LedgerOpening(database, named: path, files: files, known: known)
    opening.isCopy = true
    try self.init(opening)
  }

  /// A ledger of an older version is copied at once, because it must be migrated.
  private static func trial(
    _ view: LedgerView?, named path: String, _ extent: Rehearsal.Extent
  ) throws(LedgerError) -> any LedgerDatabase {
    if let view, case .part = extent, try LedgerOpening.isUsable(view.database, named: path) {
      return TrialDatabase(of: view, extent)
    }
    return try LedgerError.wrap("cannot read \(path)") { try Rehearsal.database(from: view?.address, extent) }
  }

  /// An empty ledger that ends with its process and may grow larger than memory.
  package convenience init(temporary: Void) throws(LedgerError) {
    let database = try LedgerError.wrap("no space for a temporary ledger") { try Rehearsal.database() }
    try self.init(LedgerOpening(database, named: "a temporary ledger"))
  }

  /// An empty ledger in memory.
  package convenience init(inMemory: Void) throws(LedgerError) {
    let database = try LedgerError.wrap("no memory for a ledger") { try SQLiteDatabase.inMemory() }
    try self.init(LedgerOpening(database, named: "a ledger in memory"))
  }

  init(_ opening: LedgerOpening) throws(LedgerError) {
    let database = opening.database
    let whatFails = "cannot use \(opening.name)"
    let secret = try LedgerError.wrap(whatFails) { try opening.secretOfUsable() }
    let lineage = Self.lineage(secret)
    let state = try LedgerError.wrap(whatFails) {
      try database.transaction(.reading) { try Self.beat(lineage, $0) }
    }
    self.database = database
    hands = database.parts.hands
    handsOfLetters = database.parts.handsOfLetters
    wordIndex = database.parts.wordIndex
    readerIndex = database.parts.readerIndex
    countsTransactions = database.parts.countsTransactions
    locks = opening.locks ?? FileLocks(files: opening.ownFiles)
    self.secret = secret
    view = opening.view
    isOnlyRead = opening.isOnlyRead
    exposed = opening.exposed
    machine = opening.machine
    files = opening.ownFiles
    originalFiles = opening.files
    foundLoss = opening.files.flatMap { files in
      Self.loss(of: state, opening.known, secret: secret, journal: files.journal)
    }
    pulse = opening.ownFiles.map { Pulse($0.pulse, state) }
    if pulse != nil { try rememberLoss(state, opening.known, opening.name) }
  }

  /// Runs `body` while holding the lock at `path`; nil if the lock is taken and `operation` does not wait. Without a
  /// path, no lock is needed.
  static func withLock<Result>(
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
    } catch let fault as SQLFault {
      throw LedgerError("\(what): \(fault.message)" + fault.remedy)
    } catch {
      throw LedgerError("\(what): \(error)")
    }
  }
}

extension SQLLedger {
  func read<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    let result = try LedgerError.wrap("the ledger cannot be read") { try database.transaction(.reading, body) }
    try view?.check()
    return result
  }

  /// The log contains old pages until it is emptied: now, after the transaction that this is part of, or, if a run is using it,
  /// when its last connection closes. An erasure is complete in each case.
  func emptyLog() {
    if database.isTogether { return mustEmptyLog.store(true, ordering: .relaxed) }
    try? database.copyLog(emptying: true)
  }

  /// The number of rows in one transaction from which ``Dialect/expectManyRows`` pays off.
  static let many = 1_000

  /// One transaction; errors of `body` that are not the database's are rethrown.
  @discardableResult func write<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    forgetWanted()
    return try transaction(.writing, body)
  }

  /// The same for a `body` that may run again, because it has no effects but in the database.
  @discardableResult func writeRepeatably<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    forgetWanted()
    return try transaction(.repeatable, body)
  }

  /// One transaction that makes no delivery unwanted (by a departure, a suppression or a cancelled issue), except as
  /// declared to ``Hands/commit(_:by:at:mayHaveCome:_:)``.
  func writeDelivering<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    var isAgain = false
    do {
      return try transaction(.delivering) { db in
        if isAgain { forgetWanted() }
        isAgain = true
        return try body(db)
      }
    } catch {
      forgetWanted()  // the drops were rolled back
      throw error
    }
  }

  /// SQLite would allow writing, because GRDB ends each read with `query_only = OFF`.
  func expectWritable() throws(LedgerError) {
    guard view == nil, !isOnlyRead else { throw LedgerError("the ledger is only read here") }
  }

  /// Runs `body` in one transaction; the transactions that it opens here become parts of it, and are synced and counted as one.
  ///
  /// - Throws: a failure of the whole transaction, which is then undone. If a part throws, only that part is undone, so `body`
  ///   may continue.
  package func together(_ body: () throws -> Void) throws {
    if database.isTogether { return try database.transaction(.writing) { _ in try body() } }
    forgetWanted()
    try noted { try database.together { try counted($0) { _ in try body() } } }
    if mustEmptyLog.exchange(false, ordering: .relaxed) { emptyLog() }
  }

  func transaction<Result>(
    _ kind: SQLTransaction, _ body: (any SQLConnection) throws -> Result
  ) throws -> Result {
    if database.isTogether { return try database.transaction(kind, body) }
    return try noted { try database.transaction(kind) { try counted($0, body) } }
  }

  private func forgetWanted() {
    hands.lookAgain()
    handsOfLetters.lookAgain()
  }

  /// Returns the number of transactions so far as well; nil if this one changed nothing.
  private func counted<Result>(
    _ db: any SQLConnection, _ body: (any SQLConnection) throws -> Result
  ) throws -> (Result, writes: Int64?) {
    guard countsTransactions else { return (try body(db), writes: nil) }
    let before = db.changes
    let result = try body(db)
    return (result, writes: try db.changes == before ? nil : count(db))
  }

  private func noted<Result>(_ transaction: () throws -> (Result, writes: Int64?)) throws -> Result {
    try expectWritable()
    do {
      let (result, writes) = try transaction()
      if let writes { pulse?.noted(writes: writes) }
      return result
    } catch let fault as SQLFault {
      throw try LedgerError.wrap("the ledger cannot be written", { throw fault }) as LedgerError
    }
  }
}

extension SQLLedger: RunLock, NoteBook, SiteSecret {
  package func withRunLock<Result>(_ body: () throws -> Result) throws -> Result? {
    try locks.hold(.run, body)
  }

  package func withDeliveryLock<Result>(_ body: () throws -> Result) throws -> Result? {
    try locks.hold(.delivery, body)
  }

  package func withSharedDeliveryLock<Result>(_ body: () throws -> Result) throws -> Result? {
    try locks.share(.delivery, body)
  }

  package func note(_ key: String) throws -> String? {
    try read { try $0.text(orNil: "SELECT value FROM note WHERE key = \(key)") }
  }

  package func setNote(_ key: String, _ value: String) throws {
    try writeRepeatably { try Self.setNote(key, value, $0) }
  }

  static func setNote(_ key: String, _ value: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO note (key, value) VALUES (\(key), \(value)) ON CONFLICT (key) DO UPDATE SET value = excluded.value
      """)
  }
}
