internal import Cryptography
package import Model
package import Time

/// The traits by which the shelf recognises articles, wherever their files are.
extension SQLLedger {
  package func knownArticles() throws -> [KnownArticle] {
    try read { db in
      var known: [KnownArticle] = []
      try db.forEach("\(sql: Self.shelved) UNION ALL \(sql: Self.notShelved)") { known.append(try Self.known($0)) }
      return known
    }
  }

  package func knownArticles(in files: [FilePlace]) throws -> [KnownArticle] {
    try read { db in
      var known: [KnownArticle] = []
      for file in files {
        let row = try db.row("\(sql: Self.shelved) WHERE source = \(file.source) AND path = \(file.path)")
        if let row { known.append(try Self.known(row)) }
      }
      let places = Set(files)
      let renamed: SQL = "\(sql: Self.shelved) \(sql: db.dialect.index("article_named")) WHERE name IS NOT NULL"
      try db.forEach(renamed) { row in
        let article = try Self.known(row)
        if !places.contains(article.place) { known.append(article) }
      }
      try db.forEach(Self.notShelved) { known.append(try Self.known($0)) }
      return known
    }
  }

  package func places(ofPage page: String, or id: Article.ID) throws -> [FilePlace] {
    try read { db in
      try db.rows("SELECT source, path FROM article WHERE id = \(id.text) OR page = \(page)").map { row in
        FilePlace(source: try row.text("source"), path: try row.text("path"))
      }
    }
  }

  private static let shelved: SQL = """
    SELECT id, source, path, page, published, name, bytes, heading, wording, 'shelved' AS presence,
      CASE WHEN heading IS NULL THEN head END AS head, CASE WHEN heading IS NULL THEN body END AS body
    FROM article
    """

  private static let notShelved: SQL = """
    SELECT id, source, path, page, published, name, bytes, heading, wording,
      CASE WHEN EXISTS (SELECT 1 FROM file f WHERE f.source = d.source AND f.path = d.path) THEN 'hidden'
        ELSE 'departed' END AS presence, NULL AS head, NULL AS body
    FROM departed d
    """

  private static func known(_ row: SQLRow) throws -> KnownArticle {
    let presence: KnownArticle.Presence =
      switch try row.text("presence") {
      case "shelved": .shelved
      case "hidden": .hidden
      default: .departed
      }
    var article = KnownArticle(
      id: Article.ID(try row.text("id")), name: try row.text(orNil: "name"), page: try row.text("page"),
      place: FilePlace(source: try row.text("source"), path: try row.text("path")), presence: presence)
    article.traits = try traits(row)
    return article
  }

  /// In rows older than these columns, they are computed from the article itself.
  private static func traits(_ row: SQLRow) throws -> ArticleTraits? {
    var heading = try row.int64(orNil: "heading").map(Fingerprint.init(column:))
    var wording = try row.int64(orNil: "wording").map(Fingerprint.init(column:))
    if let head = try row.text(orNil: "head"), let body = try row.text(orNil: "body") {
      var heads = ArticleHeads()
      let article = try heads.article(head, body: body)
      heading = article.headingPrint
      wording = article.wordingPrint
    }
    guard let heading, let wording else { return nil }
    return ArticleTraits(
      bytes: try row.int64(orNil: "bytes").map(Fingerprint.init(column:)), heading: heading, wording: wording,
      published: try row.int64("published"))
  }

  package func articles(arrivedAfter instant: Instant) throws -> Set<Article.ID> {
    try read { db in
      let index = db.dialect.index("article_arrived")
      let ids = try db.texts("SELECT id FROM article \(sql: index) WHERE arrived > \(instant)")
      return Set(ids.map(Article.ID.init))
    }
  }

  package func assets(of source: String) throws -> [ShelvedAsset]? {
    try read { db in
      let recorded = try db.text(orNil: "SELECT assets FROM listing WHERE source = \(source)")
      guard let recorded, !recorded.isEmpty else { return nil }
      return try db.rows("SELECT path, size, stamp FROM asset WHERE source = \(source) ORDER BY path").map(Self.asset)
    }
  }

  private static func asset(_ row: SQLRow) throws -> ShelvedAsset {
    ShelvedAsset(path: try row.text("path"), size: try row.int64("size"), stamp: try row.text("stamp"))
  }

  package func begin(source: String) throws {
    let hasBegun = try read { try $0.bool(orNil: "SELECT begun FROM listing WHERE source = \(source)") }
    if hasBegun == true { return }
    try write { db in
      try db.execute(
        """
        INSERT INTO listing (source, mark, assets, begun) VALUES (\(source), NULL, '', 1)
        ON CONFLICT (source) DO UPDATE SET begun = 1
        """)
    }
  }

  package func foldersOfSources() throws -> [String: String] {
    try read { db in
      var folders: [String: String] = [:]
      for row in try db.rows("SELECT source, folder FROM listing WHERE folder IS NOT NULL") {
        folders[try row.text("source")] = try row.text("folder")
      }
      return folders
    }
  }

  package func losses() throws -> [HeldLoss] {
    try read { db in
      try db.rows("SELECT source, path, since, released FROM loss ORDER BY source, path").map { row in
        HeldLoss(
          place: FilePlace(source: try row.text("source"), path: try row.text("path")),
          since: try row.instant("since"), released: try row.instant(orNil: "released"))
      }
    }
  }

