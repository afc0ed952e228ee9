import Markdown
import Testing
import Text

@Suite struct MarkdownDocumentTests {
  @Test(arguments: [
    ("Plain *text* -- \"as typed\"...", "<p>Plain <em>text</em> -- &quot;as typed&quot;...</p>\n"),
    ("a  \nb\\\nc", "<p>a<br />\nb<br />\nc</p>\n"),
    ("~~old~~", "<p><del>old</del></p>\n"),
    (
      "| a | b |\n|:--|--:|\n| 1 | x |",
      "<table>\n<thead>\n<tr>\n<th align=\"left\">a</th>\n<th align=\"right\">b</th>\n</tr>\n</thead>\n"
        + "<tbody>\n<tr>\n<td align=\"left\">1</td>\n<td align=\"right\">x</td>\n</tr>\n</tbody>\n</table>\n"
    ),
    ("www.example.org", "<p><a href=\"http://www.example.org\">www.example.org</a></p>\n"),
    (
      "- [x] done\n- [ ] open\n- [x](u) link",
      "<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n<li><a href=\"u\">x</a> link</li>\n</ul>\n"
    ),
    (
      "One[^b], two[^a], one again[^b].\n\n| t |\n|---|\n| c[^a] |\n\n[^a]: A.\n[^b]: B.\n[^c]: Never used.",
      "<p>One<sup id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup>, two<sup id=\"fnref-2\"><a href=\"#fn-2\">2</a></sup>, "
        + "one again<sup id=\"fnref-1-2\"><a href=\"#fn-1\">1</a></sup>.</p>\n"
        + "<table>\n<thead>\n<tr>\n<th>t</th>\n</tr>\n</thead>\n"
        + "<tbody>\n<tr>\n<td>c<a href=\"#fn-2\">²</a></td>\n</tr>\n</tbody>\n</table>\n"
        + "<hr />\n<ol>\n<li id=\"fn-1\">\n<p>B. <a href=\"#fnref-1\">↩︎</a> <a href=\"#fnref-1-2\">↩︎</a></p>\n</li>\n"
        + "<li id=\"fn-2\">\n<p>A. <a href=\"#fnref-2\">↩︎</a></p>\n</li>\n</ol>\n"
    ),
    (
      "[a *b[^n]*](/x) c[^n]\n\n| [t[^n]](/y) |\n|---|\n\n[^n]: N.",
      "<p><a href=\"/x\">a <em>b<sup id=\"fnref-1\">1</sup></em></a> "
        + "c<sup id=\"fnref-1-2\"><a href=\"#fn-1\">1</a></sup></p>\n"
        + "<table>\n<thead>\n<tr>\n<th><a href=\"/y\">t<sup id=\"fnref-1-3\">1</sup></a></th>\n</tr>\n</thead>\n</table>\n"
        + "<hr />\n<ol>\n<li id=\"fn-1\">\n<p>N. <a href=\"#fnref-1\">↩︎</a> <a href=\"#fnref-1-2\">↩︎</a> "
        + "<a href=\"#fnref-1-3\">↩︎</a></p>\n</li>\n</ol>\n"
    ),
    (
      "a[^n]\n\n[^n]: t\n: d",
      "<p>a<sup id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup></p>\n<hr />\n<ol>\n<li id=\"fn-1\">\n"
        + "<dl>\n<dt>\nt\n</dt>\n<dd>\nd\n</dd>\n</dl>\n<p><a href=\"#fnref-1\">↩︎</a></p>\n</li>\n</ol>\n"
    ),
    ("```swift x=\"1\"\nlet a = 1 < 2\n```", "<pre><code class=\"language-swift\">let a = 1 &lt; 2\n</code></pre>\n"),
    ("``` a\"onclick=x\n```", "<pre><code class=\"language-a&quot;onclick=x\"></code></pre>\n"),
    (
      "[a <https://b.example> ![c](d) www.e.example](f) www.g.example",
      "<p><a href=\"f\">a https://b.example <img src=\"d\" alt=\"c\" /> www.e.example</a> <a href=\"http://www.g.example\">www.g.example</a></p>\n"
    ),
    ("", ""),
  ])
  func markdownBecomesHTML(_ markdown: String, _ html: String) throws {
    let document = try MarkdownDocument(markdown)
    #expect(document.html() == html)
    let containsRawHTML = document.containsRawHTML
    #expect(!containsRawHTML)
  }

