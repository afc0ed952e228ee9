internal import Cryptography
internal import Dispatch
internal import Glibc
internal import Model
internal import PQ
internal import Synchronization

/// A database on a PostgreSQL server, over one connection, which is opened again if it was lost.
///
/// Books are written by one transaction at a time, as on SQLite: their functions read and then write, and rely on what they
/// have read (docs/decisions/0094-one-writer-on-postgresql.md). Claims and turns run concurrently with it.
final class PostgresDatabase: LedgerDatabase {
  private let address: PostgresAddress
  /// For a server that was lost in the midst.
  let patience: Patience
  let receipts: PostgresReceipts
  private let current = Mutex<PostgresConnection?>(nil)
  /// One transaction at a time uses the connection.
  private let turnstile = DispatchSemaphore(value: 1)
  /// The connection and thread within ``together(_:)``; the thread is 0 if there is none.
  private let togetherThread = Atomic<UInt>(0)
  /// Run at the beginning of each transaction that writes.
  private let guards = Mutex<[@Sendable (SQLTransaction, any SQLConnection) throws -> Void]>([])
  private let isReadOnly: Bool
  let parts: LedgerParts

  /// Throws if the server cannot be reached.
  init(_ address: PostgresAddress, isReadOnly: Bool = false, patience: Patience = .twoMinutes) throws {
    self.address = address
    self.isReadOnly = isReadOnly
    self.patience = patience
    receipts = PostgresReceipts(holder: lowercaseHex((randomBytes(12) ?? [])[...]))
    parts = LedgerParts(
      hands: PostgresHands(.issues), handsOfLetters: PostgresHands(.letters), wordIndex: PostgresWordIndex(),
      readerIndex: PostgresReaderIndex(), countsTransactions: false, lostWhenLocked: .expired)
    _ = try translating { try connected() }
  }

  var dialect: Dialect { .postgreSQL }

  func transaction<Result>(
    _ kind: SQLTransaction, _ body: (any SQLConnection) throws -> Result
  ) throws -> Result {
    try translating {
      if isTogether, let db = current.withLock(\.self) { return try part(of: kind, db, body) }
      turnstile.wait()
      defer { turnstile.signal() }
      return try lasting(kind, body)
    }
  }

  func together<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try translating {
      turnstile.wait()
      defer { turnstile.signal() }
      return try lasting(.writing) { db in
        togetherThread.store(Self.thisThread, ordering: .relaxed)
        defer { togetherThread.store(0, ordering: .relaxed) }
        return try body(db)
      }
    }
  }

  /// No other thread can store this thread's number, so it needs no ordering.
  var isTogether: Bool { togetherThread.load(ordering: .relaxed) == Self.thisThread }

  private static var thisThread: UInt { UInt(pthread_self()) }

  /// Runs `check` at the beginning of all transactions that write, from now on.
  func always(_ check: @escaping @Sendable (SQLTransaction, any SQLConnection) throws -> Void) {
    guards.withLock { $0.append(check) }
  }

  /// Runs the checks of ``always(_:)``.
  func check(_ kind: SQLTransaction, _ db: PostgresConnection) throws {
    try guards.withLock { $0 }.forEach { try $0(kind, db) }
  }

  /// A part of a transaction.
  private func part<Result>(
    of kind: SQLTransaction, _ db: PostgresConnection, _ body: (any SQLConnection) throws -> Result
  ) throws -> Result {
    try db.script("SAVEPOINT part")
    do {
      let result = try body(db)
      if kind == .trial { try db.script("ROLLBACK TO part") }
      try db.script("RELEASE part")
      return result
    } catch {
      if !db.isLost { try db.undo("ROLLBACK TO part; RELEASE part") }
      throw error
    }
  }
}

// MARK: - The connection

extension PostgresDatabase {
  /// The connection; a new one if it was lost.
  func connected() throws -> PostgresConnection {
    try current.withLock { current in
      if let current, !current.isLost { return current }
      let opened = try address.connectForTransactions()
      if isReadOnly { try opened.script("SET default_transaction_read_only = on") }
      try ask(opened)
      current = opened
      return opened
    }
  }

  /// The next transaction opens another one.
  func forget(_ db: PostgresConnection) {
    current.withLock { current in
      if current === db { current = nil }
    }
  }

  /// What this process wrote over its earlier connections is there; what hands remember of departures may not be.
  private func ask(_ db: PostgresConnection) throws {
    parts.hands.lookAgain()
    parts.handsOfLetters.lookAgain()
    // Waits for a transaction that is being committed, but not forever: the process of another one may be gone.
    try db.script("SET lock_timeout = 500")
    do {
      try receipts.ask(db.connection)
    } catch let loss as PostgresReceipts.LostTransactions {
      // Every later run refuses to mail until `courant recover`.
      try SQLLedger.setLoss(loss.loss, db)
      throw loss
    }
    try db.script("RESET lock_timeout")
  }

  /// Runs `body`; errors of the server become faults, all others are rethrown.
  private func translating<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as PQError {
      throw SQLFault(error.message, remedy: error.remedy)
    } catch let loss as PostgresReceipts.LostTransactions {
      throw LedgerError("\(loss.loss)")
    } catch let unknown as UnknownCommit {
      throw SQLFault(
        "\(unknown.cause.message), and whether the last transaction was completed is unknown",
        remedy: unknown.cause.remedy)
    }
  }
}

// MARK: - Schema

extension PostgresDatabase {
  func isNewer() throws -> Bool {
    !(try applied()).isSubset(of: PostgresSchema.migrations.map(\.name))
  }

  func isMigrated() throws -> Bool {
    let isMigrated = try applied().isSuperset(of: PostgresSchema.migrations.map(\.name))
    if isMigrated { receipts.begin() }
    return isMigrated
  }

  func migrate() throws {
    try transaction(.writing) { db in
      if try !hasRecord(db) { try db.script(PostgresSchema.record) }
      let applied = Set(try db.texts("SELECT name FROM migration"))
      for (number, migration) in PostgresSchema.migrations.enumerated() where !applied.contains(migration.name) {
        try db.script(migration.script)
        try db.execute("INSERT INTO migration (name, number) VALUES (\(migration.name), \(number + 1))")
      }
    }
    receipts.begin()
  }

  private func applied() throws -> Set<String> {
    try transaction(.reading) { db in
      guard try hasRecord(db) else { return [] }
      return Set(try db.texts("SELECT name FROM migration"))
    }
  }

  private func hasRecord(_ db: any SQLConnection) throws -> Bool {
    try db.bool("SELECT to_regclass('migration') IS NOT NULL")
  }

  /// Whether there are tables of any version.
  func hasLedger() throws -> Bool { try !applied().isEmpty }

  /// Into a ledger in a file of SQLite, as of one moment.
  func copy(to path: String) throws {
    let file = try SQLiteDatabase.durable(path: path)
    try file.migrate()
    try LedgerCopy.copy(from: self, to: file)
  }

  /// The server keeps its own log.
  func copyLog(emptying: Bool) throws {}
}
