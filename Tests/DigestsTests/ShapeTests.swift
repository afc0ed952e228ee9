@testable import Languages
import Model
import Presentation
import Templates
import Testing
import Themes
import Time

@testable import Digests

/// How much of each article the issues of a digest show.
struct ShapeTests {
  private static let body = """
    <blockquote class="urgent">
    <p>Call today.</p>
    </blockquote>
    <h2 id="how">How</h2>
    <p>See <a href="#how">above</a> and <a href="https://b.example/?a&amp;b">the trial</a>.</p>
    <ul>
    <li>One</li>
    <li>Two</li>
    </ul>

    """

  private static func article(_ id: String) -> Article {
    var article = editionArticle(id, "Title \(id)", summary: "Takeaway \(id).")
    article.credibility = Rating(tenths: 20)
    article.body = Self.body
    article.image = .init(url: "https://r.example/\(id).png", alt: "Picture \(id)")
    return article
  }

  private func renderer(
    _ shape: Digest.Shape, language: String = "en", theme: String = "editorial", sponsor: Sponsor? = nil
  ) throws -> EditionRenderer {
    var site = editionSite()
    site.language = language
    var digest = Digest(name: "weekly", cron: try CronExpression("0 7 * * MON"))
    digest.shape = shape
    digest.sponsor = sponsor
    return EditionRenderer(site: site, digest: digest, theme: try Theme(theme, language: site.speech))
  }

  private func edition(_ renderer: EditionRenderer, _ articles: [Article]) throws -> Edition {
    try #require(try renderer.edition(of: editionIssue([(ms, articles)]), following: [ms]))
  }

  private func evidence(of article: Article, in site: Site) -> String {
    guard case .record(let fields) = article.record(in: site), case .text(let words)? = fields["evidence_line"] else {
      return "none"
    }
    return words
  }

  /// What each shape says of two articles, in the text part: the part between the addresses above and the note below.
  @Test(arguments: [
    (
      Digest.Shape.headlines,
      """
      * Title a

      Call today.

      Evidence: early · 20 November 2026
      https://r.example/articles/a/


      * Title b

      Call today.

      Evidence: early · 20 November 2026
      https://r.example/articles/b/
      """
    ),
    (
      .full,
      """
      * Title a

      Call today.

      Key takeaway: Takeaway a.

      Evidence: early · 1 min
      https://r.example/articles/a/

      How

      See above and the trial (https://b.example/?a&b).

      - One
      - Two


      * Title b

      Call today.

      Key takeaway: Takeaway b.

      Evidence: early · 1 min
      https://r.example/articles/b/

      How

      See above and the trial (https://b.example/?a&b).

      - One
      - Two
      """
    ),
  ])
  func theTextPart(_ shape: Digest.Shape, _ expected: String) throws {
    let text = try edition(renderer(shape), ["a", "b"].map(Self.article)).text
    let start = try #require(text.firstRange(of: "* Title a"))
    let end = try #require(text.firstRange(of: "\n\n\n* * *"))
    #expect(text[start.lowerBound..<end.lowerBound].replacing("\u{A0}", with: " ") == expected)
  }

