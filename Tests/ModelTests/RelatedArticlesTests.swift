import CourantTesting
import Model
import Testing

struct RelatedArticlesTests {
  private func related(
    to topics: [String], on shelf: [Article], waiting: Set<Article.ID> = [], limit: Int = 3
  ) throws -> [String] {
    let news = Article.sample("news", topics: topics)
    let slot = Slot(digest: "weekly", wallTime: "2026-11-23T07:00", due: .at("2026-11-23T07:00:00Z"))
    let section = Issue.Section(feed: feeds("all")[0], title: "All", articles: [news])
    let issue = Issue(digest: "weekly", number: 1, slot: slot, sections: [section])
    return try RelatedArticles(shelf: shelf + [news], notIn: issue, waiting: waiting)
      .related(to: [news], limit: limit).map(\.id.text)
  }

  private func old(_ id: String, _ day: Int, _ topics: String...) -> Article {
    Article.sample(id, "2026-10-\(day < 10 ? "0" : "")\(day)T09:00:00Z", topics: topics)
  }

  @Test(
    arguments: [
      // A rare topic outweighs a frequent one, and two topics outweigh one of them.
      (["ms", "sleep"], ["both", "rare", "often-new"]),
      (["ms"], ["both", "often-new", "often"]),
      // Spelling does not matter.
      (["Sleep"], ["both", "rare"]),
      (["stroke"], []),
      ([], []),
    ] as [([String], [String])])
  func articlesThatShareMoreAndRarerTopicsComeFirst(_ topics: [String], _ expected: [String]) throws {
    let shelf = [
      old("often", 3, "ms"), old("often-new", 9, "ms"), old("often-old", 1, "ms"), old("rare", 2, "sleep"),
      old("both", 10, "sleep", "ms"), old("other", 20, "diet"), old("bare", 21),
    ]
    #expect(try related(to: topics, on: shelf) == expected)
    #expect(try related(to: topics, on: shelf.reversed()) == expected)
  }

  @Test func relatedArticlesAreNeverEmbargoedWaitingOrInTheIssue() throws {
    let embargoed = Article.sample("later", "2026-11-23T07:00:01Z", topics: ["ms"])
    let due = Article.sample("due", "2026-11-23T07:00:00Z", topics: ["ms"])
    let shelf = [embargoed, due, old("waiting", 5, "ms"), old("free", 4, "ms")]
    #expect(try related(to: ["ms"], on: shelf, waiting: [.init("waiting")]) == ["due", "free"])
  }

  @Test func atMostTheRequestedNumberIsReturned() throws {
    let shelf = (1...9).map { old("\($0)", $0, "ms") }
    #expect(try related(to: ["ms"], on: shelf) == ["9", "8", "7"])
    #expect(try related(to: ["ms"], on: shelf, limit: 0) == [])
    #expect(try RelatedArticles.none.related(to: shelf) == [])
  }
}
