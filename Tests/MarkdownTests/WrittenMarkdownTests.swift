import CourantTesting
import Markdown
import Testing
import Text
import XML

@Suite struct WrittenMarkdownTests {
  /// For HTML as found on real pages.
  private func written(_ html: String) -> WrittenMarkdown {
    WrittenMarkdown(ofHTML: HTMLSanitizer(base: "https://e.org/").sanitized(html).html)
  }

  private func words(_ html: String) -> String {
    let nodes = HTMLPage(fragment: html).nodes
    return nodes.all.isEmpty ? "" : nodes.words(0)
  }

  private static let htmlBecomesMarkdownCases: [(String, String)] = [
    ("<p>a  b\n c</p>", "a b c"), ("<p><code>a</code>&nbsp;<b>b&nbsp;</b>c", "`a`\u{A0}<strong>b\u{A0}</strong>c"),
    ("<h1>A</h1><h3>B <em>c</em></h3><p>d", "# A\n\n### B *c*\n\nd"),
    ("<p>a<p>b", "a\n\nb"), ("a<div>b<div>c</div></div>d", "a\n\nb\n\nc\n\nd"), ("<p> <p>x", "x"), ("", ""),
    ("<p>a<br>b<br></p>", "a\\\nb"), ("<h2>a<br>b</h2>", "## a b"), ("<hr>", "* * *"),
    // Emphasis
    ("<p><b>a</b> <i>b</i> <s>c</s>", "**a** *b* ~~c~~"), ("<p>a<b> b </b>c", "a **b** c"),
    ("<p>a<b>b</b>c", "a**b**c"),
    ("<p><b><i>a</i></b>", "***a***"), ("<p><b>a <i>b</i></b>", "**a *b***"), ("<p><b><b>a</b></b>", "**a**"),
    ("<p><b>\"a\"</b>b", "<strong>\"a\"</strong>b"), ("<p><b>\"a\"</b> b", "**\"a\"** b"),
    ("<p><i>a</i><i>b</i>", "*a*<em>b</em>"), ("<p><b></b>a<b> </b>b", "a b"),
    ("<p><b>a<br></b>b", "<strong>a\\\n</strong>b"),
    // Links and images
    ("<p><a href='/x'>a</a>", "[a](https://e.org/x)"), ("<p><a href='/x(y)'>a</a>", "[a](<https://e.org/x(y)>)"),
    ("<p><a href='/x?a=1&amp;b=2'>a</a>", "[a](https://e.org/x?a=1&amp;b=2)"),
    ("<p>a <a href='/x'> b </a>c", "a [b](https://e.org/x) c"),
    ("<p><a href='javascript:x'>a</a>", "a"), ("<p><a href='/x'></a>b", "b"),
    ("<p><a href='/x'>a[1]</a>", "[a\\[1\\]](https://e.org/x)"),
    ("<p><img src='/a.png' alt='A [b]'>", "![A \\[b\\]](https://e.org/a.png)"),
    ("<p><a href='/x'><img src='/a.png'></a>", "[![](https://e.org/a.png)](https://e.org/x)"),
    ("<figure><img src='/a.png' alt='A'><figcaption>C</figcaption></figure>", "![A](https://e.org/a.png)\n\nC"),
    // Code
    ("<p><code>a`b</code>", "``a`b``"), ("<p><code>`a</code>", "`` `a ``"), ("<pre>a\n  b\n</pre>", "```\na\n  b\n```"),
    ("<pre><code class=language-swift>a\n```\n</code></pre>", "````swift\na\n```\n````"),
    // Lists and quotations
    ("<ul><li>a<li>b</ul>", "- a\n- b"), ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
    ("<ol start=9><li>a<li>b</ol>", "9. a\n10. b"),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c"), ("<ul><li><p>a<p>b</ul>", "- a\n\n  b"),
    ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b"), ("<ul><li></li><li>a</ul>", "- a"),
    ("<blockquote><p>a<p>b</blockquote>", "> a\n>\n> b"), ("<blockquote><ul><li>a</ul></blockquote>", "> - a"),
    ("<ul><li><pre>a\n\nb</pre></ul>", "- ```\n  a\n\n  b\n  ```"),
    // Tables
    (
      "<table><tr><th>a<th align=right>b|c<tr><td>1<td align=right>2</table>", "| a | b\\|c |\n| --- | --: |\n| 1 | 2 |"
    ),
    ("<table><tr><td colspan=2>a</table>", "<table> <tr> <td colspan=\"2\">a</td> </tr> </table>"),
    ("<dl><dt>a<dd>b</dl>", "<dl> <dt>a</dt> <dd>b</dd> </dl>"),
    ("<p>H<sub>2</sub>O 10<sup>6</sup>", "H<sub>2</sub>O 10<sup>6</sup>"),
  ]

  @Test(arguments: htmlBecomesMarkdownCases)
  func htmlBecomesMarkdown(_ html: String, _ markdown: String) {
    let written = written(html)
    #expect(written.text == (markdown.isEmpty ? "" : markdown + "\n"))
    #expect(written.isFaithful)
  }

