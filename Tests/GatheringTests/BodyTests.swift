import Foundation
import Gathering
import Markdown
import Model
import Testing
import Text
import XML

@Suite struct BodyTests {
  private func body(_ markdown: String, path: String = "articles/sub dir/a.md") throws -> String {
    guard case .article(let article, _) = try reading("---\ntitle: T\ndate: 2026-11-23\n---\n" + markdown, path: path)
    else {
      return "no article"
    }
    return article.body
  }

  /// As in Eleventy (`{{ key }}`) and Jekyll (`{{ page.key }}`).
  @Test func anArticleMayShowItsOwnFrontMatter() throws {
    let matter = "title: T\ndate: 2026-11-23\ncity: \"Ulm & <b>Bonn</b> *x*\"\nreview: https://a.example/b_c_(d)\n"
    let text = "{{ city }}, {{ page.city }}: [x]({{ review }}?q) <a href=\"{{ review }}\">y</a>\n"
    guard case .article(let article, let warnings) = try reading("---\n\(matter)---\n\(text)", path: "articles/a.md")
    else {
      Issue.record("no article")
      return
    }
    let city = "Ulm &amp; &lt;b&gt;Bonn&lt;/b&gt; *x*"
    let address = "https://a.example/b_c_%28d%29"
    #expect(
      article.body == "<p>\(city), \(city): <a href=\"\(address)?q\">x</a> <a href=\"\(address)\">y</a></p>\n")
    #expect(warnings == [])
  }

  private static let bodies: [(String, String)] = [
    ("[x](y.html)", "<p><a href=\"https://example.org/news/articles/sub%20dir/y.html\">x</a></p>\n"),
    ("[x](../y)", "<p><a href=\"https://example.org/news/articles/y\">x</a></p>\n"),
    ("[x](/y?a=1&b)", "<p><a href=\"https://example.org/y?a=1&amp;b\">x</a></p>\n"),
    ("[x](//h.example/y)", "<p><a href=\"https://h.example/y\">x</a></p>\n"),
    ("[x](#n)", "<p><a href=\"https://example.org/news/articles/sub-dir/a/#n\">x</a></p>\n"),
    ("![x](p.png)", "<p><img src=\"https://example.org/news/articles/sub%20dir/p.png\" alt=\"x\" /></p>\n"),
    ("a@b.example", "<p><a href=\"mailto:a@b.example\">a@b.example</a></p>\n"),
    ("[x](javascript:y) ![z](data:image/png;base64,AA) <ftp://f.example>", "<p>x z ftp://f.example</p>\n"),
    ("[x](<java&#x0A;script:y>)", "<p>x</p>\n"),
    (
      "<b onclick=y>[z](p)</b> <img src=q.png onerror=r>&#1;<script>x</script>",
      "<p><b><a href=\"https://example.org/news/articles/sub%20dir/p\">z</a></b> "
        + "<img src=\"https://example.org/news/articles/sub%20dir/q.png\" /></p>\n"
    ),
    (
      "# Notes\n\n<i>[x](#notes)</i> <a href=\"#notes\">y</a>",
      "<h1 id=\"notes\">Notes</h1>\n<p><i><a href=\"https://example.org/news/articles/sub-dir/a/#notes\">x</a></i> "
        + "<a href=\"https://example.org/news/articles/sub-dir/a/#notes\">y</a></p>\n"
    ),
    ("&#1;reader_address&#1;", "<p>reader_address</p>\n"),
  ]

  @Test(arguments: bodies)
  func addressesAreAbsoluteAndNothingActs(_ markdown: String, _ html: String) throws {
    let found = try body(markdown)
    #expect(found == html)
  }

  @Test(arguments: [
    ("a\n\n<video src=/v>\nx\n</video>", ["7:1: `<video>` is published as a link to its URL"]),
    ("a <Iframe></iframe>", ["5:3: `<iframe>` is not published; link to it instead"]),
    ("<audio>\n<source\n src=/a>\n</audio>", ["5:1: `<audio>` is published as a link to its URL"]),
    (
      "<svg><path/></svg> <form>",
      ["5:1: `<svg>` is not", "5:20: `<form>` is not"].map { $0 + " published; link to it instead" }
    ),
    ("`<svg>`\n\n    <svg>\n\n```\n<svg>\n```\n\n\\<svg> <!-- <svg> --> <svg x", []),
    ("{% comment %}\n\n{% endcomment %}\n<svg>", ["8:1: `<svg>` is not published; link to it instead"]),
  ])
  func unpublishableMarkupIsReportedByLine(_ markdown: String, _ warnings: [String]) throws {
    guard case .article(_, let found) = try reading("---\ntitle: T\ndate: 2026-11-23\n---\n" + markdown)
    else { throw NotAnInstant(text: markdown) }
    #expect(found.map(\.description) == warnings.map { "articles/a.md:" + $0 })
  }

  /// The sanitiser runs only on an author's own HTML, because it would leave cmark's output unchanged.
  @Test(arguments: 0..<300)
  func theSanitiserKeepsEverythingThatMarkdownProduces(_ round: Int) throws {
    let seed = UInt64.random(in: 0 ... .max)
    let markdown = RandomMarkdown(seed: seed).text()
    // Anything that may hide something is not read at all.
    guard var document = try? MarkdownDocument(markdown) else { return }
    let hasHTML = document.containsRawHTML
    guard !hasHTML else { return }
    document.resolveLinks { Text.resolve($0, against: "https://example.org/") }
    let html = document.html()
    let sanitised = HTMLSanitizer(base: "https://example.org/").sanitized(html).html
    let source: Comment = "seed \(seed): \(markdown)"
    #expect(tagsWithAttributes(html) == tagsWithAttributes(sanitised), source)
    #expect(words(html) == words(sanitised), source)
    let ids = headings(sanitised).compactMap { $0 }
    #expect(ids.count == headings(sanitised).count, source)
    #expect(Set(ids).isSubset(of: headings(html).compactMap { $0 }), source)
  }

  private func tagsWithAttributes(_ html: String) -> [Substring] {
    level(html).matches(of: /<(a|img) [^>]*>/.matchingSemantics(.unicodeScalar)).map(\.output.0)
  }

  /// Their ids.
  private func headings(_ html: String) -> [Substring?] {
    html.matches(of: /<h[1-6](?: id="([^"]*)")?>/.matchingSemantics(.unicodeScalar)).map(\.output.1)
  }

  /// All text without its spaces.
  private func words(_ html: String) -> String {
    let text = level(html).replacing(/<[^>]*>/.matchingSemantics(.unicodeScalar), with: "")
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  /// Without differences between the two writers that have no effect: empty links, quotes escaped in text, kinds of space.
  private func level(_ html: String) -> String {
    html.replacing(/<a [^>]*>(\s|<(?!img|\/a)[^>]*>)*<\/a>/.matchingSemantics(.unicodeScalar), with: "")
      .replacing("&#x27;", with: "'").replacing("&quot;", with: "\"")
      .replacing(/[\t\n]/.matchingSemantics(.unicodeScalar), with: " ")
  }
}

