import Model
import Pages
import Templates
import Testing

/// The share of a list that one article may take up.
struct ListedTests {
  @Test func absurdlyLongTextIsCutInListsAndWholeOnItsPage() throws {
    var article = sampleArticle("a", words(100), topics: (1...60).map { "t\($0)" })
    article.summary = words(200)
    let fields = "{{title}}|{{summary}}|{{count(topics)}}"
    let renderer = try renderer([
      "index.html": "{{#articles}}\(fields){{/articles}}", "article.html": "{{#article}}\(fields){{/article}}",
    ])
    #expect(try renderer.article(article) == "\(words(100))|\(words(200))|60")
    #expect(try renderer.index(articles: [article], issues: []) == "\(words(60))…|\(words(120))…|8")
  }

  @Test func anArticleOfUsualLengthIsListedAsItIs() throws {
    var article = sampleArticle("a", "A\ttitle  as typed", topics: ["t"])
    article.summary = "Two\nlines  as typed."
    let renderer = try renderer(["index.html": "{{#articles}}{{title}}|{{summary}}{{/articles}}"])
    #expect(try renderer.index(articles: [article], issues: []) == "\(article.title)|\(article.summary)")
  }

  @Test func everyPageIsDescribed() throws {
    let articles = [sampleArticle("a", "First", topics: ["MS"]), sampleArticle("b", "Second")]
    #expect(
      try descriptions(sampleSite(), articles) == [
        "First · Second", "First · Second", "MS", "First · Second", "First · Second", "Both.", "A & B · All",
        "Perhaps there is a slip in the address, or the page has moved. These pages lead to everything on this site:",
        "It was published at this address, and its publisher has taken it back. It can no longer be read here.",
      ])
    var site = sampleSite()
    site.description = "What studies found."
    #expect(try descriptions(site, articles).first == "What studies found.")
    let bare = try TemplateSet(overrides: [("article.html", "article.html", "{{page.description}}")])
    #expect(try PageRenderer(site: site, templates: bare).article(articles[0]) == "What studies found.")
    #expect(try descriptions(site, []).prefix(2) == ["What studies found.", "What studies found."])
  }

  private func descriptions(_ site: Site, _ articles: [Article]) throws -> [String] {
    let names = ["index", "topic", "topics", "articles", "year", "feed", "feeds", "not-found", "withdrawn"]
    let overrides = names.map { (name: $0 + ".html", path: $0, text: "{{page.description}}") }
    let renderer = PageRenderer(site: site, templates: try TemplateSet(overrides: overrides))
    let page = ListPage(nil, of: Paging(count: articles.count, size: 50))
    let year = YearCount(year: 2026, count: articles.count)
    return try [
      renderer.index(articles: articles, issues: []),
      text(renderer.topic(TopicCount(topic: Topic("MS"), count: 1), page: page, articles: articles)),
      renderer.topics([TopicCount(topic: Topic("MS"), count: 1)]), renderer.years([year], newest: articles),
      text(renderer.year(year, page: page, articles: articles, years: [year])),
      renderer.feedPage(site.feeds[0], articles: articles), renderer.feeds(), renderer.notFound(),
      renderer.withdrawn(topics: []),
    ].map { $0.replacing("&amp;", with: "&") }
  }

  private func words(_ count: Int) -> String { Array(repeating: "word", count: count).joined(separator: " ") }

  private func renderer(_ templates: [String: String]) throws -> PageRenderer {
    PageRenderer(
      site: sampleSite(), templates: try TemplateSet(overrides: templates.map { ($0.key, $0.key, $0.value) }))
  }
}