  package func release(lossesOf source: String, at now: Instant) throws -> Int {
    try write { db in
      try db.execute("UPDATE loss SET released = \(now) WHERE source = \(source) AND released IS NULL")
    }
  }
}

// MARK: - Parts of apply

extension SQLLedger {
  /// When an article was first found. This stays the same while it moves or is away. Nil for articles present
  /// when their source began.
  static func arrival(
    of id: Article.ID, _ before: ClearedArticle?, _ changes: ShelfChanges, _ db: any SQLConnection
  ) throws -> Int64? {
    if let before { return before.arrived }
    let row = try db.row("DELETE FROM departed WHERE id = \(id.text) RETURNING arrived")
    if let row { return try row.int64(orNil: "arrived") }
    let hasBegun = try db.bool(orNil: "SELECT begun FROM listing WHERE source = \(changes.source)")
    return hasBegun == true ? changes.now?.seconds : nil
  }

  static func depart(_ article: ClearedArticle, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO departed (id, source, path, page, published, name, bytes, heading, wording, arrived)
      VALUES (\(article.id.text), \(article.place.source), \(article.place.path), \(article.page), \(article.published),
        \(article.name), \(article.bytes), \(article.heading), \(article.wording), \(article.arrived))
      ON CONFLICT (id) DO UPDATE SET source = excluded.source, path = excluded.path, page = excluded.page,
        published = excluded.published, name = excluded.name, bytes = excluded.bytes, heading = excluded.heading,
        wording = excluded.wording, arrived = excluded.arrived
      """)
  }

  /// Records a source's listing, assets and losses.
  static func record(_ changes: ShelfChanges, _ db: any SQLConnection) throws {
    let isWhole = changes.assetFiles != nil
    try db.execute(
      """
      INSERT INTO listing (source, mark, assets, folder, begun)
      VALUES (\(changes.source), \(changes.listingKey), \(changes.assets), \(changes.folder), \(isWhole ? 1 : 0))
      ON CONFLICT (source) DO UPDATE SET mark = excluded.mark, folder = coalesce(excluded.folder, listing.folder),
        begun = CASE WHEN listing.begun = 1 THEN 1 ELSE excluded.begun END,
        assets = CASE WHEN excluded.assets = '' THEN listing.assets ELSE excluded.assets END
      """)
    if let files = changes.assetFiles { try record(files, of: changes.source, db) }
    try record(losses: changes, db)
  }

  private static func record(_ files: [ShelvedAsset], of source: String, _ db: any SQLConnection) throws {
    let rows = try db.rows("SELECT path, size, stamp FROM asset WHERE source = \(source)")
    let before = Set(try rows.map(Self.asset))
    let now = Set(files)
    for file in before.subtracting(now) {
      try db.execute("DELETE FROM asset WHERE source = \(source) AND path = \(file.path)")
    }
    for file in now.subtracting(before) {
      try db.execute(
        """
        INSERT INTO asset (source, path, size, stamp)
        VALUES (\(source), \(file.path), \(file.size), \(file.stamp))
        ON CONFLICT (source, path) DO UPDATE SET size = excluded.size, stamp = excluded.stamp
        """)
    }
  }

  private static func record(losses changes: ShelfChanges, _ db: any SQLConnection) throws {
    let held = Set(changes.held)
    let known = try Set(db.texts("SELECT path FROM loss WHERE source = \(changes.source)"))
    for path in known.subtracting(held) {
      try db.execute("DELETE FROM loss WHERE source = \(changes.source) AND path = \(path)")
    }
    for path in held.subtracting(known) {
      try db.execute(
        """
        INSERT INTO loss (source, path, since) VALUES (\(changes.source), \(path), \(changes.now?.seconds ?? 0))
        ON CONFLICT DO NOTHING
        """)
    }
  }
}

/// An article that was removed from the shelf and may be shelved again in the same transaction.
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
  let outline: Int64
  let content: Int64

  static let columns: SQL = """
    id, source, path, page, published, name, bytes, heading, wording, arrived, outline, content,
    CASE WHEN heading IS NULL THEN head END AS head, CASE WHEN heading IS NULL THEN body END AS body
    """

  init(_ row: SQLRow) throws {
    id = Article.ID(try row.text("id"))
    place = FilePlace(source: try row.text("source"), path: try row.text("path"))
    page = try row.text("page")
    published = try row.int64("published")
    name = try row.text(orNil: "name")
    bytes = try row.int64(orNil: "bytes")
    arrived = try row.int64(orNil: "arrived")
    outline = try row.int64("outline")
    content = try row.int64("content")
    var old: Article?
    if let head = try row.text(orNil: "head"), let body = try row.text(orNil: "body") {
      var heads = ArticleHeads()
      // If the head cannot be read, the article can no longer be recognised, but nothing else is lost.
      old = try? heads.article(head, body: body)
    }
    heading = try old?.headingPrint.column ?? row.int64(orNil: "heading")
    wording = try old?.wordingPrint.column ?? row.int64(orNil: "wording")
  }
}

extension Article {
  /// Fingerprints for ``ArticleTraits``.
  var headingPrint: Fingerprint { Fingerprint(digest: sha256(headingBytes)) }
  var wordingPrint: Fingerprint { Fingerprint(digest: sha256(wordingBytes)) }
}
