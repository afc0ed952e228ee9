internal import Foundation

/// The related articles of every article of a site, computed together, with the same results as ``RelatedArticles``.
///
/// Articles with the same topics have the same candidates in the same order, so each set of topics is ranked
/// only once. For a topic with many articles, only the newest are considered. The work grows with the number
/// of articles, not of pairs.
package struct RelatedLists: Sendable {
  /// Indexed by position in the input; the values are also positions.
  private var lists: [[Int]]

  /// The maximum number of candidates per topic: if it has more articles, the newest ones.
  private static let reach = 500

  /// - Parameter articles: all visible articles, newest first; only these are in the lists.
  package init(_ articles: some Collection<Article>, limit: Int = 3) {
    lists = Array(repeating: [], count: articles.count)
    var ranking = Ranking(articles, limit: limit + 1, reach: Self.reach)
    for (position, topics) in ranking.topics.enumerated() where !topics.isEmpty {
      lists[position] = Array(ranking.best(for: topics).lazy.filter { $0 != position }.prefix(limit))
    }
  }

  package subscript(position: Int) -> [Int] { lists[position] }
}

/// Ranks articles by the topics they share with a set of topics.
private struct Ranking {
  /// The topics of each article, as ascending numbers.
  private(set) var topics: [[Int32]] = []
  /// For each topic, the newest articles with it; and its weight (rarer topics weigh more).
  private var carriers: [[Int]] = []
  private var weights: [Double] = []
  private var scores: [Double]
  private var found: [[Int32]: [Int]] = [:]
  private let limit: Int

  init(_ articles: some Collection<Article>, limit: Int, reach: Int) {
    self.limit = limit
    scores = Array(repeating: 0, count: articles.count)
    var numbers: [TopicSlug: Int32] = [:]
    var counts: [Int] = []
    for (position, article) in articles.enumerated() {
      var own: [Int32] = []
      for topic in article.topics {
        let number = numbers[topic.slug] ?? Int32(counts.count)
        if Int(number) == counts.count {
          numbers[topic.slug] = number
          counts.append(0)
          carriers.append([])
        }
        if own.contains(number) { continue }
        own.append(number)
        counts[Int(number)] += 1
        if carriers[Int(number)].count < reach { carriers[Int(number)].append(position) }
      }
      topics.append(own.sorted())
    }
    let labelled = topics.count { !$0.isEmpty }
    weights = counts.map { log(Double(labelled + 1) / Double($0)) }
  }

  /// The best `limit` candidates: the rarer a shared topic, the more it counts, and if two articles are
  /// equal, the newer one wins.
  mutating func best(for set: [Int32]) -> [Int] {
    if let known = found[set] { return known }
    var touched: [Int] = []
    for topic in set {
      let weight = weights[Int(topic)]
      for position in carriers[Int(topic)] {
        if scores[position] == 0 { touched.append(position) }
        scores[position] += weight
      }
    }
    var best: [Int] = []
    for position in touched {
      guard best.count < limit || isBetter(position, best[limit - 1]) else { continue }
      if best.count == limit { best.removeLast() }
      best.insert(position, at: best.firstIndex { isBetter(position, $0) } ?? best.count)
    }
    for position in touched { scores[position] = 0 }
    found[set] = best
    return best
  }

  private func isBetter(_ a: Int, _ b: Int) -> Bool { scores[a] != scores[b] ? scores[a] > scores[b] : a < b }
}
