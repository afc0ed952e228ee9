internal import GRDB
internal import GRDBSQLite
internal import Glibc
internal import Model
internal import Synchronization

/// A database in a file or in memory, with one GRDB connection.
final class SQLiteDatabase: LedgerDatabase {
  let queue: DatabaseQueue
  /// The thread within ``together(_:)``; 0 if there is none.
  private let togetherThread = Atomic<UInt>(0)

  init(_ queue: DatabaseQueue) { self.queue = queue }

  var dialect: Dialect { .sqlite }

  let parts = LedgerParts(
    hands: SQLiteHands(.issues), handsOfLetters: SQLiteHands(.letters), wordIndex: SQLiteWordIndex(),
    readerIndex: SQLiteReaderIndex(), countsTransactions: true, lostWhenLocked: .all)

  func transaction<Result>(
    _ kind: SQLTransaction, _ body: (any SQLConnection) throws -> Result
  ) throws -> Result {
    if isTogether { return try part(of: kind, body) }
    return try SQLFault.translating {
      switch kind {
      case .reading: try reading(body)
      case .writing, .repeatable, .delivering, .granting: try queue.write { try body(SQLiteConnection(database: $0)) }
      case .trial: try apart(.immediate, .rollback, body)
      // A deferred transaction takes no lock on the file before it writes there.
      case .temporary: try apart(.deferred, .commit, body)
      }
    }
  }

  func together<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try SQLFault.translating {
      try queue.write { database in
        togetherThread.store(Self.thisThread, ordering: .relaxed)
        defer { togetherThread.store(0, ordering: .relaxed) }
        return try body(SQLiteConnection(database: database))
      }
    }
  }

  /// No other thread can store this thread's number, so it needs no ordering.
  var isTogether: Bool { togetherThread.load(ordering: .relaxed) == Self.thisThread }

  private static var thisThread: UInt { UInt(pthread_self()) }

  private func part<Result>(
    of kind: SQLTransaction, _ body: (any SQLConnection) throws -> Result
  ) throws -> Result {
    try SQLFault.translating {
      try queue.unsafeReentrantWrite { database in
        var result: Result?
        try database.inSavepoint {
          result = try body(SQLiteConnection(database: database))
          return kind == .trial ? .rollback : .commit
        }
        return result!
      }
    }
  }

  /// Not with GRDB's `read`, which sets `PRAGMA query_only` twice: each time, SQLite prepares all statements of the connection
  /// again.
  private func reading<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try queue.writeWithoutTransaction { database in
      let changes = database.totalChangesCount
      // A view of the ledger is one long transaction.
      if database.isInsideTransaction { return try body(SQLiteConnection(database: database)) }
      var result: Result?
      try database.inTransaction(.deferred) {
        result = try body(SQLiteConnection(database: database))
        guard database.totalChangesCount == changes else {
          throw DatabaseError(resultCode: .SQLITE_READONLY, message: "a transaction that only reads wrote")
        }
        return .commit
      }
      return result!
    }
  }

  private func apart<Result>(
    _ kind: Database.TransactionKind, _ completion: Database.TransactionCompletion,
    _ body: (any SQLConnection) throws -> Result
  ) throws -> Result {
    try queue.writeWithoutTransaction { database in
      var result: Result?
      try database.inTransaction(kind) {
        result = try body(SQLiteConnection(database: database))
        return completion
      }
      return result!
    }
  }

  /// Copies the -wal into the database.
  ///
  /// - Parameter emptying: whether to wait for readers and leave an empty log.
  func copyLog(emptying: Bool) throws {
    try queue.writeWithoutTransaction { _ = try $0.checkpoint(emptying ? .truncate : .passive) }
  }

  /// The value of a setting of the connection.
  func pragma(_ name: String) throws -> String? {
    try queue.read { try String.fetchOne($0, sql: "PRAGMA \(name)") }
  }
}

// MARK: - Opening

extension SQLiteDatabase {
  /// In WAL mode and durable: a completed transaction survives power loss.
  static func durable(path: String) throws -> SQLiteDatabase {
    var configuration = configuration
    configuration.journalMode = .wal
    return try SQLFault.translating {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      // GRDB sets NORMAL when it opens a database in WAL mode; we need FULL.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      return SQLiteDatabase(queue)
    }
  }

  static func inMemory() throws -> SQLiteDatabase {
    try SQLFault.translating { SQLiteDatabase(try DatabaseQueue(configuration: configuration)) }
  }

  /// Waits for a lock that another process holds, at most two minutes: one run may freeze an issue for a million readers while
  /// another delivers. SQLite's own waiting soon looks only every 100 ms, which a reader who leaves during a run would notice.
  private static func waitForLock(_ tries: Int) -> Bool {
    usleep(tries < 200 ? 1_000 : 10_000)
    return tries < 12_000
  }

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .callback(waitForLock)
    // Deleted data is overwritten: a forgotten address must not survive in free pages.
    configuration.prepareDatabase {
      try $0.execute(sql: "PRAGMA secure_delete = ON")
      // Freezing an issue for a million readers creates a long log, which is truncated after it has been copied.
      try $0.execute(sql: "PRAGMA journal_size_limit = 67108864")
    }
    return configuration
  }
}

// MARK: - Schema

extension SQLiteDatabase {
  /// Whether it has migrations unknown to this version.
  func isNewer() throws -> Bool { try SQLFault.translating { try queue.read(Schema.migrator.hasBeenSuperseded) } }

  func isMigrated() throws -> Bool {
    try SQLFault.translating { try queue.read(Schema.migrator.hasCompletedMigrations) }
  }

  func migrate() throws {
    try SQLFault.translating {
      let isNew = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") == 0 }
      if isNew { try copyNewest() } else { try Schema.migrator.migrate(queue) }
    }
  }

  private func copyNewest() throws {
    do {
      try Self.newest.get().backup(to: queue)
    } catch let error as DatabaseError {
      // Its message is that of an earlier statement.
      throw DatabaseError(
        resultCode: error.extendedResultCode, message: String(cString: sqlite3_errstr(error.resultCode.rawValue)))
    }
  }

  /// An empty ledger of this version. New ledgers are copies of it: that is one transaction instead of one for each migration, and a
  /// process that needs many ledgers, such as the tests, runs the migrations once.
  private static let newest = Result {
    let queue = try DatabaseQueue(configuration: configuration)
    try Schema.migrator.migrate(queue)
    return queue
  }
}

extension Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for migration in migrations {
      migrator.registerMigration(migration.name) { try migration.run(SQLiteConnection(database: $0)) }
    }
    return migrator
  }
}
