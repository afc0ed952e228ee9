internal import Foundation
package import Model
package import Time

/// The records of upstream sources.
extension SQLLedger: SourceBook {
  package func pollStates() throws -> [String: PollState] {
    try read { db in
      let decoder = JSONDecoder()
      var states: [String: PollState] = [:]
      for row in try db.rows("SELECT source, state FROM poll") {
        // One record that cannot be read must not stop all other sources; the run reports it.
        let state = try? decoder.decode(PollState.self, from: Data(row.text("state").utf8))
        states[try row.text("source")] = state ?? .lost
      }
      return states
    }
  }

  package func hostWaits() throws -> [HostWait] {
    try read { db in
      try db.rows("SELECT host, until, times FROM host_wait ORDER BY host").map { row in
        HostWait(host: try row.text("host"), until: try row.instant("until"), times: try row.int("times"))
      }
    }
  }

  package func aliases(of source: String) throws -> [ItemAlias] {
    try read { db in
      var aliases: [ItemAlias] = []
      let sql: SQL = "SELECT source, key, article, shared FROM alias WHERE source = \(source)"
      try db.forEach(sql) { aliases.append(try Self.alias($0)) }
      return aliases
    }
  }

  package func aliases(_ keys: [String], of source: String) throws -> [ItemAlias] {
    try read { db in
      try Self.inParts(keys) { some in
        try db.rows(
          """
          SELECT source, key, article, shared FROM alias WHERE source = \(source) AND key IN (\(list: some))
          UNION ALL
          SELECT source, key, article, shared FROM alias
          WHERE shared = 1 AND article IS NOT NULL AND source <> \(source) AND key IN (\(list: some))
          """
        ).map(Self.alias)
      }
    }
  }

  package func items(of source: String) throws -> [RecordedItem] {
    try read { db in
      try db.rows(
        """
        SELECT source, id, title, link, published, dated, seen, left_out_by, print FROM item
        WHERE source = \(source) ORDER BY published DESC, id
        """
      ).map(Self.item)
    }
  }

  package func items(_ ids: [Article.ID]) throws -> [RecordedItem] {
    try read { db in
      try Self.inParts(ids.map(\.text)) { some in
        try db.rows(
          """
          SELECT source, id, title, link, published, dated, seen, left_out_by, print FROM item
          WHERE id IN (\(list: some)) ORDER BY source, id
          """
        ).map(Self.item)
      }
    }
  }

  package func places(of ids: [Article.ID]) throws -> [ShelvedPlace] {
    try read { db in
      try Self.inParts(ids.map(\.text)) { some in
        try db.rows("SELECT id, source, path FROM article WHERE id IN (\(list: some))").map { row in
          ShelvedPlace(
            id: Article.ID(try row.text("id")), source: try row.text("source"), path: try row.text("path"))
        }
      }
    }
  }

  package func heldArticles() throws -> [HeldArticle] {
    try read { db in
      var heads = ArticleHeads()
      return try db.rows("SELECT source, head, since, released FROM held_article ORDER BY since, source, id").map {
        row in
        let article = try heads.article(row.text("head"))
        return HeldArticle(
          source: try row.text("source"), id: article.id, title: article.title, since: try row.instant("since"),
          released: try row.instant(orNil: "released"))
      }
    }
  }

  package func releasedArticles(of source: String) throws -> [Article] {
    try read { db in
      try Self.articles(
        db,
        """
        SELECT head, body FROM held_article WHERE source = \(source) AND released IS NOT NULL ORDER BY since, id
        """)
    }
  }

  package func release(articlesHeldBy source: String, at now: Instant) throws -> Int {
    try write { db in
      try db.execute("UPDATE held_article SET released = \(now) WHERE source = \(source) AND released IS NULL")
    }
  }

  package func note(_ states: [String: PollState], waits: [HostWait]) throws {
    if states.isEmpty, waits.isEmpty { return }
    try write { db in
      for (source, state) in states.sorted(by: { $0.key < $1.key }) { try Self.set(state, of: source, db) }
      try Self.record(waits, db)
    }
  }

  package func record(_ fetch: RecordedFetch) throws {
    try write { db in
      try Self.apply(fetch.changes, db)
      for alias in fetch.aliases { try Self.set(alias, of: fetch.source, db) }
      try Self.remember(fetch.tombstones, fetch, db)
      for item in fetch.items { try Self.set(item, db) }
      for (digest, articles) in fetch.past.sorted(by: { $0.key < $1.key }) {
        try Self.settle(articles, in: digest, db)
      }
      for (digest, articles) in fetch.waiting.sorted(by: { $0.key < $1.key }) {
        for article in articles { try Self.wait(article, in: digest, db) }
      }
      for article in fetch.held { try Self.hold(article, fetch, db) }
      for id in fetch.letIn {
        try db.execute("DELETE FROM held_article WHERE source = \(fetch.source) AND id = \(id.text)")
      }
      try Self.set(fetch.state, of: fetch.source, db)
      try Self.record(fetch.waits, db)
    }
  }
}

