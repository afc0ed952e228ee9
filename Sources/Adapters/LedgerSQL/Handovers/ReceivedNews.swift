internal import Foundation
package import Model
package import Time

/// The articles readers have received in mailed issues. Only readers who changed their digest are looked up.
extension SQLLedger {
  package func received(
    _ subscriptions: [Int64], among articles: Set<Article.ID>
  ) throws -> [Int64: ReceivedArticles] {
    if subscriptions.isEmpty || articles.isEmpty { return [:] }
    return try read { db in
      var issues = FrozenIssues(try Self.issues(with: articles, db), db)
      var found: [Int64: ReceivedArticles] = [:]
      for subscription in subscriptions {
        found[subscription] = try Self.received(subscription, among: articles, &issues, db)
      }
      return found
    }
  }

  private static func issues(with articles: Set<Article.ID>, _ db: any SQLConnection) throws -> Set<Int64> {
    let names = articles.map(\.text).sorted()
    return Set(
      try db.int64s("SELECT DISTINCT issue FROM news WHERE article IN (\(list: names)) AND issue IS NOT NULL"))
  }

  /// The reader of a subscription, and those who became one reader with them by a change of address.
  static func persons(of subscription: Int64) -> SQL {
    """
    WITH RECURSIVE person (id) AS (
      SELECT subscriber FROM subscription WHERE id = \(subscription)
      UNION SELECT r.id FROM person p JOIN subscriber r ON r.heir = p.id)
    SELECT id FROM person
    """
  }

  /// - Parameter subscription: any subscription of the reader; all of them count.
  private static func received(
    _ subscription: Int64, among articles: Set<Article.ID>, _ issues: inout FrozenIssues, _ db: any SQLConnection
  ) throws -> ReceivedArticles {
    var received = ReceivedArticles()
    let rows = try db.rows(
      """
      SELECT s.status, d.issue, d.feeds FROM subscription s JOIN delivery d ON d.subscription = s.id
      WHERE s.subscriber IN (\(sql: persons(of: subscription))) AND d.state <> 'dropped'
      """)
    for row in rows {
      let brought = try issues.articles(of: row.int64("issue"), in: EditionKey(row.text("feeds")))
      received.add(brought.intersection(articles), isOver: try row.text("status") != "confirmed")
    }
    for row in try Self.welcomes(subscription, db) {
      guard let wanted = Wanted.digests(try row.text("wanted")).first else { continue }
      let brought = try issues.articles(of: row.int64("issue"), following: wanted.follows)
      received.add(brought.intersection(articles), isOver: try row.text("status") != "confirmed")
    }
    for row in try Self.added(subscription, db) {
      let article = Article.ID(try row.text("article"))
      guard articles.contains(article) else { continue }
      received.add([article], isOver: try row.text("status") != "confirmed")
    }
    return received
  }

  private static func welcomes(_ subscription: Int64, _ db: any SQLConnection) throws -> [SQLRow] {
    try db.rows(
      """
      SELECT s.status, l.issue, l.wanted FROM subscription s JOIN letter l ON l.subscription = s.id
      WHERE s.subscriber IN (\(sql: persons(of: subscription))) AND l.issue IS NOT NULL
        AND l.state <> 'dropped'
      """)
  }

  /// Articles that the reader received through earlier handovers.
  private static func added(_ subscription: Int64, _ db: any SQLConnection) throws -> [SQLRow] {
    try db.rows(
      """
      SELECT s.status, o.article FROM subscription s JOIN owed_article o ON o.subscription = s.id
      JOIN delivery d ON d.issue = o.issue AND d.subscription = s.id
      WHERE s.subscriber IN (\(sql: persons(of: subscription))) AND d.state <> 'dropped'
      """)
  }

  package func hidden(
    issuedBy digest: String, since: Instant, unsettledIn former: String
  ) throws -> [Article] {
    try read { db in
      let rows = try db.rows(
        """
        SELECT n.issue, n.article FROM issue i JOIN news n ON n.issue = i.id
        WHERE i.digest = \(digest) AND i.frozen > \(since) AND n.digest = i.digest
          AND NOT EXISTS (SELECT 1 FROM article a WHERE a.id = n.article)
          AND NOT EXISTS (SELECT 1 FROM news f WHERE f.digest = \(former) AND f.article = n.article)
        ORDER BY n.issue, n.article
        """)
      var issues = FrozenIssues(Set(try rows.map { try $0.int64("issue") }), db)
      return try rows.compactMap { row in
        try issues.article(Article.ID(try row.text("article")), in: try row.int64("issue"))
      }
    }
  }

