internal import Foundation
internal import Cryptography
internal import Model

/// Detects whether the ledger lacks something that was done with it.
extension SQLLedger {
  /// Identifies the ledger and all its copies, without revealing its secret.
  static func lineage(_ secret: [UInt8]) -> String {
    lowercaseHex(hmacSHA256(key: secret, Array("ledger".utf8)).prefix(8))
  }

  static func beat(_ lineage: String, _ db: any SQLConnection) throws -> Pulse.Beat {
    Pulse.Beat(
      ledger: lineage, writes: try db.int64("SELECT writes FROM pulse"),
      runs: try db.int64("SELECT number FROM run"),
      claimed: try db.int64("SELECT coalesce(max(id), 0) FROM delivery"))
  }

  /// What is missing from the ledger according to the files next to it; nil if nothing.
  static func loss(
    of ledger: Pulse.Beat, _ known: Pulse.Beat?, secret: [UInt8], journal: String
  ) -> LedgerLoss? {
    if let other = Journal(path: journal).secret, other != base32(secret) { return LedgerLoss(.replaced) }
    guard let known else { return nil }
    guard known.ledger == ledger.ledger else { return LedgerLoss(.replaced) }
    guard known.writes > ledger.writes || known.runs > ledger.runs else { return nil }
    if ledger.writes == 0 { return LedgerLoss(.replaced, claimed: known.claimed) }
    let missing = known.writes - ledger.writes
    return LedgerLoss(.older, writes: missing > 0 ? missing : nil, claimed: known.claimed)
  }

  /// Records a loss in the ledger before the pulse file continues with the ledger's own number.
  func rememberLoss(_ state: Pulse.Beat, _ known: Pulse.Beat?, _ path: String) throws(LedgerError) {
    var beat = state
    if let known, known.ledger == state.ledger { beat.claimed = known.claimed }
    guard let foundLoss else {
      if known == nil { pulse?.begin(beat) } else { pulse?.goOn(claimed: beat.claimed) }
      return
    }
    try LedgerError.wrap("cannot use \(path)") { try write { try Self.setLoss(foundLoss, $0) } }
    pulse?.begin(beat)
  }

  /// The first loss found is kept, because later ones follow from it.
  static func setLoss(_ loss: LedgerLoss, _ db: any SQLConnection) throws {
    let text = String(decoding: try JSONEncoder().encode(loss), as: UTF8.self)
    try db.execute("INSERT INTO note (key, value) VALUES ('loss', \(text)) ON CONFLICT DO NOTHING")
  }

  static func loss(_ db: any SQLConnection) throws -> LedgerLoss? {
    guard let text = try db.text(orNil: "SELECT value FROM note WHERE key = 'loss'") else { return nil }
    return try JSONDecoder().decode(LedgerLoss.self, from: Data(text.utf8))
  }

  /// Called at the end of a transaction that changed something: adds departures to the journal
  /// and counts the transaction.
  func count(_ db: any SQLConnection) throws -> Int64 {
    try journalDepartures(db)
    return try db.int64("UPDATE pulse SET writes = writes + 1 RETURNING writes")
  }
}
