internal import GRDB
internal import Crypto
package import Model

/// What the shelf remembers of articles so that each is known again, wherever its file is.
extension SQLiteLedger {
  package func knownArticles() throws -> [KnownArticle] {
    try read { db in
      let sql = """
        SELECT id, source, path, page, published, name, bytes, heading, wording, 'shelved' AS presence,
          CASE WHEN heading IS NULL THEN head END AS head, CASE WHEN heading IS NULL THEN body END AS body
        FROM article
        UNION ALL
        SELECT id, source, path, page, published, name, bytes, heading, wording,
          CASE WHEN EXISTS (SELECT 1 FROM file f WHERE f.source = d.source AND f.path = d.path) THEN 'hidden'
            ELSE 'departed' END, NULL, NULL
        FROM departed d
        """
      let rows = try Row.fetchCursor(db, sql: sql)
      var known: [KnownArticle] = []
      while let row = try rows.next() { known.append(try Self.known(row)) }
      return known
    }
  }

  private static func known(_ row: Row) throws -> KnownArticle {
    let presence: KnownArticle.Presence =
      switch row["presence"] as String {
      case "shelved": .shelved
      case "hidden": .hidden
      default: .departed
      }
    return KnownArticle(
      id: Article.ID(row["id"]), name: row["name"], page: row["page"],
      place: FilePlace(source: row["source"], path: row["path"]), presence: presence, traits: try traits(row))
  }

  /// Those of a row that is older than its columns are made from the article itself.
  private static func traits(_ row: Row) throws -> ArticleTraits? {
    var heading = (row["heading"] as Int64?).map(Fingerprint.init(column:))
    var wording = (row["wording"] as Int64?).map(Fingerprint.init(column:))
    if let head: String = row["head"], let body: String = row["body"] {
      var heads = ArticleHeads()
      let article = try heads.article(head, body: body)
      heading = article.headingPrint
      wording = article.wordingPrint
    }
    guard let heading, let wording else { return nil }
    return ArticleTraits(
      bytes: (row["bytes"] as Int64?).map(Fingerprint.init(column:)), heading: heading, wording: wording,
      published: row["published"])
  }

  package func articles(arrivedAfter instant: Instant) throws -> Set<Article.ID> {
    try read { db in
      let ids = try String.fetchAll(db, sql: "SELECT id FROM article WHERE arrived > ?", arguments: [instant.seconds])
      return Set(ids.map(Article.ID.init))
    }
  }

  package func assets(of source: String) throws -> [ShelvedAsset]? {
    try read { db in
      let recorded = try String.fetchOne(db, sql: "SELECT assets FROM listing WHERE source = ?", arguments: [source])
      guard let recorded, !recorded.isEmpty else { return nil }
      return try Row.fetchAll(
        db, sql: "SELECT path, size, stamp FROM asset WHERE source = ? ORDER BY path", arguments: [source]
      ).map { ShelvedAsset(path: $0["path"], size: $0["size"], stamp: $0["stamp"]) }
    }
  }

