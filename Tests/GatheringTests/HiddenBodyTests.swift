import Gathering
import Model
import Testing

/// The handling of bodies with hiding marks, from start to end: removed, held back with the line, or shown unchanged.
@Suite struct HiddenBodyTests {
  private static let head = "---\ntitle: T\ndate: 2026-11-01\n---\n"

  /// All that readers see of the article; nil if it is held back for marks.
  private func shown(_ markdown: String) throws -> String? {
    switch try reading(Self.head + markdown + "\n") {
    case .article(let article, _): return article.body + article.summary
    case .fault(let findings):
      #expect(findings.allSatisfy { $0.line != nil })
      return nil
    case let other:
      Issue.record("\(other)")
      return ""
    }
  }

  private static let held = [
    // Shortcodes, classes, elements.
    "[private]SECRET[/private]", "[members level=\"gold\"]SECRET[/members]", "a\n\n[private]\n\nSECRET\n\n[/private]",
    "<div class=\"private\">SECRET</div>", "<p class=\"a draft\">SECRET</p>", "<div class='members-only'>SECRET</div>",
    "<div\nclass=private>SECRET</div>", "<members>SECRET</members>",
    // JSX, CriticMarkup, Jinja.
    "{x && 'SECRET'}", "{c ? <b>SECRET</b> : ''}", "{!x || \"SECRET\"}", "{--SECRET--}", "{++SECRET++}",
    "{~~a~>SECRET~~}", "{{ \"SECRET\" if y }}", "{{ x ? 'SECRET' : '' }}",
    "<p style={{display: 'none'}}>SECRET</p>", "<p style={{ opacity: 0 }}>SECRET</p>",
    "<p style={{fontSize: 0}}>SECRET</p>",
    "<p className=\"hidden\">SECRET</p>", "<p :hidden=\"true\">SECRET</p>", "<p webc:if=\"x\">SECRET</p>",
    "<p th:if=\"x\">SECRET</p>", "<p py:if=\"x\">SECRET</p>", "<!-- private -->\n\nSECRET\n\n<!-- /private -->",
    "<!-- draft:start -->\nSECRET\n<!-- draft:end -->", "<!-- BEGIN PRIVATE -->\nSECRET\n<!-- END PRIVATE -->",
    "<!--#if expr=\"x\" -->SECRET<!--#endif -->", "<Internal>SECRET</Internal>", "<StaffOnly>SECRET</StaffOnly>",
    "{{< wip >}}SECRET{{< /wip >}}", "{% unpublished %}SECRET{% endunpublished %}", "<Gated>SECRET</Gated>",
    "{{< subscribers-only >}}SECRET{{< /subscribers-only >}}", "<Redacted>SECRET</Redacted>",
    "=== \"Tab\"\n\n    {% comment %}SECRET{% endcomment %}",
    "/// note\n\n    %% SECRET %%",
    "<Card>\n\n    {/* SECRET */}\n\n</Card>",
    "{{< tabs >}}\n\n    <!-- SECRET -->\n", "a. one\n\n    <!-- SECRET -->", "(1) one\n\n    <!-- SECRET -->",
    "{\n  isDev\n    ? <b>SECRET</b> : null}", "{draft &&\n  <b>SECRET</b>}", "<p class=\"u-hidden\">SECRET</p>",
    "<p class=\"is-invisible\">SECRET</p>", "<p class=\"dn\">SECRET</p>",
    // Styles that conceal.
    "<p style=\"opacity:0\">SECRET</p>", "<p style=\"opacity&#58;0.0\">SECRET</p>", "<p style='font-size:0'>SECRET</p>",
    "<p style=\"font-size&colon;0px\">SECRET</p>", "<p style=\"font-/**/size:/* x */0\">SECRET</p>",
    "<p style=\"opac\\69ty:0\">SECRET</p>", "<p style=\"position:absolute;left:-9999px\">SECRET</p>",
    "<p style=\"text-indent: -9999px\">SECRET</p>", "<p style=\"text-indent:-100vw\">SECRET</p>",
    "<p style=\"width:0;height:0;overflow:hidden\">SECRET</p>", "<p style=\"max-height:0;overflow:clip\">SECRET</p>",
    "<p style=\"color:transparent\">SECRET</p>", "<p style=\"color:rgba(0, 0, 0, 0)\">SECRET</p>",
    "<p style=\"color:#ffffff00\">SECRET</p>", "<p style=\"clip-path:inset(100%)\">SECRET</p>",
    "<p style=\"clip-path: circle(0)\">SECRET</p>", "<p style=\"position:absolute;clip:rect(0,0,0,0)\">SECRET</p>",
    "<p style=\"transform:scale(0)\">SECRET</p>", "<p style=\"transform: translateX(-9999px)\">SECRET</p>",
    "a\n{: style=\"display:/**/none\"}", "# SECRET {style=\"opacity:0\"}",
    // Hidden elements that never end take all the rest away.
    "<div hidden>\nSECRET\n\nKEEP", "<section class=\"hidden\">\n\nKEEP",
    "a <span style=\"display:none\">SECRET\n\nKEEP",
    "<div hidden>\n<div>SECRET</div>\n\nKEEP", "<style>\np { }\n\nKEEP", "<script>\nlet x = 1\n\nKEEP", "<svg>\n\nKEEP",
    "a <math> KEEP", "<iframe src=\"https://e.org/\">\n\nKEEP", "<object data=\"x.pdf\">KEEP", "<dialog>KEEP",
    "<video src=\"x.mp4\">\n\nKEEP", "a <template> KEEP", "<Div HIDDEN>KEEP",
  ]

