internal import Cryptography
internal import Model
internal import Time

/// Creates, completes and compacts the journal at the beginning of a run.
extension SQLLedger {
  /// The journal is rewritten if it is larger than this and more than twice its size after the last rewrite.
  private static let most: Int64 = 1_000_000

  func keep(_ journal: Journal, _ db: any SQLConnection) throws {
    let length = try Self.number("journal_length", db)
    let size = journal.size
    // A journal without a secret was begun by a departure before the first run. One of another ledger stays
    // unchanged until it is restored.
    guard let known = journal.secret else { return try rewrite(journal, db) }
    if known == base32(secret), size > max(Self.most, 2 * length) { return try rewrite(journal, db) }
    try journalNewIssues(journal, db)
  }

  /// Adds issues that the journal lacks: the newest, and those of a run that was interrupted.
  func journalNewIssues(_ journal: Journal, _ db: any SQLConnection) throws {
    let last = try Self.number("journal_issue", db)
    let (lines, newest) = try Self.issueLines(after: last, db)
    try journal.append(lines)
    if newest > last { try Self.setNote("journal_issue", "\(newest)", db) }
  }

  /// Writes everything recorded in the ledger or the journal, each once. Renames come first; everything after them has current
  /// names.
  func rewrite(
    _ journal: Journal, without unmade: Journal.Unmade = Journal.Unmade(), _ db: any SQLConnection
  ) throws {
    var account = try translated(journal.account(without: unmade), db)
    for line in try Self.departures(db) { account.add(line) }
    let (issues, newest) = try Self.issueLines(after: 0, db)
    let known = Set(issues.map { "\($0.issue ?? "")@\($0.slot ?? "")" })
    var lines = account.issues.filter { !known.contains("\($0.issue ?? "")@\($0.slot ?? "")") } + issues
    lines += account.departures.sorted { ($0.key.hash, $0.key.digest) < ($1.key.hash, $1.key.digest) }.map(\.value)
    lines += account.suppressions.sorted { $0.key < $1.key }.map(\.value)
    var head = Journal.Line()
    head.secret = base32(secret)
    try journal.replace(with: [head] + account.renames + lines)
    try Self.setNote("journal_issue", "\(newest)", db)
    try Self.setNote("journal_length", "\(journal.size)", db)
  }

  /// The value of a note that is a number; 0 if there is none.
  static func number(_ key: String, _ db: any SQLConnection) throws -> Int64 {
    try db.int64(orNil: "SELECT CAST(value AS BIGINT) FROM note WHERE key = \(key)") ?? 0
  }

  static func issueLines(after last: Int64, _ db: any SQLConnection) throws -> (lines: [Journal.Line], newest: Int64) {
    let rows = try db.rows(
      """
      SELECT i.id, coalesce(i.frozen_as, i.digest) AS frozen_as, i.digest, i.number, i.wall_time, t.due, i.identity, i.subject,
        i.frozen, i.deliveries
      FROM issue i JOIN slot t ON t.digest = i.digest AND t.wall_time = i.wall_time WHERE i.id > \(last) ORDER BY i.id
      """)
    let lines = try rows.map { try line(ofIssue: $0, db) }
    return (lines, try rows.last?.int64("id") ?? last)
  }

  private static func line(ofIssue row: SQLRow, _ db: any SQLConnection) throws -> Journal.Line {
    let id = try row.int64("id")
    var line = Journal.Line()
    let frozenAs = try row.text("frozen_as")
    let digest = try row.text("digest")
    line.issue = frozenAs
    line.digest = digest == frozenAs ? nil : digest
    line.number = try row.int("number")
    line.slot = try row.text("wall_time")
    line.due = try row.int64("due")
    line.identity = try row.text(orNil: "identity")
    line.subject = try row.text("subject")
    line.readers = try row.int("deliveries")
    line.at = try row.int64("frozen")
    line.articles = try db.texts("SELECT article FROM news WHERE issue = \(id) ORDER BY article")
    return line
  }

  static func lostIssue(_ line: Journal.Line) -> LostIssue? {
    guard let frozenAs = line.issue, let number = line.number, let wallTime = line.slot, let due = line.due else {
      return nil
    }
    let slot = Slot(digest: line.digest ?? frozenAs, wallTime: wallTime, due: Instant(seconds: due))
    var issue = LostIssue(
      number: number, slot: slot, subject: line.subject ?? "", frozen: Instant(seconds: line.at ?? due),
      articles: (line.articles ?? []).map { Article.ID($0) })
    issue.frozenAs = frozenAs
    issue.identity = line.identity
    issue.readers = line.readers
    return issue
  }
}
