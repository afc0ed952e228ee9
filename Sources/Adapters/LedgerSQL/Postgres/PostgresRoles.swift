internal import Dispatch
internal import Foundation
internal import Model
internal import PQ
internal import Synchronization

/// Roles as rows with a lease on the database's clock, so that another machine takes over from one that is gone.
///
/// While a process has a role, each of its transactions that writes first makes sure of it, and fails if another process
/// has taken over: one that was stopped for minutes cannot go on writing. A thread renews the role in between.
final class PostgresRoles: LedgerLocks {
  private let database: PostgresDatabase
  private let address: PostgresAddress
  private let holder: String
  private let held = Mutex<Set<String>>([])

  /// In seconds. A thread renews it three times as often.
  private static let lease: Int64 = 60

  init(_ database: PostgresDatabase, _ address: PostgresAddress) {
    self.database = database
    self.address = address
    holder = database.receipts.holder
    database.always { [weak self] kind, db in try self?.expectHeld(kind, db) }
  }

  func hold<Result>(_ role: LedgerRole, _ body: () throws -> Result) throws -> Result? {
    try during(role.rawValue, rivals: "name = \(role.rawValue) OR name LIKE \(role.rawValue + "/%")", body)
  }

  /// Each process has a separate row.
  func share<Result>(_ role: LedgerRole, _ body: () throws -> Result) throws -> Result? {
    try during("\(role.rawValue)/\(holder)", rivals: "name = \(role.rawValue)", body)
  }

  private func during<Result>(_ name: String, rivals: SQL, _ body: () throws -> Result) throws -> Result? {
    guard try take(name, rivals: rivals) else { return nil }
    held.withLock { _ = $0.insert(name) }
    let renewal = RoleRenewal(every: .seconds(Int(Self.lease / 3))) { [address, holder] connection in
      try Self.renew(name, of: holder, over: connection, or: address)
    }
    defer {
      renewal.end()
      leave(name)
    }
    return try body()
  }
}

extension PostgresRoles {
  private func take(_ name: String, rivals: SQL) throws -> Bool {
    try database.transaction(.repeatable) { db in
      let others = try db.bool(
        """
        SELECT EXISTS (SELECT 1 FROM role WHERE (\(sql: rivals)) AND until >= \(sql: PostgresHands.clock))
        """)
      if others { return false }
      try db.execute("DELETE FROM role WHERE \(sql: rivals) OR name = \(name)")
      try db.execute(
        """
        INSERT INTO role (name, holder, host, process, until)
        VALUES (\(name), \(holder), \(ThisProcess.host), \(ThisProcess.number), \(sql: PostgresHands.clock) + \(Self.lease))
        """)
      return true
    }
  }

  /// An error is of no consequence: the lease ends by itself.
  private func leave(_ name: String) {
    held.withLock { _ = $0.remove(name) }
    _ = try? database.transaction(.repeatable) { db in
      try db.execute("DELETE FROM role WHERE name = \(name) AND holder = \(holder)")
    }
  }

  /// Called at the beginning of a transaction that writes. Until it ends, a rival that wants the role waits.
  private func expectHeld(_ kind: SQLTransaction, _ db: any SQLConnection) throws {
    let names = held.withLock { $0.sorted() }
    if names.isEmpty { return }
    let isOurs: SQL = "name IN (\(list: names)) AND holder = \(holder)"
    if kind == .delivering || kind == .granting {
      // Turns are many, and a thread renews the role anyway.
      return try db.later("SELECT name FROM role WHERE \(sql: isOurs) FOR KEY SHARE") { rows, _ in
        try Self.expect(rows.count, of: names)
      }
    }
    let renewed = try db.execute(
      "UPDATE role SET until = \(sql: PostgresHands.clock) + \(Self.lease) WHERE \(sql: isOurs)")
    try Self.expect(renewed, of: names)
  }

  private static func expect(_ found: Int, of names: [String]) throws {
    guard found == names.count else {
      throw LedgerError("another process has taken over, since this one did not answer for a minute; it goes on there")
    }
  }

  /// Over a separate connection, because that of the ledger may be in a transaction. Returns it for the next time.
  private static func renew(
    _ name: String, of holder: String, over connection: PQConnection?, or address: PostgresAddress
  ) throws -> PQConnection {
    let connection = try connection ?? address.connect()
    let clock = PostgresHands.clock.text
    _ = try connection.run(
      "UPDATE role SET until = \(clock) + $1 WHERE name = $2 AND holder = $3",
      [.integer(lease), .text(name), .text(holder)])
    return connection
  }
}

/// A thread that renews a role until it is ended.
private final class RoleRenewal: Sendable {
  private let over = DispatchSemaphore(value: 0)

  /// - Parameter renew: gets its last connection, or nil after an error, and returns the one for the next time.
  init(every pause: DispatchTimeInterval, renew: @escaping @Sendable (PQConnection?) throws -> PQConnection) {
    let over = over
    let thread = Thread {
      var connection: PQConnection?
      while over.wait(timeout: .now() + pause) == .timedOut {
        connection = try? renew(connection)  // tried again; the lease lasts for several times
      }
    }
    thread.name = "courant role"
    thread.start()
  }

  func end() { over.signal() }
}
