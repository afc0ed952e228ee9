import Model
import Pages
import Presentation
import Templates
import Testing
import Time

struct ListTests {
  @Test(arguments: [
    (0, ["newest 0..<0"]), (5, ["newest 0..<5"]), (19, ["newest 0..<19"]),
    (20, ["newest 0..<10", "1 10..<20"]), (29, ["newest 0..<19", "1 19..<29"]),
    (35, ["newest 0..<15", "2 15..<25", "1 25..<35"]),
  ])
  func aLongListIsSpreadFromItsOldestEnd(_ count: Int, _ expected: [String]) {
    let pages = Paging(count: count, size: 10).all.map { "\($0.number.map { "\($0)" } ?? "newest") \($0.range)" }
    #expect(pages == expected)
  }

  /// Elements stay on their numbered page when newer ones arrive.
  @Test func aFullPageNeverChanges() {
    func elements(_ count: Int, _ number: Int) -> [Int] {
      Paging(count: count, size: 7)[number].map { count - $0 }
    }
    for count in 14...60 {
      for number in 1...Paging(count: count, size: 7).pages {
        #expect(elements(count, number) == elements(count + 1, number))
      }
    }
  }

  @Test func theLinksOfPagesLeadThroughAllOfThem() throws {
    let templates = try TemplateSet(overrides: [
      ("topic.html", "topic.html", "{{page.canonical}} {{newer_url}} {{older_url}} {{page_number}}")
    ])
    let renderer = PageRenderer(site: sampleSite(), templates: templates)
    let paging = Paging(count: 35, size: 10)
    let topic = TopicCount(topic: Topic("C# & co"), count: 35)
    let pages = try paging.all.map {
      text(try renderer.topic(topic, page: ListPage($0.number, of: paging), articles: []))
    }
    let base = "https://r.example/topics/c_23-_26-co/"
    #expect(pages == ["\(base)  \(base)2/ ", "\(base)2/ \(base) \(base)1/ 2", "\(base)1/ \(base)2/  1"])
  }

  /// Lists have no bodies, so they show the time that was counted when the file was read.
  @Test(arguments: [
    (nil, "https://r.example/articles/a/", ""), (3, "https://r.example/articles/a/", "&nbsp;&middot; 3\u{A0}min"),
    (3, "https://other.example/", ""),
  ])
  func cardsSayHowLongAnArticleTakes(_ minutes: Int?, _ link: String, _ expected: String) throws {
    var article = sampleArticle("a", "A", topics: [])
    article.minutes = minutes
    article.link = link
    let templates = try TemplateSet(overrides: [
      ("topic.html", "topic.html", "{{#articles}}{{> card-facts}}{{/articles}}")
    ])
    let renderer = PageRenderer(site: sampleSite(), templates: templates)
    let topic = TopicCount(topic: Topic("x"), count: 1)
    let page = ListPage(nil, of: Paging(count: 1, size: 10))
    let facts = text(try renderer.topic(topic, page: page, articles: [article]))
    #expect(facts.hasSuffix("</time>\(expected)</p>\n"))
  }

  @Test func topicsAreCountedByTheirSlugsAndCalledAsInTheOldestArticle() {
    let articles = [["MS", "sleep"], ["ms"], ["Multiple  Sclerosis", "Ms"]].enumerated().map {
      sampleArticle("a\($0)", "A", topics: $1)
    }
    let shelf = TopicShelf(articles, language: "en")
    #expect(
      shelf.entries.map { "\($0.topic.label) \($0.positions)" } == [
        "Ms [0, 1, 2]", "Multiple  Sclerosis [2]", "sleep [0]",
      ])
    #expect(shelf.most(2).map { "\($0.topic.label) \($0.count)" } == ["Ms 3", "Multiple  Sclerosis 1"])
  }

  @Test(arguments: [
    ("en", ["Ångest", "Angst", "Zoster"]), ("sv", ["Angst", "Zoster", "Ångest"]),
  ])
  func topicsAreInTheOrderOfTheAlphabet(_ language: String, _ expected: [String]) {
    let articles = [sampleArticle("a", "A", topics: ["Zoster", "Ångest"]), sampleArticle("b", "B", topics: ["Angst"])]
    let shelf = TopicShelf(articles, language: language)
    #expect(shelf.entries.map(\.topic.label) == expected)
    #expect(shelf.most(3).map(\.topic.label) == expected)
  }

  @Test func aYearIsDividedIntoItsMonths() throws {
    var site = sampleSite()
    site.language = "de"
    let templates = try TemplateSet(
      overrides: [
        (
          "year.html", "year.html",
          "{{word.year_articles}}, {{count_words}}{{#months}}|{{month}}:{{#articles}} {{title}} {{date}}{{/articles}}{{/months}}"
        )
      ], language: site.speech)
    var articles = ["A", "B", "C"].map { sampleArticle($0, $0) }
    articles[2].published = Instant(rfc3339: "2026-03-31T23:30:00Z")!
    let years = [YearCount(year: 2026, count: 3)]
    let page = text(
      try PageRenderer(site: site, templates: templates)
        .year(years[0], page: ListPage(nil, of: Paging(count: 3, size: 500)), articles: articles, years: years))
    #expect(
      page
        == "Artikel aus dem Jahr 2026, 3 Artikel|November: A 23. November 2026 B 23. November 2026|April: C 1. April 2026"
    )
  }

  @Test func theNewestArticlesAreBelowTheYears() throws {
    let templates = try TemplateSet(overrides: [
      (
        "articles.html", "articles.html",
        "{{#years}}{{year}} {{count_words}}|{{/years}}{{#articles}}{{title}} {{/articles}}|{{page.description}}"
      )
    ])
    let articles = (1...40).map { sampleArticle("a\($0)", "\($0)") }
    let page = try PageRenderer(site: sampleSite(), templates: templates)
      .years([YearCount(year: 2026, count: 40)], newest: articles)
    let titles = (1...30).map { "\($0) " }.joined()
    #expect(page == "2026 40 articles|\(titles)|1 · 2 · 3 · 4 · 5 · 6 · 7 · 8")
  }

  @Test func relatedArticlesHaveTheirDatesAndTeasers() throws {
    var related = sampleArticle("b", "متلازمة MS")
    related.summary = String(repeating: "word ", count: 60)
    let templates = try TemplateSet(overrides: [
      (
        "article.html", "article.html",
        "{{#has_related}}{{#related}}{{title}} {{title_dir}} {{#title_is_foreign}}foreign{{/title_is_foreign}} {{date}} {{teaser}} {{teaser_dir}}{{/related}}{{/has_related}}"
      )
    ])
    let renderer = PageRenderer(site: sampleSite(), templates: templates)
    let teaser = String(repeating: "word ", count: 32).dropLast() + "…"
    #expect(
      try renderer.article(sampleArticle("a", "A"), related: [related])
        == "متلازمة MS rtl foreign 23 November 2026 \(teaser) ltr")
    #expect(try renderer.article(sampleArticle("a", "A")) == "")
  }
}
