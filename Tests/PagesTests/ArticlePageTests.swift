import Foundation
import Model
import Pages
import Pictures
import Presentation
import Templates
import Testing

/// The parts of an article's page, and their order.
struct ArticlePageTests {
  private var site: Site {
    var site = sampleSite()
    site.editors = EmailAddress("editors@r.example")
    return site
  }

  private let note = (name: "note.html", path: "templates/note.html", text: "<p>Ask your doctor.</p>")

  private func article(_ title: String = "A study", summary: String = "One in five.") -> Article {
    var article = sampleArticle("a", title)
    article.summary = summary
    article.credibility = Rating(tenths: 35)
    article.authors = ["Ann Archer", "Bo"]
    article.citation = .init(title: "The paper")
    article.body = "<p>The body.</p>"
    return article
  }

  private func page(_ article: Article, _ site: Site? = nil, _ more: [TemplateSet.File] = []) throws -> String {
    try PageRenderer(site: site ?? self.site, templates: TemplateSet(overrides: [note] + more)).article(article)
  }

  @Test func theTakeawayComesFirstAndTheAdviceDirectlyAfterTheText() throws {
    let page = try page(article())
    let parts = [
      "<h1", "23 November 2026", "One in five.", "class=\"evidence\"", "1\u{A0}min", "The body.", "Ask your doctor.",
      "The paper", "Send to someone", "Tell us about a mistake", "<footer",
    ]
    // The first is also in the head.
    let main = page[try #require(page.firstRange(of: "<main")).lowerBound...]
    let places = try parts.map { try #require(main.firstRange(of: $0), "\($0) is missing").lowerBound }
    #expect(places == places.sorted())
    #expect(page.ranges(of: "Ask your doctor.").count == 1)
  }

  /// A template that a site wrote for an earlier version.
  @Test func anOwnPageWithoutAdviceStillHasTheNoteInItsFooter() throws {
    let own = (
      name: "article.html", path: "templates/article.html", text: "{{#article}}{{title}}{{/article}}{{> page-footer}}"
    )
    #expect(try page(article(), nil, [own]).ranges(of: "Ask your doctor.").count == 1)
  }

  @Test func anArticleFromAnotherSiteNamesItAndIsNotASecondCopy() throws {
    var article = article()
    article.link = "https://blog.example/a?x=1&y=2"
    article.origin = .init(title: "The <Blog>", url: "https://blog.example/")
    let page = try page(article)
    #expect(page.contains("<link rel=\"canonical\" href=\"https://blog.example/a?x=1&amp;y=2\">"))
    let link = "<a href=\"https://blog.example/a?x=1&amp;y=2\"><span dir=\"auto\">The &lt;Blog&gt;</span></a>"
    #expect(page.contains("First published at \(link)."))
  }

  @Test(arguments: [
    ("en", "from The Blog"), ("de", "aus The Blog"), ("fr", "extrait de The Blog"), ("es", "tomado de The Blog"),
  ])
  func theSiteOfAnArticleIsNamedInEveryLanguage(language: String, line: String) {
    var site = site
    site.language = language
    var article = article()
    article.origin = .init(title: "The Blog")
    #expect(article.creditLine(on: site) == line)
    article.origin = nil
    #expect(article.creditLine(on: site) == nil)
  }

  @Test func withoutANoteThereIsNoBox() throws {
    let page = try PageRenderer(site: site, templates: TemplateSet()).article(article())
    #expect(!page.contains("class=\"advice\""))
  }

  @Test(arguments: [(70, false), (71, true)]) func onlyALongTitleIsMarked(_ length: Int, _ isLong: Bool) throws {
    let title = String(repeating: "x", count: length)
    #expect(try page(article(title)).contains("<h1 dir=\"ltr\" class=\"long\">") == isLong)
  }

  private func links(_ page: String) -> [String] {
    page.matches(of: /href="(mailto:[^"]*)"/).map { String($0.output.1).replacing("&amp;", with: "&") }
  }

  @Test func theArticleCanBeSentOnAndAMistakeReported() throws {
    #expect(
      try links(page(article("Is it 5 % & more?", summary: "Jä\n\"no\""))) == [
        "mailto:?subject=Is%20it%205%20%25%20%26%20more%3F&body=Is%20it%205%20%25%20%26%20more%3F%0D%0A%0D%0A"
          + "J%C3%A4%20%22no%22%0D%0A%0D%0Ahttps%3A%2F%2Fr.example%2Farticles%2Fa%2F",
        "mailto:editors@r.example?subject=Mistake%3A%20Is%20it%205%20%25%20%26%20more%3F%20%28a%29",
      ])
    #expect(try page(article()).contains("<bdi class=\"address\" dir=\"ltr\">https://r.example/articles/a/</bdi>"))
  }

