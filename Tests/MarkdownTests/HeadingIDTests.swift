import Foundation
import Markdown
import Testing

@Suite struct HeadingIDTests {
  @Test(arguments: [
    ("# Getting Started", "<h1 id=\"getting-started\">Getting Started</h1>\n"),
    ("## 1. What's `new` in *C++* & [Swift](x) 5.9?", "<h2 id=\"1-whats-new-in-c--swift-59\">",),
    ("Über\nuns_x\n---", "<h2 id=\"über-uns_x\">Über\nuns_x</h2>\n"),
    ("# A[^1] ![pic](x)\n\n[^1]: n", "<h1 id=\"a\">"),
    (
      "# A\n\n# a\n\n# A-1\n\n# a",
      "<h1 id=\"a\">A</h1>\n<h1 id=\"a-1\">a</h1>\n<h1 id=\"a-1-1\">A-1</h1>\n<h1 id=\"a-2\">a</h1>\n"
    ),
    ("# ?!\n\n#", "<h1 id=\"section\">?!</h1>\n<h1 id=\"section-1\"></h1>\n"),
    // Ids that the author wrote
    ("# A {#My.id-1}", "<h1 id=\"My.id-1\">A</h1>\n"),
    ("# A {: .b #c}\n\ntext {: #d}", "<h1 id=\"c\">A</h1>\n<p><span id=\"d\"></span>text</p>\n"),
    (
      "a\n\n{% comment %}x\n\ny{% endcomment %}\n\n## A\n{: #c .d}\ntext",
      "<p>a</p>\n<h2 id=\"c\">A</h2>\n<p>text</p>\n"
    ),
    ("A\n---\n{: #c}\n\n{: #d}", "<h2 id=\"c\">A</h2>\n"),
    ("# A\n\ntext {: #d}\n\n# B", "<h1 id=\"a\">A</h1>\n<p><span id=\"d\"></span>text</p>\n<h1 id=\"b\">B</h1>\n"),
    ("> # A\n> {: #c}", "<blockquote>\n<h1 id=\"c\">A</h1>\n</blockquote>\n"),
    ("# A {#b} c\n\ntext {#d}", "<h1 id=\"a-b-c\">A {#b} c</h1>\n<p>text {#d}</p>\n"),
    ("# A {#page:text}", "<h1 id=\"a\">A</h1>\n"),
    // Spaces are taken back before an attribute list: here more than the list before it left.
    ("# A    {: #b} {: #c}", "<h1 id=\"c\">A</h1>\n"),
    ("# A {: #\"onclick=x}", "<h1 id=\"a\">A</h1>\n"),
    // The mark by which an id travels cannot be written
    ("# &#1;x&#1;A\n\n&#1;y&#1;", "<h1 id=\"xa\">xA</h1>\n<p>y</p>\n"),
    ("a <h2>&#1;y\"z&#1;</h2>", "<p>a <h2>y&quot;z</h2></p>\n"),
  ])
  func headingsHaveIDs(_ markdown: String, _ html: String) throws {
    let document = try MarkdownDocument(markdown)
    let found = document.html()
    #expect(html.hasSuffix("\n") ? found == html : found.hasPrefix(html), "\(found)")
  }

  /// The ids of other programs differ in the characters between letters and digits.
  @Test(arguments: [
    ("# Contributors to 1.31.0", "contributors-to-1-31-0", "contributors-to-1310"),  // Zola
    ("# What's new", "what-s-new", "whats-new"),  // Zola, Docusaurus of old
    ("# A & B", "a-b", "a--b"), ("# C++ & Swift", "c-swift", "c--swift"), ("# foo_bar", "foo-bar", "foo_bar"),
    ("# Über uns", "ÜberUns", "über-uns"), ("# Notes", "Notes", "notes"), ("# A {#My.id}", "my-id", "My.id"),
    // Ids with one answer, with none and with two
    ("# A B\n\n# AB", "a_b", "a_b"), ("# A\n\n# A", "a-1", "a-1"), ("# Notes", "other", "other"),
    ("# A B\n\ntext {: #ab}", "ab", "ab"), ("# A B\n\n<a id=\"ab\"></a>", "ab", "ab"),
  ])
  func aLinkFindsAHeadingByAnotherProgramsId(_ heading: String, _ written: String, _ found: String) throws {
    let html = try MarkdownDocument("\(heading)\n\n[x](#\(written)) [y](p#\(written))").html()
    let links = html.matches(of: /href="([^"]*)"/).map { $0.1.removingPercentEncoding ?? "" }
    #expect(links == ["#\(found)", "p#\(written)"])
  }
}
