internal import GRDB
internal import Model

/// A database in a file or in memory, over one connection of GRDB.
final class SQLiteDatabase: SQLDatabase {
  let queue: DatabaseQueue

  init(_ queue: DatabaseQueue) { self.queue = queue }

  var dialect: Dialect { .sqlite }

  func transaction<Result>(
    _ kind: SQLTransaction, _ body: (any SQLConnection) throws -> Result
  ) throws -> Result {
    try SQLFault.translating {
      switch kind {
      case .reading: try queue.read { try body(SQLiteConnection(database: $0)) }
      case .writing: try queue.write { try body(SQLiteConnection(database: $0)) }
      case .trial: try apart(.immediate, .rollback, body)
      // A deferred transaction takes no lock of the file before it writes there.
      case .temporary: try apart(.deferred, .commit, body)
      }
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

  /// Moves what is in the -wal into the database.
  ///
  /// - Parameter emptying: waits for whoever reads, and leaves an empty log.
  func copyLog(emptying: Bool) throws {
    try queue.writeWithoutTransaction { _ = try $0.checkpoint(emptying ? .truncate : .passive) }
  }

  /// How the connection is set.
  func pragma(_ name: String) throws -> String? {
    try queue.read { try String.fetchOne($0, sql: "PRAGMA \(name)") }
  }
}

// MARK: - How it is opened

extension SQLiteDatabase {
  /// WAL, and durable: what a transaction returned from survives power loss.
  static func durable(path: String) throws -> SQLiteDatabase {
    var configuration = configuration
    configuration.journalMode = .wal
    return try SQLFault.translating {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      // GRDB sets NORMAL while it opens a database in WAL mode; ours must be FULL.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      return SQLiteDatabase(queue)
    }
  }

  static func inMemory() throws -> SQLiteDatabase {
    try SQLFault.translating { SQLiteDatabase(try DatabaseQueue(configuration: configuration)) }
  }

  static var configuration: Configuration {
    var configuration = Configuration()
    // Seconds: a run may freeze an issue for a million while another delivers.
    configuration.busyMode = .timeout(120)
    // What is deleted is overwritten: a forgotten address must not survive in free pages.
    configuration.prepareDatabase {
      try $0.execute(sql: "PRAGMA secure_delete = ON")
      // Freezing an issue for a million makes a long log; it is cut back when it has been copied.
      try $0.execute(sql: "PRAGMA journal_size_limit = 67108864")
    }
    return configuration
  }
}

// MARK: - Its schema

extension SQLiteDatabase {
  /// It has migrations that this version does not know.
  func isNewer() throws -> Bool { try SQLFault.translating { try queue.read(Schema.migrator.hasBeenSuperseded) } }

  func isMigrated() throws -> Bool {
    try SQLFault.translating { try queue.read(Schema.migrator.hasCompletedMigrations) }
  }

  func migrate() throws { try SQLFault.translating { try Schema.migrator.migrate(queue) } }
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
