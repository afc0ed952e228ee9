import Model
import Pages
import Templates
import Testing

/// `layout: report` in front matter.
@Suite struct LayoutTests {
  private let site = sampleSite()

  private func renderer(_ files: [String: String], _ site: Site? = nil) throws -> PageRenderer {
    let overrides = files.map { (name: $0.key, path: "templates/" + $0.key, text: $0.value) }
    return PageRenderer(site: site ?? self.site, templates: try TemplateSet(overrides: overrides))
  }

  private static let both =
    "{{#article}}A {{title}} {{{body}}}{{/article}}{{#standing}}S {{title}} {{{body}}}{{/standing}}"
    + "{{#has_related}}{{#related}}, {{title}}{{/related}}{{/has_related}}"

  @Test(arguments: [
    ("report", "A T "), ("post", "usual"), ("Report", "usual"), (nil, "usual"),
  ])
  func anArticleHasTheTemplateThatItNames(_ layout: String?, _ expected: String) throws {
    var article = sampleArticle("a", "T")
    article.layout = layout
    let renderer = try renderer(["layouts/report.html": Self.both, "article.html": "usual"])
    #expect(try renderer.article(article) == expected)
  }

  @Test func itSeesTheValuesOfTheArticlesPage() throws {
    var article = sampleArticle("a", "T")
    article.layout = "report"
    #expect(
      try renderer(["layouts/report.html": Self.both]).article(article, related: [sampleArticle("b", "B")]) == "A T , B"
    )
    article.layout = nil
    let usual = try #require(TemplateSet.builtIn("article.html"))
    let copied = try renderer(["layouts/report.html": usual])
    let page = try copied.article(article)
    article.layout = "report"
    #expect(try copied.article(article) == page)
  }

  /// The built-in page shows the note above the sources, and its footer does not.
  @Test(arguments: [("{{> page-footer}}", 1), ("{{{advice}}}{{> page-footer}}", 1), ("{{{advice}}}", 1), ("-", 0)])
  func theNoteIsShownOnce(_ layout: String, _ times: Int) throws {
    var article = sampleArticle("a", "T")
    article.layout = "report"
    let page = try renderer(["layouts/report.html": layout, "note.html": "<p>Our note</p>"]).article(article)
    #expect(page.matches(of: /Our note/).count == times)
  }

  @Test func aPageThatIsNotAnArticleHasOneToo() throws {
    var page = StandingPage(file: "pages/about.md", name: "about", title: "About")
    page.layout = PageLayout("report")
    let files = ["layouts/report.html": Self.both, "standing-page.html": "usual"]
    #expect(text(try renderer(files).standing(page, body: "<p>Us</p>")) == "S About <p>Us</p>")
    page.layout = PageLayout("page")
    #expect(text(try renderer(files).standing(page, body: "<p>Us</p>")) == "usual")
  }

  @Test func mistakesAreFoundBeforeThereIsAnArticle() throws {
    let renderer = try renderer(["layouts/report.html": "<p>\n{{#article}}{{oops}}{{/article}}"])
    let error = #expect(throws: TemplateError.self) { try renderer.rehearse() }
    #expect(error?.description.hasPrefix("templates/layouts/report.html:2:13: ") == true)
    #expect(throws: Never.self) { try self.renderer(["layouts/report.html": Self.both]).rehearse() }
  }

  /// It may use values that articles do not have.
  @Test func aLayoutOfPagesIsTriedAsSuch() throws {
    var page = StandingPage(file: "pages/about.md", name: "about", title: "About")
    page.layout = PageLayout("report")
    var site = site
    site.standing = [page]
    let layout = ["layouts/report.html": "{{#standing}}{{oops}}{{/standing}}"]
    #expect(throws: TemplateError.self) { try renderer(layout, site).rehearse() }
    let ofArticles = ["layouts/report.html": "{{#article}}{{oops}}{{/article}}"]
    #expect(throws: Never.self) { try renderer(ofArticles, site).rehearse() }
    #expect(throws: TemplateError.self) { try renderer(ofArticles, site).rehearse(layouts: ["report"]) }
  }
}
