import Model
import Testing

@testable import Digests

/// The first words of a body next to an author's summary: made in the same way as summaries.
struct OpeningTests {
  @Test(arguments: [
    ("<p>10<sup>6</sup> cells, H<sub>2</sub>O &amp; 1 &lt; 2</p><p>Second</p>", "10⁶ cells, H₂O & 1 < 2"),
    ("<p>One<br>two</p>", "One two"), ("<p id=\"first\">With an id</p>", "With an id"),
    ("<p class=\"x\">First</p><p>Second</p>", "First"), ("<h2>Part</h2>\n<p>Text</p>", "Text"),
    ("<figure><img src=\"a.png\" alt=\"A\"><figcaption>Caption</figcaption></figure><p>Text</p>", "Text"),
    ("<p><img src=\"a.png\" alt=\"A > B\"></p><p>Text</p>", "Text"),
    ("<p>Cited<sup id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup> here</p>", "Cited here"),
    ("<ul><li>Only</li><li>a list</li></ul>", "Only a list"), ("<div>Loose words</div>", "Loose words"),
    ("<p>&amp;lt;</p>", "&lt;"), ("", nil), ("<p> </p>", nil), ("<p>The summary, and more</p>", nil),
    ("<figure><img src=\"a.png\"></figure><p>The summary, and more</p>", nil),
    ("<p>The <em>summary</em> again</p>", nil),
  ])
  func aBodyOpensWithItsFirstWords(_ body: String, _ expected: String?) {
    var article = editionArticle("a", summary: "The summary")
    article.body = body
    #expect(article.opening == expected)
    article.summaryIsExcerpt = true
    #expect(article.opening == nil)
  }
}
