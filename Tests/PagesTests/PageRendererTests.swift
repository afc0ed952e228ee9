import Model
import Pages
import Presentation
import Templates
import Testing
import Time

struct PageRendererTests {
  private let site = sampleSite()

  @Test(arguments: [
    ("a.png", ["a.png", "b.png"]), ("b.png", ["b.png", "a.png", "b.png"]), ("c.png", ["c.png", "a.png", "b.png"]),
  ])
  func anImageThatTheTextBeginsWithIsShownOnce(_ image: String, _ shown: [String]) throws {
    let base = "https://r.example/articles/"
    var article = sampleArticle("x", "X")
    article.image = .init(url: base + image, alt: "")
    article.body =
      "<p>Text</p>\n<figure><img src=\"\(base)a.png\" alt=\"\"><figcaption>Caption</figcaption></figure><img src=\"\(base)b.png\" alt=\"\">"
    let page = try PageRenderer(site: site, templates: TemplateSet()).article(article)
    #expect(page.matches(of: /<img[^>]* src="([^"]*)"/).map { String($0.output.1.dropFirst(base.count)) } == shown)
    #expect(page.contains("<figcaption>Caption</figcaption>"))
    #expect(page.contains("<meta property=\"og:image\" content=\"\(base)\(image)\">"))
  }

