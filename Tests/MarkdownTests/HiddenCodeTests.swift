import CourantTesting
import Foundation
import Markdown
import Testing

/// cmark decides what is code. Marks in code are shown in full, and marks anywhere else hide.
@Suite struct HiddenCodeTests {
  private static let mark = "{% comment %}SECRET{% endcomment %}"

  /// Where a backtick or a fence looks as if it made code, and cmark does not think so.
  private static let noCode: [(String, String)] = [
    ("<div>\n`MARK`\n</div>", "<div>\n``\n</div>\n"),
    ("<p title=\"`\">MARK `</p>", "<p title=\"`\"> `</p>\n"),
    ("a <b title=\"`\">MARK`</b>", "<p>a <b title=\"`\">`</b></p>\n"),
    (
      "|a|b|\n|-|-|\n|`|MARK `|",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n"
        + "<tr>\n<td>`</td>\n<td>`</td>\n</tr>\n</tbody>\n</table>\n"
    ),
    ("\\`MARK`", "<p>``</p>\n"), ("&#96;MARK`", "<p>``</p>\n"), ("``a MARK`", "<p>``a `</p>\n"),
    ("<https://e.org/`> MARK`", "<p><a href=\"https://e.org/%60\">https://e.org/`</a> `</p>\n"),
    ("https://e.org/` MARK`", "<p><a href=\"https://e.org/%60\">https://e.org/`</a> `</p>\n"),
    ("<a`b@e.org> MARK`", "<p><a href=\"mailto:a%60b@e.org\">a`b@e.org</a> `</p>\n"),
    ("[a](/b`) MARK`", "<p><a href=\"/b%60\">a</a> `</p>\n"),
    ("[a](/b 'c`') d MARK", "<p><a href=\"/b\" title=\"c`\">a</a> d</p>\n"),
    ("[a][`b] MARK`\n\n[`B]: /u", "<p><a href=\"/u\">a</a> `</p>\n"),
    ("``` a`b\nMARK\n```", "<p>``` a`b</p>\n<pre><code></code></pre>\n"),
    ("- ```\n  a\n\nMARK b", "<ul>\n<li>\n<pre><code>a\n\n</code></pre>\n</li>\n</ul>\n<p>b</p>\n"),
    ("> ```\n> a\nMARK b", "<blockquote>\n<pre><code>a\n</code></pre>\n</blockquote>\n<p>b</p>\n"),
    ("- a `b\n- MARK `", "<ul>\n<li>a `b</li>\n<li>`</li>\n</ul>\n"),
    ("# a `\nMARK `", "<h1 id=\"a-\">a `</h1>\n<p>`</p>\n"),
    ("a\n    MARK", "<p>a</p>\n"),
    // Escapes have no meaning in an address.
    (
      "www.e.org/`\\<a title=\"`\">MARK`",
      "<p><a href=\"http://www.e.org/%60%5C\">www.e.org/`\\</a><a title=\"`\">`</p>\n"
    ),
    ("a*\\*b* MARK<b>", "<p>a**b* <b></p>\n"),
  ]

  @Test(arguments: noCode)
  func textThatIsNotCodeToCmarkIsHidden(_ markdown: String, _ html: String) throws {
    let document = try MarkdownDocument(markdown.replacing("MARK", with: Self.mark))
    #expect(document.html() == html)
  }

