package import Model

/// Changes to the shelf.
extension SQLLedger {
  package func apply(_ changes: [ShelfChanges]) throws { try write { try Self.apply(changes, $0) } }

  static func apply(_ changes: [ShelfChanges], _ db: any SQLConnection) throws {
    // Articles shelved now are soon read back for every document that contains them.
    if changes.reduce(0, { $0 + $1.read.count }) >= Self.many { try db.expectManyRows() }
    let hasOtherAssets = try changes.contains { try Self.hasOtherAssets($0, db) }
    // All files are cleared first, so that an article may move from one to another.
    var cleared = try Self.clear(changes, db)
    var difference = hasOtherAssets || cleared.hasOtherMentions ? ShelfDifference.other : .none
    for one in changes {
      for file in one.read { difference = max(difference, try Self.shelve(file, of: one, &cleared.articles, db)) }
      try Self.record(one, db)
    }
    for article in cleared.articles.values { try Self.depart(article, db) }
    if !cleared.articles.isEmpty { difference = .other }
    if difference > .none { try Self.grow(.shelf, db) }
    if difference == .other { try Self.grow(.frame, db) }
  }

  private enum ShelfDifference: Int, Comparable {
    case none
    /// Only bodies of articles.
    case body
    case other

    static func < (a: ShelfDifference, b: ShelfDifference) -> Bool { a.rawValue < b.rawValue }
  }

  private static func hasOtherAssets(_ changes: ShelfChanges, _ db: any SQLConnection) throws -> Bool {
    if changes.assets.isEmpty { return false }
    let recorded = try db.text(orNil: "SELECT assets FROM listing WHERE source = \(changes.source)")
    return recorded != changes.assets
  }

  /// Puts a file's article on the shelf. Returns how the shelf then differs from before it was cleared.
  private static func shelve(
    _ file: ShelfChanges.Read, of changes: ShelfChanges, _ cleared: inout [Article.ID: ClearedArticle],
    _ db: any SQLConnection
  ) throws -> ShelfDifference {
    guard let article = file.article else { return .none }
    let place = FilePlace(source: changes.source, path: file.path)
    guard try hasRoom(for: article, at: place, db) else { return .none }
    let row = ArticleRow(article)
    let before = cleared.removeValue(forKey: article.id)
    let arrived = try arrival(of: article.id, before, changes, db)
    try insert(file, row, arrived: arrived, of: changes.source, db)
    for key in file.keys {
      try set(ItemAlias(key: key, article: article.id, isShared: ItemKey.isShared(key)), of: changes.source, db)
    }
    guard let before, before.place == place, before.outline == row.outline else { return .other }
    if before.content == row.content { return .none }
    // The first of several changes knows what was published.
    try db.execute(
      """
      INSERT INTO reworded (article, content) VALUES (\(article.id.text), \(before.content))
      ON CONFLICT (article) DO NOTHING
      """)
    return .body
  }

  /// Whether no other article has the id, the page or the place. Normally gathering ensures this; if the two disagree
  /// on which articles are the same, one article waits and the site continues.
  private static func hasRoom(
    for article: Article, at place: FilePlace, _ db: any SQLConnection
  ) throws -> Bool {
    let owner = try db.text(
      orNil: """
        SELECT path FROM article WHERE id = \(article.id.text)
        UNION ALL SELECT path FROM article WHERE page = \(article.page)
        UNION ALL SELECT path FROM article WHERE source = \(place.source) AND path = \(place.path) LIMIT 1
        """)
    guard let owner else { return true }
    let sentence = "\(owner) has the same id or page; give one of them another `id`"
    try insert(Finding(place.path, sentence), of: place.source, file: place.path, db)
    try db.execute("UPDATE file SET stamp = NULL WHERE source = \(place.source) AND path = \(place.path)")
    return false
  }

  private static func grow(_ count: ShelfCount, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO note (key, value) VALUES (\(count.rawValue), '1')
      ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(note.value AS BIGINT) + 1 AS TEXT)
      """)
  }

  private static func clear(_ changes: [ShelfChanges], _ db: any SQLConnection) throws -> ClearedFiles {
    var cleared = ClearedFiles()
    for one in changes { try clear(one, &cleared, db) }
    return cleared
  }

  /// Removes files that are gone or were read again.
  private static func clear(
    _ changes: ShelfChanges, _ cleared: inout ClearedFiles, _ db: any SQLConnection
  ) throws {
    for path in changes.gone {
      cleared.add(try clear(path, of: changes.source, db), mentioning: "")
    }
    for file in changes.read {
      let before = try clear(file.path, of: changes.source, db, keepingFindings: file.findings)
      cleared.add(before, mentioning: file.mentions)
      let mentions = file.mentions.isEmpty ? nil : file.mentions
      try db.execute(
        """
        INSERT INTO file (source, path, stamp, mentions)
        VALUES (\(changes.source), \(file.path), \(file.stamp), \(mentions))
        ON CONFLICT (source, path) DO UPDATE SET stamp = excluded.stamp, mentions = excluded.mentions
        """)
      for finding in file.findings { try insert(finding, of: changes.source, file: file.path, db) }
    }
    for (path, findings) in changes.unread { try leave(path, findings, of: changes.source, db) }
  }

  /// Removes a file, its article and its findings. Findings that it still has are kept, with the
  /// date they were reported.
  private static func clear(
    _ path: String, of source: String, _ db: any SQLConnection, keepingFindings kept: [Finding] = []
  ) throws -> ClearedFiles.File {
    let file = try db.row("DELETE FROM file WHERE source = \(source) AND path = \(path) RETURNING mentions")
    // Without a row in `file`, there is no article and no finding.
    guard let file else { return ClearedFiles.File(article: nil, mentions: "") }
    let row = try db.row(
      "DELETE FROM article WHERE source = \(source) AND path = \(path) RETURNING \(sql: ClearedArticle.columns)")
    try clearFindings(of: path, of: source, db, keeping: kept)
    return ClearedFiles.File(
      article: try row.map(ClearedArticle.init), mentions: try file.text(orNil: "mentions") ?? "")
  }

  /// A file that cannot be read at present keeps its article.
  private static func leave(_ path: String, _ findings: [Finding], of source: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO file (source, path, stamp) VALUES (\(source), \(path), NULL)
      ON CONFLICT (source, path) DO UPDATE SET stamp = NULL
      """)
    try clearFindings(of: path, of: source, db, keeping: findings)
    for finding in findings { try insert(finding, of: source, file: path, db) }
  }

  private static func insert(
    _ file: ShelfChanges.Read, _ row: ArticleRow, arrived: Int64?, of source: String, _ db: any SQLConnection
  ) throws {
    let article = row.article
    try db.execute(
      """
      INSERT INTO article (id, source, path, page, published, expires, head, body, topics, outline, content, name,
        bytes, heading, wording, arrived, updated)
      VALUES (\(article.id.text), \(source), \(file.path), \(article.page), \(article.published), \(article.expires),
        \(row.head), \(article.body), \(row.topics), \(row.outline), \(row.content), \(file.name),
        \(file.bytes?.column), \(article.headingPrint.column), \(article.wordingPrint.column), \(arrived),
        \(article.updated))
      """)
  }
}
