/// The settings for feeds of single topics (`[site] topic_feeds`).
package struct TopicFeeds: Hashable, Sendable {
  /// How many visible articles a topic needs to get a feed.
  package var minimum: Int
  /// How many of the newest articles its documents contain.
  package var limit: Int

  package static let defaultMinimum = 3

  package init(minimum: Int = Self.defaultMinimum, limit: Int = 50) {
    self.minimum = minimum
    self.limit = limit
  }

  /// The feeds, sorted by the slugs of their topics.
  ///
  /// - Parameters:
  ///   - visible: the topics of each visible article, newest first. Of a label's spellings, the newest is used.
  ///   - begun: the folders of feeds already published. Such a feed continues while its topic has any article, because
  ///     readers follow it.
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
