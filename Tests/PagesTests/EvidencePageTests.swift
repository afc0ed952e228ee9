import CourantTesting
import Model
import Pages
import Presentation
import Templates
import Testing

/// What pages show about how sure a study is, and to help readers.
@Suite struct EvidencePageTests {
  private func page(_ article: Article, _ template: String, on site: Site = sampleSite()) throws -> String {
    let templates = try TemplateSet(overrides: [
      ("article.html", "templates/article.html", "{{#article}}" + template + "{{/article}}")
    ])
    return try PageRenderer(site: site, templates: templates).article(article)
  }

  @Test func theScaleHasTheLevelAndItsReason() throws {
    var article = sampleArticle("a", "A")
    article.credibility = Rating(3.7)
    article.testedIn = .animals
    article.credibilityReason = "Mice & rats."
    var site = sampleSite()
    site.standing = [StandingPage(file: "pages/how-we-rate.md", name: "how-we-rate", title: "How we rate")]
    #expect(
      try page(article, "{{> article-evidence}}", on: site) == """
        <div class="evidence" role="group" aria-labelledby="page:evidence">
        <p><strong id="page:evidence">How sure is this?</strong> <strong>Early.</strong> In animals only. \
        <span dir="ltr">Mice &amp; rats.</span></p>
        <ol class="levels">
        <li>very early</li>
        <li aria-current="true"><strong>early</strong></li>
        <li>fairly sure</li>
        <li>well supported</li>
        </ol>
        <p class="how"><a href="https://r.example/how-we-rate/">How we rate studies</a></p>
        </div>

        """)
  }

  @Test func withoutARatingThereIsNoScale() throws {
    var article = sampleArticle("a", "A")
    #expect(try page(article, "{{> article-evidence}}{{> article-ratings}}.") == ".")
    article.testedIn = .people
    #expect(
      try page(article, "{{> article-evidence}}{{> article-ratings}}") == """
        <div class="evidence" role="group" aria-labelledby="page:evidence">
        <p><strong id="page:evidence">How sure is this?</strong> Tested in people.</p>
        </div>

        """)
  }

  @Test func listsSayInterestOnlyIfTheSiteWantsIt() throws {
    var article = sampleArticle("a", "A")
    article.credibility = Rating(4.3)
    article.interest = Rating(4.2)
    #expect(try page(article, "{{> article-ratings}}") == "<p class=\"ratings\">Evidence: well supported</p>\n")
    var site = sampleSite()
    site.showsInterest = true
    #expect(
      try page(article, "{{> article-ratings}}", on: site)
        == "<p class=\"ratings\">Evidence: well supported · Interest: high</p>\n")
  }

  @Test(arguments: [
    ("en", "<h2 id=\"what-to-keep-in-mind\">K</h2><h2 id=\"what-it-means-for-you\">M</h2>", "what-it-means-for-you|M"),
    ("en", "<h2 id=\"what-to-keep-in-mind\">K &amp; so</h2>", "what-to-keep-in-mind|K & so"),
    ("de", "<h2 id=\"x\">Was das für <em>Sie</em> bedeutet:</h2>", "x|Was das für Sie bedeutet:"),
    ("en", "<h2 id=\"x\">Was das für Sie bedeutet</h2>", "|"),
  ])
  func aLinkLeadsToWhatItMeans(_ language: String, _ body: String, _ expected: String) throws {
    var article = sampleArticle("a", "A")
    article.body = body
    var site = sampleSite()
    site.language = language
    let template = "{{#jump}}{{id}}|{{heading}}{{/jump}}{{^jump}}|{{/jump}}"
    #expect(try page(article, template, on: site) == expected.replacing("&", with: "&amp;"))
  }

  @Test func theOneMinuteVersionHasWhatTheAuthorWrote() throws {
    var article = sampleArticle("a", "A")
    #expect(try page(article, "{{> article-minute}}{{> article-jump}}.") == ".")
    article.mind = "It was small."
    #expect(
      try page(article, "{{> article-minute}}") == """
        <section class="minute" aria-labelledby="page:minute">
        <h2 id="page:minute">What to keep in mind</h2>
        <p><span dir="ltr">It was small.</span></p>
        </section>

        """)
    article.means = "Rest."
    #expect(
      try page(article, "{{> article-minute}}") == """
        <section class="minute" aria-labelledby="page:minute">
        <h2 id="page:minute">In one minute</h2>
        <p><strong>What it means for you</strong><br><span dir="ltr">Rest.</span></p>
        <p><strong>What to keep in mind</strong><br><span dir="ltr">It was small.</span></p>
        </section>

        """)
    article.body = "<h2 id=\"what-it-means-for-you\">What it means for you</h2>"
    #expect(
      try page(article, "{{> article-jump}}")
        == "<p class=\"jump\"><a href=\"#what-it-means-for-you\">Go to “What it means for you”</a></p>\n")
  }

  @Test func urgentQuotationsComeBeforeTheTakeaway() throws {
    var article = sampleArticle("a", "A")
    let note = Article.urgentStart + ">\n<p><strong>Now</strong> call</p>\n</blockquote>\n"
    article.body = note + "<p>Rest</p>\n"
    #expect(
      try page(article, "{{> article-urgent}}{{{body_after_urgent}}}") == """
        <div class="urgent" role="note" dir="ltr">
        <p><strong>Now</strong> call</p>
        </div>
        <p>Rest</p>

        """)
    #expect(try page(article, "{{{body}}}") == article.body)
  }

  @Test func aQuotationWithASignIsNotUrgent() {
    var article = sampleArticle("a", "A")
    article.body = "<blockquote>\n<p><strong>\u{26A0}\u{FE0E}\u{A0}Now</strong></p>\n</blockquote>\n"
    #expect(article.urgentNotes.isEmpty)
    #expect(article.bodyAfterUrgent == article.body)
  }

  @Test func writersSayWhoTheyAre() throws {
    var article = sampleArticle("a", "A")
    article.authors = ["Ann Archer", "B & Co", "Nobody"]
    var site = sampleSite()
    #expect(try page(article, "{{> article-writers}}.", on: site) == ".")
    site.authors = [Author(name: "Ann Archer"), Author(name: "B & Co"), Author(name: "Nobody")]
    site.authors[0].role = "Neurologist"
    site.authors[0].conflicts = "None"
    site.authors[1].conflicts = "Paid < 1"
    #expect(
      try page(article, "{{> article-writers}}", on: site) == """
        <section class="writers" aria-labelledby="page:writers">
        <h2 id="page:writers">Who wrote this</h2>
        <p><a href="https://r.example/authors/ann-archer/" dir="auto" rel="author">Ann Archer</a><br>
        <span dir="auto">Neurologist</span><br>
        <span class="label">Conflicts of interest:</span> <span dir="auto">None</span></p>
        <p><a href="https://r.example/authors/b-_26-co/" dir="auto" rel="author">B &amp; Co</a><br>
        <span class="label">Conflicts of interest:</span> <span dir="auto">Paid &lt; 1</span></p>
        </section>

        """)
  }

  @Test func theBylineLeadsToWhoIsBehindTheSite() throws {
    var site = sampleSite()
    site.standing = [StandingPage(file: "pages/about.md", name: "about", title: "About")]
    let byline = try page(sampleArticle("a", "A"), "{{> article-byline}}", on: site)
    #expect(byline.hasSuffix("&nbsp;&middot; <a href=\"https://r.example/about/\">About this site</a></p>\n"))
  }
}
