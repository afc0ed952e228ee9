internal import GRDB
package import Model

extension Schema {
  /// `feed.archive`: how many articles an archive document holds, for ever. `place`: from 0, without gaps.
  static func feeds(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE feed (
          folder TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL, formats TEXT NOT NULL,
          archive INTEGER NOT NULL CHECK (archive >= 0), ended INTEGER) STRICT;
        CREATE TABLE feed_place (
          folder TEXT NOT NULL REFERENCES feed (folder), place INTEGER NOT NULL, article TEXT NOT NULL,
          PRIMARY KEY (folder, place), UNIQUE (folder, article)) STRICT;
        """)
  }
}

extension SQLiteLedger: FeedBook {
  package func recordedFeeds() throws -> [RecordedFeed] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT folder, title, description, formats, archive, ended, successor FROM feed ORDER BY folder"
      ).map { row in
        RecordedFeed(
          folder: row[0], title: row[1], description: row[2],
          formats: (row[3] as String).split(separator: ",").compactMap { Feed.Format(rawValue: String($0)) },
          archive: row[4], ended: (row[5] as Int64?).map(Instant.init(seconds:)),
          successor: row["successor"])
      }
    }
  }

  package func articles(inFeed folder: String) throws -> [Article.ID] {
    try read { db in
      // Asked for each feed, and a topic may have one.
      try String.fetchAll(
        db.cachedStatement(sql: "SELECT article FROM feed_place WHERE folder = ? ORDER BY place"), arguments: [folder]
      ).map { Article.ID($0) }
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

  private static func record(_ feed: RecordedFeed, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO feed (folder, title, description, formats, archive) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (folder) DO UPDATE SET title = excluded.title, description = excluded.description,
          formats = excluded.formats, ended = NULL, successor = NULL
        """
    ).execute(arguments: [
      feed.folder, feed.title, feed.description, feed.formats.map(\.rawValue).joined(separator: ","), feed.archive,
    ])
  }

  static func place(_ newcomers: [Article.ID], in folder: String, _ db: Database) throws {
    guard !newcomers.isEmpty else { return }
    var place =
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT coalesce(max(place) + 1, 0) FROM feed_place WHERE folder = ?"),
        arguments: [folder]) ?? 0
    let statement = try db.cachedStatement(
      sql: "INSERT INTO feed_place (folder, place, article) VALUES (?, ?, ?)")
    for article in newcomers {
      try statement.execute(arguments: [folder, place, article.text])
      place += 1
    }
  }

  package func end(_ folders: [String], at now: Instant) throws {
    if folders.isEmpty { return }
    try write { db in
      let statement = try db.cachedStatement(sql: "UPDATE feed SET ended = ? WHERE folder = ? AND ended IS NULL")
      for folder in folders { try statement.execute(arguments: [now.seconds, folder]) }
    }
  }
}
