/// Subscriptions and deliveries are numbered from 1, and after a loss from an unused range, because tokens in messages
/// already sent contain the lost numbers.
extension SQLLedger {
  /// The number before that of the next row.
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
