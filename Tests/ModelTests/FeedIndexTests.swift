import CourantTesting
import Model
import Testing
import Time

struct FeedIndexTests {
  private func feed(
    _ name: String, anyOf: [String]?, allOf: [String] = [], noneOf: [String] = []
  ) throws -> Feed {
    let slugs = { (labels: [String]) in Set(labels.map { TopicSlug($0) }) }
    let rule = TopicRule(anyOf: anyOf.map(slugs), allOf: slugs(allOf), noneOf: slugs(noneOf))
    return Feed(name: try #require(Feed.Name(name)), title: name, description: name, topics: rule)
  }

  private func feeds() throws -> [Feed] {
    var byBo = try feed("bo", anyOf: ["ms"])
    byBo.authors = [TopicSlug("bo")]
    return [
      byBo, try feed("both", anyOf: nil, allOf: ["ms", "sleep"]), try feed("every", anyOf: nil),
      try feed("ms", anyOf: ["ms", "als"]), try feed("none", anyOf: []),
      try feed("not", anyOf: ["ms"], noneOf: ["sleep"]), try feed("sleep", anyOf: ["sleep"]),
    ]
  }

  private func article(_ topics: [String], by author: String = "Ann") -> Article {
    var article = Article(id: Article.ID("a"), title: "A", published: Instant(seconds: 0), link: "https://a.example/")
    article.topics = topics.map { Topic($0) }
    article.authors = [author]
    return article
  }

  private static let topics = [[], ["MS"], ["sleep"], ["ms", "ALS"], ["sleep", "ms"], ["als", "other"], ["other"]]

  @Test(arguments: topics, ["Ann", "Bo"])
  func theFeedsOfAnArticleAreThoseThatMatchIt(_ topics: [String], _ author: String) throws {
    let feeds = try feeds()
    let article = article(topics, by: author)
    for some in [feeds, feeds.filter { $0.topics.anyOf != nil }, []] {
      let expected = some.indices.filter { some[$0].matches(article) }
      #expect(FeedIndex(some).places(of: article) == expected)
      #expect(FeedIndex(some).includes(article) == !expected.isEmpty)
    }
  }

  @Test func feedsAboutTopicsAreNamedWhateverTheirAuthors() throws {
    let index = FeedIndex(try feeds().filter { $0.topics.anyOf != nil })
    #expect(index.feeds(about: [Topic("MS")]).map(\.text) == ["bo", "ms", "not"])
    #expect(index.feeds(about: [Topic("sleep"), Topic("ms")]).map(\.text) == ["bo", "ms", "sleep"])
    #expect(index.feeds(about: [Topic("other")]).isEmpty)
  }
}
