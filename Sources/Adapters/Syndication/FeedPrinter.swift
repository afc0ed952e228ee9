internal import Languages
package import Model
internal import Text

/// Prints one feed in any of its formats: the same ids, dates and content in each.
///
/// The bytes depend on the arguments alone; no clock is asked, so that nothing changes while no article does.
package struct FeedPrinter: Sendable {
  let site: Site
  let feed: Feed
  /// Whether nothing will appear in it any more.
  let hasEnded: Bool
  let content: ArticleContent
  /// Whose topics they are.
  let scheme: String

  /// Of pictures, in bytes, by their addresses.
  let lengths: [String: Int64]

  /// - Parameter content: with the words of the site's language; made once for many feeds.
  package init(site: Site, feed: Feed, content: ArticleContent? = nil, lengths: [String: Int64] = [:]) {
    self.init(site: site, feed: feed, content: content, hasEnded: false, lengths: lengths)
  }

  init(site: Site, feed: Feed, content: ArticleContent? = nil, hasEnded: Bool, lengths: [String: Int64] = [:]) {
    (self.site, self.feed, self.hasEnded, self.lengths) = (site, feed, hasEnded, lengths)
    self.content = content ?? ArticleContent(Language(site.language, own: site.words))
    scheme = site.address("topics/")
  }

  package func print(_ format: Feed.Format, _ document: FeedDocument) throws -> [UInt8] {
    var bytes: [UInt8] = []
    // About what it will be, so that a long document is not moved again and again while it grows.
    bytes.reserveCapacity(document.articles.reduce(4_096) { $0 + 2_048 + $1.body.utf8.count * 5 / 4 })
    var articles = document.articles.makeIterator()
    try print(format, FeedFrame(document), articles: { articles.next() }) { bytes += $0 }
    return bytes
  }

  /// Article by article, for documents that are longer than memory should hold.
  ///
  /// - Parameter next: the articles, newest first, then nil.
  /// - Parameter sink: takes the bytes, some 64 kB at a time.
  package func print(
    _ format: Feed.Format, _ frame: FeedFrame, articles next: () throws -> Article?, to sink: ([UInt8]) throws -> Void
  ) throws {
    switch format {
    case .rss: try rss(frame, next, sink)
    case .atom: try atom(frame, next, sink)
    case .json: try json(frame, next, sink)
    }
  }

  /// A feed without archives.
  ///
  /// - Parameter articles: those of the feed, newest first, already cut to its limit.
  package func print(_ format: Feed.Format, articles: [Article]) throws -> [UInt8] {
    try print(format, FeedDocument(.subscription(previous: nil), articles: articles))
  }
}

extension FeedPrinter {
  /// The name that `generator` elements give; without a version, so that an upgrade alone changes no bytes.
  static let generator = "Courant"

  /// So many bytes are handed over at a time.
  static let portion = 1 << 16

  /// How many minutes readers may keep a document; the server says the same (docs/serving.md).
  static let minutesToLive = 60

  /// Names the feed for ever (RFC 4151).
  var id: String { site.tagPrefix + percentEncodedPath(String(feed.folder.dropLast())) }

  /// The page that shows the feed to people; one that has ended has none.
  var home: String { hasEnded ? site.address("") : site.page(of: feed) }

  /// The picture of the feed, square if there is one.
  var picture: String? { feed.icon ?? site.look.icon ?? site.look.logo }

  /// Names an article for ever, wherever it is read and whatever its title becomes (RFC 4151); as it did elsewhere, if its
  /// author says how.
  func id(of article: Article.ID) -> String {
    article.isAddress ? article.text : site.articleTagPrefix + percentEncodedPath(article.text)
  }

  func address(_ format: Feed.Format, _ kind: FeedDocument.Kind) -> String {
    site.address(percentEncodedPath(feed.path(format, kind)))
  }

  func address(_ format: Feed.Format, archive number: Int) -> String {
    site.address(percentEncodedPath(feed.path(format, archive: number)))
  }

  /// Relative, so that it is found wherever a copy of the site is served.
  func styleSheet(_ format: Feed.Format, _ kind: FeedDocument.Kind) -> String {
    let depth = feed.path(format, kind).utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth) + FeedStyleSheet.path
  }
}

extension Site {
  /// The page that shows a feed to people; the site itself if there are no such pages.
  func page(of feed: Feed) -> String { address(hasPages ? percentEncodedPath(feed.folder) : "") }
}