  private static let code: [(String, String)] = [
    ("`MARK`", "<p><code>MARK</code></p>\n"), ("``a ` MARK``", "<p><code>a ` MARK</code></p>\n"),
    ("`a\nb MARK`", "<p><code>a b MARK</code></p>\n"), ("\\``MARK`", "<p>`<code>MARK</code></p>\n"),
    ("<p title=\"`\">\n\n    MARK", "<p title=\"`\">\n<pre><code>MARK\n</code></pre>\n"),
    ("> `a\n> b MARK`", "<blockquote>\n<p><code>a b MARK</code></p>\n</blockquote>\n"),
    ("> `a\nb MARK`", "<blockquote>\n<p><code>a b MARK</code></p>\n</blockquote>\n"),
    ("`a\n1986. MARK`", "<p><code>a 1986. MARK</code></p>\n"), ("`a\n+b MARK`", "<p><code>a +b MARK</code></p>\n"),
    ("`a\n|b MARK`", "<p><code>a |b MARK</code></p>\n"), ("`a\n-b MARK`", "<p><code>a -b MARK</code></p>\n"),
    (
      "|a|\n|-|\n|`MARK`|",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><code>MARK</code></td>\n</tr>\n</tbody>\n</table>\n"
    ),
    ("~~~ `a`\nMARK\n~~~", "<pre><code class=\"language-`a`\">MARK\n</code></pre>\n"),
    ("- ```\n  MARK\n\nb", "<ul>\n<li>\n<pre><code>MARK\n\n</code></pre>\n</li>\n</ul>\n<p>b</p>\n"),
    ("```\na\n\nMARK", "<pre><code>a\n\nMARK\n</code></pre>\n"), ("\tMARK", "<pre><code>MARK\n</code></pre>\n"),
    (
      "> ~~~\n> a\n~`~~~\na MARK`",
      "<blockquote>\n<pre><code>a\n</code></pre>\n</blockquote>\n<p>~<code>~~~ a MARK</code></p>\n"
    ),
    (
      "> ~~~\n> a\n`` ` ``\n`MARK`",
      "<blockquote>\n<pre><code>a\n</code></pre>\n</blockquote>\n<p><code>`</code>\n<code>MARK</code></p>\n"
    ),
    (
      "<https://e.org/a>\n\n    MARK",
      "<p><a href=\"https://e.org/a\">https://e.org/a</a></p>\n<pre><code>MARK\n</code></pre>\n"
    ),
    (
      "<ann@e.org>\n\n    MARK",
      "<p><a href=\"mailto:ann@e.org\">ann@e.org</a></p>\n<pre><code>MARK\n</code></pre>\n"
    ),
    ("[a `b`][c `d`]\n\n[C `D`]: /u\n`MARK`", "<p><a href=\"/u\">a <code>b</code></a></p>\n<p><code>MARK</code></p>\n"),
    ("a{% comment %} ` {% endcomment %}b `MARK`", "<p>ab <code>MARK</code></p>\n"),
    ("{% comment %}\n```\n{% endcomment %}\n```\nMARK\n```\n", "<pre><code>MARK\n</code></pre>\n"),
    (
      "[^1]\n\n[^1]: `MARK`",
      "<p><sup id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup></p>\n<hr />\n<ol>\n<li id=\"fn-1\">\n<p><code>MARK</code> <a href=\"#fnref-1\">↩\u{FE0E}</a></p>\n</li>\n</ol>\n"
    ),
  ]

  @Test(arguments: code)
  func codeAsCmarkParsesItIsShownWhole(_ markdown: String, _ html: String) throws {
    for mark in [
      Self.mark, "{% if x %}SECRET{% endif %}", "<!-- SECRET -->", "%%SECRET%%", "{::comment}SECRET{:/comment}",
    ] {
      let document = try MarkdownDocument(markdown.replacing("MARK", with: mark))
      let shown = mark.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      #expect(document.html() == html.replacing("MARK", with: shown))
    }
  }

  /// The end of a formula is not looked for behind code, in which marks are shown.
  @Test(arguments: [
    ("\\[a_1\n~~~\n%%b%% \\]", "<p>[a_1</p>\n<pre><code>%%b%% \\]\n</code></pre>\n"),
    ("\\[a_1 `%%b%%` \\] c", "<p>[a_1 <code>%%b%%</code> ] c</p>\n"),
    ("$a_1 `%%b%%` c$", "<p>$a_1 <code>%%b%%</code> c$</p>\n"),
    ("$`a_1`$", "<p><code class=\"language-math\">a_1</code></p>\n"),
  ])
  func aFormulaHasNoCode(_ markdown: String, _ html: String) throws {
    #expect(try MarkdownDocument(markdown).html() == html)
  }

  /// Set `COURANT_SEED` to repeat a run.
  private static let givenSeed = ProcessInfo.processInfo.environment["COURANT_SEED"].flatMap { UInt64($0) }

  @Test(arguments: [givenSeed ?? UInt64.random(in: 0...UInt64.max)])
  func marksAreHiddenOrShownAsCmarkJudges(seed: UInt64) throws {
    var nests = RandomNests(seed: seed)
    var counts = (held: 0, code: 0, hidden: 0)
    for _ in 0..<1_500 {
      let nest = nests.next()
      if nest.isIndentedBelowElement { continue }
      let isCode = try nest.isCode()
      let html: String
      do throws(MarkdownError) {
        html = try MarkdownDocument(nest.text).html()
      } catch {
        try #require(isCode.contains { $0 != true }, "seed \(seed), held in vain: \(error)\n\(nest.text)")
        counts.held += 1
        continue
      }
      for (index, isCode) in isCode.enumerated() {
        guard let isCode else { continue }
        let isShown = html.contains("SECRET\(index).")
        try #require(isShown == isCode, "seed \(seed), mark \(index):\n\(nest.text)\n---\n\(html)")
        if isCode { counts.code += 1 } else { counts.hidden += 1 }
      }
    }
    #expect(min(counts.held, counts.code, counts.hidden) > 50, "seed \(seed): \(counts)")
  }
}

