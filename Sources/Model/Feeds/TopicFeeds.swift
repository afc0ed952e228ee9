/// Which topics have a feed of their own (`[site] topic_feeds`).
package struct TopicFeeds: Hashable, Sendable {
  /// A topic begins to have one with so many visible articles.
  package var minimum: Int
  /// How many of the newest articles its documents hold.
  package var limit: Int

  package static let defaultMinimum = 3

  package init(minimum: Int = Self.defaultMinimum, limit: Int = 50) { (self.minimum, self.limit) = (minimum, limit) }

  /// The feeds, in the order of their topics' slugs.
  ///
  /// - Parameter visible: the topics of each visible article, newest first: the newest spelling of a label counts.
  /// - Parameter begun: the folders of feeds that were published before. Such a feed goes on while its topic has an
  ///   article at all: readers follow it.
  package func feeds(of visible: [[Topic]], begun: Set<String>, description: (Topic) -> String) -> [Feed] {
    var counts: [TopicSlug: (label: Topic, count: Int)] = [:]
    for topics in visible {
      for topic in topics { counts[topic.slug, default: (topic, 0)].count += 1 }
    }
    return counts.sorted { $0.key < $1.key }.compactMap { _, counted in
      let feed = Feed(of: counted.label, description: description(counted.label), limit: limit)
      return counted.count >= minimum || begun.contains(feed.folder) ? feed : nil
    }
  }
}