  /// Mail programs cut longer links; the URL is what must not be lost.
  @Test(arguments: ["x", "ü", "مـ", "日", "🧠"]) func aLinkIsNeverTooLong(_ letter: String) throws {
    let long = String(repeating: letter + " ", count: 2_000)
    for link in try links(page(article(long, summary: long))) {
      #expect(link.utf8.count <= 2_000)
      #expect(URLComponents(string: link) != nil)
    }
    let sent = try #require(links(page(article(long, summary: long))).first)
    #expect(sent.hasSuffix("https%3A%2F%2Fr.example%2Farticles%2Fa%2F"))
  }

  @Test func withoutAnAddressNoMistakeCanBeReported() throws {
    #expect(try links(page(article(), sampleSite())).count == 1)
  }

  @Test func mistakesGoToTheEditorsOrToWhereAnswersGo() throws {
    var site = sampleSite()
    site.mail = MailSettings(
      from: try #require(Mailbox("N <n@r.example>")), smtp: MailSettings.Relay(host: "localhost", port: 25))
    #expect(site.mistakesTo == nil)
    site.mail?.replyTo = Mailbox("A <answers@r.example>")
    #expect(site.mistakesTo == EmailAddress("answers@r.example"))
    site.editors = EmailAddress("editors@r.example")
    #expect(site.mistakesTo == EmailAddress("editors@r.example"))
  }

  @Test func anAuthorWithAPageIsLinked() throws {
    var site = site
    #expect(try page(article(), site).contains("<bdi dir=\"ltr\">Ann Archer and Bo</bdi>"))
    site.authors = [Author(name: "ann  ARCHER")]
    let link = "<a href=\"https://r.example/authors/ann-archer/\" rel=\"author\">Ann Archer</a>"
    #expect(try page(article(), site).contains("<bdi dir=\"ltr\">\(link) and Bo</bdi>"))
    site.hasPages = false
    #expect(try page(article(), site).contains("<bdi dir=\"ltr\">Ann Archer and Bo</bdi>"))
  }

  @Test func aNameIsNeverMarkup() throws {
    var site = site
    var article = article()
    article.authors = ["<b>A</b>", "C & D"]
    site.authors = [Author(name: "C & D")]
    let page = try page(article, site)
    #expect(
      page.contains(
        "&lt;b&gt;A&lt;/b&gt; and <a href=\"https://r.example/authors/c-_26-d/\" rel=\"author\">C &amp; D</a>"))
  }

  private static let sizes = PictureSizes { url in
    url == "https://r.example/articles/a%20b.png?x&y" ? PictureSize(svg) : nil
  }
  private static let svg = Array("<svg width=\"37\" height=\"21\">".utf8)

  @Test(arguments: [
    ("<img src=\"https://r.example/articles/a%20b.png?x&amp;y\" alt=\"A\">", " width=\"37\" height=\"21\""),
    ("<img src=\"https://r.example/articles/a%20b.png?x&amp;y\" alt=\"A\" width=\"5\">", ""),
    ("<img src=\"https://elsewhere.example/a.png\" alt=\"A\">", ""),
  ])
  func aPictureOfTheSiteHasItsSize(_ tag: String, _ size: String) throws {
    var article = article()
    article.body = "<p>\(tag)</p>"
    let page = try PageRenderer(site: site, templates: TemplateSet()).article(article, sizes: Self.sizes)
    #expect(page.contains(tag.replacing("<img", with: "<img\(size) loading=\"lazy\"")))
  }

  @Test func theArticlesOwnPictureHasItsSize() throws {
    var article = article()
    article.image = .init(url: "https://r.example/articles/a%20b.png?x&y", alt: "A")
    let page = try PageRenderer(site: site, templates: TemplateSet()).article(article, sizes: Self.sizes)
    #expect(page.contains("?x&amp;y\" alt=\"A\" width=\"37\" height=\"21\"></figure>"))
  }
}