  private static let textReadsBackTheSameCases: [String] = [
    "# a", "1. a", "1) a", "- a", "+ a", "* a", "> a", "a * b", "*a*", "_a_", "a_b_c", "`a`", "[a](b)", "[1]",
    "[1, 2] and [3–5]",
    "[a]: b", "![a](b)", "<b>a</b>", "a < b > c", "p<0.05", "&amp;", "AT&T; x", "~a~ ~~b~~", "~10 and ~20", "10^6^",
    "$5 and $6",
    "$x$", "a | b", "==a==", "a\\b", "\\*", "\\(x\\)", "\\[x\\]", "\\begin{comment}", "---", "===", "***", "```", "~~~",
    "{{ a }}",
    "{% if a %}", "{#a}", "<!-- a -->", "%% a %%", "% a", ":smile: 12:30:45", "::: note", "!!! note", "??? a",
    "[private]a[/private]",
    "@if (a) b @endif", "#if a #end", "import a from 'b'", "export const a = 1", "ifdef::a[]", "////", ".. only:: a",
    "[TOC]", "[[a]]",
    "[ ] a", "[x] a", "[^1]", "^[a]", "https://e.org/a_b*c", "www.e.org", "a@e.org", "Term", ": definition", "a  b",
    "“a” ‘b’ … – —",
    "*[HTML]: a", "{: .a}", "{::comment}a{:/}", "<div hidden>", "{>>a<<}", "{++a++}", "<%# a %>", "\\iffalse a \\fi",
    "(1) a", "a. b",
  ]

  @Test(arguments: textReadsBackTheSameCases)
  func textReadsBackTheSame(_ text: String) throws {
    for html in [
      "<p>\(escapedHTML(text))</p>", "<ul><li>\(escapedHTML(text))</li></ul>", "<h2>\(escapedHTML(text))</h2>",
      "<p>x <b>\(escapedHTML(text))</b> y<br>\(escapedHTML(text))</p>",
      "<table><tr><th>\(escapedHTML(text))</th></tr></table>",
    ] {
      let clean = HTMLSanitizer(base: "https://e.org/").sanitized(html).html
      let written = WrittenMarkdown(ofHTML: clean)
      #expect(written.isFaithful, "\(html)")
      #expect(words(try MarkdownDocument(written.text).html()) == words(clean), "\(written.text)")
    }
  }

  /// An article about Markdown shows the marks.
  @Test(arguments: DialectTable.marks.map(\.sample))
  func marksOfOtherProgramsReadBackTheSame(_ sample: String) throws {
    let text = sample.replacing("¶", with: " ")
    let written = WrittenMarkdown(ofHTML: "<p>\(escapedHTML(text))</p>\n<p>b</p>")
    #expect(written.isFaithful)
    #expect(words(try MarkdownDocument(written.text).html()) == words("<p>\(escapedHTML(text))</p><p>b</p>"))
  }

  @Test(arguments: ["<p><a href=\"/x\"><br></a></p><h3>a</h3>", "<p>b <a href=\"/x\"></a></p>"])
  func aLinkAroundNothingIsLeftOut(_ html: String) {
    let written = WrittenMarkdown(ofHTML: HTMLSanitizer(base: "https://e.org/").sanitized(html).html)
    #expect(written.isFaithful, "\(written.text)")
  }

  @Test(arguments: [UInt64.random(in: 0...UInt64.max)]) func randomTextReadsBackTheSame(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let characters = Array("ab1 *_`~^$[](){}<>!#%&@:=+-|\\/.\"'é\n ").map(String.init)
    let tags = [
      "<b>", "</b>", "<i>", "</i>", "<br>", "<p>", "<li>", "<code>", "</code>", "<a href='/x'>", "</a>", "<blockquote>",
      "<h3>",
    ]
    for _ in 0..<400 {
      let html = (0..<Int.random(in: 1...40, using: &numbers)).map { _ in
        Int.random(in: 0...5, using: &numbers) == 0
          ? tags.randomElement(using: &numbers) ?? "" : escapedHTML(characters.randomElement(using: &numbers) ?? "")
      }.joined()
      let clean = HTMLSanitizer(base: "https://e.org/").sanitized(html).html
      let written = WrittenMarkdown(ofHTML: clean)
      #expect(written.isFaithful, "\(html)\n\(written.text)")
      #expect(words(try MarkdownDocument(written.text).html()) == words(clean), "\(html)")
    }
  }

  @Test func markedTextKeepsItsElements() throws {
    let html = "<p>a <strong>b <em>c</em></strong> <code>d</code> <a href=\"https://e.org/\">e</a></p>\n"
    #expect(try MarkdownDocument(WrittenMarkdown(ofHTML: html).text).html() == html)
  }

  @Test func longFragmentsTakeLittleTime() {
    let units = ["<b>a</b>", "<br>", "<i>a<b>b</b></i> ", "<a href='/x'>a</a>", "*_[ ", "<p>a*</p>", "<code>`</code>"]
    for unit in units {
      let html = String(repeating: unit, count: 3_000)
      let time = ContinuousClock().measure { _ = written(html) }
      #expect(time < .seconds(20), "\(unit)")
    }
  }
}