  @Test(arguments: [
    ("<b>x</b>", true), ("a <!-- more --> b", true), ("<div>\n\nx\n\n</div>", true), ("<?xml version=\"1.0\"?>", true),
    ("`<b>`", false), ("    <b>", false), ("&lt;b>", false), ("<https://a.example>", false), ("a < b > c", false),
    ("```\n<script>\n```", false),
  ])
  func rawHTMLIsNoticed(_ markdown: String, _ containsRawHTML: Bool) throws {
    let document = try MarkdownDocument(markdown)
    let found = document.containsRawHTML
    #expect(found == containsRawHTML)
  }

  @Test func rawHTMLIsKeptForTheSanitiser() throws {
    let document = try MarkdownDocument("<script>x</script>\n\na <b onclick=y>b</b>")
    #expect(document.html() == "<script>x</script>\n<p>a <b onclick=y>b</b></p>\n")
  }

  @Test(arguments: [
    ("[a](x)", "<p><a href=\"https://e.org/x\">a</a></p>\n"),
    ("![a *b*](x \"t\")", "<p><img src=\"https://e.org/x\" alt=\"a b\" title=\"t\" /></p>\n"),
    ("[*a*](bad)", "<p><em>a</em></p>\n"),
    ("![a *b*](bad)", "<p>a <em>b</em></p>\n"),
    (
      "[![a](x)](bad) [![a](bad)](x)",
      "<p><img src=\"https://e.org/x\" alt=\"a\" /> <a href=\"https://e.org/x\">a</a></p>\n"
    ),
    ("[![a](bad)](bad)", "<p>a</p>\n"),
    ("[a][r]\n\n[r]: <x \"y>", "<p><a href=\"https://e.org/x%20%22y\">a</a></p>\n"),
    ("[a](x?b&amp;c=%20&#34;)", "<p><a href=\"https://e.org/x?b&amp;c=%20%22\">a</a></p>\n"),
    (
      "| a |\n|---|\n| [x](bad) |",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x</td>\n</tr>\n</tbody>\n</table>\n"
    ),
  ])
  func everyLinkAndImageGoesThroughTheResolver(_ markdown: String, _ html: String) throws {
    var document = try MarkdownDocument(markdown)
    document.resolveLinks { $0 == "bad" ? nil : "https://e.org/" + $0 }
    #expect(document.html() == html)
  }

