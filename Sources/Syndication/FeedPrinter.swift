internal import Languages
package import Model
internal import XML

/// Prints one feed in any of its formats: the same ids, dates and content in each.
///
/// The bytes depend on the arguments alone; no clock is asked, so that nothing changes while no article does.
package struct FeedPrinter: Sendable {
  let site: Site
  let feed: Feed
  /// Whose words stand around what authors wrote.
  let language: Language

  package init(site: Site, feed: Feed) {
    (self.site, self.feed) = (site, feed)
    language = Language(site.language, own: site.words)
  }

  /// - Parameter articles: those of the feed, newest first, already cut to its limit.
  package func print(_ format: Feed.Format, articles: [Article]) throws -> [UInt8] {
    switch format {
    case .rss: try rss(articles)
    case .atom: try atom(articles)
    case .json: json(articles)
    }
  }
}

extension FeedPrinter {
  /// The name that `generator` elements give; without a version, so that an upgrade alone changes no bytes.
  static let generator = "Courant"

  /// Names the feed for ever (RFC 4151).
  var id: String { site.tagPrefix + "feeds/" + feed.name.text }

  /// The page that shows the feed to people.
  var home: String { site.page(of: feed) }

  /// When anything in the feed last changed; nil if it is empty.
  func lastChange(_ articles: [Article]) -> Instant? { articles.map(\.lastChanged).max() }

  /// Names an article for ever, wherever it is read and whatever its title becomes (RFC 4151).
  func id(of article: Article) -> String { site.tagPrefix + "articles/" + percentEncodedPath(article.id.text) }
}

extension Site {
  func page(of feed: Feed) -> String { address("feeds/\(feed.name)/") }
}
