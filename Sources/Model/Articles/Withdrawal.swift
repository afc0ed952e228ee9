/// An article that was published and is to be seen no more: its file is gone, a draft or faulty, or its date was moved
/// into the future. It ends when the article is back.
package struct Withdrawal: Hashable, Sendable {
  package let id: Article.ID
  /// Where its page stood, relative to `public/`. Another article may have it now, and keeps it.
  package let page: String
  /// As last published: they say which feeds had it.
  package let topics: [Topic]
  /// Its date as last published.
  package let published: Instant
  /// The moment of the run that first found it gone.
  package let at: Instant

  package init(id: Article.ID, page: String, topics: [Topic], published: Instant, at: Instant) {
    (self.id, self.page, self.topics) = (id, page, topics)
    (self.published, self.at) = (published, at)
  }
}
