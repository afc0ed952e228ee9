internal import Foundation
internal import Model
internal import Time

/// The newest issue for a reader who has just confirmed (`welcome = "newest issue"`).
extension SQLLedger {
  /// Queues the newest issue of a digest, once, unless the reader has received it or came from another digest: then the
  /// handover delivers what is new to them. An issue without news in their feeds is not sent.
  static func welcome(
    _ address: EmailAddress, hash: String, to wanted: WantedDigest, at now: Instant, _ db: any SQLConnection
  )
    throws
  {
    let row = try db.row(
      """
      SELECT s.id, r.language FROM subscription s JOIN subscriber r ON r.id = s.subscriber
      WHERE r.hash = \(hash) AND s.digest = \(wanted.digest) AND s.status = 'confirmed'
        AND NOT EXISTS (SELECT 1 FROM handover h WHERE h.subscription = s.id)
      """)
    guard let row, let issue = try newestIssue(of: wanted, db) else { return }
    let subscription = try row.int64("id")
    guard try !hasHad(issue, subscription, db) else { return }
    var letter = NewLetter(.welcome, to: address, hash: hash, at: now)
    letter.language = try row.text(orNil: "language")
    letter.subscription = subscription
    letter.issue = issue
    letter.wanted = [wanted]
    try queue(letter, db)
  }

  /// The newest issue; nil if there is none, it was cancelled, or it has nothing in these feeds.
  private static func newestIssue(of wanted: WantedDigest, _ db: any SQLConnection) throws -> Int64? {
    let row = try db.row(
      "SELECT id, cancelled, content FROM issue WHERE digest = \(wanted.digest) ORDER BY number DESC LIMIT 1")
    guard let row, try row.int64(orNil: "cancelled") == nil else { return nil }
    let issue = try JSONDecoder().decode(Issue.self, from: Data(row.text("content").utf8))
    return issue.feeds(of: wanted.follows).isEmpty ? nil : try row.int64("id")
  }

  private static func hasHad(_ issue: Int64, _ subscription: Int64, _ db: any SQLConnection) throws -> Bool {
    let own: SQL = "SELECT id FROM subscription WHERE subscriber IN (\(sql: persons(of: subscription)))"
    return try db.bool(
      """
      SELECT EXISTS (
          SELECT 1 FROM delivery WHERE issue = \(issue) AND subscription IN (\(sql: own)) AND state <> 'dropped')
        OR EXISTS (
          SELECT 1 FROM letter WHERE issue = \(issue) AND subscription IN (\(sql: own)) AND state <> 'dropped')
      """)
  }

  /// The digests whose newest issue was queued when a permit was used.
  static func welcomed(_ hash: String, at moment: Instant, _ db: any SQLConnection) throws -> [String] {
    let texts = try db.texts(
      "SELECT wanted FROM letter WHERE hash = \(hash) AND asked = \(moment) AND kind = 'welcome' ORDER BY id DESC")
    return texts.flatMap(Wanted.digests).map(\.digest)
  }
}