/// Text with marks that hide, in places that may be code.
private struct Nest {
  /// `MARK0.`, `MARK1.` … represent the marks.
  let neutral: String
  let marks: [String]

  var text: String {
    marks.enumerated().reversed().reduce(neutral) { text, mark in
      text.replacing("MARK\(mark.offset).", with: mark.element)
    }
  }

  /// For each mark, whether the text without marks has code there; nil where this is not known, as in an image description.
  func isCode() throws -> [Bool?] {
    let html = try MarkdownDocument(neutral).html()
    // A formula is not code.
    let code = indices(in: html, from: "<code", to: "</code>") { !$0.hasPrefix(" class=\"language-math") }
    // Text in `<pre>` is also code, except comments, which no browser shows.
    let listings = indices(in: html, from: "<pre>", to: "</pre>") { !$0.contains("<pre>") && !$0.hasPrefix("<code") }
    let isShown = code.union(listings.filter { !marks[$0].hasPrefix("<!--") })
    // The text after an unclosed `<pre>` is up to the browser.
    let unclear = indices(in: html, from: "<pre>", to: "</pre>") { $0.contains("<pre>") }
      .union(indices(in: html, from: " alt=\"", to: "\"")).subtracting(code)
    return marks.indices.map { unclear.contains($0) ? nil : isShown.contains($0) }
  }

  /// Whether code is indented below `<div>`: other programs treat it as text, so it asks.
  var isIndentedBelowElement: Bool { neutral.contains(#/<div>\n[ \t>]*\n[ \t>\n]*(    |\t)/#) }

  /// The marks between these characters.
  private func indices(
    in html: String, from opening: String, to closing: String, where isMeant: (Substring) -> Bool = { _ in true }
  ) -> Set<Int> {
    var found = Set<Int>()
    var rest = html[...]
    while let start = rest.firstRange(of: opening), let end = rest[start.upperBound...].firstRange(of: closing) {
      let inside = rest[start.upperBound..<end.lowerBound]
      for index in marks.indices where isMeant(inside) && inside.contains("MARK\(index).") { found.insert(index) }
      rest = rest[end.upperBound...]
    }
    return found
  }
}

private struct RandomNests {
  private var random: SeededNumbers

  init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  private static let pieces = [
    "`", "`", "`", "``", "```", "\\`", "\\\\`", "word", "a b", "<https://e.org/`>", "<a title=\"`\">", "<a title='",
    "'>", "</a>",
    "[x](", ")", "[x](</y`>)", "[x][`y]", "[x](/y '`')", "|", "*", "**", "https://e.org/`x", "&#96;", "![`", "](p.png)",
    "[", "]",
    "<b>", "</b>", "\\", "<", ">", "\n", "\n", "~", "[^1]", "www.e.org/`", "~~~", "a`b@e.org",
  ]
  private static let beginnings = [
    "", "", "", "> ", "- ", "  ", "    ", "\t", "1. ", "> > ", "- - ", "> - ", "# ", "| ", "* ", ">", "[^1]: ",
    "[`y]: /u ", "   ",
  ]
  private static let lines = [
    "", "", "```", "```", "~~~", "~~~~", "```js", "``` a`b", "~~~ `a`", "<div>", "</div>", "|a|b|\n|-|-|", "<pre>",
    "</pre>", "---",
    "- ```", "> ```", "    ```", "<p title=\"`\">", "[`y]: /u",
  ]

  mutating func next() -> Nest {
    var neutral = ""
    var marks: [String] = []
    let mayAsk = Int.random(in: 0..<4, using: &random) == 0
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      if Bool.random(using: &random) {
        neutral += (Self.lines.randomElement(using: &random) ?? "") + "\n"
        continue
      }
      neutral += Self.beginnings.randomElement(using: &random) ?? ""
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        if marks.count < 10, Int.random(in: 0..<5, using: &random) == 0 {
          // Words around it, so that nothing else changes when it is removed.
          neutral += "w MARK\(marks.count). w"
          marks.append(mark(marks.count, mayAsk))
        } else {
          neutral += Self.pieces.randomElement(using: &random) ?? ""
        }
      }
      neutral += "\n"
    }
    return Nest(neutral: neutral, marks: marks)
  }

  private mutating func mark(_ index: Int, _ mayAsk: Bool) -> String {
    let secret = "SECRET\(index)."
    let marks = [
      "{% comment %}\(secret){% endcomment %}", "<!-- \(secret) -->", "%%\(secret)%%",
      "{::comment}\(secret){:/comment}",
      "{% if x %}\(secret){% endif %}",
    ]
    return marks[Int.random(in: 0..<(mayAsk ? 5 : 4), using: &random)]
  }
}
