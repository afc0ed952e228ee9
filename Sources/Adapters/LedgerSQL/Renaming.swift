package import Model
package import Time

extension SQLLedger {
  package func rename(digest old: String, to new: String, at now: Instant) throws -> RenamedDigest {
    try write { db in
      try expectAllRenames(db)
      let renamed = try Self.rename(digest: old, to: new, db)
      try journal(LostRename(.digest(old), to: .digest(new)), at: now, db)
      return renamed
    }
  }

  static func rename(digest old: String, to new: String, _ db: any SQLConnection) throws -> RenamedDigest {
    try refuseIfMailed(new, db)
    // Slots and issues refer to each other by name, so both must change before foreign keys are checked.
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
    try renamePermits(from: old, to: new, db)
    try db.execute("UPDATE digest SET name = \(new) WHERE name = \(old)")
    let subscriptions = try db.execute("UPDATE subscription SET digest = \(new) WHERE digest = \(old)")
    try renameCounts(from: old, to: new, db)
    try renameTotals(from: old, to: new, db)
    try unretire(.digest(old), db)
    try setNote("published", "", db)
    // The triggers add the departures to the journal again, under the new name; there the rename itself has that effect.
    try db.execute("DELETE FROM departing")
    return RenamedDigest(subscriptions: subscriptions, issues: issues)
  }

