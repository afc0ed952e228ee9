internal import Model

/// A process that uses the ledger at this moment.
package struct WorkingMachine: Hashable, Sendable, CustomStringConvertible {
  /// `news1, process 4711: delivers`
  package let description: String
}

extension SQLLedger {
  /// The processes with a role whose lease has not ended; none if the ledger is a file.
  package func workingMachines() throws -> [WorkingMachine] {
    guard isShared else { return [] }
    return try read { db in
      let rows = try db.rows(
        """
        SELECT name, host, process FROM role WHERE until >= \(sql: PostgresHands.clock) ORDER BY host, process, name
        """)
      return try rows.map { row in
        let role = LedgerRole(rawValue: String(try row.text("name").prefix { $0 != "/" }))
        return WorkingMachine(
          description: "\(try row.text("host")), process \(try row.int64("process")): \(role?.verb ?? "works")")
      }
    }
  }
}

extension LedgerRole {
  fileprivate var verb: String {
    switch self {
    case .run: "gathers, publishes and freezes"
    case .delivery: "delivers"
    case .letters: "sends letters"
    case .webhooks: "informs webhooks"
    }
  }
}
