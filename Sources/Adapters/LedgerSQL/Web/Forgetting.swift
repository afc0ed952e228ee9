internal import Model
internal import Time

/// Forgetting readers.
extension SQLLedger {
  /// Erases what letters, permits and requests hold about an address. The letters remain, for limits.
  static func eraseLetters(
    to hash: String, _ address: EmailAddress, _ now: Instant, _ db: any SQLConnection
  ) throws {
    try db.execute("DELETE FROM request WHERE lower(address) = \(address.canonical)")
    try db.execute(
      "UPDATE permit SET address = NULL, name = NULL, language = NULL, origin = '' WHERE hash = \(hash)")
    let letters: SQL = "SELECT id FROM letter WHERE hash = \(hash)"
    try db.execute("UPDATE letter_attempt SET text = '' WHERE delivery IN (\(sql: letters))")
    try db.execute("UPDATE letter_claim SET reply = NULL WHERE delivery IN (\(sql: letters))")
    try db.execute("UPDATE letter SET address = NULL, domain = '', network = '', reply = NULL WHERE hash = \(hash)")
    try db.execute(
      """
      UPDATE letter SET state = 'dropped', next = NULL, changed = \(now)
      WHERE hash = \(hash) AND next IS NOT NULL AND id NOT IN (SELECT delivery FROM letter_claim)
      """)
    try erasing(db) { try db.execute("DELETE FROM consent_event WHERE hash = \(hash)") }
  }
}
