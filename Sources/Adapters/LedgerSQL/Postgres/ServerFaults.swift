internal import Model
package import Time

/// What the ledger's server says about itself.
private struct ServerState {
  /// Settings that must be on and are off.
  var off: [String] = []
  /// Whether it has standbys, and confirms transactions that they do not have yet.
  var isAsynchronous: Bool
  /// How far a clock is ahead of the server's, in seconds.
  let ahead: Int64

  /// In seconds.
  private static let mostSkew: Int64 = 30

  init(clock: Instant, _ db: any SQLConnection) throws {
    let row = try db.row(
      """
      SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes,
        current_setting('synchronous_standby_names') = '' AND EXISTS (SELECT 1 FROM pg_stat_replication) AS is_asynchronous,
        \(sql: PostgresHands.clock) AS clock
      """)
    guard let row else { throw SQLFault("the server did not return its settings") }
    off = try ["fsync", "full_page_writes"].filter { try row.text($0) == "off" }
    isAsynchronous = try row.bool("is_asynchronous")
    ahead = clock.seconds - (try row.int64("clock"))
  }

  var hasOtherTime: Bool { abs(ahead) > Self.mostSkew }
}

extension SQLLedger {
  /// What is wrong with the server of the ledger, one sentence each; nothing if the ledger is a file.
  ///
  /// - Parameter clock: the time on this machine.
  package func serverFaults(clock: Instant) throws -> [String] {
    guard isShared else { return [] }
    let state = try read { try ServerState(clock: clock, $0) }
    var faults = state.off.map { "\($0) is off, so a crash of the server may lose what was sent; set it to on" }
    if state.isAsynchronous {
      faults.append(
        "its standbys follow without being waited for, so after a failover messages may be sent twice; set "
          + "synchronous_standby_names")
    }
    if state.hasOtherTime {
      let side = state.ahead > 0 ? "behind" : "ahead of"
      faults.append("its clock is \(abs(state.ahead)) s \(side) that of this machine; correct one of them")
    }
    return faults
  }

  package func sendingFault(clock: Instant) throws -> String? {
    guard let database = database as? PostgresDatabase else { return nil }
    return try read { db in
      let state = try ServerState(clock: clock, db)
      if state.hasOtherTime {
        let side = state.ahead > 0 ? "ahead of" : "behind"
        let seconds = abs(state.ahead)
        return "the clock of this machine is \(seconds) s \(side) that of the ledger's server; correct one of them"
      }
      guard try state.isAsynchronous && Self.othersDeliver(than: database.receipts.holder, db) else { return nil }
      return "another machine is delivering, and the ledger's server does not wait for its standbys, so after a "
        + "failover both may send the same message; set synchronous_standby_names, or let one machine deliver"
    }
  }

  private static func othersDeliver(than holder: String, _ db: any SQLConnection) throws -> Bool {
    let shares = LedgerRole.delivery.rawValue + "/%"
    return try db.bool(
      """
      SELECT EXISTS (SELECT 1 FROM role
        WHERE name LIKE \(shares) AND holder <> \(holder) AND until >= \(sql: PostgresHands.clock))
      """)
  }
}
