import Testing

@testable import Model

@Suite struct TopicFeedTests {
  private let visible = [["MS", "Sleep"], ["ms"], ["M–S", "ms"], ["sleep"]].map { $0.map { Topic($0) } }

  private func feeds(minimum: Int, begun: Set<String> = []) -> [String] {
    TopicFeeds(minimum: minimum).feeds(of: visible, begun: begun) { "About \($0.label)" }
      .map { "\($0.folder) \($0.title) \($0.description)" }
  }

  @Test func aTopicWithEnoughArticlesHasAFeedUnderItsNewestLabel() {
    #expect(feeds(minimum: 2) == ["topics/ms/ MS About MS", "topics/sleep/ Sleep About Sleep"])
    #expect(feeds(minimum: 3) == ["topics/ms/ MS About MS"])
  }

  @Test func aFeedThatHasBegunGoesOnWhileItsTopicHasAnArticle() {
    #expect(feeds(minimum: 4, begun: ["topics/sleep/", "topics/gone/"]) == ["topics/sleep/ Sleep About Sleep"])
  }
}