  @Test func anArticlePageShowsEverythingAboutTheArticle() throws {
    var article = sampleArticle("mogad", "MOGAD <in> children", topics: ["MOGAD", "P‐glycoprotein"])
    (article.summary, article.body) = ("One attack\nfor most. ", "<p>Two in <b>three</b>.</p>")
    (article.credibility, article.authors) = (Rating(4.5), ["A", "B", "C"])
    article.updated = article.published + .seconds(86_400)
    article.citation = .init(title: "Children", journal: "Ill. J.", doi: "10.1/x", published: "2026")
    let renderer = try renderer(
      "article.html",
      """
      {{page.title}}|{{page.description}}|{{page.canonical}}
      {{#article}}
      {{id}}|{{title}}|{{link}}|{{#is_elsewhere}}elsewhere{{/is_elsewhere}}
      {{date}}|{{date_iso}}|{{updated}}|{{updated_iso}}|{{authors}}|{{summary}}
      {{#ratings}}{{#credibility}}{{value}} {{words}} {{bar}}{{/credibility}}{{^interest}}none{{/interest}}{{/ratings}}
      {{#topics}}{{label}}={{slug}};{{/topics}}|{{#source}}{{text}}|{{doi}}|{{url}}{{/source}}
      {{{body}}}
      {{/article}}
      """)
    #expect(
      try renderer.article(article) == """
        MOGAD &lt;in&gt; children – Research|One attack for most.|https://r.example/articles/mogad/
        mogad|MOGAD &lt;in&gt; children|https://r.example/articles/mogad/|
        23 November 2026|2026-11-23|24 November 2026|2026-11-24|A, B and C|One attack
        for most.
        4.5 high ●●●●○none
        MOGAD=mogad;P‐glycoprotein=p-glycoprotein;|Children, Ill. J., 2026|10.1/x|https://doi.org/10.1/x
        <p>Two in <b>three</b>.</p>

        """)
  }

  @Test(arguments: [
    ("en", "2026-05-01", "1 May 2026"), ("en", "2026-05", "May 2026"), ("en", "spring 2026", "spring 2026"),
    ("fr", "2026-05-01", "1er mai 2026"), ("ar", "2026-05-01", "\u{2068}1 مايو 2026\u{2069}"),
  ])
  func theDayOfASourceIsInTheLanguageOfTheSite(_ language: String, _ published: String, _ shown: String) throws {
    var article = sampleArticle("a", "A")
    article.citation = .init(title: "Trial", published: published)
    var site = sampleSite()
    site.language = language
    let show = (name: "article.html", path: "a", text: "{{#article}}{{#source}}{{text}}{{/source}}{{/article}}")
    let templates = try TemplateSet(overrides: [show])
    #expect(
      try PageRenderer(site: site, templates: templates).article(article) == "Trial" + (language == "ar" ? "، " : ", ")
        + shown)
  }

  @Test func anArticleWithNothingButATitleHasEveryNameAbsent() throws {
    let renderer = try renderer(
      "article.html",
      """
      {{#article}}{{updated}}{{updated_iso}}{{summary}}{{authors}}{{#ratings}}r{{/ratings}}{{#has_topics}}t{{/has_topics}}\
      {{#source}}s{{/source}}{{#image}}i{{/image}}{{{body}}}{{/article}}.
      """)
    #expect(try renderer.article(sampleArticle("a", "A")) == ".")
  }

  @Test func anArticleThatIsReadElsewhereLinksThere() throws {
    let renderer = try renderer(
      "article.html", "{{page.canonical}} {{#article}}{{#is_elsewhere}}{{link}}{{/is_elsewhere}}{{/article}}")
    let article = Article(
      id: .init("a"), title: "A", published: Instant(seconds: 0), link: "https://o.example/?a&b",
      page: "articles/a/index.html")
    #expect(try renderer.article(article) == "https://o.example/?a&amp;b https://o.example/?a&amp;b")
  }

  @Test(arguments: [
    ("Short.", false, "<p>Long.</p>", "[Short.]", "take Short."),
    ("Short & sweet.", false, "<p>Short &amp; <b>sweet</b>. Long.</p>", "", "take Short &amp; sweet."),
    ("Short…", true, "<p>Short and long.</p>", "", "excerpt Short…"), ("", false, "<p>Long.</p>", "", ""),
  ])
  func onlyAWrittenSummaryIsATakeaway(
    _ summary: String, _ isExcerpt: Bool, _ body: String, _ onPage: String, _ onCard: String
  ) throws {
    var article = sampleArticle("a", "A")
    (article.summary, article.summaryIsExcerpt, article.body) = (summary, isExcerpt, body)
    let templates = try TemplateSet()
    let page = try PageRenderer(site: site, templates: templates).article(article)
    let boxes = page.matches(
      of:
        /<p class="take"><strong class="label">Key takeaway:<\/strong> <span class="words" dir="ltr">(.*)<\/span><\/p>/)
    #expect(boxes.map { "[\($0.output.1)]" }.joined() == onPage)
    let card = try renderer(
      "index.html",
      "{{#articles}}{{#takeaway}}take {{takeaway}}{{/takeaway}}{{#excerpt}}excerpt {{excerpt}}{{/excerpt}}{{/articles}}"
    )
    #expect(try card.index(articles: [article], issues: []) == onCard)
  }

  @Test func aDateIsTheDayInTheSitesZone() throws {
    let renderer = try renderer("article.html", "{{#article}}{{date}}{{/article}}")
    let article = Article(
      id: .init("a"), title: "A", published: Instant(rfc3339: "2026-06-30T23:30:00Z")!, link: "https://x.example/")
    #expect(try renderer.article(article) == "1 July 2026")
  }

  @Test func everyPageAnnouncesItsFeeds() throws {
    let renderer = try renderer(
      "archive-index.html",
      "{{#feeds}}{{#formats}}{{media_type}} {{title}} {{label}} {{url}}\n{{/formats}}{{page_url}}\n{{/feeds}}")
    #expect(
      try renderer.archiveIndex(issues: []) == """
        application/rss+xml A &amp; B RSS https://r.example/feeds/ab/rss.xml
        application/feed+json A &amp; B JSON Feed https://r.example/feeds/ab/feed.json
        https://r.example/feeds/ab/
        application/rss+xml All RSS https://r.example/feeds/all/rss.xml
        application/atom+xml All Atom https://r.example/feeds/all/atom.xml
        application/feed+json All JSON Feed https://r.example/feeds/all/feed.json
        https://r.example/feeds/all/

        """)
  }

  @Test func theFrontPageShowsSeventeenArticlesAndFiveIssues() throws {
    let renderer = try renderer(
      "index.html",
      "{{count(articles)}} = {{count(cards)}} + {{count(lines)}} {{#issues}}{{number}} {{/issues}}{{page.canonical}}")
    let articles = (1...60).map { sampleArticle("a\($0)", "A") }
    let issues = (1...12).reversed().map { sampleIssue($0) }
    #expect(try renderer.index(articles: articles, issues: issues) == "17 = 5 + 12 12 11 10 9 8 https://r.example/")
    let few = Array(articles.prefix(5))
    let template = "{{#has_lines}}older{{/has_lines}}{{#has_more}}more{{/has_more}}"
    #expect(try self.renderer("index.html", template).index(articles: few, issues: []) == "")
    #expect(try self.renderer("index.html", template).index(articles: few + few, issues: []) == "older")
    #expect(try self.renderer("index.html", template).index(articles: articles, issues: []) == "oldermore")
  }

  @Test func theArchiveListsEveryIssue() throws {
    let renderer = try renderer(
      "archive-index.html",
      "{{#has_issues}}{{#issues}}{{digest}} {{number}} {{date}} {{subject}} {{url}}\n{{/issues}}{{/has_issues}}")
    #expect(
      try renderer.archiveIndex(issues: [sampleIssue(2), sampleIssue(1)]) == """
        Weekly 2 23 November 2026 A &amp; more https://r.example/archive/weekly/2/
        Weekly 1 23 November 2026 A &amp; more https://r.example/archive/weekly/1/

        """)
  }

  @Test func aFeedsPageDescribesItAndHowToFollowIt() throws {
    let renderer = try renderer(
      "feed.html",
      "{{page.canonical}} {{#feed}}{{name}} {{title}}: {{description}}{{#formats}} {{label}}{{/formats}}{{/feed}}{{#articles}} {{id}}{{/articles}}"
    )
    let page = try renderer.feedPage(site.feeds[0], articles: [sampleArticle("x", "X"), sampleArticle("y", "Y")])
    #expect(page == "https://r.example/feeds/ab/ ab A &amp; B: Both. RSS JSON Feed x y")
  }

  @Test func theNoteIsOnEveryPageAsItIs() throws {
    let note = (name: "note.html", path: "note.html", text: "\n<p>Ask {{site.title}}.</p>\n")
    let templates = try TemplateSet(overrides: [note, ("index.html", "index.html", "{{#note}}[{{{note}}}]{{/note}}")])
    #expect(
      try PageRenderer(site: site, templates: templates).index(articles: [], issues: []) == "[<p>Ask Research.</p>]")
  }

  @Test(arguments: ["mailto:desk@r.example?subject=Mails&body=Yes", nil])
  func theSignUpLinkIsOnEveryPageIfItIsSet(_ address: String?) throws {
    var site = site
    site.signUp = address
    let renderer = PageRenderer(site: site, templates: try TemplateSet())
    let (article, topic) = (sampleArticle("a", "A", topics: ["t"]), Topic("t"))
    let page = ListPage(nil, of: Paging(count: 1, size: 50))
    let pages = try [
      renderer.index(articles: [article], issues: []), renderer.feeds(),
      renderer.archiveIndex(issues: [sampleIssue(1)]),
      renderer.feedPage(site.feeds[0], articles: [article]), renderer.article(article), renderer.notFound(),
      text(renderer.topic(TopicCount(topic: topic, count: 1), page: page, articles: [article])),
    ]
    let (link, button) = ("href=\"mailto:desk@r.example?subject=Mails&amp;body=Yes\">", "<a class=\"button\"")
    let counts = pages.map { page in [page.ranges(of: link).count, page.ranges(of: button).count] }
    let expected = [[3, 1], [2, 1], [2, 1], [2, 1], [2, 1], [1, 0], [2, 1]]
    #expect(counts == (address == nil ? Array(repeating: [0, 0], count: 7) : expected))
    if address == nil { #expect(pages.allSatisfy { !$0.contains("Sign up") }) }
  }

  @Test func aPageWithoutItsOwnImageShowsTheSites() throws {
    var site = site
    let template = "{{#page.image}}{{url}} {{alt}}{{/page.image}} {{page.card}} {{site.icon}}"
    let templates = try TemplateSet(overrides: [("article.html", "article.html", template)])
    var article = sampleArticle("a", "A")
    func shown() throws -> String { try PageRenderer(site: site, templates: templates).article(article) }
    #expect(try shown() == " summary ")
    site.look.icon = "https://r.example/icon.png"
    #expect(try shown() == "https://r.example/icon.png  summary https://r.example/icon.png")
    (site.look.logo, site.look.favicon) = ("https://r.example/logo.png", "https://r.example/favicon.png")
    #expect(try shown() == "https://r.example/logo.png  summary https://r.example/favicon.png")
    article.image = .init(url: "https://r.example/a.png", alt: "An A")
    #expect(try shown() == "https://r.example/a.png An A summary_large_image https://r.example/favicon.png")
  }

  @Test func hostileTextIsTextOnEveryBuiltInPage() throws {
    var hostile = sampleArticle("h", "<script>alert(1)</script>{{evil}}", topics: ["<i>"])
    (hostile.summary, hostile.authors) = ("</p><img src=x onerror=\"y\">", ["<u>"])
    hostile.citation = .init(title: "<s>", url: "https://x.example/?\"><script>")
    let renderer = PageRenderer(site: site, templates: try TemplateSet())
    let issue = IssueSummary(
      digest: "d", number: 1, date: Instant(seconds: 0), subject: "<script>", path: "archive/d/1/")
    let pages = [
      try renderer.article(hostile), try renderer.index(articles: [hostile], issues: [issue]),
      try renderer.archiveIndex(issues: [issue]), try renderer.feedPage(site.feeds[0], articles: [hostile]),
    ]
    for page in pages.map(withoutOurScripts) {
      for markup in ["<script", "<img", "<i>", "<u>", "<s>", "?\"", "onerror=\""] { #expect(!page.contains(markup)) }
    }
    #expect(pages[0].contains("<h1 dir=\"ltr\">&lt;script&gt;alert(1)&lt;/script&gt;{{evil}}</h1>"))
  }

  @Test func aRehearsalFindsFaultsBeforeThereAreArticles() throws {
    #expect(throws: Never.self) { try PageRenderer(site: site, templates: try TemplateSet()).rehearse() }
    let error = #expect(throws: TemplateError.self) {
      try renderer("feed.html", "{{#articles}}{{^ratings}}{{oops}}{{/ratings}}{{/articles}}").rehearse()
    }
    #expect(error?.description == "templates/feed.html:1:26: the variable `oops` is unknown here")
  }

  private func withoutOurScripts(_ page: String) -> String {
    page.replacing(/<script( type="application\/ld\+json")?>[^<]*<\/script>/, with: "")
  }

  private func renderer(_ name: String, _ text: String) throws -> PageRenderer {
    PageRenderer(site: site, templates: try TemplateSet(overrides: [(name, "templates/" + name, text)]))
  }

  private func sampleIssue(_ number: Int) -> IssueSummary {
    IssueSummary(
      digest: "weekly", number: number, date: Instant(rfc3339: "2026-11-23T07:00:00Z")!, subject: "A & more",
      path: "archive/weekly/\(number)/index.html")
  }
}
