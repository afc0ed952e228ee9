/// The settings for feeds of single topics (`[site] topic_feeds`).
package struct TopicFeeds: Hashable, Sendable {
  /// The number of visible articles at which a topic gets a feed.
  package var minimum: Int
  /// How many of the newest articles its documents contain.
  package var limit: Int

  package static let defaultMinimum = 3

  package init(minimum: Int = Self.defaultMinimum, limit: Int = 50) { (self.minimum, self.limit) = (minimum, limit) }

  /// The feeds, sorted by the slugs of their topics.
  ///
  /// - Parameter visible: the topics of each visible article, newest first: a label's newest spelling is used.
  /// - Parameter begun: the folders of feeds that were published before. Such a feed continues while its topic has any
  ///   article, because readers follow it.
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