// MARK: - Rows

extension SQLLedger {
  /// Queries for a few at a time; the last ones are repeated, so that the same prepared statement is used.
  private static func inParts<Row>(_ keys: [String], _ query: ([String]) throws -> [Row]) throws -> [Row] {
    let atOnce = 100
    var rows: [Row] = []
    for start in stride(from: 0, to: keys.count, by: atOnce) {
      let some = Array(keys[start..<min(start + atOnce, keys.count)])
      rows += try query(some + repeatElement(some[0], count: atOnce - some.count))
    }
    return rows
  }

  private static func alias(_ row: SQLRow) throws -> ItemAlias {
    var alias = ItemAlias(
      key: try row.text("key"), article: try row.text(orNil: "article").map(Article.ID.init),
      isShared: try row.bool("shared"))
    alias.source = try row.text("source")
    return alias
  }

  private static func item(_ row: SQLRow) throws -> RecordedItem {
    var item = RecordedItem(
      source: try row.text("source"), id: Article.ID(try row.text("id")), title: try row.text("title"),
      published: try row.instant("published"), firstSeen: try row.instant("seen"))
    item.link = try row.text(orNil: "link")
    item.theirDate = try row.instant(orNil: "dated")
    item.leftOutBy = try row.text(orNil: "left_out_by")
    item.print = Fingerprint(column: try row.int64("print"))
    return item
  }

  private static func set(_ state: PollState, of source: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO poll (source, state) VALUES (\(source), \(try json(state)))
      ON CONFLICT (source) DO UPDATE SET state = excluded.state
      """)
  }

  private static func record(_ waits: [HostWait], _ db: any SQLConnection) throws {
    for wait in waits {
      try db.execute(
        """
        INSERT INTO host_wait (host, until, times) VALUES (\(wait.host), \(wait.until), \(wait.times))
        ON CONFLICT (host) DO UPDATE SET until = excluded.until, times = excluded.times
        """)
    }
  }

  static func set(_ alias: ItemAlias, of source: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO alias (source, key, article, shared)
      VALUES (\(source), \(alias.key), \(alias.article?.text), \(alias.isShared ? 1 : 0))
      ON CONFLICT (source, key) DO UPDATE SET article = excluded.article
      """)
  }

  /// Records which keys without an article were shown, and forgets those not shown for a long time.
  private static func remember(_ keys: [String], _ fetch: RecordedFetch, _ db: any SQLConnection) throws {
    let source = fetch.source
    let now = fetch.now
    let yesterday = now - .seconds(86_400)
    for key in keys {
      try db.execute(
        """
        UPDATE alias SET shown = \(now)
        WHERE source = \(source) AND key = \(key) AND article IS NULL AND (shown IS NULL OR shown < \(yesterday))
        """)
    }
    let last = try db.int64(
      """
      SELECT coalesce((SELECT shown FROM alias WHERE source = \(source) AND article IS NULL AND shown IS NOT NULL
        ORDER BY shown DESC LIMIT 1 OFFSET \(RecordedFetch.mostTombstones)), 0)
      """)
    // Keys shown by this fetch or one of the last day are kept.
    let bound = min(max(now - RecordedFetch.longestSilence, Instant(seconds: last + 1)), yesterday)
    try db.execute(
      """
      DELETE FROM alias WHERE source = \(source) AND article IS NULL AND shown IS NOT NULL AND shown < \(bound)
      """)
  }

  /// The dates of first sight stay.
  private static func set(_ item: RecordedItem, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO item (source, id, title, link, published, dated, seen, left_out_by, print)
      VALUES (\(item.source), \(item.id.text), \(item.title), \(item.link), \(item.published), \(item.theirDate),
        \(item.firstSeen), \(item.leftOutBy), \(item.print.column))
      ON CONFLICT (source, id) DO UPDATE SET title = excluded.title, link = excluded.link,
        left_out_by = excluded.left_out_by, print = excluded.print
      """)
  }

  private static func wait(_ article: Article.ID, in digest: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO waiting (digest, article) SELECT \(digest), \(article.text)
      WHERE NOT EXISTS (SELECT 1 FROM news WHERE digest = \(digest) AND article = \(article.text))
      ON CONFLICT DO NOTHING
      """)
  }

  private static func hold(_ article: Article, _ fetch: RecordedFetch, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO held_article (source, id, head, body, since)
      VALUES (\(fetch.source), \(article.id.text), \(ArticleHead.text(article)), \(article.body), \(fetch.now))
      ON CONFLICT DO NOTHING
      """)
  }
}
