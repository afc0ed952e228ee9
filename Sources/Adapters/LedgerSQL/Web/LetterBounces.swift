internal import Model
internal import Time

/// Bounces of letters. Only their tokens name them.
extension SQLLedger {
  func record(_ bounce: Bounce, of letter: Delivery.ID, at now: Instant, _ db: any SQLConnection) throws
    -> BounceConsequence
  {
    let row = try db.row("SELECT address, hash, kind FROM letter WHERE id = \(letter.number)")
    guard let row, let address = try row.text(orNil: "address").flatMap({ EmailAddress($0) }) else { return .unknown }
    let reader = try db.int64(orNil: "SELECT id FROM subscriber WHERE hash = \(row.text("hash"))")
    if let reader, try !Self.insert(bounce, on: reader, now, db) { return .repeated }
    switch BounceWeight(of: bounce, isProven: true, hasDelivery: true) {
    case .suppresses(let reason):
      try Self.suppress(letter: letter, reason, at: now, db)
      return .suppressed(address, reason)
    case .lasts, .counts, .nothing: return .noted(address)
    }
  }

  /// For `courant why`. False if the same report is already recorded.
  private static func insert(
    _ bounce: Bounce, on reader: Int64, _ now: Instant, _ db: any SQLConnection
  ) throws -> Bool {
    let report = bounce.report.isEmpty ? nil : bounce.report
    return try db.execute(
      """
      INSERT INTO bounce (subscriber, at, kind, counts, status, text, report)
      VALUES (\(reader), \(now), \(bounce.kind.rawValue), 0, \(bounce.status), \(bounce.words), \(report))
      ON CONFLICT DO NOTHING
      """) == 1
  }
}
