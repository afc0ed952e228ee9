import Markdown
import Testing

/// Text that an author hid stays hidden, and text that shows such marks is shown.
@Suite struct HiddenTextTests {
  @Test(arguments: [
    // kramdown
    "a {::comment}secret{:/comment} b", "a {::comment}secret{:/} b",
    "a {::comment}x{::comment}y{:/comment}secret{:/comment} b",
    "a {::comment secret /} b", "a {::nomarkdown type=\"latex\"}secret{:/nomarkdown} b",
    "a {::options secret=\"x\" /} b",
    // Liquid, Jinja
    "a {% comment %}secret{% endcomment %} b", "a {%- comment -%}secret{%- endcomment -%} b", "a {% # secret %} b",
    "a {%comment%}x{%comment%}y{%endcomment%}secret{%endcomment%} b", "a {% capture x %}secret{% endcapture %} b",
    "a {% if false %}secret{% endif %} b", "a {# secret #} b", "a {#secret#} b",
    "a {% macro x() %}secret{% endmacro %} b",
    "a {% set x %}secret{% endset %} b", "a {% for x in y %}{% if x %}secret{% endif %}{% endfor %} b",
    "a {% doc %}secret{% enddoc %} b",
    // Hugo, MDX, Handlebars, ERB, Obsidian, HTML
    "a {{< comment >}}secret{{< /comment >}} b", "a {{% comment %}}secret{{% /comment %}} b",
    "a {{< comment >}}x{{< comment >}}y{{< /comment >}}secret{{< /comment >}} b", "a {{/* secret */}} b",
    "a {{- /* secret */ -}} b",
    "a {/* secret */} b", "a {>>secret<<} b", "a {{! secret }} b", "a {{!-- secret --}} b", "a <%# secret %> b",
    "a %%secret%% b",
    "a <!-- secret --> b", "a <!-- x -- secret --> b", "a <!-- secret --!> b",
  ])
  func textHiddenInALineIsRemoved(_ markdown: String) throws {
    let document = try MarkdownDocument(markdown)
    let text = document.html().replacing("<!-- -->", with: "").replacing("  ", with: " ")
    #expect(text == "<p>a b</p>\n")
  }

  @Test(arguments: [
    "{::comment}\nsecret\n\nsecret\n{:/comment}", "{::comment}\n\n# secret\n\n- secret\n\n{:/}",
    "{% comment %}\n\nsecret\n\n{% endcomment %}",
    "{% comment %}\n```\nsecret\n```\n{% endcomment %}", "<!--\n\nsecret\n\n-->", "<!-- secret\n```\nsecret -->",
    "%%\nsecret\n\nsecret\n%%", "{{< comment >}}\n\nsecret\n\n{{< /comment >}}", "{#\nsecret\n\nsecret\n#}",
    "{% capture x %}\n\nsecret\n\n{% endcapture %}", "{% if false %}\n\nsecret\n\n{% endif %}",
    "{% comment %}\n```\n{% endcomment %}\n\n{% comment %}secret{% endcomment %}", "[//]: # (secret)",
    "[comment]: <> (secret)", "> {::comment}\n> secret\n> {:/comment}",
  ])
  func textHiddenInBlocksIsRemoved(_ hidden: String) throws {
    let html = try MarkdownDocument("a\n\n\(hidden)\n\nb\n").html()
    let rest = html.replacing("<!-- -->", with: "").replacing("<blockquote>\n</blockquote>", with: "")
    #expect(rest.split(separator: "\n") == ["<p>a</p>", "<p>b</p>"])
  }

  private static let unclear: [(String, Int)] = [
    ("{% if x %}secret{% endif %}", 1), ("\n{%- unless x -%}\nsecret\n{% endunless %}", 2),
    ("{% case x %}{% when 1 %}secret{% endcase %}", 1), ("{% if false %}a{% else %}secret{% endif %}", 1),
    ("{% ifchanged %}secret{% endifchanged %}", 1), ("{% if_draft %}secret{% endif_draft %}", 1),
    ("{% hidden %}secret{% endhidden %}", 1), ("{% endif %}", 1), ("{% else %}", 1), ("{%if\nx%}secret{%endif%}", 1),
    ("{{ if .x }}secret{{ end }}", 1), ("{{- with .x -}}secret{{- end -}}", 1), ("{{ range .x }}secret{{ end }}", 1),
    ("{{#if x}}secret{{/if}}", 1), ("{{^x}}secret{{/x}}", 1), ("{{< private >}}secret{{< /private >}}", 1),
    ("{{% hidden %}}secret{{% /hidden %}}", 1), ("{{< if-member >}}secret{{< /if-member >}}", 1),
    ("<% if x %>secret<% end %>", 1), ("<?php if (x): ?>secret<?php endif ?>", 1), ("<Hidden>secret</Hidden>", 1),
    ("<p v-if=\"x\">secret</p>", 1), ("a\n{: .hidden}", 2), ("a\n{: style=\"display: none\"}", 2), ("# a {.hidden}", 1),
    ("::: {.content-hidden}\nsecret\n:::", 1), ("::: hidden\nsecret\n:::", 1), ("{::coment}secret{:/coment}", 1),
    ("{:comment}secret{:/comment}", 1), ("<!--> secret -->", 1),
    // Never ends.
    ("a\n\n{% comment %}secret", 3), ("a\n\n{::comment}secret", 3), ("<!-- secret", 1), ("a <!-- secret\n\nb", 1),
    ("{{< comment >}}secret", 1), ("a\n\n%%\nsecret", 3), ("{# secret", 1), ("{% capture x %}secret", 1),
    ("{{/* secret", 1), ("Free.\n\n<!--members-only-->\n\nsecret", 3), ("<!-- paywall -->\n\nsecret", 1),
    ("<!--kg-gated-block:begin nonMember:false-->secret<!--kg-gated-block:end-->", 1), ("{#if x}secret{/if}", 1),
    ("<styled>{% if x %}secret{% endif %}</styled> </style>", 1),
    ("<style>{% if x %}secret{% endif %}", 1),
    ("{% comment %}a{% comment %}b{% endcomment %}secret", 1), ("{% if x", 1),
    ("a%%secret%% b", 1), ("{% coment %}secret{% endcomment %}", 1), ("{% coment %}secret{% endcoment %}", 1),
    ("<!-- a <!-- b --> secret -->", 1), ("{# a {# b #} secret #}", 1), ("{{< coment >}}secret{{< /comment >}}", 1),
  ]

