/// Which articles belong to a feed: those with any of some topics (or all articles), with every one of others,
/// and with none of the rest.
package struct TopicRule: Hashable, Sendable {
  /// Nil for every article.
  package var anyOf: Set<TopicSlug>?
  package var allOf: Set<TopicSlug>
  package var noneOf: Set<TopicSlug>

  package init(anyOf: Set<TopicSlug>? = nil, allOf: Set<TopicSlug> = [], noneOf: Set<TopicSlug> = []) {
    self.anyOf = anyOf
    self.allOf = allOf
    self.noneOf = noneOf
  }

  package func matches(_ topics: [Topic]) -> Bool {
    (anyOf.map { wanted in topics.contains { wanted.contains($0.slug) } } ?? true)
      && allOf.allSatisfy { wanted in topics.contains { $0.slug == wanted } }
      && (noneOf.isEmpty || !topics.contains { noneOf.contains($0.slug) })
  }
}
