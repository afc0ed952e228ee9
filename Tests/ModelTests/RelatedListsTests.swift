import CourantTesting
import Model
import Testing
import Time

@Suite struct RelatedListsTests {
  private func shelf(_ topics: [[String]]) -> [Article] {
    topics.enumerated().map { position, topics in
      var article = Article(
        id: .init("a\(position)"), title: "A", published: Instant(seconds: Int64(1_000_000 - position)), link: "")
      article.topics = topics.map { Topic($0) }
      return article
    }
  }

  @Test func rareTopicsOutweighFrequentOnesAndNewerArticlesOlderOnes() {
    let lists = RelatedLists(
      shelf([["ms", "sleep"], ["ms"], ["MS"], ["sleep"], ["ms", "Sleep"], ["diet"], [], ["ms"]]))
    #expect(
      (0..<8).map { lists[$0] } == [[4, 3, 1], [0, 2, 4], [0, 1, 4], [0, 4], [0, 3, 1], [], [], [0, 1, 2]])
  }

  /// Compared with a literal implementation of the rule: all pairs, sorted. A product of frequencies replaces the sum
  /// of logarithms.
  @Test func theyAreWhatComparingAllPairsWouldFind() {
    var numbers = SeededNumbers(seed: 5)
    let topics = (0..<300).map { _ in
      (0..<Int.random(in: 0...4, using: &numbers)).map { _ in
        "t\(Int.random(in: 0..<12, using: &numbers) * Int.random(in: 0..<3, using: &numbers))"
      }
    }
    let articles = shelf(topics)
    let sets = articles.map { Set($0.topics.map(\.slug)) }
    let all = Double(sets.count { !$0.isEmpty } + 1)
    let counts = Dictionary(sets.joined().map { ($0, 1.0) }, uniquingKeysWith: +)
    let lists = RelatedLists(articles)
    for a in articles.indices {
      let sharing = articles.indices.filter { $0 != a && !sets[$0].isDisjoint(with: sets[a]) }
      let rarity = sharing.map { b in sets[a].intersection(sets[b]).map { all / counts[$0]! }.reduce(1, *) }
      let best = zip(rarity, sharing).sorted { abs($0.0 - $1.0) > 1e-9 ? $0.0 > $1.0 : $0.1 < $1.1 }.prefix(3)
      #expect(lists[a] == best.map(\.1), "article \(a)")
    }
  }

  @Test func anArticleOfAFrequentTopicIsRelatedToTheNewestOnes() {
    let lists = RelatedLists(shelf(Array(repeating: ["news"], count: 2_000)))
    #expect(lists[0] == [1, 2, 3] && lists[1_999] == [0, 1, 2])
  }
}