  @Test(arguments: [
    "<style>.a{display:none}</style>", "<script>if (a) { b = `{% if x %}` }</script>",
    "<style>\n.a {display:none}\n\n.b {}\n</style>",
  ])
  func styleSheetsAndScriptsHoldNoMarks(_ markdown: String) throws {
    #expect(try MarkdownDocument("a\n\n\(markdown)\n\nb").html().hasPrefix("<p>a</p>\n"))
  }

  @Test(arguments: unclear)
  func marksThatCouldHideAreUnclear(_ markdown: String, _ line: Int) {
    #expect {
      _ = try MarkdownDocument(markdown)
    } throws: { error in
      guard case MarkdownError.unclear(let marks) = error else { return false }
      return marks.first?.line == line
    }
  }

  @Test(arguments: [
    ("`{% if x %}` and ``<!-- ` -->``", "<p><code>{% if x %}</code> and <code>&lt;!-- ` --&gt;</code></p>\n"),
    (
      "```\n{% comment %}\n<!--\n{::comment}\n%%\n```",
      "<pre><code>{% comment %}\n&lt;!--\n{::comment}\n%%\n</code></pre>\n"
    ),
    ("    {% if x %}\n    {{#if x}}", "<pre><code>{% if x %}\n{{#if x}}\n</code></pre>\n"),
    ("{% raw %}{% if x %}{% endraw %}", "<p>{% if x %}</p>\n"),
    (
      "{% raw %}\n```\n{% comment %}\n```\n{% endraw %}",
      "<pre><code>{% comment %}\n</code></pre>\n"
    ),
    ("50%% of {a} and {#id}", "<p>50%% of {a} and {#id}</p>\n"), ("\\<!-- shown", "<p>&lt;!-- shown</p>\n"),
    ("&lt;!-- shown --&gt;", "<p>&lt;!-- shown --&gt;</p>\n"), ("&#123;% if x %}", "<p>{% if x %}</p>\n"),
    ("{{ page.title }}", ""), ("# A {#id}", "<h1 id=\"id\">A</h1>\n"),
    ("a {{</* comment */>}} b", "<p>a <code>{{&lt; comment &gt;}}</code> b</p>\n"),
    ("{{/* youtube(id=\"x\") */}}", "<p><code>{{ youtube(id=&quot;x&quot;) }}</code></p>\n"),
    ("{::nomarkdown}<b>a</b>{:/nomarkdown}", "<p><b>a</b></p>\n"), ("a 100 %% b", "<p>a 100 %% b</p>\n"),
    ("- a\n\n<!-- -->\n\n- b", "<ul>\n<li>a</li>\n</ul>\n<!-- -->\n<ul>\n<li>b</li>\n</ul>\n"),
    ("a {% mine %}b{% endmine %}", "<p>a b</p>\n"), ("<details>a</details>", "<details>a</details>\n"),
    ("::: note\na\n:::", "<blockquote>\n<p><strong>Note</strong><br />\na</p>\n</blockquote>\n"),
    ("<draft@example.org>", "<p><a href=\"mailto:draft@example.org\">draft@example.org</a></p>\n"),
  ])
  func escapedMarksAreShown(_ markdown: String, _ html: String) throws {
    #expect(try MarkdownDocument(markdown).html() == html)
  }

  @Test func aBacktickInAnotherItemBeginsNoCode() throws {
    let document = try MarkdownDocument("- a ` b\n- {% comment %}secret{% endcomment %} c ` d\n")
    #expect(document.html() == "<ul>\n<li>a ` b</li>\n<li>c ` d</li>\n</ul>\n")
  }

  @Test(arguments: [
    "{% a ", "{% raw %}`{{ {: {% ", "{# ", "{#a", "{:", "{::x ", "{{<", "{{/*", "<!--", "<a ", "%%", "` `` ",
    "{% for x %}", ":::",
    "{{#", "{ .x", "\\\\<", "  \n> ", "a %% b ", "{# a #}`", "<p style='/*'>", "<ruby><rp>",
  ])
  func hostileMarksTakeLinearTime(_ mark: String) {
    let text = String(repeating: mark, count: 20_000 / mark.utf8.count)
    // The result does not matter here; a quadratic search would take minutes.
    _ = try? MarkdownDocument(text)
  }
}
