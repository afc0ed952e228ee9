import Markdown
import Testing

/// Marks of template languages and other markup: which text they hide, which they may hide, and which only looks like them.
@Suite struct HiddenTemplateTests {
  /// The line of the first mark that asks, or the HTML.
  private func reading(_ markdown: String) throws -> (line: Int?, html: String) {
    do throws(MarkdownError) {
      return (nil, try MarkdownDocument(markdown).html())
    } catch {
      guard case .unclear(let marks) = error else { throw error }
      return (marks[0].line, "")
    }
  }

  private static let held: [(String, Int)] = [
    // Blade, Razor, Angular
    ("@if($x)\nSECRET\n@endif", 1), ("a\n\n@auth\nSECRET\n@endauth", 3), ("@guest SECRET @endguest", 1),
    ("@can('x', $y)\nSECRET\n@endcan", 1), ("a @unless ($x) SECRET @endunless b", 1),
    ("@isset($x)\nSECRET\n@endisset", 1), ("@env('local')\nSECRET\n@endenv", 1),
    ("@production\nSECRET\n@endproduction", 1), ("@admin\nSECRET\n@endadmin", 1), ("@push('x')\nSECRET\n@endpush", 1),
    ("@if ($x)\nSECRET", 1), ("a\n@endif", 2), ("@if (user.ok) {\n  SECRET\n}", 1), ("@switch (x) { SECRET }", 1),
    // Velocity, FreeMarker, Smarty, Mako, Vento, the Template Toolkit, ikiwiki
    ("#if($x)SECRET#end", 1), ("#foreach ($x in $y)\nSECRET\n#end", 1), ("<#if x>SECRET</#if>", 1),
    ("{if $x}SECRET{/if}", 1), ("{foreach $x as $y}SECRET{/foreach}", 1), ("% if x:\nSECRET\n% endif", 1),
    ("<%block name=\"x\">SECRET</%block>", 1), ("{{ set x }}SECRET{{ /set }}", 1), ("[% IF x %]SECRET[% END %]", 1),
    ("[[!if test=\"x\" then=\"SECRET\"]]", 1),
    // Elements
    ("<c:if test=\"x\">SECRET</c:if>", 1), ("<py:if test=\"x\">SECRET</py:if>", 1),
    ("<xsl:when test=\"x\">SECRET</xsl:when>", 1), ("<cfif x>SECRET</cfif>", 1),
    ("<pre class=\"members-only\">SECRET</pre>", 1), ("<pre><b v-if=\"x\">SECRET</b></pre>", 1),
    ("a <code> b\n\n{% if x %}SECRET{% endif %} </code>", 3),
    // MyST, Sphinx, R Markdown, Quarto, Jupyter
    ("```{only} draft\nSECRET\n```", 1), ("~~~{ifconfig} x\nSECRET\n~~~", 1), (":::{only} draft\nSECRET\n:::", 1),
    ("```{r, include=FALSE}\nSECRET\n```", 1), ("```{python}\n#| include: false\nSECRET\n```", 1),
    ("```{code-cell}\n:tags: [remove-cell]\nSECRET\n```", 1), (".. only:: draft\n\n   SECRET", 1),
    ("a\n\n.. SECRET", 3), ("..\n   SECRET", 1), (".. todo:: SECRET", 1),
    // AsciiDoc, LaTeX, MDX
    ("////\nSECRET\n////", 1), ("ifdef::x[]\nSECRET\nendif::[]", 1), ("\\ifdraft SECRET \\fi", 1),
    ("\\iffalse a \\else SECRET \\fi", 1), ("a\n\n\\iffalse\nSECRET", 3), ("\\begin{comment}\nSECRET", 1),
    ("\\begin{hidden}SECRET\\end{hidden}", 1), ("export const x = {\n  a: 'SECRET'", 1),
  ]

  @Test(arguments: held)
  func marksThatMayHideAsk(_ markdown: String, _ line: Int) throws {
    let reading = try reading(markdown)
    #expect(reading.line == line, "\(reading.html)")
  }

  @Test(arguments: [
    "@* SECRET *@", "#* SECRET *#", "#**\nSECRET\n*#", "[%# SECRET %]", "{!-- SECRET --}", "<%doc>SECRET</%doc>",
    "{% content_for x %}SECRET{% endcontent_for %}", "% SECRET", "> % SECRET", "a:\n%SECRET",
    "\\begin{comment}\nSECRET\n\nSECRET\n\\end{comment}", "\\iffalse\nSECRET\n\\fi", "import X from 'SECRET'",
    "import 'SECRET'", "import {\n  SECRET,\n} from 'x';", "export const x = 'SECRET'\nexport let y =\n  'SECRET'",
    "export const x = {\n  a: 'SECRET',\n\n  b: `SECRET\n\nSECRET`\n}", "export default () => <p>it's SECRET</p>",
    "export * from 'SECRET'", "<pre><!-- SECRET --></pre>", "{/* SECRET */}",
  ])
  func hiddenTextIsRemoved(_ hidden: String) throws {
    let html = try reading("KEEP\n\n\(hidden)\n\nKEEP\n").html
    #expect(html.split(separator: "KEEP").count == 3, "\(html)")
    #expect(!html.contains("SECRET"))
  }

