/// The one spelling of each topic that readers see.
///
/// Authors may write "P-glycoprotein" and "P–glycoprotein", which are one topic. The operator's spelling in `[topics]`
/// wins; otherwise that of the oldest article, so that a new article does not rename a page.
package struct TopicSpelling: Sendable {
  /// The topics that some article spells differently, by slug: usually very few.
  private var chosen: [TopicSlug: Topic] = [:]

  /// - Parameter topics: those of each article, newest first.
  package init(_ topics: some Sequence<[Topic]>, on site: Site) {
    let own = site.spelledTopics
    var oldest: [TopicSlug: Topic] = [:]
    var contested = Set<TopicSlug>()
    for topic in topics.lazy.flatMap(\.self) {
      let other = own[topic.slug] ?? oldest[topic.slug]
      if let other, other.label != topic.label { contested.insert(topic.slug) }
      oldest[topic.slug] = topic
    }
    for slug in contested { chosen[slug] = own[slug] ?? oldest[slug] }
  }

  /// Reads ``text``.
  package init(text: String) {
    let topics = text.split(separator: "\u{1F}").map { Topic(String($0)) }
    chosen = Dictionary(topics.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The labels of the topics that some article spells differently.
  package var text: String { chosen.values.map(\.label).sorted().joined(separator: "\u{1F}") }

  package func spelled(_ topics: [Topic]) -> [Topic] {
    chosen.isEmpty ? topics : topics.map { chosen[$0.slug] ?? $0 }
  }

  package func spelled(_ article: Article) -> Article {
    guard changes(article.topics) else { return article }
    var article = article
    article.topics = spelled(article.topics)
    return article
  }

  /// Its fingerprints differ from those of the same article with another spelling.
  package func spelled(_ shelved: ShelvedArticle) -> ShelvedArticle {
    guard changes(shelved.article.topics) else { return shelved }
    let article = spelled(shelved.article)
    let labels = article.topics.map(\.label).joined(separator: "\u{0}")
    return ShelvedArticle(
      article: article, outline: shelved.outline.mixed(with: labels), content: shelved.content.mixed(with: labels))
  }

  private func changes(_ topics: [Topic]) -> Bool {
    !chosen.isEmpty && topics.contains { topic in chosen[topic.slug].map { $0.label != topic.label } ?? false }
  }
}

extension Site {
  /// The topics that the operator spelled in `[topics]`: what the aliases mean, and the members of groups.
  fileprivate var spelledTopics: [TopicSlug: Topic] {
    let written = aliases.values.sorted { $0.label < $1.label } + topicGroups.flatMap(\.topics)
    return Dictionary(written.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Fingerprint {
  fileprivate func mixed(with text: String) -> Fingerprint { Fingerprint(bits: bits ^ fnv1a(text)) }
}
