internal import Foundation
internal import GRDB
internal import Model

/// Issues that went out and that the ledger does not have become ones that it has, without their editions and deliveries.
extension SQLiteLedger {
  /// False if it has one for the slot.
  static func takeBack(_ lost: LostIssue, _ db: Database) throws -> Bool {
    if try hasIssue(lost, db) { return false }
    try begin(lost, db)
    let id = try insert(lost, db)
    for article in lost.articles {
      try db.execute(
        sql: """
          INSERT INTO news (digest, article, issue) VALUES (?, ?, ?)
          ON CONFLICT (digest, article) DO UPDATE SET issue = excluded.issue WHERE news.issue IS NULL
          """, arguments: [lost.digest, article.text, id])
      try db.execute(
        sql: "DELETE FROM waiting WHERE digest = ? AND article = ?", arguments: [lost.digest, article.text])
    }
    return true
  }

  private static func begin(_ lost: LostIssue, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO digest (name, first_seen) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET first_seen = min(first_seen, excluded.first_seen)
        """, arguments: [lost.digest, lost.frozen.seconds])
    try db.execute(
      sql: """
        INSERT INTO slot (digest, wall_time, due, state, news, recorded) VALUES (?, ?, ?, 'issued', ?, ?)
        ON CONFLICT (digest, wall_time) DO UPDATE SET state = 'issued', news = excluded.news
        """,
      arguments: [
        lost.digest, lost.slot.wallTime, lost.slot.due.seconds, lost.articles.count, lost.frozen.seconds,
      ])
  }

  /// Under its own number, or the next one if another issue has that.
  private static func insert(_ lost: LostIssue, _ db: Database) throws -> Int64 {
    let isTaken = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM issue WHERE digest = ? AND number = ?)",
      arguments: [lost.digest, lost.number])!
    let next = try Int.fetchOne(
      db, sql: "SELECT coalesce(max(number), 0) + 1 FROM issue WHERE digest = ?", arguments: [lost.digest])!
    let number = isTaken ? next : lost.number
    let content = try json(Issue(digest: lost.digest, number: number, slot: lost.slot, sections: []))
    return try Int64.fetchOne(
      db,
      sql: """
        INSERT INTO issue (digest, frozen_as, number, wall_time, subject, frozen, content, archive_page, identity)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
        """,
      arguments: [
        lost.digest, lost.frozenAs == lost.digest ? nil : lost.frozenAs, number, lost.slot.wallTime, lost.subject,
        lost.frozen.seconds, content, lost.page, lost.identity,
      ])!
  }
}
