import Testing
import XML

struct ReadableTextTests {
  @Test(arguments: [
    ("", ""), ("a  b\n c", "a b c"), ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("<h2 id=\"x\">Head</h2><p>a<br>b</p>", "Head\n\na\nb"),
    ("<p>See <a href=\"https://a.example/\">the study</a>, now.</p>", "See the study (https://a.example/), now."),
    ("<a href=\"https://a.example/\">https://a.example/</a> <a href=\"#x\">note</a>", "https://a.example/ note"),
    ("<a href=\"mailto:a@b.example\">a@b.example</a>", "a@b.example"),
    ("<p>a <a href=\"https://a.example/\"></a></p>", "a https://a.example/"),
    ("<ul><li>One</li><li>Two<ul><li>Inner</li></ul></li></ul><p>End</p>", "- One\n- Two\n  - Inner\n\nEnd"),
    ("<ol start=\"3\"><li>A</li><li><p>B</p><p>C</p></li></ol>", "3. A\n4. B\n  C"),
    ("<blockquote><p>Said</p><p>More</p></blockquote><p>x</p>", "> Said\n\n> More\n\nx"),
    ("<pre><code>a\n  b\n\nc\n</code></pre><p>x</p>", "    a\n      b\n\n    c\n\nx"),
    ("<p>10<sup>6</sup> cells, H<sub>2</sub>O</p>", "10^6 cells, H2O"),
    ("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", "A | B\n1 | 2"),
    ("<p>a</p><hr><p>b</p>", "a\n\n* * *\n\nb"),
    ("<p><img src=\"https://a.example/x.png\" alt=\"A brain\"> x</p>", "[A brain] x"),
    ("<p>&lt;b&gt; &amp; 1&nbsp;mm</p>", "<b> & 1\u{A0}mm"),
    ("<script>x</script><p><em>a</em><strong> b</strong></p>", "a b"),
  ])
  func blocksListsAndLinksArePlainText(_ html: String, _ expected: String) {
    #expect(readableText(ofHTML: html) == expected)
  }
}
