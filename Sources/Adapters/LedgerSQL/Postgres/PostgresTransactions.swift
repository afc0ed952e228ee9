internal import Model
internal import PQ

/// Transactions over a connection that may be lost at any moment.
extension PostgresDatabase {
  /// One transaction, which is repeated after a conflict with another, and when the server was lost, as long as nothing but the
  /// transaction itself can have changed.
  func lasting<Result>(
    _ kind: SQLTransaction, _ body: (any SQLConnection) throws -> Result
  ) throws -> Result {
    var backoff = Backoff(patience)
    var conflicts = 0
    while true {
      var attempt = Attempt(kind: kind)
      do {
        return try once(kind) { db in
          attempt.begun(db)
          return try body(db)
        }
      } catch let error as PQError {
        if attempt.isRival(error), conflicts < Self.mostConflicts {
          conflicts += 1
        } else {
          guard attempt.mayRepeat(after: error), backoff.waits() else { throw error }
        }
      }
    }
  }

  /// Of one transaction.
  private struct Attempt {
    let kind: SQLTransaction
    /// Nil until the body runs.
    private var connection: PostgresConnection?
    private var cursors = 0

    init(kind: SQLTransaction) { self.kind = kind }

    mutating func begun(_ db: PostgresConnection) {
      connection = db
      cursors = db.cursors
    }

    /// Whether it may run again at once.
    func isRival(_ error: PQError) -> Bool {
      kind.isShared && connection != nil && error.isConflict
    }

    func mayRepeat(after error: PQError) -> Bool {
      guard let connection else { return error.isOfLostServer || error.isConflict }
      switch kind {
      case .delivering, .granting, .repeatable: return error.isOfLostServer
      // Rows that a cursor has read may have been used already. No server lets a transaction write that only reads.
      case .reading: return error.isLost && connection.cursors == cursors
      case .writing, .trial, .temporary: return false
      }
    }
  }

  /// Half a second each: two minutes, as long as SQLite waits for its lock.
  private static let mostConflicts = 240

  private func once<Result>(
    _ kind: SQLTransaction, _ body: (PostgresConnection) throws -> Result
  ) throws -> Result {
    let db = try connected()
    do {
      let number = try begin(kind, db)
      let result = try body(db)
      try db.runWaiting()
      // The server would answer a COMMIT of a failed transaction with success, and roll it back.
      if db.hasFailed { throw SQLFault("a statement had failed before the transaction ended") }
      try complete(kind, number, db)
      return result
    } catch {
      end(db, after: error)
      throw error
    }
  }

  /// Returns the number of the transaction if it writes.
  private func begin(_ kind: SQLTransaction, _ db: PostgresConnection) throws -> Int64? {
    let number = kind.isConfirmed ? receipts.next() : nil
    try db.begin(Self.beginning(of: kind), Self.limits(of: kind))
    if kind.isOfOneWriter { try db.later("SELECT pg_advisory_xact_lock(\(PostgresSchema.writerKey))") }
    if let number { try db.later(receipts.leaving(number)) }
    if kind.isConfirmed || kind == .granting { try check(kind, db) }
    // The body of others may have effects outside the database, so it does not begin before this has succeeded.
    if !kind.isShared { try db.runWaiting() }
    return number
  }

  private static func beginning(of kind: SQLTransaction) -> SQL {
    kind == .reading ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN"
  }

  /// For transactions that several workers run at a time. `lock_timeout` is shorter than the time after which the server looks for a
  /// deadlock, so a turn gives way to a writer, which cannot repeat its transaction. The other limit ends the transaction of a
  /// machine that is paused, whose locks others wait for.
  private static func limits(of kind: SQLTransaction) -> SQL {
    guard kind.isShared else { return "" }
    let rest: SQL = kind == .granting ? ", set_config('synchronous_commit', 'off', true)" : byNumber
    return """
      , set_config('lock_timeout', '500', true), set_config('idle_in_transaction_session_timeout', '30000', true) \(sql: rest)
      """
  }

  /// Claims and turns look for rows by their numbers. The server takes `claim` for a table of one page, since it is small when
  /// statements are planned, and would read all of it each time: hundreds of pages of rows that were deleted a moment ago.
  /// Tables without an index then count as very costly, for which it would compile each statement (`jit`).
  private static let byNumber: SQL = """
    , set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
      set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)
    """

  private func complete(_ kind: SQLTransaction, _ number: Int64?, _ db: PostgresConnection) throws {
    do {
      try db.script(kind == .trial ? "ROLLBACK" : "COMMIT")
    } catch let error as PQError where error.isLost {
      if kind == .reading || kind == .trial { return }
      guard let number, try wasCommitted(number, after: error) else { throw error }
    }
    if let number { receipts.confirm(number) }
  }

  /// Whether a transaction was committed whose COMMIT got no answer.
  private func wasCommitted(_ number: Int64, after loss: PQError) throws -> Bool {
    var backoff = Backoff(patience)
    while true {
      do {
        // Asks over the new connection.
        _ = try connected()
        return receipts.isConfirmed(number)
      } catch let error as PQError {
        guard error.isOfLostServer || error.isConflict, backoff.waits() else { throw UnknownCommit(cause: loss) }
      }
    }
  }

  /// After an error. A lost connection has rolled back by itself.
  private func end(_ db: PostgresConnection, after error: any Error) {
    let isOfServer = (error as? PQError)?.isOfLostServer ?? false
    do {
      if !db.isLost, !isOfServer { return try db.undo("ROLLBACK") }
    } catch {}  // it was lost in between
    forget(db)
  }
}

extension SQLTransaction {
  /// Whether it writes what must not be lost once the server has confirmed it.
  fileprivate var isConfirmed: Bool {
    switch self {
    case .writing, .repeatable, .delivering: true
    case .reading, .granting, .trial, .temporary: false
    }
  }

  /// Whether several workers run theirs at a time.
  fileprivate var isShared: Bool { self == .delivering || self == .granting }

  fileprivate var isOfOneWriter: Bool { [.writing, .repeatable, .trial].contains(self) }
}

/// Nobody answered in time whether a transaction was committed.
struct UnknownCommit: Error {
  let cause: PQError
}

extension PQError {
  /// Another transaction was in the way: lock_not_available, deadlock_detected, serialization_failure.
  var isConflict: Bool { ["55P03", "40P01", "40001"].contains(sqlState) }

  /// The connection is lost, or leads to a server that is being stopped or started, or to one that became a standby (PostgreSQL,
  /// appendix A). A later connection may lead to one that serves.
  var isOfLostServer: Bool {
    isLost || sqlState.hasPrefix("08") || ["57P01", "57P02", "57P03", "25006"].contains(sqlState)
  }
}
