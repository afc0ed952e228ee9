package import Time

/// An article that was published and must not be shown any more: its file is gone, is a draft or has an error, or its
/// date was moved into the future. The withdrawal ends when the article returns.
package struct Withdrawal: Hashable, Sendable {
  package let id: Article.ID
  /// The path of its former page, relative to `public/`. Another article may have it now, and keeps it.
  package let page: String
  /// As last published; they determine which feeds contained it.
  package let topics: [Topic]
  /// Its date as last published.
  package let published: Instant
  /// The time of the run that first found it gone.
  package let at: Instant

  package init(id: Article.ID, page: String, topics: [Topic], published: Instant, at: Instant) {
    self.id = id
    self.page = page
    self.topics = topics
    self.published = published
    self.at = at
  }
}