  @Test(arguments: [
    "Ask @if KEEP", "ann@if.example KEEP (x)", "@auth0 KEEP @endpoint", "a \\@if(x) KEEP", "@if(x) KEEP",
    "@verbatim @if(x) KEEP @endif @endverbatim", "@component('x') KEEP @endcomponent", "# KEEP", "#hash KEEP",
    "C#* KEEP *#", "#if we KEEP #end", "{literal}KEEP{/literal}", "{if you KEEP}", "50\n% of KEEP", "- % KEEP",
    "| % KEEP |\n|-|", "\\% KEEP", "// KEEP", "/// note\nKEEP\n///", "//// tab | a\nKEEP\n////", "... KEEP",
    ".. code-block:: c\n\n   KEEP", ".. [1] KEEP", "\\\\begin{comment} KEEP \\\\end{comment}", "a \\if KEEP",
    "import KEEP from the government", "import numpy as KEEP", "export KEEP to a file", "export default KEEP to a file",
    "a\nimport x from 'KEEP'", "```{note} x\nKEEP\n```", "```{r}\nKEEP\n```", "<https://e.org/KEEP>",
    "<pre>{% if x %}KEEP{% endif %}</pre>", "<pre>\n{{ x }}\n\n{% comment %}KEEP{% endcomment %}\n</pre>",
    "a <code>{% KEEP %}</code>", "<kbd>{{ KEEP }}</kbd>", "<pre><code>{x && 'KEEP'}</code></pre>",
    "{% block x %}KEEP{% endblock %}", "{% verbatim %}{% if KEEP %}{% endverbatim %}", "{!KEEP}", "[- KEEP",
    "[%KEEP", "<irc:room> KEEP", "a\n////\nKEEP",
  ])
  func textThatOnlyLooksLikeAMarkIsShown(_ markdown: String) throws {
    let reading = try reading(markdown)
    #expect(reading.html.contains("KEEP"), "\(reading)")
  }

  @Test func marksInHTMLAroundCodeAreShownAsWritten() throws {
    let html = try reading("a <code>{% x %} {{ y }}</code>\n\n<pre>{% if x %}{{ y }}{% endif %}</pre>\n").html
    #expect(html == "<p>a <code>{% x %} {{ y }}</code></p>\n<pre>{% if x %}{{ y }}{% endif %}</pre>\n")
  }

  @Test func aCommentInAFormulaLeavesNoCharacter() throws {
    #expect(try reading("a $x_1<!-- b --> + y_2$").html == "<p>a <code class=\"language-math\">x_1 + y_2</code></p>\n")
  }

  @Test func aCommentedLineIsReported() throws {
    let document = try MarkdownDocument("a\n\n% b\n")
    #expect(document.html() == "<p>a</p>\n")
    #expect(document.unsupported == [UnsupportedMark("% b", .omittedAsLine, line: 3, column: 1)])
  }

  @Test(arguments: [
    "@if(", "@if (x) ", "#if(x) ", "#* ", "\\begin{comment} \\\\", "\\ifx ", "////\n//// a\n", "import {\n\n",
    "export {\n",
    ".. a\n", "..\n", "% a\n", "%\n\n", "<code>", "<pre>", "<pre> <code> </code>", "<#if ", "<a:if ", "{if ", "[% ",
    "[[!if ", "[[", "{{ set ", "@verbatim @endverbatim ", "```{only\n", "<%doc> ",
  ])
  func hostileMarksTakeLinearTime(_ mark: String) {
    let text = String(repeating: mark, count: 100_000 / mark.utf8.count)
    // The result does not matter here; a quadratic search would take minutes.
    _ = try? MarkdownDocument(text)
  }
}

/// Text that ends within a mark: nothing may be read beyond it.
@Suite struct CutMarkTests {
  @Test(arguments: [
    "{% if x %}", "{{ x }}", "{{< x >}}", "{{% x %}}", "{# x #}", "{#- x -#}", "{* x *}", "{{{{x}}}}", "{@ x @}",
    "<% if x %>",
    "<%doc>x</%doc>", "<%-- x --%>", "<%x>a</%x>", "<!-- x -->", "<!--#if x -->", "<?php x ?>", "@if(x) a @endif",
    "@{x}", "#if(x) a #end", "#* x *#", "## x", "#[[x]]#", "%% x %%", "% x", "%{x}", "//// x ////", "/// x", "// x",
    ".. x::",
    "[private]a[/private]", "[% x %]", "[# x #]", "[@x]", "[[ x ]]", "\\begin{comment}a\\end{comment}",
    "\\iffalse a \\fi",
    "import a from 'b'", "export const a = 1", ":::{only} x", "::: x", "```{x}", "~~~{x}", "{::comment}a{:/}", "{: #x}",
    "$$x$$", "&lbrace;%",
  ])
  func aTextMayEndWithinAMark(_ mark: String) {
    for end in mark.indices + [mark.endIndex] {
      for beginning in ["", "a ", "a\n\n", "<div>\n"] {
        // Whether it is read or refused: neither reads beyond its end.
        _ = try? MarkdownDocument(beginning + mark[..<end])
      }
    }
  }
}
