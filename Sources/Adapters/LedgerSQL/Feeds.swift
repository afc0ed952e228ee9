package import Model
package import Time

extension Schema {
  /// `feed.archive`: how many articles an archive document contains, permanently. `place`: from 0, without gaps.
  static let feeds = """
    CREATE TABLE feed (
      folder TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL, formats TEXT NOT NULL,
      archive INTEGER NOT NULL CHECK (archive >= 0), ended INTEGER) STRICT;
    CREATE TABLE feed_place (
      folder TEXT NOT NULL REFERENCES feed (folder), place INTEGER NOT NULL, article TEXT NOT NULL,
      PRIMARY KEY (folder, place), UNIQUE (folder, article)) STRICT;
    """
}

extension SQLLedger: FeedBook {
  package func recordedFeeds() throws -> [RecordedFeed] {
    try read { db in
      try db.rows(
        """
        SELECT folder, title, description, formats, archive, ended, successor FROM feed ORDER BY folder
        """
      ).map(Self.feed)
    }
  }

  private static func feed(_ row: SQLRow) throws -> RecordedFeed {
    let formats = try row.text("formats").split(separator: ",")
    var feed = RecordedFeed(
      folder: try row.text("folder"), title: try row.text("title"), description: try row.text("description"),
      formats: formats.compactMap { Feed.Format(rawValue: String($0)) }, archive: try row.int("archive"))
    feed.ended = try row.instant(orNil: "ended")
    feed.successor = try row.text(orNil: "successor")
    return feed
  }

  package func articles(inFeed folder: String) throws -> [Article.ID] {
    try read { db in
      // Queried for each feed; every topic may have one.
      try db.texts("SELECT article FROM feed_place WHERE folder = \(folder) ORDER BY place").map { Article.ID($0) }
    }
  }

  package func place(of article: Article.ID, inFeed folder: String) throws -> FeedPlace? {
    try read { db in
      let place = try db.row(
        """
        SELECT place, (SELECT max(place) FROM feed_place WHERE folder = \(folder)) AS last FROM feed_place
        WHERE folder = \(folder) AND article = \(article.text)
        """)
      return try place.map { FeedPlace(position: try $0.int("place"), count: try $0.int("last") + 1) }
    }
  }

  package func record(_ feeds: [FeedChange], at now: Instant) throws {
    if feeds.isEmpty { return }
    try write { db in
      for change in feeds {
        try Self.record(change.feed, db)
        try Self.place(change.newcomers, in: change.feed.folder, db)
      }
    }
  }

  private static func record(_ feed: RecordedFeed, _ db: any SQLConnection) throws {
    let formats = feed.formats.map(\.rawValue).joined(separator: ",")
    try db.execute(
      """
      INSERT INTO feed (folder, title, description, formats, archive)
      VALUES (\(feed.folder), \(feed.title), \(feed.description), \(formats), \(feed.archive))
      ON CONFLICT (folder) DO UPDATE SET title = excluded.title, description = excluded.description,
        formats = excluded.formats, ended = NULL, successor = NULL
      """)
  }

  static func place(_ newcomers: [Article.ID], in folder: String, _ db: any SQLConnection) throws {
    guard !newcomers.isEmpty else { return }
    var place = try db.int("SELECT coalesce(max(place) + 1, 0) FROM feed_place WHERE folder = \(folder)")
    for article in newcomers {
      try db.execute(
        "INSERT INTO feed_place (folder, place, article) VALUES (\(folder), \(place), \(article.text))")
      place += 1
    }
  }

  package func end(_ folders: [String], at now: Instant) throws {
    if folders.isEmpty { return }
    try write { db in
      for folder in folders {
        try db.execute("UPDATE feed SET ended = \(now) WHERE folder = \(folder) AND ended IS NULL")
      }
    }
  }
}
