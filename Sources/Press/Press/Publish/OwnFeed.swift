internal import Languages
package import Model
internal import Syndication
package import Time

/// The feed of some feeds that a reader chose: the newest articles of all of them.
package struct OwnFeed {
  private let site: Site
  private let feeds: [Feed]

  /// - Parameter names: of public feeds of the site, sorted.
  package init(of names: [Feed.Name], on site: Site) {
    self.site = site
    feeds = site.publicFeeds.filter { names.contains($0.name) }
  }

  /// The document, which depends only on the articles that are visible at `now`. Its ids are those of the documents under
  /// `public/`, even after `url` has changed.
  package func document(_ format: Feed.Format, _ shelf: any ArticleShelf & NoteBook, at now: Instant) throws -> [UInt8]
  {
    let site = try site.withKnownTagPrefix(shelf)
    let feed = Feed(combining: feeds)
    let visible = try shelf.shelvedArticles().map(\.article).filter { article in
      article.isVisible(at: now) && feeds.contains { $0.matches(article) }
    }
    let newest = visible.sorted(by: Article.newestFirst).prefix(feed.limit).map(\.id)
    let articles = try shelf.articles(newest).map { $0.shown(at: now) }
    let content = ArticleContent(Language(site.language, own: site.words), showsInterest: site.showsInterest)
    return try FeedRenderer(site: site, feed: feed, content: content).render(format, articles: articles)
  }
}
