internal import Foundation
package import Time

/// Finds other articles of the site that readers of some articles may like: those that share topics with them.
///
/// A pure function: the same shelf and articles always give the same result.
package struct RelatedArticles: Sendable {
  /// Returns the articles with these ids, in that order.
  package typealias Loading = @Sendable ([Article.ID]) throws -> [Article]

  /// Newest first.
  private let candidates: [ArticleTopics]
  /// Topic → indices of the candidates with that topic.
  private let carriers: [TopicSlug: [Int]]
  private let load: Loading

  /// An instance without candidates.
  package static let none = RelatedArticles([]) { _ in [] }

  /// - Parameters:
  ///   - shelf: every article of the site, newest first.
  ///   - moment: when the issue is frozen, if later than its slot; articles that have expired by then are left out.
  ///   - waiting: news that did not fit into the issue; it will be in a later one.
  package init(
    _ shelf: [ArticleTopics], notIn issue: Issue, at moment: Instant? = nil, waiting: Set<Article.ID> = [],
    load: @escaping Loading
  ) {
    let taken = waiting.union(issue.sections.flatMap(\.articles).map(\.id))
    let due = issue.slot.due
    self.init(
      shelf.filter { $0.isVisible(at: due) && !$0.isExpired(at: moment ?? due) && !taken.contains($0.id) }, load)
  }

  private init(_ articles: [ArticleTopics], _ load: @escaping Loading) {
    candidates = articles.filter { !$0.topics.isEmpty }
    self.load = load
    var carriers: [TopicSlug: [Int]] = [:]
    for (index, article) in candidates.enumerated() {
      for topic in article.topics { carriers[topic.slug, default: []].append(index) }
    }
    self.carriers = carriers
  }

  /// The articles that share most with `articles`, best first, without their bodies. The rarer a shared topic is among the
  /// candidates, the more it counts; if two articles are equal, the newer one wins.
  package func related(to articles: [Article], limit: Int = 3) throws -> [Article] {
    let found = try load(best(for: articles, limit))
    return found.map { article in
      var article = article
      article.body = ""
      return article
    }
  }

  private func best(for articles: [Article], _ limit: Int) -> [Article.ID] {
    var shared = Set<TopicSlug>()
    var scores = [Double](repeating: 0, count: candidates.count)
    for topic in articles.flatMap(\.topics) where shared.insert(topic.slug).inserted {
      let carriers = carriers[topic.slug] ?? []
      let weight = log(Double(candidates.count + 1) / Double(max(carriers.count, 1)))
      for index in carriers { scores[index] += weight }
    }
    let found = scores.indices.filter { scores[$0] > 0 }
    return found.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.prefix(limit).map { candidates[$0].id }
  }
}
