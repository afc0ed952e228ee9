import Model
import Pages
import Presentation
import Templates
import Testing

/// Words that the page of an article explains at its end.
@Suite struct GlossaryTests {
  private func page(_ body: String, _ terms: [GlossaryTerm], _ more: [TemplateSet.File] = []) throws -> String {
    var site = sampleSite()
    site.glossary = terms
    var article = sampleArticle("a", "A relapse")
    article.body = body
    return try PageRenderer(site: site, templates: TemplateSet(overrides: more)).article(article)
  }

  /// The body, with `[words](slug)` for each link to the list.
  private func body(_ html: String, _ terms: [GlossaryTerm]) throws -> String {
    let page = try page(html, terms)
    let body = try #require(page.firstMatch(of: /(?s)<div class="body"[^>]*>\n(.*?)\n<\/div>/)).output.1
    return String(body).replacing(/<a class="term" id="use:([^"]*)" href="#word:([^"]*)">([^<]*)<\/a>/) {
      $0.output.1 == $0.output.2 ? "[\($0.output.3)](\($0.output.1))" : "?"
    }
  }

  private let relapse = GlossaryTerm(name: "relapse", explanation: "New symptoms.", aliases: ["relapses"])

  @Test(arguments: [
    ("<p>A relapse, and a relapse.</p>", "<p>A [relapse](relapse), and a relapse.</p>"),
    ("<p>Relapses come.</p>", "<p>[Relapses](relapse) come.</p>"),
    ("<p>Relapsed, prerelapse, relapse2.</p>", "<p>Relapsed, prerelapse, relapse2.</p>"),
    (
      "<h2>A relapse</h2><p><a href=\"/b\">relapse</a> <code>relapse</code> (<em>relapse</em>)</p>",
      "<h2>A relapse</h2><p><a href=\"/b\">relapse</a> <code>relapse</code> (<em>[relapse](relapse)</em>)</p>"
    ),
    ("<p><img src=\"/relapse\" alt=\"relapse\"></p>", "<p><img loading=\"lazy\" src=\"/relapse\" alt=\"relapse\"></p>"),
    ("<p>a&amp;relapse;</p>", "<p>a&amp;[relapse](relapse);</p>"),
  ])
  func theFirstUseOfAWordIsALink(_ html: String, _ expected: String) throws {
    #expect(try body(html, [relapse]) == expected)
  }

  @Test(arguments: [
    ("T cell", "a t\ncell", "a [t\ncell](t-cell)"), ("T cell", "T cells", "T cells"),
    ("IL-6", "IL‑6 and IL-6", "[IL‑6](il-6) and IL-6"), ("ALS", "als ALS", "als [ALS](als)"),
    ("amp", "a &amp; amp", "a &amp; [amp](amp)"), ("نوبة", "هذه نوبة.", "هذه [نوبة](نوبة)."),
  ])
  func wordsAreWhole(_ name: String, _ html: String, _ expected: String) throws {
    #expect(try body("<p>\(html)</p>", [GlossaryTerm(name: name, explanation: "E")]) == "<p>\(expected)</p>")
  }

  @Test func theListIsInTheOrderOfUseAndLeadsBack() throws {
    let lesion = GlossaryTerm(name: "lesion", explanation: "A spot & more.")
    let page = try page("<p>A lesion of a relapse of a spleen.</p>", [relapse, lesion, relapse])
    let list = try #require(page.firstMatch(of: /(?s)<section class="glossary".*?<\/section>/)).output
    #expect(
      list == """
        <section class="glossary" aria-labelledby="page:words">
        <h2 id="page:words">Words in this article</h2>
        <dl>
        <dt id="word:lesion" dir="ltr"><a href="#use:lesion" title="Back to the text"><span class="unseen">Back to the \
        text: </span>lesion</a></dt>
        <dd dir="ltr">A spot &amp; more.</dd>
        <dt id="word:relapse" dir="ltr"><a href="#use:relapse" title="Back to the text"><span class="unseen">Back to the \
        text: </span>relapse</a></dt>
        <dd dir="ltr">New symptoms.</dd>
        </dl>
        </section>
        """)
  }

  @Test func withoutTheListNothingIsLinked() throws {
    #expect(try !page("<p>Nothing.</p>", [relapse]).contains("class=\"glossary\""))
    let own = "{{#article}}<p>{{title}}</p>{{{body}}}{{/article}}"
    let page = try page("<p>A relapse.</p>", [relapse], [("article.html", "templates/article.html", own)])
    #expect(page == "<p>A relapse</p><p>A relapse.</p>")
  }
}
