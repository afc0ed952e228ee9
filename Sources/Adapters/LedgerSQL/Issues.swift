internal import Foundation
package import Model
package import Time

extension SQLLedger: SlotBook, IssueBook, IssueArchive {
  package func begin(digest: String, carrying feeds: Following, at now: Instant) throws -> Instant {
    if let known = try beginning(of: digest), try lastFeeds(of: digest) == feeds { return known }
    return try write { db in
      try db.execute(
        """
        INSERT INTO digest (name, first_seen, feeds) VALUES (\(digest), \(now), \(feeds.text))
        ON CONFLICT (name) DO UPDATE SET feeds = excluded.feeds
        """)
      return Instant(seconds: try db.int64("SELECT first_seen FROM digest WHERE name = \(digest)"))
    }
  }

  package func beginning(of digest: String) throws -> Instant? {
    try read { try $0.instant(orNil: "SELECT first_seen FROM digest WHERE name = \(digest)") }
  }

  package func lastFeeds(of digest: String) throws -> Following? {
    try read { try $0.text(orNil: "SELECT feeds FROM digest WHERE name = \(digest)") }.flatMap { Following($0) }
  }

  package func slots(of digest: String) throws -> [RecordedSlot] {
    try slots("WHERE digest = \(digest) ORDER BY due, wall_time")
  }

  package func openSlots(of digest: String) throws -> [RecordedSlot] {
    try slots("WHERE digest = \(digest) AND state IN ('held', 'released') ORDER BY due, wall_time")
  }

  package func slot(of digest: String, at wallTime: String) throws -> RecordedSlot? {
    try slots("WHERE digest = \(digest) AND wall_time = \(wallTime)").first
  }

  package func newestSlot(of digest: String) throws -> RecordedSlot? {
    try slots("WHERE digest = \(digest) ORDER BY due DESC, wall_time DESC LIMIT 1").first
  }

  package func newestSettledSlot(of digest: String) throws -> RecordedSlot? {
    try slots("WHERE digest = \(digest) AND state IN ('issued', 'empty', 'cancelled') ORDER BY due DESC LIMIT 1").first
  }

  package func record(_ slots: [RecordedSlot], past: [Article.ID]) throws {
    guard let digest = slots.first?.slot.digest else { return }
    try write { db in
      for slot in slots { try Self.record(slot, db) }
      try Self.settle(past, in: digest, db)
    }
  }

  package func settled(in digest: String) throws -> Set<Article.ID> {
    try articleIDs("SELECT article FROM news WHERE digest = \(digest)")
  }

  package func waiting(in digest: String) throws -> Set<Article.ID> {
    try articleIDs("SELECT article FROM waiting WHERE digest = \(digest)")
  }

  /// Each of the two subqueries reads only the end of an index.
  package func nextNumber(of digest: String) throws -> Int {
    try read { db in
      try db.int(
        """
        SELECT coalesce(max(number), 0) + 1 FROM (
          SELECT max(number) AS number FROM issue WHERE digest = \(digest)
          UNION ALL SELECT max(number) FROM issue WHERE frozen_as = \(digest)) AS last
        """)
    }
  }

  package func issue(of digest: String, withIntro fingerprint: String) throws -> Int? {
    try read { db in
      let row = try db.row("SELECT number FROM issue WHERE digest = \(digest) AND intro = \(fingerprint)")
      return try row?.int("number")
    }
  }

  package func issues(of digest: String?, limit: Int?) throws -> [RecordedIssue] {
    let some: SQL = digest.map { "WHERE i.digest = \($0) " } ?? ""
    let most: SQL = limit.map { " LIMIT \($0)" } ?? ""
    return try issues("\(sql: some)ORDER BY i.frozen DESC, i.id DESC\(sql: most)")
  }

  package func issue(_ digest: String, number: Int) throws -> RecordedIssue? {
    try issues("WHERE i.digest = \(digest) AND i.number = \(number)").first
  }

  package func issue(_ id: RecordedIssue.ID) throws -> RecordedIssue? {
    try issues("WHERE i.id = \(id.number)").first
  }

  package func issue(of slot: Slot) throws -> RecordedIssue? {
    try issues("WHERE i.digest = \(slot.digest) AND i.wall_time = \(slot.wallTime)").first
  }

  package func issue(frozenAs digest: String, number: Int) throws -> RecordedIssue? {
    try issues(
      """
      WHERE (i.frozen_as = \(digest) AND i.number = \(number))
        OR (i.frozen_as IS NULL AND i.digest = \(digest) AND i.number = \(number))
      """
    ).first
  }

  package func issues(with article: Article.ID) throws -> [RecordedIssue] {
    try issues("WHERE i.id IN (SELECT issue FROM news WHERE article = \(article.text)) ORDER BY i.frozen")
  }

  package func content(of issue: RecordedIssue.ID) throws -> Issue {
    let text = try read {
      try $0.text(orNil: "SELECT content FROM issue WHERE id = \(issue.number)")
    }
    guard let text else { throw LedgerError("the ledger holds no issue with the id \(issue.number)") }
    return try JSONDecoder().decode(Issue.self, from: Data(text.utf8))
  }

  package func archivePage(of issue: RecordedIssue.ID) throws -> String {
    try read {
      try $0.text(orNil: "SELECT archive_page FROM issue WHERE id = \(issue.number)") ?? ""
    }
  }