  /// If a reader left both, one departure is kept.
  private static func renameDepartures(from old: String, to new: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
      DELETE FROM departure WHERE digest = \(new)
        AND hash IN (SELECT hash FROM departure WHERE digest = \(old))
      """)
    try db.execute("UPDATE departure SET digest = \(new) WHERE digest = \(old)")
  }

  /// Events keep the names of their time.
  private static func renamePermits(from old: String, to new: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
      DELETE FROM permit_digest WHERE digest = \(new)
        AND permit IN (SELECT permit FROM permit_digest WHERE digest = \(old))
      """)
    try db.execute("UPDATE permit_digest SET digest = \(new) WHERE digest = \(old)")
  }

  private static func refuseIfMailed(_ digest: String, _ db: any SQLConnection) throws {
    let issues = try db.int("SELECT count(*) FROM issue WHERE digest = \(digest)")
    let cancelled = try db.int("SELECT count(*) FROM slot WHERE digest = \(digest) AND state = 'cancelled'")
    let refusal = RenameError(issues: issues, cancelled: cancelled)
    guard refusal.issues == 0, refusal.cancelled == 0 else { throw refusal }
  }

  /// If a reader has both subscriptions, the one under the old name stays, because messages contain its token; `new` has not
  /// mailed anyone. The newer subscription's choices win, except that a departure from either one wins over everything, unless
  /// the reader changed from the old one to the new one.
  private static func mergeSubscriptions(of old: String, into new: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
      UPDATE subscription SET
        feeds = n.feeds,
        consent = coalesce(subscription.consent, n.consent),
        ended = CASE
          WHEN subscription.status = 'ended' AND subscription.continued = n.id THEN n.ended
          WHEN subscription.status = 'ended' THEN subscription.ended
          WHEN n.status = 'ended' THEN n.ended END,
        status = CASE
          WHEN subscription.status = 'ended' AND subscription.continued = n.id THEN n.status
          WHEN 'ended' IN (subscription.status, n.status) THEN 'ended'
          WHEN 'confirmed' IN (subscription.status, n.status) THEN 'confirmed'
          ELSE 'pending' END
      FROM subscription n
      WHERE subscription.digest = \(old) AND n.digest = \(new) AND n.subscriber = subscription.subscriber
      """)
    try keepNumber(lastNumber(in: "subscription", db), db)
    try mergeHandovers(of: old, into: new, db)
    try db.execute(
      """
      DELETE FROM subscription WHERE digest = \(new) AND subscriber IN (
        SELECT subscriber FROM subscription WHERE digest = \(old))
      """)
    // The journal may have recorded a departure under one name while this ledger had only the other one.
    try db.execute(
      """
      UPDATE subscription SET status = 'ended', ended = d.since
      FROM departure d JOIN subscriber r ON r.hash = d.hash
      WHERE d.digest IN (\(old), \(new)) AND subscription.digest IN (\(old), \(new)) AND subscription.subscriber = r.id
        AND subscription.status <> 'ended'
      """)
  }

  /// The remaining subscription takes over what the other one was owed, owes, and was welcomed with.
  private static func mergeHandovers(of old: String, into new: String, _ db: any SQLConnection) throws {
    let pairs = try db.rows(
      """
      SELECT o.id AS stays, n.id AS goes FROM subscription n JOIN subscription o ON o.subscriber = n.subscriber
      WHERE n.digest = \(new) AND o.digest = \(old) AND (
        EXISTS (SELECT 1 FROM handover h WHERE h.subscription = n.id) OR EXISTS (
          SELECT 1 FROM handover h WHERE h.former = n.id) OR EXISTS (
          SELECT 1 FROM owed_article a WHERE a.subscription = n.id))
      """)
    for pair in pairs {
      let stays = try pair.int64("stays")
      let goes = try pair.int64("goes")
      try db.execute(
        """
        INSERT INTO handover (subscription, former, issue, made, waits)
        SELECT CASE subscription WHEN \(goes) THEN \(stays) ELSE subscription END,
          CASE former WHEN \(goes) THEN \(stays) ELSE former END, issue, made, waits
        FROM handover WHERE subscription = \(goes) OR former = \(goes)
        ON CONFLICT DO NOTHING
        """)
      try db.execute(
        """
        INSERT INTO owed_article (subscription, article, issue)
        SELECT \(stays), article, issue FROM owed_article WHERE subscription = \(goes) ON CONFLICT DO NOTHING
        """)
    }
  }

  package func rename(feed old: Feed.Name, to new: Feed.Name, at now: Instant) throws -> Int {
    try write { db in
      try expectAllRenames(db)
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

  /// Editions and deliveries keep the names they were frozen with, which are never compared with the settings.
  private static func renameFollowed(_ old: Feed.Name, to new: Feed.Name, _ db: any SQLConnection) throws -> Int {
    try db.execute(
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS renamed (feeds TEXT PRIMARY KEY NOT NULL, becomes TEXT NOT NULL)
      """)
    try db.execute("DELETE FROM renamed")
    let sets = try db.texts(
      """
      SELECT feeds FROM subscription UNION SELECT feeds FROM permit_digest
      UNION SELECT feeds FROM digest WHERE feeds IS NOT NULL
      """)
    for set in sets where ",\(set),".contains(",\(old),") {
      guard let following = Following(set) else { continue }
      try db.execute("INSERT INTO renamed (feeds, becomes) VALUES (\(set), \(following.renaming(old, to: new).text))")
    }
    try db.execute("UPDATE digest SET feeds = r.becomes FROM renamed r WHERE digest.feeds = r.feeds")
    try db.execute("UPDATE permit_digest SET feeds = r.becomes FROM renamed r WHERE permit_digest.feeds = r.feeds")
    return try db.execute(
      "UPDATE subscription SET feeds = r.becomes FROM renamed r WHERE subscription.feeds = r.feeds")
  }

  /// The old feed's row stays, because its documents stay and state that it has ended. Its order moves to the new feed,
  /// unless that has a longer past: articles published by runs between the change of the settings and this command are in
  /// the old order, or newer than its end.
  private static func renameHistory(of old: String, to new: String, at now: Instant, _ db: any SQLConnection) throws {
    let ended = try db.execute(
      "UPDATE feed SET ended = coalesce(ended, \(now)), successor = \(new) WHERE folder = \(old)")
    guard ended == 1, try !hasOwnPast(new, apartFrom: old, db) else { return }
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

  private static func hasOwnPast(_ new: String, apartFrom old: String, _ db: any SQLConnection) throws -> Bool {
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
