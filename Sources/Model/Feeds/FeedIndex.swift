/// Feeds by the topics that they select, so that those of an article are found without trying thousands of others.
package struct FeedIndex: Sendable {
  private let feeds: [Feed]
  /// The places in ``feeds`` of those that select any of some topics, by each of these; ascending.
  private var places: [TopicSlug: [Int]] = [:]
  /// The places of all other feeds, ascending.
  private var others: [Int] = []

  package init(_ feeds: [Feed]) {
    self.feeds = feeds
    for (place, feed) in feeds.enumerated() {
      guard let topics = feed.topics.anyOf else {
        others.append(place)
        continue
      }
      for topic in topics { places[topic, default: []].append(place) }
    }
  }

  /// Whether an article belongs to any of the feeds.
  package func includes(_ article: Article) -> Bool {
    others.contains { feeds[$0].matches(article) }
      || article.topics.contains { topic in
        places[topic.slug]?.contains { feeds[$0].matches(article) } ?? false
      }
  }

  /// The places of the feeds to which an article belongs, ascending.
  package func places(of article: Article) -> [Int] {
    candidates(for: article.topics).filter { feeds[$0].matches(article) }
  }

  /// The feeds whose topics these are, whatever else they select, in their order.
  package func feeds(about topics: [Topic]) -> [Feed.Name] {
    candidates(for: topics).filter { feeds[$0].topics.matches(topics) }.map { feeds[$0].name }
  }

  private func candidates(for topics: [Topic]) -> [Int] {
    Set(others + topics.flatMap { places[$0.slug] ?? [] }).sorted()
  }
}
