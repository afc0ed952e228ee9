internal import Model
package import Time

extension SQLLedger {
  /// What is wrong with the server of the ledger, one sentence each; nothing if the ledger is a file.
  ///
  /// - Parameter clock: the time on this machine.
  package func serverFaults(clock: Instant) throws -> [String] {
    guard isShared else { return [] }
    return try read { db in
      let row = try db.row(
        """
        SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
          current_setting('synchronous_standby_names') AS standbys,
          EXISTS (SELECT 1 FROM pg_stat_replication) AS is_copied, \(sql: PostgresHands.clock) AS clock
        """)
      guard let row else { return [] }
      var faults: [String] = []
      for setting in ["fsync", "full_page_writes"] {
        let column = setting == "fsync" ? "fsync" : "pages"
        guard try row.text(column) == "off" else { continue }
        faults.append("\(setting) is off, so a crash of the server may lose what was sent; set it to on")
      }
      if try row.bool("is_copied"), try row.text("standbys").isEmpty {
        faults.append(
          "its standbys follow without being waited for, so after a failover messages may be sent twice; set "
            + "synchronous_standby_names")
      }
      let ahead = clock.seconds - (try row.int64("clock"))
      if abs(ahead) > Self.mostSkew {
        let side = ahead > 0 ? "behind" : "ahead of"
        faults.append("its clock is \(abs(ahead)) s \(side) that of this machine; correct one of them")
      }
      return faults
    }
  }

  /// In seconds.
  private static let mostSkew: Int64 = 30
}