  package func edition(_ key: EditionKey, of issue: RecordedIssue.ID) throws -> Edition? {
    try read { db in
      let row = try db.row(
        "SELECT subject, html, text FROM edition WHERE issue = \(issue.number) AND feeds = \(key.text)")
      return try row.map { row in
        let content = { (number: Int) throws in try Self.cell(number, of: issue, db) }
        return Edition(
          feeds: key.feeds, subject: try row.text("subject"),
          html: try FrozenEdition.settingCells(in: row.text("html"), content),
          text: try FrozenEdition.settingCells(in: row.text("text"), content))
      }
    }
  }

  private static func cell(_ number: Int, of issue: RecordedIssue.ID, _ db: any SQLConnection) throws -> String? {
    try db.text(orNil: "SELECT content FROM cell WHERE issue = \(issue.number) AND number = \(number)")
  }

  package func cancel(_ issue: RecordedIssue.ID, at now: Instant) throws -> Int {
    try write { db in
      try db.execute("UPDATE issue SET cancelled = coalesce(cancelled, \(now)) WHERE id = \(issue.number)")
      // Messages already in their final exchange finish it.
      try db.execute(
        """
        DELETE FROM claim WHERE committed IS NULL
          AND delivery IN (SELECT id FROM delivery WHERE issue = \(issue.number))
        """)
      return try db.execute(
        """
        UPDATE delivery SET state = 'dropped', next = NULL, changed = \(now), reply = \(Delivery.Drop.cancelled)
        WHERE issue = \(issue.number) AND next IS NOT NULL AND id NOT IN (SELECT delivery FROM claim)
        """)
    }
  }
}

extension SQLLedger {
  /// Held and released slots may become anything; all other slots stay as first recorded.
  static func record(_ recorded: RecordedSlot, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO slot (digest, wall_time, due, state, news, recorded, hold, hold_until, approved, told)
      VALUES (\(recorded.slot.digest), \(recorded.slot.wallTime), \(recorded.slot.due), \(recorded.state.rawValue),
        \(recorded.news), \(recorded.recorded), \(recorded.hold?.reason.rawValue), \(recorded.hold?.until),
        \(recorded.hold?.approved), \(recorded.hold?.told))
      ON CONFLICT (digest, wall_time) DO UPDATE SET state = excluded.state, news = excluded.news,
        recorded = excluded.recorded, hold = excluded.hold, hold_until = excluded.hold_until,
        approved = excluded.approved, told = excluded.told WHERE slot.state IN ('held', 'released')
      """)
  }

  /// Marks these articles as never news again for the digest: they were news once, or never will be.
  static func settle(_ articles: [Article.ID], in digest: String, _ db: any SQLConnection) throws {
    for article in articles {
      try db.execute("INSERT INTO news (digest, article) VALUES (\(digest), \(article.text)) ON CONFLICT DO NOTHING")
      try db.execute("DELETE FROM waiting WHERE digest = \(digest) AND article = \(article.text)")
    }
  }

  private func slots(_ condition: SQL) throws -> [RecordedSlot] {
    try read { db in
      try db.rows(
        """
        SELECT digest, wall_time, due, state, news, recorded, hold, hold_until, approved, told FROM slot
        \(sql: condition)
        """
      ).map(Self.recordedSlot)
    }
  }

  private static func recordedSlot(_ row: SQLRow) throws -> RecordedSlot {
    var recorded = RecordedSlot(
      slot: Slot(digest: try row.text("digest"), wallTime: try row.text("wall_time"), due: try row.instant("due")),
      state: RecordedSlot.State(rawValue: try row.text("state"))!, news: try row.int("news"),
      recorded: try row.instant("recorded"))
    let reason = try row.text(orNil: "hold").flatMap { SlotHold.Reason(rawValue: $0) }
    // Before reasons were recorded, a slot could only be held because it had too much news.
    guard let reason = reason ?? (recorded.state == .held ? .many : nil) else { return recorded }
    recorded.hold = SlotHold(reason, until: try row.instant(orNil: "hold_until"))
    recorded.hold?.approved = try row.text(orNil: "approved")
    recorded.hold?.told = try row.instant(orNil: "told")
    return recorded
  }

  private func issues(_ condition: SQL) throws -> [RecordedIssue] {
    try read { db in
      try db.rows(
        """
        SELECT i.id, i.digest, i.number, i.wall_time, s.due, i.subject, i.frozen, i.cancelled,
          (SELECT count(*) FROM news n WHERE n.issue = i.id) AS articles, i.message_domain, i.frozen_as, i.identity
        FROM issue i JOIN slot s ON s.digest = i.digest AND s.wall_time = i.wall_time
        \(sql: condition)
        """
      ).map(Self.issue)
    }
  }

  private static func issue(_ row: SQLRow) throws -> RecordedIssue {
    let slot = Slot(
      digest: try row.text("digest"), wallTime: try row.text("wall_time"), due: try row.instant("due"))
    var issue = RecordedIssue(
      id: .init(try row.int64("id")), slot: slot, number: try row.int("number"), subject: try row.text("subject"),
      frozen: try row.instant("frozen"))
    issue.cancelled = try row.instant(orNil: "cancelled")
    issue.articles = try row.int("articles")
    issue.messageDomain = try row.text(orNil: "message_domain")
    issue.frozenAs = try row.text(orNil: "frozen_as") ?? issue.digest
    issue.identity = try row.text(orNil: "identity")
    return issue
  }

  private func articleIDs(_ sql: SQL) throws -> Set<Article.ID> {
    try read { Set(try $0.texts(sql).map(Article.ID.init)) }
  }
}