  /// A cell of a table must not contain all that a link in it may.
  @Test(arguments: [
    "*b*", "`b`", "~~b~~", "![b](bad)", "<b>b</b>", "$b$", "^b^", "H~2~O", ":smile:", "==b==", "[^1]", "{{ b }}",
    "{{< ref \"b\" >}}", "{% link b.md %}", "![*b* `c`](bad)", "<http://b.example>",
  ])
  func aLinkInACellThatLeadsNowhereLeavesItsWords(_ inner: String) throws {
    var document = try MarkdownDocument("| a |\n|---|\n| [left \(inner) right](bad) [next](bad) |\n\n[^1]: Note")
    document.resolveLinks { _ in nil }
    let html = document.html()
    #expect(!html.contains("href=\"bad"))
    for word in ["left", "right", "next"] { #expect(html.contains(word), "\(html)") }
  }

  /// Everything that Markdown turns into a URL passes through the resolver, without exception.
  @Test(arguments: [
    ("[a](javascript:alert(1))", ["javascript:alert(1)"]),
    ("[a](<java&#x09;script:alert(1)>)", ["java\tscript:alert(1)"]),
    ("<vbscript:x>", ["vbscript:x"]),
    ("![a](data:image/png;base64,AA==)", ["data:image/png;base64,AA=="]),
    ("a@b.example http://c.example ftp://d.example", ["mailto:a@b.example", "http://c.example", "ftp://d.example"]),
    ("[^1]\n\n[^1]: [x](file:///etc/passwd)", ["#fn-1", "file:///etc/passwd", "#fnref-1"]),
  ])
  func noAddressEscapesTheResolver(_ markdown: String, _ addresses: [String]) throws {
    var document = try MarkdownDocument(markdown)
    var seen: [String] = []
    document.resolveLinks {
      seen.append($0)
      return nil
    }
    #expect(seen == addresses)
    #expect(!document.html().contains("href=") && !document.html().contains("src="))
  }

  @Test(arguments: [
    ("a\u{0}b\u{1}c\u{FFFE}d\u{FFFF}e\u{81}f\u{7F}g", "<p>abcdefg</p>\n"),
    ("&#1;reader_address&#1; &#x81;x", "<p>reader_address x</p>\n"),
    ("don&#146;t \u{93}wait\u{94}&#x85; <b>&#151;</b>", "<p>don’t “wait”… <b>—</b></p>\n"),
    ("a\r\nb\rc", "<p>a\nb\nc</p>\n"),
    ("`a&#1;`\tb", "<p><code>a&amp;#1;</code>\tb</p>\n"),
  ])
  func controlCharactersNeverComeOut(_ markdown: String, _ html: String) throws {
    let document = try MarkdownDocument(markdown)
    #expect(document.html() == html)
  }

  @Test func noncharactersNeverComeOut() throws {
    for scalar in [0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF].compactMap(Unicode.Scalar.init) {
      let document = try MarkdownDocument("a\(scalar)b\u{1F7FF} &#\(scalar.value);c")
      #expect(document.html() == "<p>ab\u{1F7FF} c</p>\n")
    }
  }

  @Test(arguments: [
    (" a\u{0}\u{8}b\u{FFFE}\r\n\t c\u{7F}\u{85}\u{9F}\u{90}\u{2028}d\u{A0} ", "ab c\u{7F}\u{85}Ÿ\u{2028}d"),
    ("\u{2028}x\u{2028}", "x"), ("é\u{301}", "é\u{301}"), ("\u{0}\n", ""),
  ])
  func aFaithfulLineHoldsWhatXMLCanHold(_ text: String, _ line: String) {
    #expect(faithfulLine(text).unicodeScalars.elementsEqual(line.unicodeScalars))
  }

  @Test(arguments: [
    String(repeating: ">", count: 100_000), String(repeating: "- ", count: 100_000),
    String(repeating: "*a **a ", count: 100_000) + String(repeating: "b** b*", count: 100_000),
  ])
  func deepNestingIsRefused(_ markdown: String) {
    #expect(throws: MarkdownError.tooDeep(line: 2)) { _ = try MarkdownDocument("\n" + markdown + " x") }
  }

  @Test func unclosedBracketsAreText() throws {
    let brackets = String(repeating: "[", count: 100_000)
    let document = try MarkdownDocument(brackets)
    #expect(document.html() == "<p>\(brackets)</p>\n")
  }

  @Test func tooLongTextIsRefused() {
    let text = String(repeating: "a", count: MarkdownDocument.maxBytes + 1)
    #expect(throws: MarkdownError.tooLong) { _ = try MarkdownDocument(text) }
  }

  /// cmark-gfm keeps the special characters of its extensions in a C global while it parses.
  @Test func parsersInManyThreadsDoNotDisturbEachOther() async {
    let broken = await withTaskGroup(of: Bool.self) { group in
      for length in 1...100 {
        group.addTask {
          let text = String(repeating: "~~a~~ b\n\n", count: length * 20)
          let html = String(repeating: "<p><del>a</del> b</p>\n", count: length * 20)
          return (try? MarkdownDocument(text))?.html() != html
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(broken == 0)
  }

  /// cmark-gfm fills up every row to the width of the header.
  @Test func aTableThatWouldHaveMillionsOfCellsIsRefused() throws {
    let columns = 1000
    let header = String(repeating: "a|", count: columns) + "\n" + String(repeating: "-|", count: columns) + "\n"
    #expect(throws: MarkdownError.tooManyCells(line: 4)) {
      _ = try MarkdownDocument("Text\n\n" + header + String(repeating: "x\n", count: 500))
    }
    let document = try MarkdownDocument(header + String(repeating: "x\n", count: 50))
    #expect(document.html().utf8.count > 1000)
  }
}
