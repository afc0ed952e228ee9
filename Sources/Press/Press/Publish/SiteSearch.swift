internal import Languages
package import Model
internal import Syndication
package import Time

/// Searches the published articles of a site.
package struct SiteSearch {
  private let site: Site

  package init(_ site: Site) { self.site = site }

  /// The maximum number of articles that one search returns.
  package static let most = 200

  /// The articles that are visible at `now` and contain all words, best first, without their bodies. The index may be older
  /// than the shelf, so articles under embargo, expired or gone are left out here.
  package func articles(
    matching query: SearchQuery, _ ledger: any SearchBook & ArticleShelf, at now: Instant
  ) throws -> [Article] {
    let ids = try ledger.articles(matching: query, limit: Self.most)
    let heads = try ledger.articles(publishedAfter: now, or: Set(ids)).filter { $0.isVisible(at: now) }
    let visible = Dictionary(heads.map { ($0.id, $0.shown(at: now)) }, uniquingKeysWith: { first, _ in first })
    return ids.compactMap { visible[$0] }
  }

  /// The feed of the newest of them.
  ///
  /// - Parameter title: see ``Feed/init(searching:title:)``.
  package func document(
    _ format: Feed.Format, of query: SearchQuery, title: String, _ ledger: any SearchBook & ArticleShelf & NoteBook,
    at now: Instant
  ) throws -> [UInt8] {
    let site = try site.withKnownTagPrefix(ledger)
    let feed = Feed(searching: query.words, title: title)
    let found = try articles(matching: query, ledger, at: now).sorted(by: Article.newestFirst).prefix(feed.limit)
    let articles = try ledger.articles(found.map(\.id)).map { $0.shown(at: now) }
    let content = ArticleContent(Language(site.language, own: site.words), showsInterest: site.showsInterest)
    return try FeedRenderer(site: site, feed: feed, content: content).render(format, articles: articles)
  }
}
