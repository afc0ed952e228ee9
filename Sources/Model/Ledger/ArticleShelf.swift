package import Time

/// The articles that were gathered, as they are now.
package protocol ArticleShelf: AnyObject, Sendable {
  /// Every article, embargoed ones too, in no particular order.
  func articles() throws -> [Article]

  /// Every article without its body, embargoed ones too, newest first.
  func shelvedArticles() throws -> [ShelvedArticle]

  /// Those named, in that order; one that is not there is left out.
  func articles(_ ids: [Article.ID]) throws -> [Article]

  /// Those published after `instant`, and those named, without their bodies.
  func articles(publishedAfter instant: Instant, or ids: Set<Article.ID>) throws -> [Article]

  func article(_ id: Article.ID) throws -> Article?

  /// Articles that a run later than `instant` found first; not those that were there when their source began.
  func articles(arrivedAfter instant: Instant) throws -> Set<Article.ID>

  /// The first instant after `now` at which an embargo ends, an article expires or its change comes; nil if none does.
  func nextTurn(after now: Instant) throws -> Instant?

  /// Grows whenever an article or an asset is other than it was: what tells publishing that there is something to do.
  func shelfEdition() throws -> Int

  /// Which file each article came from, without reading the articles.
  func places() throws -> [ShelvedPlace]

  func articleCount() throws -> Int
}
