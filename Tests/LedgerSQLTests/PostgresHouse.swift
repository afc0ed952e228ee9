import CourantTesting
@testable import LedgerSQL
import Model
import PQ
import Synchronization

/// A ledger in a database of the tests' own server. Databases are used again, because making one takes longer than a case.
final class PostgresHouse: LedgerHouse {
  let address: PostgresAddress
  let name: String
  private var opened: [SQLLedger] = []

  private static let free = Mutex<(names: [String], made: Int)>(([], 0))

  init() throws {
    let server = try PostgresServer.shared()
    let (name, isNew) = Self.free.withLock { free in
      if let name = free.names.popLast() { return (name, false) }
      free.made += 1
      return ("case_\(free.made)", true)
    }
    self.name = name
    address = PostgresAddress(server.url(of: name))
    if isNew { try Self.administrator().script("CREATE DATABASE \(name)") }
    if !isNew { try empty() }
  }

  deinit { Self.free.withLock { $0.names.append(name) } }

  func open() throws -> any Ledger & Sendable { try openLedger() }

  func openLedger() throws -> SQLLedger {
    let ledger = try SQLLedger(on: address)
    opened.append(ledger)
    return ledger
  }

  /// The server ends the connections, even within a transaction.
  func crash() throws {
    let others = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1"
    _ = try Self.administrator().run(others, [.text(name)])
  }

  func pass(_ time: Duration) throws {
    let seconds = time.components.seconds
    try PQConnection(address.url).script(
      """
      UPDATE claim SET lease = lease - \(seconds); UPDATE letter_claim SET lease = lease - \(seconds);
      UPDATE worker SET until = until - \(seconds); UPDATE role SET until = until - \(seconds)
      """)
  }

  private static func administrator() throws -> PQConnection {
    try PQConnection(PostgresServer.shared().url(of: "postgres"))
  }

  /// As a new one, without running any trigger.
  private func empty() throws {
    try crash()
    let connection = try PQConnection(address.url)
    try connection.script("SET session_replication_role = replica")
    let tables = try connection.run(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'")
    let names = tables.rows.compactMap { row in if case .text(let name) = row[0] { name } else { nil } }
    try connection.script(names.map { "DELETE FROM \($0)" }.joined(separator: ";"))
    let numbers = try connection.run("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'")
    for case .text(let name) in numbers.rows.map({ $0[0] }) { try connection.script("ALTER SEQUENCE \(name) RESTART") }
    try connection.script(
      """
      INSERT INTO pulse (id, writes) VALUES (1, 0); INSERT INTO run (id, number) VALUES (1, 0);
      INSERT INTO departures (id, number) VALUES (1, 0)
      """)
  }
}

extension PostgresHouse {
  static let isInstalled = PostgresServer.isInstalled
}
