import CourantTesting
import Model
import Testing
import Time

/// Which articles a feed takes by their authors.
@Suite struct FeedMatchTests {
  private func article(_ topics: [String], by authors: [String]) -> Article {
    var article = Article(id: Article.ID("a"), title: "A", published: Instant(seconds: 0), link: "https://a.example/")
    article.topics = topics.map { Topic($0) }
    article.authors = authors
    return article
  }

  private func feed(_ topics: [String]?, authors: [String]?) throws -> Feed {
    let name = try #require(Feed.Name("all"))
    let rule = TopicRule(anyOf: topics.map { Set($0.map { TopicSlug($0) }) })
    var feed = Feed(name: name, title: "All", description: "All", topics: rule)
    feed.authors = authors.map { Set($0.map { TopicSlug($0) }) }
    return feed
  }

  @Test func oneOfItsAuthorsIsEnoughAndCapitalsDoNotMatter() throws {
    let feed = try feed(nil, authors: ["Ann Archer", "bo"])
    #expect(feed.matches(article([], by: ["ann  ARCHER"])))
    #expect(feed.matches(article(["x"], by: ["Cy", "Bo"])))
    #expect(!feed.matches(article([], by: ["Ann"])))
    #expect(!feed.matches(article([], by: [])))
  }

  @Test func topicsAndAuthorsMustBothMatch() throws {
    let feed = try feed(["ms"], authors: ["Bo"])
    #expect(feed.matches(article(["MS"], by: ["Bo"])))
    #expect(!feed.matches(article(["ALS"], by: ["Bo"])))
    #expect(!feed.matches(article(["MS"], by: ["Ann"])))
  }

  @Test func withoutAuthorsEveryoneIsTaken() throws {
    #expect(try feed(nil, authors: nil).matches(article([], by: [])))
  }
}