/// Pieces of Markdown and of attacks, put together by chance.
private struct RandomMarkdown {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  func text() -> String {
    var random = self
    return (0..<40).map { _ in Self.pieces[random.next() % Self.pieces.count] }.joined()
  }

  /// SplitMix64.
  private mutating func next() -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) >> 2)
  }

  private static let pieces = [
    "\n", "\n\n", "\n\n- ", "\n1. ", "\n> ", "\n# ", "\n\n```js x=\"y\"\n", "\n```\n", "\n    ", "  \n", "\\\n",
    "\n---\n",
    "\n\n| a | b |\n|:-:|--:|\n| c | ", " | ", "*", "**", "_", "~~", "`", "``", "[", "](", "](/x)",
    "](<a b> \"t\"q<\")", ")",
    "![", "](javascript:x)", "](data:text/html,x)", "<https://e.example/?a&b>", "<vbscript:x>", "www.e.example",
    "a@b.example",
    "[^1]", "\n\n[^1]: note\n", "\n[r]: https://r.example/<>\"'\n", "[r]", "- [ ] ", "- [x] ", "&lt;script&gt;", "&#1;",
    "&amp;",
    "\"", "'", "\\<", "\\*", "é", "\u{301}", "🧑‍⚕️", "word ", "two words ", "\t", "]]>", "&nbsp;", "3. ",
    " {#Id.1}", " {: #i-d}\n", "日本", "x²", "\n---\n",
  ]
}
