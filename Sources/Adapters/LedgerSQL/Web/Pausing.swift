internal import Model
package import Time

/// Pauses.
extension SQLLedger {
  package func endPauses(at now: Instant) throws -> Int {
    let isOver: SQL = "paused_until <= \(now)"
    guard try read({ try $0.bool("SELECT EXISTS (SELECT 1 FROM subscriber WHERE \(sql: isOver))") }) else { return 0 }
    return try write { db in
      let ids = try db.int64s("SELECT id FROM subscriber WHERE \(sql: isOver) ORDER BY id")
      for id in ids { try Self.setPause(nil, of: id, ConsentEvent(.resumed, at: now), db) }
      return ids.count
    }
  }

  /// - Parameter event: nil if the history already contains it.
  static func setPause(
    _ until: Instant?, of subscriber: Int64, _ event: ConsentEvent?, _ db: any SQLConnection
  ) throws {
    try db.execute("UPDATE subscriber SET paused_until = \(until) WHERE id = \(subscriber)")
    if let event { try add(event, of: .subscriber(subscriber), db) }
  }
}