  package func begin(source: String) throws {
    let hasBegun = try read {
      try Bool.fetchOne($0, sql: "SELECT begun FROM listing WHERE source = ?", arguments: [source])
    }
    if hasBegun == true { return }
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO listing (source, mark, assets, begun) VALUES (?, NULL, '', 1)
          ON CONFLICT (source) DO UPDATE SET begun = 1
          """, arguments: [source])
    }
  }

  package func foldersOfSources() throws -> [String: String] {
    try read { db in
      var folders: [String: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT source, folder FROM listing WHERE folder IS NOT NULL") {
        folders[row["source"]] = row["folder"]
      }
      return folders
    }
  }

  package func losses() throws -> [HeldLoss] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT source, path, since, released FROM loss ORDER BY source, path").map { row in
        HeldLoss(
          place: FilePlace(source: row["source"], path: row["path"]), since: Instant(seconds: row["since"]),
          released: (row["released"] as Int64?).map(Instant.init(seconds:)))
      }
    }
  }

  package func release(lossesOf source: String, at now: Instant) throws -> Int {
    try write { db in
      try db.execute(
        sql: "UPDATE loss SET released = ? WHERE source = ? AND released IS NULL", arguments: [now.seconds, source])
      return db.changesCount
    }
  }
}

// MARK: - What apply does

extension SQLiteLedger {
  /// When an article was first found: it stays so while the article moves, and while it is away. Those that are there
  /// when their source begins are its past.
  static func arrival(
    of id: Article.ID, _ before: ClearedArticle?, _ changes: ShelfChanges, _ db: Database
  ) throws -> Int64? {
    if let before { return before.arrived }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "DELETE FROM departed WHERE id = ? RETURNING arrived"), arguments: [id.text])
    if let row { return row["arrived"] }
    let hasBegun = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT begun FROM listing WHERE source = ?"), arguments: [changes.source])
    return hasBegun == true ? changes.now?.seconds : nil
  }

  static func depart(_ article: ClearedArticle, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO departed (id, source, path, page, published, name, bytes, heading, wording, arrived)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        article.id.text, article.place.source, article.place.path, article.page, article.published, article.name,
        article.bytes, article.heading, article.wording, article.arrived,
      ])
  }

  /// Listing, assets and losses of a source.
  static func record(_ changes: ShelfChanges, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO listing (source, mark, assets, folder, begun) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (source) DO UPDATE SET begun = max(begun, excluded.begun), mark = excluded.mark, assets = iif(excluded.assets = '', assets, excluded.assets),
          folder = coalesce(excluded.folder, folder)
        """,
      arguments: [changes.source, changes.mark, changes.assets, changes.folder, changes.assetFiles == nil ? 0 : 1])
    if let files = changes.assetFiles { try record(files, of: changes.source, db) }
    try record(losses: changes, db)
  }

  private static func record(_ files: [ShelvedAsset], of source: String, _ db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT path, size, stamp FROM asset WHERE source = ?", arguments: [source])
    let before = Set(rows.map { ShelvedAsset(path: $0["path"], size: $0["size"], stamp: $0["stamp"]) })
    let now = Set(files)
    for file in before.subtracting(now) {
      try db.cachedStatement(sql: "DELETE FROM asset WHERE source = ? AND path = ?")
        .execute(arguments: [source, file.path])
    }
    for file in now.subtracting(before) {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO asset (source, path, size, stamp) VALUES (?, ?, ?, ?)")
        .execute(arguments: [source, file.path, file.size, file.stamp])
    }
  }

  private static func record(losses changes: ShelfChanges, _ db: Database) throws {
    let held = Set(changes.held)
    let known = try String.fetchSet(db, sql: "SELECT path FROM loss WHERE source = ?", arguments: [changes.source])
    for path in known.subtracting(held) {
      try db.execute(sql: "DELETE FROM loss WHERE source = ? AND path = ?", arguments: [changes.source, path])
    }
    for path in held.subtracting(known) {
      try db.execute(
        sql: "INSERT OR IGNORE INTO loss (source, path, since) VALUES (?, ?, ?)",
        arguments: [changes.source, path, changes.now?.seconds ?? 0])
    }
  }
}

/// An article that was taken from the shelf, perhaps to be put back at once.
struct ClearedArticle {
  let id: Article.ID
  let place: FilePlace
  let page: String
  let published: Int64
  let name: String?
  let bytes: Int64?
  let heading: Int64?
  let wording: Int64?
  let arrived: Int64?
  let content: Int64

  static let columns = """
    id, source, path, page, published, name, bytes, heading, wording, arrived, content,
    CASE WHEN heading IS NULL THEN head END AS head, CASE WHEN heading IS NULL THEN body END AS body
    """

  init(_ row: Row) {
    id = Article.ID(row["id"])
    place = FilePlace(source: row["source"], path: row["path"])
    page = row["page"]
    published = row["published"]
    name = row["name"]
    bytes = row["bytes"]
    arrived = row["arrived"]
    content = row["content"]
    var old: Article?
    if let head: String = row["head"], let body: String = row["body"] {
      var heads = ArticleHeads()
      // A head that cannot be read makes the article unrecognisable, and nothing else.
      old = try? heads.article(head, body: body)
    }
    heading = old?.headingPrint.column ?? row["heading"]
    wording = old?.wordingPrint.column ?? row["wording"]
  }
}

extension Article {
  /// Of ``ArticleTraits``.
  var headingPrint: Fingerprint { Fingerprint(digest: sha256(headingBytes)) }
  var wordingPrint: Fingerprint { Fingerprint(digest: sha256(wordingBytes)) }
}