  /// In each built-in language and theme: what the HTML part says of the articles is also in the text part, and on the page.
  @Test(arguments: Wording.all.map(\.tag), Digest.Shape.allCases)
  func bothPartsAndThePageSayTheSame(_ language: String, _ shape: Digest.Shape) throws {
    for theme in ["editorial", "plain"] {
      let renderer = try renderer(shape, language: language, theme: theme, sponsor: Sponsor(text: "Beds & cats"))
      let articles = ["a", "b"].map(Self.article)
      let edition = try edition(renderer, articles)
      let page = try renderer.archivePage(of: editionIssue([(ms, articles)]))
      let speech = Language(language)
      let label = try #require(speech.word("advertisement"))
      let evidence = evidence(of: articles[0], in: renderer.site)
      for (part, amp) in [(edition.html, "&amp;"), (edition.text, "&"), (page, "&amp;")] {
        #expect(part.contains("Title b") && part.contains("Call today."))
        // Cards show the first words of the lead.
        if shape != .cards { #expect(part.contains("the trial") == (shape == .full)) }
        #expect(part.contains("Takeaway b.") == (shape != .headlines))
        #expect(part.ranges(of: "Beds \(amp) cats").count == 1)
        #expect(part.contains(label), "\(label)")
        #expect(part.contains(evidence), "\(evidence)")
      }
      #expect(edition.html.contains("Picture b") == (shape == .full))
    }
  }

  /// What is written of a body → in an email → on the page of an issue.
  @Test(arguments: [
    ("<p>a</p>", "<p>a</p>", "<p>a</p>"),
    ("a &lt; b<br>c", "a &lt; b<br>c", "a &lt; b<br>c"),
    (
      "<h1>a</h1><h4 id=\"x\">b</h4><h2>c</h2>",
      "<h4 class=\"body-part\">a</h4><h5 class=\"body-part\" id=\"x\">b</h5><h5 class=\"body-part\">c</h5>",
      "<h4>a</h4><h5 id=\"x\">b</h5><h5>c</h5>"
    ),
    (
      "<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4>",
      "<h4 class=\"body-part\">a</h4><h5 class=\"body-part\">b</h5><h6 class=\"body-part\">c</h6><h6 class=\"body-part\">d</h6>",
      "<h4>a</h4><h5>b</h5><h6>c</h6><h6>d</h6>"
    ),
    (
      "<img src=\"https://a.example/a.png\" alt=\"A\" width=\"300\" height=\"200\">",
      "<img style=\"max-width: 100%; height: auto;\" src=\"https://a.example/a.png\" alt=\"A\" width=\"300\" height=\"200\">",
      "<img loading=\"lazy\" src=\"https://a.example/a.png\" alt=\"A\" width=\"300\" height=\"200\">"
    ),
    (
      "<img src=\"https://a.example/a.png\" srcset=\"https://a.example/b.png 2x\" width=\"1200\" height=\"800\">",
      "<img style=\"max-width: 100%; height: auto;\" alt=\"\" src=\"https://a.example/a.png\" width=\"520\">",
      "<img loading=\"lazy\" alt=\"\" src=\"https://a.example/a.png\" srcset=\"https://a.example/b.png 2x\" width=\"1200\" height=\"800\">"
    ),
    (
      "<table><tr><td align=\"right\">1</td></tr></table>",
      "<table class=\"body-table\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"body-cell\" align=\"right\">1</td></tr></table>",
      "<div class=\"scroll\" tabindex=\"0\"><table><tr><td class=\"at-right\">1</td></tr></table></div>"
    ),
    (
      "<pre dir=\"rtl\"><code>a</code></pre>", "<pre class=\"body-code\" dir=\"ltr\"><code>a</code></pre>",
      "<pre tabindex=\"0\" dir=\"rtl\"><code>a</code></pre>"
    ),
    (
      "<blockquote class=\"urgent\" cite=\"https://a.example/\"><p>a</p></blockquote>",
      "<blockquote class=\"body-quote\" cite=\"https://a.example/\"><p>a</p></blockquote>",
      "<blockquote class=\"urgent\" cite=\"https://a.example/\"><p>a</p></blockquote>"
    ),
  ])
  func bodiesFitTheirPlace(_ body: String, _ mail: String, _ page: String) {
    #expect(FullBody(body, on: .mail).html == mail)
    #expect(FullBody(body, on: .page).html == page)
  }

  @Test func idsOfCompleteArticlesDoNotMeet() throws {
    let renderer = try renderer(.full)
    let articles = ["a", "b"].map(Self.article)
    for part in [try edition(renderer, articles).html, try renderer.archivePage(of: editionIssue([(ms, articles)]))] {
      let ids = part.matches(of: /\ id="([^"]*-how)"/).map { String($0.output.1) }
      #expect(Set(ids).count == 2)
      #expect(part.matches(of: /\ href="#([^"]*-how)"/).map { String($0.output.1) } == ids)
    }
  }

  /// Bodies of 30 kB: the later ones are left out of both parts, with a link to read on.
  @Test func aLongIssueOfCompleteArticlesIsShortened() throws {
    let long = "<p>" + String(repeating: "Body ", count: 6_000) + "</p>"
    let articles = ["a", "b", "c", "d"].map { id in
      var article = Self.article(id)
      article.body = long
      return article
    }
    let edition = try edition(renderer(.full), articles)
    #expect(edition.html.utf8.count <= MailSize.longestHTML)
    #expect(edition.html.matches(of: /<p[^>]*>Body/).count == 2)
    #expect(edition.text.matches(of: /\n\nBody/).count == 2)
    #expect(edition.html.matches(of: /Read this article</).count == 2)
    for id in ["a", "b", "c", "d"] {
      #expect(edition.html.contains("Takeaway \(id).") && edition.text.contains("Takeaway \(id)."))
    }
  }

  /// A body that begins with its takeaway is not preceded by it; without a body there is a link.
  @Test(arguments: [("<p>Takeaway a.</p><p>More.</p>", 1, 0), ("<p>Other.</p>", 1, 0), ("", 1, 1)])
  func nothingIsSaidTwice(_ body: String, _ takeaways: Int, _ links: Int) throws {
    var article = Self.article("a")
    article.body = body
    let edition = try edition(renderer(.full), [article])
    let html = edition.html[(edition.html.firstRange(of: "<h3")?.lowerBound ?? edition.html.startIndex)...]
    let text = edition.text[(edition.text.firstRange(of: "* Title")?.lowerBound ?? edition.text.startIndex)...]
    #expect(html.ranges(of: "Takeaway a.").count == takeaways)
    #expect(text.ranges(of: "Takeaway a.").count == takeaways)
    #expect(html.ranges(of: ">Read this article<").count == links)
  }
}
