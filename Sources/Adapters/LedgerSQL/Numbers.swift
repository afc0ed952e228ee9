internal import GRDB

/// Subscriptions and deliveries are numbered from 1, and after something was lost from a number that none ever had: tokens in
/// mails that were sent hold the old ones.
extension SQLiteLedger {
  /// What the next row is numbered after.
  static func lastNumber(in table: String, _ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT max((SELECT coalesce(max(id), 0) FROM \(table)),
            coalesce((SELECT CAST(value AS INTEGER) FROM note WHERE key = 'numbers_from'), 0))
          """))!
  }

  static func firstNumber(in table: String, _ db: Database) throws -> Int64 { try lastNumber(in: table, db) + 1 }
}
