package import Time

/// The dates and topics of an article, for questions about all articles of a site: a hundred thousand of them are read in a tenth
/// of the time of their heads.
package struct ArticleTopics: Hashable, Sendable {
  package let id: Article.ID
  package let published: Instant
  package let expires: Instant?
  package let topics: [Topic]

  package init(id: Article.ID, published: Instant, expires: Instant?, topics: [Topic]) {
    self.id = id
    self.published = published
    self.expires = expires
    self.topics = topics
  }

  package init(_ article: Article) {
    self.init(id: article.id, published: article.published, expires: article.expires, topics: article.topics)
  }

  /// See ``Article/isVisible(at:)``.
  package func isVisible(at now: Instant) -> Bool { published <= now && !isExpired(at: now) }

  /// See ``Article/isExpired(at:)``.
  package func isExpired(at now: Instant) -> Bool { expires.map { $0 <= now } ?? false }
}