  package func missed(from former: Handover.Former) throws -> Set<Article.ID> {
    try read { db in
      let since = try db.int64s(
        """
        SELECT id FROM issue WHERE digest = \(former.digest) AND id > \(former.issue) AND cancelled IS NULL ORDER BY id
        """)
      let withdrawn = try db.rows(
        """
        SELECT issue, feeds FROM delivery WHERE subscription = \(former.subscription) AND state = 'dropped'
          AND reply = \(Delivery.Drop.handedOver) AND changed >= \(former.made)
          AND NOT EXISTS (SELECT 1 FROM issue WHERE issue.id = delivery.issue AND cancelled IS NOT NULL)
        """)
      var issues = FrozenIssues(Set(since).union(try withdrawn.map { try $0.int64("issue") }), db)
      var missed: Set<Article.ID> = []
      let follows = try Self.withFormerNames(former.follows, db)
      for issue in since { missed.formUnion(try issues.articles(of: issue, following: follows)) }
      for row in withdrawn {
        let issue = try row.int64("issue")
        missed.formUnion(try issues.articles(of: issue, in: EditionKey(row.text("feeds"))))
        let added = try db.texts(
          "SELECT article FROM owed_article WHERE subscription = \(former.subscription) AND issue = \(issue)")
        missed.formUnion(added.map { Article.ID($0) })
      }
      return missed
    }
  }
}

extension SQLLedger {
  /// The feeds followed, including the names used in issues frozen before a rename.
  private static func withFormerNames(_ follows: Following, _ db: any SQLConnection) throws -> Following {
    guard case .some(var names) = follows else { return .all }
    let rows = try db.rows("SELECT folder, successor FROM feed WHERE successor IS NOT NULL ORDER BY ended DESC")
    for row in rows {
      let former = try row.text("folder").split(separator: "/").last.flatMap { Feed.Name(String($0)) }
      let next = try row.text("successor").split(separator: "/").last.flatMap { Feed.Name(String($0)) }
      if let former, let next, names.contains(next) { names.append(former) }
    }
    return Following(names)
  }
}

extension ReceivedArticles {
  fileprivate mutating func add(_ articles: Set<Article.ID>, isOver: Bool) {
    ever.formUnion(articles)
    if isOver { formerly.formUnion(articles) }
  }
}

/// The articles of some issues; each issue is read once.
private struct FrozenIssues {
  private let relevant: Set<Int64>
  private let db: any SQLConnection
  private var read: [Int64: Issue] = [:]
  private var found: [Key: Set<Article.ID>] = [:]

  private struct Key: Hashable {
    let issue: Int64
    let feeds: [Feed.Name]
  }

  /// - Parameter relevant: issues to read; all others count as empty.
  init(_ relevant: Set<Int64>, _ db: any SQLConnection) {
    self.relevant = relevant
    self.db = db
  }

  mutating func articles(of issue: Int64, in edition: EditionKey) throws -> Set<Article.ID> {
    guard relevant.contains(issue) else { return [] }
    let key = Key(issue: issue, feeds: edition.feeds)
    if let known = found[key] { return known }
    let articles = Set(try content(of: issue).sections(following: edition.feeds).flatMap(\.articles).map(\.id))
    found[key] = articles
    return articles
  }

  mutating func articles(of issue: Int64, following follows: Following) throws -> Set<Article.ID> {
    guard relevant.contains(issue) else { return [] }
    let feeds = try content(of: issue).feeds(of: follows)
    return try articles(of: issue, in: EditionKey(feeds))
  }

  mutating func article(_ id: Article.ID, in issue: Int64) throws -> Article? {
    try content(of: issue).articles.first { $0.id == id }
  }

  private mutating func content(of issue: Int64) throws -> Issue {
    if let known = read[issue] { return known }
    guard let text = try db.text(orNil: "SELECT content FROM issue WHERE id = \(issue)") else {
      throw SQLFault("there is no issue \(issue)")
    }
    let content = try JSONDecoder().decode(Issue.self, from: Data(text.utf8))
    read[issue] = content
    return content
  }
}