  @Test(arguments: held)
  func textThatMayBeHiddenHoldsTheArticle(_ markdown: String) throws { #expect(try shown(markdown) == nil) }

  private static let hidden = [
    "<comment>SECRET</comment>", "{ /* SECRET */ }", "{>>SECRET<<}", "{{~!-- SECRET --~}}", "{{!-- SECRET --~}}",
    "{#- SECRET -#}", "{#\nSECRET\n#}", "<%- # SECRET %>", "<%-- SECRET --%>",
    "{{-- SECRET --}}", "<p class=\"d-none d-print-block\">SECRET</p>", "a {* SECRET *} b", "<#-- SECRET -->",
    "<p hidden={true}>SECRET</p>",
    "<template>SECRET</template>", "<template>\n\nSECRET\n\n</template>",
    "<noscript>\n\nSECRET\n\n- SECRET\n\n</noscript>",
    "![a <!-- SECRET --> b](p.png)", "![a {% comment %}SECRET{% endcomment %}](https://e.org/p.png)",
    "[a](/b{% comment %}SECRET{% endcomment %})", "[a](/b \"c %%SECRET%%\")",
    "```a{% comment %}SECRET{% endcomment %}\nx\n```", "[//]: # (SECRET)", "%%SECRET%%", "%%\nSECRET\n\nSECRET\n%%",
    "b %% SECRET %% c",
    // Elements that browsers do not show.
    "<p style=\"display:none\">SECRET</p>", "<p style=\"display:/**/none\">SECRET</p>",
    "<p style=\"display:/* x */ none !important\">SECRET</p>", "<p style=\"/* a */display:none\">SECRET</p>",
    "<p style=\"d\\69splay:none\">SECRET</p>", "<p style=\"display:n\\6f ne\">SECRET</p>",
    "<p style=\"display:n\\00006fne\">SECRET</p>", "<p style=\"dis\\play:none\">SECRET</p>",
    "<p style=\"display&colon;none\">SECRET</p>", "<p style=\"display&#x3a;none\">SECRET</p>",
    "<p style=\"content-visibility:hidden\">SECRET</p>", "<p style=\"visibility:collapse\">SECRET</p>",
    "<p style=\"VISIBILITY : HIDDEN\">SECRET</p>", "<div popover>SECRET</div>",
    "a <rp>SECRET</rp> b", "a <ruby>b<rp>SECRET</rp><rt>c</rt></ruby>", "a <rp><b>SECRET</b></rp>",
    "<rp>(</rp>a <ruby>b<rp>(SECRET</ruby>",
  ]

  @Test(arguments: hidden)
  func hiddenTextIsRemoved(_ markdown: String) throws {
    let text = try #require(try shown("w\n\n" + markdown))
    #expect(!text.contains("SECRET"))
  }

  private static let whole: [(String, String)] = [
    ("A {{ page.hidden }}", "<p>A</p>\n"), ("A {{ .Params.draft }}", "<p>A</p>\n"),
    ("std::vector\\<hidden>", "<p>std::vector&lt;hidden&gt;</p>\n"), ("#{hidden}", "<p>#{hidden}</p>\n"),
    ("`std::vector<hidden>`", "<p><code>std::vector&lt;hidden&gt;</code></p>\n"),
    ("a {display:none} b", "<p>a {display:none} b</p>\n"), ("50 %% or more", "<p>50 %% or more</p>\n"),
    ("A {{< membership >}}", "<p>A</p>\n"),
    (
      "```mermaid\n%% a note\nA --> B\n```",
      "<pre><code class=\"language-mermaid\">%% a note\nA --&gt; B\n</code></pre>\n"
    ),
    ("{% raw %}{% if x %}{% endraw %}", "<p>{% if x %}</p>\n"),
    ("[private](/u)", "<p><a href=\"https://example.org/u\">private</a></p>\n"),
    (
      "$a_{b}$ and ${x}$",
      "<p><code class=\"language-math\">a_{b}</code> and <code class=\"language-math\">{x}</code></p>\n"
    ), ("\\<!-- a", "<p>&lt;!-- a</p>\n"),
    ("\\%% x %%", "<p>%% x %%</p>\n"), ("&lt;!-- a --&gt;", "<p>&lt;!-- a --&gt;</p>\n"),
    ("<span class=\"sr-only\">a</span>", "<p>a</p>\n"), ("a <draft-ietf-quic-44> b", "<p>a b</p>\n"),
    ("<pre><code>{% if x %}</code></pre>", "<pre><code>{% if x %}</code></pre>\n"),
    ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>\n"),
    ("<ruby>漢<rp>（<rt>kan<rp>）</ruby>", "<p><ruby>漢<rp>（<rt>kan<rp>）</rp></rt></rp></ruby></p>\n"),
    (
      "<div style=\"position:relative;padding-bottom:56%;height:0;overflow:hidden\">a</div>", "<div>a</div>\n"
    ),
    ("<p style=\"opacity:0.8;font-size:0.9em;margin-left:-10px\">a</p>", "<p>a</p>\n"),
    ("<p style=\"color:transparent;-webkit-background-clip:text\">a</p>", "<p>a</p>\n"),
    ("<a style=\"position:relative;top:-100px\">a</a>", "<p>a</p>\n"),
    ("<p style=\"/* display:none */ color:red\">a</p>", "<p>a</p>\n"),
    ("<p style=\"max-width:100%;overflow:hidden\">a</p>", "<p>a</p>\n"),
    ("<p style={{color: 'red', marginTop: 0}}>a</p>", "<p>a</p>\n"),
    ("a <div hidden>x <div>y</div></div> b", "<p>a</p>\nb"), ("<input hidden> b", "<p>b</p>\n"),
    ("<div hidden><svg/><div/>x</div>\n\nb", "<p>b</p>\n"),
    ("<ul class=\"members\"><li>a</li></ul>", "<ul>\n<li>a</li>\n</ul>\n"),
    ("<TeamMembers>a</TeamMembers>", "<p>a</p>\n"),
    ("<InternalLink>a</InternalLink> <ClientOnly>b</ClientOnly>", "<p>a b</p>\n"),
    ("a {**b**}", "<p>a {<strong>b</strong>}</p>\n"),
    ("<svg><g/></svg>\n\nb", "<p>b</p>\n"),
    ("<p hidden>x\n\nb", "<p>b</p>\n"), ("a `<svg>` b", "<p>a <code>&lt;svg&gt;</code> b</p>\n"),
    ("a \\{% if x %\\} b", "<p>a {% if x %} b</p>\n"),
    ("<code>{% if x %}</code> b", "<p><code>{% if x %}</code> b</p>\n"),
    (
      "!!! x\n\n    ```\n    <!-- a -->\n    ```",
      "<blockquote>\n<p><strong>X</strong></p>\n<pre><code>&lt;!-- a --&gt;\n</code></pre>\n</blockquote>\n"
    ),
    ("<pre>{% if x %}…</pre>", "<pre>{% if x %}…</pre>\n"),
  ]

  @Test(arguments: whole)
  func textWithoutHidingMarksIsShownWhole(_ markdown: String, _ html: String) throws {
    guard case .article(let article, _) = try reading(Self.head + markdown + "\n") else {
      Issue.record("held")
      return
    }
    #expect(article.body == html)
  }

  /// Marks between words that enclose code.
  @Test(arguments: [
    ("{{< highlight js >}}\nMARK\n{{< /highlight >}}"), ("{% codeblock %}\nMARK\n{% endcodeblock %}"),
    ("{% highlight js %}\nMARK\n{% endhighlight %}"), ("<pre><code>MARK</code></pre>"), ("`MARK`"), ("    MARK"),
    ("```\nMARK\n```"), ("{% raw %}MARK{% endraw %}"),
  ])
  func codeShowsItsMarks(_ markdown: String) throws {
    for mark in ["{% if x %}SHOWN{% endif %}", "{{#if x}}SHOWN{{/if}}", "{x || 'SHOWN'}", "%% SHOWN %%"] {
      #expect(try shown(markdown.replacing("MARK", with: mark))?.contains(mark) == true, "\(mark)")
    }
  }

  @Test(arguments: [
    ("title: \"a <!-- b -->\"", 2), ("title: A <span hidden>b</span>", 2),
    ("title: A <b style='display:none'>b</b>", 2),
    ("title: A <rp>b</rp>", 2), ("title: T\nauthors: [Ann, \"{% comment %}B{% endcomment %}\"]", 3),
    ("title: T\nauthor: Ann <!-- B -->", 3), ("title: T\ntopics: [a, \"b %%c%%\"]", 3),
    ("title: T\ntags: [\"<!-- c -->\"]", 3), ("title: T\nsource: \"a {>>b<<}\"", 3),
    ("title: T\nsource:\n  title: a <!-- b -->", 4), ("title: T\nsource:\n  journal: a {# b #}", 4),
    ("title: T\nimage:\n  url: https://e.org/a.png\n  alt: a <!-- b -->", 4), ("title: T\nid: \"a<!--b-->\"", 3),
    ("title: T\nsummary: a {% if x %}b{% endif %}", 3), ("title: \"a {{ if x }}b{{ end }}\"", 2),
    ("title: \"a {% unless x %}b{% endunless %}\"", 2), ("title: a <template>b</template>", 2),
  ])
  func linesOfFrontMatterHoldTheArticle(_ matter: String, _ line: Int) throws {
    guard case .fault(let findings) = try reading("---\n\(matter)\ndate: 2026-11-01\n---\nBody.\n") else {
      Issue.record("published")
      return
    }
    #expect(findings.map(\.line) == [line])
    #expect(findings.allSatisfy { $0.sentence.contains("contains marks that hide text") })
  }

  @Test(arguments: [
    "title: The <rp> element", "title: The <dialog> element", "title: \"<div hidden> explained\"",
    "title: C++ {templates} & 100 %% wool", "title: T\nauthors: [\"Ann <ann@e.org>\", \"Bob [Bo] {x}\"]",
    "title: The <!--more--> tag", "title: The <template> element", "title: \"Understanding {% if %} in Jekyll\"",
    "title: \"{{ if }} vs {{ with }}\"", "title: \"{% if %} and {% endif %}\"", "title: Why <!-- breaks pages",
    "title: The <!-- … --> syntax", "title: \"How {% comment %} works\"", "title: The <svg> element",
    "title: T\ntopics: [\"c#\", \"c++\", \"50%\"]", "title: T\nsource:\n  title: The <i>E. coli</i> genome {review}",
  ])
  func linesThatHideNothingArePublished(_ matter: String) throws {
    guard case .article = try reading("---\n\(matter)\ndate: 2026-11-01\n---\nBody.\n") else {
      Issue.record("held")
      return
    }
  }

  @Test func aCommentBetweenWordsIsANotice() throws {
    guard case .article(_, let warnings) = try reading(Self.head + "a %% b %% c\n") else {
      Issue.record("held")
      return
    }
    #expect(
      warnings == [
        Finding(
          "articles/a.md", line: 5, column: 3,
          "`%% b %% c` is an Obsidian comment, omitted up to the next %%; write \\%% to show it",
          weight: .notice)
      ])
  }
}
