internal import Foundation
internal import Model

/// Adds lost issues to the ledger, without their editions and deliveries.
extension SQLLedger {
  /// False if the slot already has an issue.
  static func restore(_ lost: LostIssue, _ db: any SQLConnection) throws -> Bool {
    if try hasIssue(lost, db) { return false }
    try begin(lost, db)
    let id = try insert(lost, db)
    for article in lost.articles {
      try db.execute(
        """
        INSERT INTO news (digest, article, issue) VALUES (\(lost.digest), \(article.text), \(id))
        ON CONFLICT (digest, article) DO UPDATE SET issue = excluded.issue WHERE news.issue IS NULL
        """)
      try db.execute("DELETE FROM waiting WHERE digest = \(lost.digest) AND article = \(article.text)")
    }
    return true
  }

  private static func begin(_ lost: LostIssue, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO digest (name, first_seen) VALUES (\(lost.digest), \(lost.frozen))
      ON CONFLICT (name) DO UPDATE SET first_seen = excluded.first_seen
        WHERE excluded.first_seen < digest.first_seen
      """)
    try db.execute(
      """
      INSERT INTO slot (digest, wall_time, due, state, news, recorded)
      VALUES (\(lost.digest), \(lost.slot.wallTime), \(lost.slot.due), 'issued', \(lost.articles.count), \(lost.frozen))
      ON CONFLICT (digest, wall_time) DO UPDATE SET state = 'issued', news = excluded.news
      """)
  }

  /// With its own number, or the next one if another issue has that number.
  private static func insert(_ lost: LostIssue, _ db: any SQLConnection) throws -> Int64 {
    let isTaken = try db.bool(
      "SELECT EXISTS (SELECT 1 FROM issue WHERE digest = \(lost.digest) AND number = \(lost.number))")
    let next = try db.int("SELECT coalesce(max(number), 0) + 1 FROM issue WHERE digest = \(lost.digest)")
    let number = isTaken ? next : lost.number
    let content = try json(Issue(digest: lost.digest, number: number, slot: lost.slot, sections: []))
    let frozenAs = lost.frozenAs == lost.digest ? nil : lost.frozenAs
    return try db.int64(
      """
      INSERT INTO issue (digest, frozen_as, number, wall_time, subject, frozen, content, archive_page, identity)
      VALUES (\(lost.digest), \(frozenAs), \(number), \(lost.slot.wallTime), \(lost.subject), \(lost.frozen),
        \(content), \(lost.page), \(lost.identity))
      RETURNING id
      """)
  }
}
