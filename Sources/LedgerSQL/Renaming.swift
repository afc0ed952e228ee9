internal import GRDB
package import Model

extension SQLiteLedger {
  package func rename(digest old: String, to new: String, at now: Instant) throws -> RenamedDigest {
    try write { db in
      let renamed = try Self.rename(digest: old, to: new, db)
      try journal(LostRename(.digest(old), to: .digest(new)), at: now, db)
      return renamed
    }
  }

  static func rename(digest old: String, to new: String, _ db: Database) throws -> RenamedDigest {
    try refuseIfMailed(new, db)
    // Slots and issues refer to each other by the name: both change before anything is checked.
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    for table in ["slot", "news", "waiting"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE digest = ?", arguments: [new])
    }
    try db.execute(sql: "DELETE FROM digest WHERE name = ?", arguments: [new])
    try mergeSubscriptions(of: old, into: new, db)

    try db.execute(
      sql: "UPDATE issue SET frozen_as = coalesce(frozen_as, digest), digest = ? WHERE digest = ?",
      arguments: [new, old])
    let issues = db.changesCount
    for table in ["slot", "news", "waiting", "test_mail"] {
      try db.execute(sql: "UPDATE \(table) SET digest = ? WHERE digest = ?", arguments: [new, old])
    }
    try db.execute(
      sql: "UPDATE OR REPLACE departure SET digest = ? WHERE digest = ?", arguments: [new, old])
    try db.execute(sql: "UPDATE digest SET name = ? WHERE name = ?", arguments: [new, old])
    try db.execute(sql: "UPDATE subscription SET digest = ? WHERE digest = ?", arguments: [new, old])
    let subscriptions = db.changesCount
    try unretire(.digest(old), db)
    try setNote("published", "", db)
    return RenamedDigest(subscriptions: subscriptions, issues: issues)
  }

  private static func refuseIfMailed(_ digest: String, _ db: Database) throws {
    let issues = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM issue WHERE digest = ?", arguments: [digest])
    let cancelled = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM slot WHERE digest = ? AND state = 'cancelled'", arguments: [digest])
    let refusal = RenameRefusal(issues: issues ?? 0, cancelled: cancelled ?? 0)
    guard refusal.issues == 0, refusal.cancelled == 0 else { throw refusal }
  }

  /// Of whoever has both, the one under the old name stays, for mails hold its token; `new` has had no mail. What was
  /// said of the new one is said later and so holds, but a no of either holds first.
  private static func mergeSubscriptions(of old: String, into new: String, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE subscription SET
          feeds = n.feeds,
          consent = coalesce(subscription.consent, n.consent),
          ended = CASE
            WHEN subscription.status = 'ended' THEN subscription.ended
            WHEN n.status = 'ended' THEN n.ended END,
          status = CASE
            WHEN 'ended' IN (subscription.status, n.status) THEN 'ended'
            WHEN 'confirmed' IN (subscription.status, n.status) THEN 'confirmed'
            ELSE 'pending' END
        FROM subscription n
        WHERE subscription.digest = ? AND n.digest = ? AND n.subscriber = subscription.subscriber
        """, arguments: [old, new])
    try db.execute(
      sql: """
        DELETE FROM subscription WHERE digest = ? AND subscriber IN (
          SELECT subscriber FROM subscription WHERE digest = ?)
        """, arguments: [new, old])
    // The journal may know that somebody left under the new name, of whom this ledger had only the old one.
    try db.execute(
      sql: """
        UPDATE subscription SET status = 'ended', ended = d.since
        FROM departure d JOIN subscriber r ON r.hash = d.hash
        WHERE d.digest = ? AND subscription.digest = ? AND subscription.subscriber = r.id
          AND subscription.status <> 'ended'
        """, arguments: [new, old])
  }

  package func rename(feed old: Feed.Name, to new: Feed.Name, at now: Instant) throws -> Int {
    try write { db in
      let changed = try Self.rename(feed: old, to: new, at: now, db)
      try journal(LostRename(.feed(old.text), to: .feed(new.text)), at: now, db)
      return changed
    }
  }

  static func rename(feed old: Feed.Name, to new: Feed.Name, at now: Instant, _ db: Database) throws -> Int {
    let changed = try renameFollowed(old, to: new, db)
    try renameHistory(of: "feeds/\(old)/", to: "feeds/\(new)/", at: now, db)
    try unretire(.feed(old.text), db)
    try setNote("published", "", db)
    return changed
  }

  /// Editions and deliveries keep the names they were frozen with: nothing compares those with the settings.
  private static func renameFollowed(_ old: Feed.Name, to new: Feed.Name, _ db: Database) throws -> Int {
    try db.execute(
      sql: "CREATE TEMPORARY TABLE IF NOT EXISTS renamed (feeds TEXT PRIMARY KEY NOT NULL, becomes TEXT NOT NULL)")
    try db.execute(sql: "DELETE FROM renamed")
    let sets = try String.fetchAll(
      db, sql: "SELECT DISTINCT feeds FROM subscription WHERE instr(',' || feeds || ',', ?) > 0",
      arguments: [",\(old),"])
    for set in sets {
      guard let following = Following(set) else { continue }
      try db.execute(
        sql: "INSERT INTO renamed (feeds, becomes) VALUES (?, ?)",
        arguments: [set, following.renaming(old, to: new).text])
    }
    try db.execute(
      sql: "UPDATE subscription SET feeds = r.becomes FROM renamed r WHERE subscription.feeds = r.feeds")
    return db.changesCount
  }

  /// The old feed's documents stay where they are and say that it has ended, so its row stays. Its order goes to the new
  /// feed unless that one has a longer past: what was published meanwhile, in the runs between a change of the settings and
  /// this, is all there or younger than the end of the old one.
  private static func renameHistory(of old: String, to new: String, at now: Instant, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE feed SET ended = coalesce(ended, ?), successor = ? WHERE folder = ?",
      arguments: [now.seconds, new, old])
    guard db.changesCount == 1, try !hasOwnPast(new, beside: old, db) else { return }
    let own = try String.fetchAll(
      db, sql: "SELECT article FROM feed_place WHERE folder = ? ORDER BY place", arguments: [new])
    try db.execute(
      sql: """
        INSERT INTO feed (folder, title, description, formats, archive)
        SELECT ?, title, description, formats, archive FROM feed WHERE folder = ?
        ON CONFLICT (folder) DO UPDATE SET archive = excluded.archive, ended = NULL
        """, arguments: [new, old])
    try db.execute(sql: "DELETE FROM feed_place WHERE folder = ?", arguments: [new])
    try db.execute(sql: "UPDATE feed_place SET folder = ? WHERE folder = ?", arguments: [new, old])
    let moved = Set(
      try String.fetchAll(db, sql: "SELECT article FROM feed_place WHERE folder = ?", arguments: [new]))
    try place(own.filter { !moved.contains($0) }.map { Article.ID($0) }, in: new, db)
  }

  private static func hasOwnPast(_ new: String, beside old: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM feed_place p LEFT JOIN article a ON a.id = p.article
          WHERE p.folder = ?
            AND NOT EXISTS (SELECT 1 FROM feed_place o WHERE o.folder = ? AND o.article = p.article)
            AND (a.id IS NULL OR a.published <= (SELECT ended FROM feed WHERE folder = ?)))
        """, arguments: [new, old, old]) ?? false
  }
}
