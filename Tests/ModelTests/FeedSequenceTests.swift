import CourantTesting
import Testing
import Time

@testable import Model

@Suite struct FeedSequenceTests {
  private func ids(_ numbers: some Sequence<Int>) -> [Article.ID] { numbers.map { Article.ID("a\($0)") } }

  /// Number n is published at second n.
  private func articles(_ numbers: some Sequence<Int>) -> [Article] {
    numbers.map { Article(id: Article.ID("a\($0)"), title: "", published: Instant(seconds: Int64($0)), link: "") }
  }

  private func plan(
    _ sequence: [Int], size: Int, limit: Int, visible: [Int]? = nil, withdrawn: [Int] = []
  ) -> [String] {
    var feed = Feed(name: Feed.Name("f")!, title: "", description: "", limit: limit)
    feed.archive = size
    let withdrawals = withdrawn.map {
      Withdrawal(id: Article.ID("a\($0)"), page: "", topics: [], published: Instant(seconds: Int64($0)), at: .zero)
    }
    let matching = articles((visible ?? sequence).filter { !withdrawn.contains($0) })
    let plan = FeedPlan(
      feed, sequence: FeedSequence(articles: ids(sequence), size: size), matching: matching, withdrawals: withdrawals)
    return plan.documents.map { document in
      let gone = document.withdrawals.map { "-" + $0.id.text.dropFirst() }
      let numbers = document.articles.map { String(matching[$0].id.text.dropFirst()) } + gone
      let name =
        switch document.kind {
        case .subscription(let previous): "subscription" + (previous.map { "<\($0)" } ?? "")
        case .archive(let number, let isFull): "\(number)" + (isFull ? "" : "…")
        }
      return name + ": " + numbers.joined(separator: " ")
    }
  }

  @Test func aShortFeedHasNoArchive() {
    #expect(plan([1, 2, 3], size: 3, limit: 3) == ["subscription: 3 2 1"])
    #expect(plan(Array(1...9), size: 0, limit: 3) == ["subscription: 9 8 7"])
  }

  @Test func anArchiveIsFullOnceAnArticleFollowsIt() {
    #expect(plan([1, 2, 3, 4], size: 3, limit: 3) == ["subscription<1: 4 3 2", "1: 3 2 1", "2…: 4"])
    #expect(
      plan(Array(1...6), size: 3, limit: 3) == ["subscription<1: 6 5 4", "1: 3 2 1", "2…: 6 5 4"])
    #expect(
      plan(Array(1...7), size: 3, limit: 3)
        == ["subscription<2: 7 6 5", "1: 3 2 1", "2: 6 5 4", "3…: 7"])
  }

  @Test func aBackdatedNewcomerStandsInTheSubscriptionUntilAnArchiveIsFull() {
    #expect(
      plan([10, 11, 12, 13, 1], size: 3, limit: 2)
        == ["subscription<1: 13 12 1", "1: 12 11 10", "2…: 13 1"])
  }

  @Test func withdrawnArticlesAreNamedWhereTheyStood() {
    #expect(
      plan(Array(1...7), size: 3, limit: 3, withdrawn: [2, 7])
        == ["subscription<2: 6 5 4 -7", "1: 3 1 -2", "2: 6 5 4", "3…: -7"])
  }

  @Test func anArticleThatLeftTheFeedIsNotWithdrawnAndKeepsItsPlace() {
    #expect(
      plan(Array(1...7), size: 3, limit: 3, visible: [1, 3, 4, 5, 6, 7])
        == ["subscription<2: 7 6 5", "1: 3 1", "2: 6 5 4", "3…: 7"])
  }

  @Test func newcomersGetTheirPlacesInTheOrderOfTheirDates() {
    let sequence = FeedSequence(articles: ids([5, 6]), size: 3)
    #expect(sequence.newcomers(articles([9, 6, 5, 1])) == ids([1, 9]))
  }

  /// For any articles in any order: a full archive stays unchanged, and together the documents contain everything.
  @Test func fullArchivesNeverChangeAndNothingIsLost() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed: seed)
    let (size, limit) = (Int.random(in: 1...5, using: &random), Int.random(in: 1...8, using: &random))
    var sequence: [Int] = []
    var archived: [String] = []
    for number in Array(0..<60).shuffled(using: &random) {
      sequence.append(number)
      let documents = plan(sequence, size: size, limit: limit)
      let full = documents.filter { $0.first?.isNumber ?? false && !$0.contains("…") }
      #expect(full.starts(with: archived), "seed \(seed)")
      archived = full
      let held = (full + documents.prefix(1)).flatMap { $0.split(separator: " ").dropFirst().compactMap { Int($0) } }
      #expect(Set(held) == Set(sequence), "seed \(seed)")
    }
  }
}

extension Instant {
  fileprivate static let zero = Instant(seconds: 0)
}
