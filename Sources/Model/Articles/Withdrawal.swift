package import Time

/// An article that was published and must no longer be shown: its file is gone, is a draft or has an error, or its date
/// was moved into the future. The withdrawal ends when the article returns.
package struct Withdrawal: Hashable, Sendable {
  package let id: Article.ID
  /// The path of its former page, relative to `public/`. If another article has that page now, it keeps it.
  package let page: String
  /// Its topics as last published; they determine which feeds contained it.
  package let topics: [Topic]
  /// Its date as last published.
  package let published: Instant
  /// When a run first found it gone.
  package let at: Instant

  package init(id: Article.ID, page: String, topics: [Topic], published: Instant, at: Instant) {
    self.id = id
    self.page = page
    self.topics = topics
    self.published = published
    self.at = at
  }
}
