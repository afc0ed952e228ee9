package import Model

extension SQLLedger: MachineBook {
  package var thisMachine: String? { isShared ? ThisProcess.host : nil }

  package func workingMachines() throws -> [WorkingMachine] {
    guard isShared else { return [] }
    return try read { db in
      let rows = try db.rows(
        """
        SELECT name, host, process, until FROM role WHERE until >= \(sql: PostgresHands.clock)
        ORDER BY host, process, name
        """)
      return try rows.map { row in
        WorkingMachine(
          host: try row.text("host"), process: try row.int64("process"),
          work: WorkingMachine.Work(rawValue: String(try row.text("name").prefix { $0 != "/" })),
          until: try row.instant("until"))
      }
    }
  }
}
