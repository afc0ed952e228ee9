internal import Dispatch
internal import Glibc
internal import Model
internal import PQ
internal import Synchronization

/// A database on a PostgreSQL server, over one connection, which is opened again if it was lost between two transactions.
///
/// Books are written by one transaction at a time, as on SQLite: their functions read and then write, and rely on what they
/// have read (docs/decisions/0094-one-writer-on-postgresql.md). Claims and turns run concurrently with it.
final class PostgresDatabase: LedgerDatabase {
  private let address: PostgresAddress
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
  init(_ address: PostgresAddress, isReadOnly: Bool = false) throws {
    self.address = address
    self.isReadOnly = isReadOnly
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
      guard kind == .delivering else { return try once(kind, body) }
      return try repeating { try once(kind, body) }
    }
  }

  func together<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try translating {
      turnstile.wait()
      defer { turnstile.signal() }
      return try once(.writing) { db in
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
      if !db.isLost { try db.script("ROLLBACK TO part; RELEASE part") }
      throw error
    }
  }
}

// MARK: - Transactions

extension PostgresDatabase {
  private func once<Result>(
    _ kind: SQLTransaction, _ body: (any SQLConnection) throws -> Result
  ) throws -> Result {
    let db = try connected()
    do {
      try db.script(Self.begin(kind))
      if kind == .writing || kind == .delivering { try guards.withLock { $0 }.forEach { try $0(kind, db) } }
      let result = try body(db)
      // The server would answer a COMMIT of a failed transaction with success, and roll it back.
      if db.hasFailed { throw SQLFault("a statement had failed before the transaction ended") }
      try db.script(kind == .trial ? "ROLLBACK" : "COMMIT")
      return result
    } catch {
      end(db)
      throw error
    }
  }

  /// After an error. A lost connection has rolled back by itself.
  private func end(_ db: PostgresConnection) {
    do {
      if !db.isLost { return try db.script("ROLLBACK") }
    } catch {}  // it was lost in between
    current.withLock { $0 = nil }
  }

  private static func begin(_ kind: SQLTransaction) -> String {
    switch kind {
    case .reading: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    case .writing, .trial: "BEGIN; SELECT pg_advisory_xact_lock(\(PostgresSchema.writerKey))"
    // Less than the time after which the server looks for a deadlock, so that a turn yields to a writer, which cannot repeat
    // its transaction.
    case .delivering: "BEGIN; SET LOCAL lock_timeout = 500"
    case .temporary: "BEGIN"
    }
  }

  /// Repeats after a conflict with another transaction, for two minutes, as long as SQLite waits for its lock.
  private func repeating<Result>(_ body: () throws -> Result) throws -> Result {
    for _ in 1..<240 {
      do {
        return try body()
      } catch let error as PQError where Self.conflicts.contains(error.sqlState) {
        continue
      }
    }
    return try body()
  }

  /// lock_not_available, deadlock_detected, serialization_failure.
  private static let conflicts: Set<String> = ["55P03", "40P01", "40001"]

  private func connected() throws -> PostgresConnection {
    try current.withLock { current in
      if let current, !current.isLost { return current }
      let opened = PostgresConnection(try address.connect())
      if isReadOnly { try opened.script("SET default_transaction_read_only = on") }
      current = opened
      return opened
    }
  }

  /// Runs `body`; errors of the server become faults, all others are rethrown.
  private func translating<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as PQError {
      throw SQLFault(error.message, remedy: error.remedy)
    }
  }
}

// MARK: - Schema

extension PostgresDatabase {
  func isNewer() throws -> Bool {
    !(try applied()).isSubset(of: PostgresSchema.migrations.map(\.name))
  }

  func isMigrated() throws -> Bool {
    try applied().isSuperset(of: PostgresSchema.migrations.map(\.name))
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
