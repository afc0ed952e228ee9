import CourantTesting
import Gathering
import Model
import Testing
import Time

@Suite struct UpstreamArticleTests {
  private static let now = Instant.at("2026-11-23T07:00:00Z")
  private let site = Site(
    title: "Site", url: "https://news.example.org", language: "en", zone: .utc, publisher: "Publisher")

  private func article(_ item: UpstreamItem, _ change: (inout UpstreamSettings) -> Void = { _ in }) -> Article {
    var settings = UpstreamSettings(name: "blog", kind: .feed, url: "https://blog.example/feed")
    change(&settings)
    var document = UpstreamDocument()
    document.title = "A blog"
    document.home = "https://blog.example/"
    let sight = FirstSight(of: item, place: 0, future: .now, at: Self.now)
    return UpstreamArticles(of: settings, on: site, from: document, knownTopics: [TopicSlug("Stroke")])
      .article(of: item, id: Article.ID("blog/abc"), named: "blog/abc", sight)
  }

  private func item(summary: String = "", body: String = "<p>The first. The second.</p><p>More</p>") -> UpstreamItem {
    var item = UpstreamItem(title: "Title")
    item.link = "https://blog.example/title"
    item.summary = summary
    item.body = body
    item.image = Article.Picture(url: "https://blog.example/i.png", alt: "")
    return item
  }

  @Test func anItemBecomesAnArticle() {
    let article = article(item(summary: "A takeaway"))
    #expect(article.link == "https://blog.example/title")
    #expect(article.page == "articles/blog/abc/index.html")
    #expect(article.origin == Article.Origin(title: "A blog", url: "https://blog.example/"))
    #expect(article.summary == "A takeaway" && !article.summaryIsExcerpt)
    #expect(article.body == "<p>The first. The second.</p><p>More</p>")
  }

  @Test(arguments: [
    ("", "The first. The second.", true), ("The first. The sec…", "The first. The sec…", true),
    ("Another", "Another", false),
  ]) func aSummaryThatOnlyRepeatsTheBodyIsAnExcerpt(written: String, summary: String, isExcerpt: Bool) {
    let article = article(item(summary: written))
    #expect(article.summary == summary)
    #expect(article.summaryIsExcerpt == isExcerpt)
  }

  @Test func aSummaryIsFourHundredCharactersAtMost() {
    let long = String(repeating: "word ", count: 200)
    let article = article(item(summary: long)) { $0.content = .summary }
    #expect(article.body.isEmpty && !article.summaryIsExcerpt)
    #expect(article.summary.count <= 401 && article.summary.hasSuffix("…"))
    #expect(self.article(item()) { $0.content = .summary }.summary == "The first. The second.")
  }

  @Test func withoutContentThereIsATitleAndALink() {
    let article = article(item(summary: "A")) { $0.content = .none }
    #expect(article.body.isEmpty && article.summary.isEmpty && article.image == nil)
    #expect(article.link == "https://blog.example/title")
  }

  @Test(arguments: [
    (UpstreamSettings.TopicsFrom.categories, false, ["research", "immunology", "Stroke; MS", "myelin"]),
    (.categories, true, ["research", "immunology", "Stroke", "MS", "myelin"]),
    (.known, true, ["research", "immunology", "Stroke"]), (.none, true, ["research", "immunology"]),
  ]) func topicsComeFromCategories(from: UpstreamSettings.TopicsFrom, splits: Bool, topics: [String]) {
    var item = item()
    item.categories = ["Neuroimmunology", "Stroke; MS", " ", "myelin", "Myelin"]
    let article = article(item) { settings in
      settings.topics = ["research"]
      settings.topicMap = [TopicSlug("neuroimmunology"): Topic("immunology")]
      settings.topicsFrom = from
      settings.splitsCategories = splits
    }
    #expect(article.topics.map(\.label) == topics)
  }
}
