internal import Languages
package import Model

/// The topics of visible articles, with the articles of each.
package struct TopicShelf: Sendable {
  package struct Entry: Sendable {
    /// The label comes from the oldest article, so a new one does not rename a page.
    package fileprivate(set) var topic: Topic
    /// Newest first.
    package fileprivate(set) var positions: [Int]

    package var counted: TopicCount { TopicCount(topic: topic, count: positions.count) }
  }

  /// In alphabetical order.
  package let entries: [Entry]

  /// - Parameters:
  ///   - articles: newest first.
  ///   - language: whose alphabet orders the topics.
  package init(_ articles: some Sequence<Article>, language: String) {
    var places: [TopicSlug: Int] = [:]
    var entries: [Entry] = []
    for (position, article) in articles.enumerated() {
      for topic in article.topics {
        if let place = places[topic.slug] {
          if entries[place].positions.last != position { entries[place].positions.append(position) }
          entries[place].topic = topic
        } else {
          places[topic.slug] = entries.count
          entries.append(Entry(topic: topic, positions: [position]))
        }
      }
    }
    let order = AlphabeticalOrder(language: language)
    self.entries =
      entries.map { (order.key(of: $0.topic.label), $0) }
      .sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1.topic.slug < $1.1.topic.slug }
      .map(\.1)
  }

  /// The topics with the most articles, in alphabetical order.
  package func most(_ limit: Int) -> [TopicCount] {
    let byCount = entries.enumerated().sorted {
      let (a, b) = ($0.element.positions.count, $1.element.positions.count)
      return a != b ? a > b : $0.offset < $1.offset
    }
    return byCount.prefix(limit).sorted { $0.offset < $1.offset }.map(\.element.counted)
  }
}

/// A topic, and how many articles have it.
package struct TopicCount: Hashable, Sendable {
  package let topic: Topic
  package let count: Int

  package init(topic: Topic, count: Int) {
    self.topic = topic
    self.count = count
  }
}

/// A year in the site's time zone, and how many articles it has.
package struct YearCount: Hashable, Sendable {
  package let year: Int
  package let count: Int

  package init(year: Int, count: Int) {
    self.year = year
    self.count = count
  }
}
