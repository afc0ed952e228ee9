import Model
import Pages
import Templates
import Testing

struct PageBodyTests {
  @Test(arguments: [
    ("<h2 id=\"a\">A</h2>", "<h2 id=\"a\">A</h2>"),
    // The page has its own h1, and no level is left out on the way down.
    ("<h1>A</h1><h2>B</h2><h1>C</h1>", "<h2>A</h2><h3>B</h3><h2>C</h2>"),
    ("<h4>A</h4><h6 id=\"b\">B</h6><h4>C</h4><h2>D</h2>", "<h2>A</h2><h3 id=\"b\">B</h3><h2>C</h2><h2>D</h2>"),
    ("<img src=\"x\">", "<img alt=\"\" loading=\"lazy\" src=\"x\">"),
    ("<img src=\"x\" alt=\"X\">", "<img loading=\"lazy\" src=\"x\" alt=\"X\">"),
    ("<pre><code>short\nlines</code></pre>", "<pre><code>short\nlines</code></pre>"),
    (
      "<pre>a line that is longer than any telephone</pre>",
      "<pre tabindex=\"0\">a line that is longer than any telephone</pre>"
    ),
    (
      "<pre>a</pre><p>a line that is longer than any telephone</p>",
      "<pre>a</pre><p>a line that is longer than any telephone</p>"
    ),
    (
      "<table><tr><td align=\"right\">1</td></tr></table>",
      "<div class=\"scroll\" tabindex=\"0\"><table><tr><td class=\"at-right\">1</td></tr></table></div>"
    ),
    // Its words would have to be a date.
    (
      "<time>now</time> <time datetime=\"2026-11-23\">then</time>",
      "<span>now</span> <time datetime=\"2026-11-23\">then</time>"
    ),
    ("<time lang=\"de\">nun</time></time>", "<span lang=\"de\">nun</span></time>"),
    ("a &lt; b", "a &lt; b"), ("", ""),
    // The ids of other programs, unless they are taken
    (
      "<h2 id=\"a--b-20\">A &amp; <em>B</em> 2.0</h2>",
      "<h2 id=\"a--b-20\">A &amp; <em>B</em> 2.0<span id=\"a-b-2-0\"></span><span id=\"a-b-2.0\"></span>"
        + "<span id=\"a-b-20\"></span></h2>"
    ),
    (
      "<h2 id=\"1-a\">1. A</h2><h2 id=\"2-a\">2. A</h2><p><span id=\"_1-a\"></span></p>",
      "<h2 id=\"1-a\">1. A<span id=\"a\"></span></h2><h2 id=\"2-a\">2. A<span id=\"_2-a\"></span></h2>"
        + "<p><span id=\"_1-a\"></span></p>"
    ),
  ])
  func aBodyFitsItsPage(_ body: String, _ expected: String) throws {
    #expect(try shown(body, "{{{body}}}") == expected)
  }

  @Test func aLongArticleHasATableOfContents() throws {
    let text = "<p>\(String(repeating: "word ", count: 400))</p>"
    let parts = (1...4).map { "<h2 id=\"p-\($0)\">Part <em>\($0)</em> &amp; more</h2>\(text)" }
    let template = "{{#contents}}#{{id}} {{{heading}}}|{{/contents}}"
    #expect(
      try shown(parts.joined(), template)
        == "#p-1 Part 1 &amp; more|#p-2 Part 2 &amp; more|#p-3 Part 3 &amp; more|#p-4 Part 4 &amp; more|")
    #expect(try shown(parts.dropLast().joined(), template) == "")
    #expect(try shown("<h2 id=\"a\">A</h2><p>a</p>", template) == "")
  }

  private func shown(_ body: String, _ template: String) throws -> String {
    var article = sampleArticle("a", "A")
    article.body = body
    let templates = try TemplateSet(overrides: [("article.html", "article.html", "{{#article}}\(template){{/article}}")]
    )
    return try PageRenderer(site: sampleSite(), templates: templates).article(article)
  }
}
