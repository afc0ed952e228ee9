import CourantTesting
import Model
import Pages
import Presentation
import Templates
import Testing

/// What pages show of how sure a study is and of what helps readers.
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
    site.howWeRate = "https://r.example/how-we-rate/"
    #expect(
      try page(article, "{{> article-evidence}}", on: site) == """
        <section class="evidence" aria-labelledby="page:evidence">
        <p><strong id="page:evidence">How sure is this?</strong> <strong>Early.</strong> In animals only. \
        <span dir="ltr">Mice &amp; rats.</span></p>
        <ol class="levels">
        <li>very early</li>
        <li aria-current="true"><strong>early</strong></li>
        <li>fairly sure</li>
        <li>well supported</li>
        </ol>
        <p class="how"><a href="https://r.example/how-we-rate/">How we rate studies</a></p>
        </section>

        """)
  }

  @Test func withoutARatingThereIsNoScale() throws {
    var article = sampleArticle("a", "A")
    #expect(try page(article, "{{> article-evidence}}{{> article-ratings}}.") == ".")
    article.testedIn = .people
    #expect(
      try page(article, "{{> article-evidence}}{{> article-ratings}}") == """
        <section class="evidence" aria-labelledby="page:evidence">
        <p><strong id="page:evidence">How sure is this?</strong> Tested in people.</p>
        </section>

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
}
