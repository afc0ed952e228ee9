package import Model
package import Time

extension SQLiteLedger {
  package func rename(digest old: String, to new: String, at now: Instant) throws -> RenamedDigest {
    try write { db in
      let renamed = try Self.rename(digest: old, to: new, db)
      try journal(LostRename(.digest(old), to: .digest(new)), at: now, db)
      return renamed
    }
  }

  static func rename(digest old: String, to new: String, _ db: any SQLConnection) throws -> RenamedDigest {
    try refuseIfMailed(new, db)
    // Slots and issues refer to each other by the name: both change before anything is checked.
    try db.deferForeignKeys()
    for table in ["slot", "news", "waiting"] {
      try db.execute("DELETE FROM \(name: table) WHERE digest = \(new)")
    }
    try db.execute("DELETE FROM digest WHERE name = \(new)")
    try mergeSubscriptions(of: old, into: new, db)

    let issues = try db.execute(
      "UPDATE issue SET frozen_as = coalesce(frozen_as, digest), digest = \(new) WHERE digest = \(old)")
    for table in ["slot", "news", "waiting", "test_mail"] {
      try db.execute("UPDATE \(name: table) SET digest = \(new) WHERE digest = \(old)")
    }
    try renameDepartures(from: old, to: new, db)
    try db.execute("UPDATE digest SET name = \(new) WHERE name = \(old)")
    let subscriptions = try db.execute("UPDATE subscription SET digest = \(new) WHERE digest = \(old)")
    try unretire(.digest(old), db)
    try setNote("published", "", db)
    return RenamedDigest(subscriptions: subscriptions, issues: issues)
  }

  /// Of whoever left both, one departure stays. That is no return, whatever the trigger writes for the journal.
  private static func renameDepartures(from old: String, to new: String, _ db: any SQLConnection) throws {
    let doubled = try db.execute(
      """
      DELETE FROM departure WHERE digest = \(new)
        AND hash IN (SELECT hash FROM departure WHERE digest = \(old))
      """)
    if doubled > 0 { try db.execute("DELETE FROM departing WHERE kind = 'back' AND digest = \(new)") }
    try db.execute("UPDATE departure SET digest = \(new) WHERE digest = \(old)")
  }

  private static func refuseIfMailed(_ digest: String, _ db: any SQLConnection) throws {
    let issues = try db.int("SELECT count(*) FROM issue WHERE digest = \(digest)")
    let cancelled = try db.int("SELECT count(*) FROM slot WHERE digest = \(digest) AND state = 'cancelled'")
    let refusal = RenameRefusal(issues: issues, cancelled: cancelled)
    guard refusal.issues == 0, refusal.cancelled == 0 else { throw refusal }
  }

  /// Of whoever has both, the one under the old name stays, for mails hold its token; `new` has had no mail. What was
  /// said of the new one is said later and so holds, but a no of either holds first.
  private static func mergeSubscriptions(of old: String, into new: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
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
      WHERE subscription.digest = \(old) AND n.digest = \(new) AND n.subscriber = subscription.subscriber
      """)
    try db.execute(
      """
      DELETE FROM subscription WHERE digest = \(new) AND subscriber IN (
        SELECT subscriber FROM subscription WHERE digest = \(old))
      """)
    // The journal may know that somebody left under the new name, of whom this ledger had only the old one.
    try db.execute(
      """
      UPDATE subscription SET status = 'ended', ended = d.since
      FROM departure d JOIN subscriber r ON r.hash = d.hash
      WHERE d.digest = \(old) AND subscription.digest = \(new) AND subscription.subscriber = r.id
        AND subscription.status <> 'ended'
      """)
  }

  package func rename(feed old: Feed.Name, to new: Feed.Name, at now: Instant) throws -> Int {
    try write { db in
      let changed = try Self.rename(feed: old, to: new, at: now, db)
      try journal(LostRename(.feed(old.text), to: .feed(new.text)), at: now, db)
      return changed
    }
  }

  static func rename(
    feed old: Feed.Name, to new: Feed.Name, at now: Instant, _ db: any SQLConnection
  ) throws -> Int {
    let changed = try renameFollowed(old, to: new, db)
    try renameHistory(of: "feeds/\(old)/", to: "feeds/\(new)/", at: now, db)
    try unretire(.feed(old.text), db)
    try setNote("published", "", db)
    return changed
  }

  /// Editions and deliveries keep the names they were frozen with: nothing compares those with the settings.
  private static func renameFollowed(_ old: Feed.Name, to new: Feed.Name, _ db: any SQLConnection) throws -> Int {
    try db.execute(
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS renamed (feeds TEXT PRIMARY KEY NOT NULL, becomes TEXT NOT NULL)
      """)
    try db.execute("DELETE FROM renamed")
    let sets = try db.texts("SELECT DISTINCT feeds FROM subscription")
    for set in sets where ",\(set),".contains(",\(old),") {
      guard let following = Following(set) else { continue }
      try db.execute("INSERT INTO renamed (feeds, becomes) VALUES (\(set), \(following.renaming(old, to: new).text))")
    }
    return try db.execute(
      "UPDATE subscription SET feeds = r.becomes FROM renamed r WHERE subscription.feeds = r.feeds")
  }

  /// The old feed's documents stay where they are and say that it has ended, so its row stays. Its order goes to the new
  /// feed unless that one has a longer past: what was published meanwhile, in the runs between a change of the settings and
  /// this, is all there or younger than the end of the old one.
  private static func renameHistory(of old: String, to new: String, at now: Instant, _ db: any SQLConnection) throws {
    let ended = try db.execute(
      "UPDATE feed SET ended = coalesce(ended, \(now)), successor = \(new) WHERE folder = \(old)")
    guard ended == 1, try !hasOwnPast(new, beside: old, db) else { return }
    let own = try db.texts("SELECT article FROM feed_place WHERE folder = \(new) ORDER BY place")
    try db.execute(
      """
      INSERT INTO feed (folder, title, description, formats, archive)
      SELECT \(new), title, description, formats, archive FROM feed WHERE folder = \(old)
      ON CONFLICT (folder) DO UPDATE SET archive = excluded.archive, ended = NULL
      """)
    try db.execute("DELETE FROM feed_place WHERE folder = \(new)")
    try db.execute("UPDATE feed_place SET folder = \(new) WHERE folder = \(old)")
    let moved = Set(try db.texts("SELECT article FROM feed_place WHERE folder = \(new)"))
    try place(own.filter { !moved.contains($0) }.map { Article.ID($0) }, in: new, db)
  }

  private static func hasOwnPast(_ new: String, beside old: String, _ db: any SQLConnection) throws -> Bool {
    try db.bool(
      """
      SELECT EXISTS (
        SELECT 1 FROM feed_place p LEFT JOIN article a ON a.id = p.article
        WHERE p.folder = \(new)
          AND NOT EXISTS (SELECT 1 FROM feed_place o WHERE o.folder = \(old) AND o.article = p.article)
          AND (a.id IS NULL OR a.published <= (SELECT ended FROM feed WHERE folder = \(old))))
      """)
  }
}
