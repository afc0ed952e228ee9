internal import Languages
package import Model
internal import Text

/// Renders a feed in any of its formats, with the same ids, dates and content in each.
///
/// The bytes depend only on the arguments, not on a clock, so nothing changes unless an article does.
package struct FeedRenderer: Sendable {
  let site: Site
  let feed: Feed
  /// Whether the feed has ended, so that nothing will be added to it.
  let hasEnded: Bool
  let content: ArticleContent
  /// The same for articles in other languages of the site, by tag.
  private let contents: [String: ArticleContent]
  /// Identifies the vocabulary of the topics.
  let scheme: String

  /// Lengths of images and recordings in bytes, by URL.
  let lengths: [String: Int64]
  package var durations = SoundDurations.none

  /// - Parameter content: shared by feeds with the same language and amount of content.
  package init(site: Site, feed: Feed, content: ArticleContent? = nil, lengths: [String: Int64] = [:]) {
    self.init(site: site, feed: feed, content: content, hasEnded: false, lengths: lengths)
  }

  init(site: Site, feed: Feed, content: ArticleContent? = nil, hasEnded: Bool, lengths: [String: Int64] = [:]) {
    self.site = site
    self.feed = feed
    self.hasEnded = hasEnded
    self.lengths = lengths
    self.content =
      content
      ?? ArticleContent(site.speech(in: feed), showsInterest: site.showsInterest, amount: feed.content)
    let spoken = site.otherLanguages.map { tag in
      (tag, ArticleContent(site.speaking(tag).speech, showsInterest: site.showsInterest, amount: feed.content))
    }
    contents = Dictionary(spoken) { first, _ in first }
    scheme = site.address("topics/")
  }

  package func render(_ format: Feed.Format, _ document: FeedDocument) throws -> [UInt8] {
    var bytes: [UInt8] = []
    // Roughly the final length, so that a long document is not moved repeatedly while it grows.
    bytes.reserveCapacity(document.articles.reduce(4_096) { $0 + 2_048 + $1.body.utf8.count * 5 / 4 })
    var articles = document.articles.makeIterator()
    try render(format, FeedFrame(document), articles: { articles.next() }) { bytes += $0 }
    return bytes
  }

  /// Renders article by article, for documents too long to hold in memory.
  ///
  /// - Parameter next: returns the articles, newest first, then nil.
  /// - Parameter sink: receives the bytes, about 64 kB at a time.
  package func render(
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
  /// - Parameter articles: the articles of the feed, newest first, already cut to its limit.
  package func render(_ format: Feed.Format, articles: [Article]) throws -> [UInt8] {
    try render(format, FeedDocument(.subscription(previous: nil), articles: articles))
  }
}

extension FeedRenderer {
  /// The name in `generator` elements; without a version, so that an upgrade alone changes no bytes.
  static let generator = "Courant"

  /// How many bytes to pass on at a time.
  static let portion = 1 << 16

  /// How many minutes clients may cache a document; the same as the server's header (docs/serving.md).
  static let minutesToLive = 60

  /// The language that the documents state.
  var language: String { feed.language ?? site.language }

  /// The language that an article states, if that is not the one of the feed.
  func foreignLanguage(of article: Article) -> String? { article.language == language ? nil : article.language }

  /// What the documents contain of an article, with phrases in its language if the site speaks it.
  func parts(of article: Article) -> [String] {
    guard let other = article.language.flatMap({ contents[$0] }) else { return content.parts(of: article) }
    return other.parts(of: article)
  }

  /// The permanent id of the feed (RFC 4151).
  var id: String { site.tagPrefix + percentEncodedPath(String(feed.folder.dropLast())) }

  /// The page that shows the feed to people; for a feed that has ended, the site's front page.
  var home: String { hasEnded ? site.address("") : site.page(of: feed) }

  /// The image of the feed, square if there is one.
  var picture: String? { feed.icon ?? site.look.icon ?? site.look.logo }

  /// The permanent id of an article, wherever it is read and even if its title changes (RFC 4151); the id from another
  /// site, if its author sets one.
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
  /// The phrases of the site's language.
  fileprivate var speech: Language { Language(language, own: words) }

  /// The phrases of a feed's language.
  fileprivate func speech(in feed: Feed) -> Language { speaking(feed.language ?? language).speech }

  /// The page that shows a feed to people; the front page if it has none.
  func page(of feed: Feed) -> String {
    let hasPage = hasPages && !feed.isCombination && !feed.isPrivate
    return address(hasPage ? percentEncodedPath(feed.folder) : "")
  }
}
