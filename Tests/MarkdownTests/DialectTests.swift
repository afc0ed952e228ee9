import Foundation
import Markdown
import Testing

@Suite struct DialectTests {
  struct Case: Sendable {
    let markdown: String
    let html: String
    /// Line, column and outcome of each reported mark.
    var reported: [String] = []
  }

  @Test(arguments: [
    Case(
      markdown: "See [it]({% post_url 2018-01-19-forums %}).", html: "<p>See <a href=\"invalid:nowhere\">it</a>.</p>\n",
      reported: ["1:10 leadsNowhere"]),
    Case(
      markdown: "a\n\nb {%- include x\n  y=1 -%} c", html: "<p>a</p>\n<p>b  c</p>\n", reported: ["3:3 omitted"]),
    Case(markdown: "a {% comment %}`b {% x %}\n\nc{% endcomment %} d", html: "<p>a  d</p>\n"),
    Case(
      markdown: "a {% for x in y %}b {{ x }}\n\n{%- for z in x -%}c{% endfor %} d\n\n{% endfor %}e",
      html: "<p>a e</p>\n", reported: ["1:3 omitted"]),
    Case(
      markdown: "{% for x %}a {% for y %}", html: "<p>a</p>\n", reported: ["1:1 omitted", "1:14 omitted"]),
    Case(markdown: "{% raw %}{{ x }} {% y %}{% endraw %}", html: "<p>{{ x }} {% y %}</p>\n"),
    Case(
      markdown: "{% highlight swift linenos %}\nlet a = \"{{ b }}\"\n{% endhighlight %}",
      html: "<pre><code class=\"language-swift\">let a = &quot;{{ b }}&quot;\n\n</code></pre>\n"),
    Case(
      markdown: "{% raw %} a", html: "<p>a</p>\n", reported: ["1:1 omitted"]),
    Case(markdown: "![p]({{ site.baseurl }}/a.png)", html: "<p><img src=\"/a.png\" alt=\"p\" /></p>\n"),
    Case(
      markdown: "[p]({{ '/a b' | relative_url }})[q]({{\"/c\" | prepend: site.baseurl | prepend: site.url}})",
      html: "<p>[p](/a b)<a href=\"/c\">q</a></p>\n"),
    Case(
      markdown: "a {{ page.title | upcase }} b", html: "<p>a  b</p>\n", reported: ["1:3 omitted"]),
    Case(
      markdown: "`{% a %}` ``{{ ` }}`` b\n\n    {% c %}\n\n```\n{{ d }}\n{: .e}\n```\n\n- f\n\n  ~~~\n  {% g %}\n  ~~~",
      html: "<p><code>{% a %}</code> <code>{{ ` }}</code> b</p>\n<pre><code>{% c %}\n</code></pre>\n"
        + "<pre><code>{{ d }}\n{: .e}\n</code></pre>\n"
        + "<ul>\n<li>\n<p>f</p>\n<pre><code>{% g %}\n</code></pre>\n</li>\n</ul>\n"),
    Case(
      markdown: "` {% a %}", html: "<p>`</p>\n", reported: ["1:3 omitted"]),
    Case(markdown: "{% never closed\n\n{{ nor this", html: "<p>{% never closed</p>\n<p>{{ nor this</p>\n"),
    Case(markdown: "para\n{: .note #id}\nnext", html: "<p><span id=\"id\"></span>para</p>\n<p>next</p>\n"),
    Case(
      markdown: "![p](a){:width=\"50%\"}{: .b}  \nc {: d} e", html: "<p><img src=\"a\" alt=\"p\" />\nc {: d} e</p>\n"),
    Case(
      markdown: "![p](a){:width=\"9%\" srcset=\"{{ site.baseurl }}/a@2x.png 2x\"}\n{: a {{ b }\nc",
      html: "<p><img src=\"a\" alt=\"p\" /></p>\n<p>c</p>\n"),
    Case(
      markdown: "![p](a){:\n.icon width=\"70\" height=9} b {:\n\n.c}",
      html: "<p><img src=\"a\" alt=\"p\" /> b {:</p>\n<p>.c}</p>\n"),
    Case(markdown: "> quoted\n> {: .x}", html: "<blockquote>\n<p>quoted</p>\n</blockquote>\n"),
  ])
  func jekyllAndKramdownMarksAreRemoved(_ example: Case) throws {
    let document = try MarkdownDocument(example.markdown)
    #expect(document.unsupported.map { "\($0.line):\($0.column) \($0.outcome)" } == example.reported)
    #expect(document.html() == example.html)
  }

  @Test func notesInsideNotesAreReadDownToTheTwentieth() throws {
    let lines = (0..<25).map { String(repeating: "    ", count: $0) + "!!! note" }
    let text = (lines + [String(repeating: "    ", count: 25) + "end"]).joined(separator: "\n")
    let html = try MarkdownDocument(text).html()
    #expect(html.components(separatedBy: "<blockquote>").count == 21)
    #expect(html.contains("!!! note\n"))
    #expect(html.contains("end"))
  }

  @Test func hostileTagsTakeLinearTime() throws {
    let text = String(repeating: "{% raw %}`{{ {: {% ", count: 4_000)
    let document = try MarkdownDocument(text)
    #expect(document.unsupported.count == 100)
  }

  @Test(arguments: [
    ("[x y]:https://h.example/\n\n[a][x y]", []), ("see :https://h.example/", []),
    ("a :unknown_name: b", [":unknown_name:"]),
    ("a :unknown_name:/ b", [":unknown_name:"]),
  ])
  func aSchemeIsNotAnEmoji(_ text: String, _ reported: [String]) throws {
    #expect(try MarkdownDocument(text, in: Surroundings()).unsupported.map(\.mark) == reported)
  }
}
