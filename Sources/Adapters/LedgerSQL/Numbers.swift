/// Subscriptions and deliveries are numbered from 1, and after something was lost from a number that none ever had: tokens in
/// mails that were sent hold the old ones.
extension SQLiteLedger {
  /// What the next row is numbered after.
  static func lastNumber(in table: String, _ db: any SQLConnection) throws -> Int64 {
    try db.int64(
      """
      SELECT coalesce(max(id), 0) FROM (
        SELECT max(id) AS id FROM \(name: table)
        UNION ALL SELECT CAST(value AS BIGINT) FROM note WHERE key = 'numbers_from') AS last
      """)
  }

  static func firstNumber(in table: String, _ db: any SQLConnection) throws -> Int64 {
    try lastNumber(in: table, db) + 1
  }
}
