package import Time

/// The articles as last gathered.
package protocol ArticleShelf: AnyObject, Sendable {
  /// All articles without their bodies, including embargoed ones, newest first.
  func shelvedArticles() throws -> [ShelvedArticle]

  /// The dates and topics of all articles, including embargoed ones, newest first.
  func articleTopics() throws -> [ArticleTopics]

  /// The articles with these ids, in that order; missing ones are left out.
  func articles(_ ids: [Article.ID]) throws -> [Article]

  /// The articles published after `instant`, and those with these ids, without their bodies.
  func articles(publishedAfter instant: Instant, or ids: Set<Article.ID>) throws -> [Article]

  func article(_ id: Article.ID) throws -> Article?

  /// Articles first found by a run later than `instant`, except those present when their source began.
  func articles(arrivedAfter instant: Instant) throws -> Set<Article.ID>

  /// The next instant after `now` at which an embargo ends, an article expires or a future change takes
  /// effect; nil if there is none.
  func nextTurn(after now: Instant) throws -> Instant?

  /// Grows whenever an article or an asset changes, so publishing knows that there is work to do.
  func shelfVersion() throws -> Int

  /// Grows with ``shelfVersion()``, except when nothing but bodies of articles changed.
  func shelfFrame() throws -> Int

  /// The articles of which only the body changed since they were last settled, with the fingerprints of what they contained before.
  func reworded() throws -> [Article.ID: Fingerprint]

  /// Called when everything is published.
  func settleReworded() throws

  /// Those of ``shelvedArticles()`` with these ids, in the same order.
  func shelvedArticles(_ ids: Set<Article.ID>) throws -> [ShelvedArticle]

  /// Which file each article came from, without loading the articles.
  func places() throws -> [ShelvedPlace]

  func articleCount() throws -> Int
}
