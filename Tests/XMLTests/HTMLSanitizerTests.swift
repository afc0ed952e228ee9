import Testing
import XML

@Suite struct HTMLSanitizerTests {
  private let sanitizer = HTMLSanitizer(base: "https://site.example/a/b/")

  @Test(arguments: [
    // Text and formatting
    ("plain", "plain"),
    ("a <b>b</b> <i>c</i>", "a <b>b</b> <i>c</i>"),
    ("<mark>a</mark> <mark>b</mark>", "<mark>a</mark> <mark>b</mark>"),
    ("<b>a </b>b<i> c</i>", "<b>a</b> b <i>c</i>"),
    ("a\n\t b\u{A0} c", "a b\u{A0} c"),
    ("a<br>b <br/> c", "a<br />b<br />c"),
    ("5 &lt; 6 &amp; \"q\" &nbsp;&copy;&#x1F600; &unknown;", "5 &lt; 6 &amp; &quot;q&quot; \u{A0}©😀 &amp;unknown;"),
    ("<\u{301}b>&\u{200D}x", "&lt;\u{301}b&gt;&amp;\u{200D}x"),
    ("a\u{0}b\u{B}c\u{FFFE}d&#0;&#11;e", "abcde"),
    ("<font color=red>a</font><custom-tag>b</custom-tag>", "ab"),
    ("<b></b><p></p><div><span> </span></div>", ""),
    // Blocks
    ("<p>a</p><p>b", "<p>a</p>\n<p>b</p>\n"),
    ("a<div></div>b", "a b"),
    ("<section>a</section><main>b</main>", "<div>a</div>\n<div>b</div>\n"),
    ("<p>a<section>b</section>c</p>", "<p>a</p>\n<div>b</div>\n<p>c</p>\n"),
    ("<a href=/x><div>a</div></a>", "<div><a href=\"https://site.example/x\">a</a></div>\n"),
    ("<h2>a<section>b</section>c</h2>", "<h2>a b c</h2>\n"),
    ("<p>a<hr>b</p>", "<p>a</p>\n<hr />\nb"),
    (
      "<blockquote cite=c><p>a</blockquote>",
      "<blockquote cite=\"https://site.example/a/b/c\">\n<p>a</p>\n</blockquote>\n"
    ),
    ("<pre>\n\n a\n  b\n</pre>", "<pre> a\n  b\n</pre>\n"),
    ("<pre><div>a</div><div>b<br>c</div></pre>", "<pre>a\nb\nc</pre>\n"),
    (
      "<pre><code class='x language-c++ y'>a &lt; b</code></pre>",
      "<pre><code class=\"language-c++\">a &lt; b</code></pre>\n"
    ),
    // Dates are those of HTML, or go.
    (
      "<time datetime=2026-11-23>a</time> <ins datetime=2026-11-23T07:00Z>b</ins> <del datetime='2026-11-23 07:00:05+01:00'>c</del>",
      "<time datetime=\"2026-11-23\">a</time> <ins datetime=\"2026-11-23T07:00Z\">b</ins> <del datetime=\"2026-11-23 07:00:05+01:00\">c</del>"
    ),
    (
      "<time datetime=2026-13-23>a</time> <ins datetime=2026-11-23T07:00>b</ins> <del datetime='23.11.2026'>c</del>",
      "<time>a</time> <ins>b</ins> <del>c</del>"
    ),
    // Headings
    ("<h2 id=a-1_b.é>a</h2><h6 id=b:c>b</h6>", "<h2 id=\"a-1_b.é\">a</h2>\n<h6 id=\"b-c\">b</h6>\n"),
    ("<h2 id=x>a</h2><p id=y>b</p><h3 id=x>c</h3>", "<h2 id=\"x\">a</h2>\n<p id=\"y\">b</p>\n<h3>c</h3>\n"),
    ("<h1 id=''>a</h1><h1 id='a b'>b</h1><h1 id='\"'>c</h1>", "<h1>a</h1>\n<h1>b</h1>\n<h1>c</h1>\n"),
    // Lists and tables
    ("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n"),
    ("<ul>a<b>b</b><li>c</ul>", "<ul>\n<li>a<b>b</b></li>\n<li>c</li>\n</ul>\n"),
    ("<li>a<li>b", "<div>a</div>\n<div>b</div>\n"),
    ("<ol start=3 class=x><li value=4>a</ol>", "<ol start=\"3\">\n<li value=\"4\">a</li>\n</ol>\n"),
    ("<dl><div><dt>a<dd>b</div></dl>", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"),
    (
      "<table><colgroup><col></colgroup><caption>c</caption><thead><tr><th scope=col align=right>a<th></thead>"
        + "<tr><td colspan=2>b</table>",
      "<table>\n<caption>c</caption>\n<thead>\n<tr>\n<th scope=\"col\" align=\"right\">a</th>\n<th></th>\n</tr>\n"
        + "</thead>\n<tr>\n<td colspan=\"2\">b</td>\n</tr>\n</table>\n"
    ),
    ("<table>a<td>b</table>", "<table>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n</table>\n"),
    ("<td>a</td>", "<div>a</div>\n"),
    ("<input type=checkbox checked disabled> done <input type=text value=x>", "☑ done"),
    // Addresses
    ("<a href=\"../c?x=1&amp;y=2\" rel=x onclick=y>t</a>", "<a href=\"https://site.example/a/c?x=1&amp;y=2\">t</a>"),
    ("<a href=mailto:a@b.example>t</a>", "<a href=\"mailto:a@b.example\">t</a>"),
    ("<a>a</a><a name=x id=y>b</a>", "a<span id=\"y\"></span>b"),
    ("a <a name=fn1></a>b<a name=fn1>c</a>", "a <span id=\"fn1\"></span>bc"),
    (
      "<section id=s><p>b</section><ul><li id=l>c</ul>",
      "<div id=\"s\">\n<p>b</p>\n</div>\n<ul>\n<li id=\"l\">c</li>\n</ul>\n"
    ),
    (
      "<a href='#fn:1' id=fnref:1>1</a>",
      "<span id=\"fnref-1\"></span><a href=\"https://site.example/a/b/#fn-1\">1</a>"
    ),
    (
      "<a href=/1>a<a href=/2>b</a></a>",
      "<a href=\"https://site.example/1\">a</a><a href=\"https://site.example/2\">b</a>"
    ),
    (
      "<img src=i.png alt='a \"b\"' width=10 height=50% style=x>",
      "<img src=\"https://site.example/a/b/i.png\" alt=\"a &quot;b&quot;\" width=\"10\" />"
    ),
    ("<img src='data:image/png;base64,AA' alt='the brain'>", "the brain"),
    ("<img src=mailto:a@b>", ""), ("<a href=' '>a</a><img src='' alt=b>", "ab"),
    (
      "<img src=i srcset='a.png, b.png 2x , c,d.png 480w, javascript:x 3x, e.png junk'>",
      "<img src=\"https://site.example/a/b/i\" "
        + "srcset=\"https://site.example/a/b/a.png, https://site.example/a/b/b.png 2x,"
        + " https://site.example/a/b/c,d.png 480w\" />"
    ),
    ("<picture><source srcset=x><img src=/y></picture>", "<img src=\"https://site.example/y\" />"),
    (
      "<picture><source srcset='javascript:x'><source srcset='/a.webp 1x, /b 2x'><source srcset=/c><img alt=d></picture>",
      "<img src=\"https://site.example/a.webp\" alt=\"d\" />"
    ),
    (
      "<img alt=d srcset='/a,b.png, /c 2x'><picture><source srcset=/e></picture><img alt=f>",
      "<img src=\"https://site.example/a,b.png\" alt=\"d\" "
        + "srcset=\"https://site.example/a,b.png, https://site.example/c 2x\" />f"
    ),
    // Content that cannot be shown in place
    (
      "a <video src=v.mp4 controls>no <b>video</b></video> b",
      "a\n<p><a href=\"https://site.example/a/b/v.mp4\">Watch the video at site.example</a></p>\nb"
    ),
    (
      "<p>a<video title=' The \n film '><source src=data:x><source src=/v.webm><source src=/v.mp4>no</video>b</p>",
      "<p>a</p>\n<p><a href=\"https://site.example/v.webm\">The film</a></p>\n<p>b</p>\n"
    ),
    (
      "<ul><li><audio src=//u@h.example:8/a></audio></ul>",
      "<ul>\n<li>\n<p><a href=\"https://u@h.example:8/a\">Listen at h.example:8</a></p>\n</li>\n</ul>\n"
    ),
    (
      "<h2><iframe src=https://h.example/e></iframe></h2>",
      "<h2><a href=\"https://h.example/e\">Open h.example</a></h2>\n"
    ),
    ("<p dir=RTL lang=he title='t\nu'>a", "<p dir=\"rtl\" lang=\"he\" title=\"t u\">a</p>\n"),
    // Lazy pictures
    (
      "<img data-original=r.jpg><noscript><img src=r.jpg>Turn on scripts</noscript><img class=lazy><noscript><img src=s.jpg></noscript>",
      "<img src=\"https://site.example/a/b/r.jpg\" /><img src=\"https://site.example/a/b/s.jpg\" />"
    ),
    ("<img src=/img/blank.gif data-lazy-src=r.jpg>", "<img src=\"https://site.example/a/b/r.jpg\" />"),
    ("<img src=small.jpg data-src=r.jpg>", "<img src=\"https://site.example/a/b/small.jpg\" />"),
    (
      "<img src='data:image/gif;base64,R0' data-src=r.jpg alt=A>",
      "<img alt=\"A\" src=\"https://site.example/a/b/r.jpg\" />"
    ),
    ("<span class=x>a</span><span lang=fr>b</span>", "a<span lang=\"fr\">b</span>"),
  ])
  func fragmentsComeOutAsWellFormedAllowedHTML(_ fragment: String, _ expected: String) {
    #expect(sanitizer.sanitize(fragment) == expected)
    #expect(sanitizer.sanitize(expected) == expected)
  }

  @Test(arguments: [
    ("<math><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mi>y</mi></math>", "x^2+y"),
    ("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac></math>", "(a+b)/c"),
    ("<math><msub><mi>k</mi><mi>i</mi></msub><mo>\u{2062}</mo><msqrt><mi>x</mi></msqrt></math>", "k_i√x"),
    (
      "<math><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi></math>",
      "∑_(i=1)^ni"
    ),
    (
      "<math><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable></math>",
      "[1, 2; 3]"
    ),
    ("<math><mroot><mi>x</mi><mn>3</mn></mroot></math>", "x^(1/3)"),
    ("<math>\n <mi> x </mi>\n <mo>&lt;</mo>\n <mn>5</mn>\n</math>", "x&lt;5"),
    (
      "<math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">\\hat{x}_1</annotation></semantics></math>",
      "\\hat{x}_1"
    ),
    ("<math alttext=\"x squared\"><mi>x</mi></math>", "x squared"),
    ("<math><mi>x</mi><mphantom><mi>SECRET</mi></mphantom><mi hidden>SECRET</mi></math>", "x"),
    ("<math><mi>x</mi><annotation encoding=\"text/plain\">SECRET</annotation></math>", "x"),
    ("<math><mphantom><annotation encoding=tex>SECRET</annotation></mphantom><mi>x</mi></math>", "x"),
    ("<math><mi>x</mi><style>SECRET</style></math>", "x"),
  ])
  func formulasBecomeTheirSource(_ markup: String, _ formula: String) {
    #expect(sanitizer.sanitize("a \(markup) b") == "a <code class=\"language-math\">\(formula)</code> b")
  }

  @Test func aDisplayedFormulaIsABlockOfCode() {
    let html = sanitizer.sanitize(
      "<p>a <math display=\"block\"><mi>x</mi></math> b</p><math hidden><mi>y</mi></math><math></math>")
    #expect(html == "<p>a</p>\n<pre><code class=\"language-math\">x</code></pre>\n<p>b</p>\n")
  }

  @Test(arguments: [
    ("a<script>alert(1)</script>b", "ab"), ("<SCRIPT SRC=//x></SCRIPT>b", "b"),
    ("<scr<script>ipt>x</script>b", "ipt&gt;xb"),
    ("<img src=x onerror=alert(1)>", "<img src=\"https://site.example/a/b/x\" />"),
    ("<a href='jav&#x09;ascript:alert(1)'>t</a>", "t"), ("<a href=' &#1;javascript:x'>t</a>", "t"),
    ("<a href='data:text/html,x'>t</a>", "t"), ("<a href=\"java\u{0}script:x\">t</a>", "t"),
    ("<svg><style><img src=x onerror=alert(1)></style></svg>t", "t"),
    (
      "<math><mtext><table><mglyph><style><!--</style>"
        + "<img title=\"--&gt;&lt;img src=1 onerror=x&gt;\">t", "<code class=\"language-math\">t</code>"
    ),
    ("<noscript><p title=\"</noscript><img src=x onerror=x>\">t</noscript>", ""),
    ("<style>*{x:expression(1)}</style><p style='x:y'>t", "<p>t</p>\n"),
    ("<iframe src=javascript:x>f</iframe><object data=x>o</object><embed src=x>t", "t"),
    ("<video src=data:x title=y><source src=javascript:x>f</video>t", "t"),
    ("<iframe src=//x width=1 height=1></iframe><iframe src=//x hidden></iframe>t", "t"),
    ("<iframe src='//x/\"><b>' title='<b>'></iframe>", "<p><a href=\"https://x/%22%3E%3Cb%3E\">&lt;b&gt;</a></p>\n"),
    ("<form action=x><button>b</button><select><option>o</select><textarea>t</textarea>f</form>", "<div>f</div>\n"),
    ("<base href=//evil><meta http-equiv=refresh content=0><link rel=stylesheet href=x>t", "t"),
    ("<!-- c --><![CDATA[x]]><?php y ?>t", "&lt;![CDATA[x]]&gt;t"),
    ("<title>x</title><body onload=x>t</body></html>u", "t\n<p>u</p>\n"),
    ("<p id=a name=b class=c data-x=d>t", "<p id=\"a\">t</p>\n"), ("a<b", "a"), ("<p title=\"", ""),
  ])
  func attacksComeOutHarmless(_ fragment: String, _ expected: String) {
    #expect(sanitizer.sanitize(fragment) == expected)
    #expect(sanitizer.sanitize(expected) == expected)
  }

  @Test func linksToHeadingsLeadToThePage() {
    let sanitizer = HTMLSanitizer(base: "https://site.example/a/", page: "https://site.example/p/")
    #expect(
      sanitizer.sanitize("<a href=#x>a</a> <a href=b#x>b</a>")
        == "<a href=\"https://site.example/p/#x\">a</a> <a href=\"https://site.example/a/b#x\">b</a>")
  }

  @Test(arguments: [
    (200, "", false), (300, "", true), (300, "</b>", false), (50_000, "", true),
  ]) func lossesByDeepNestingAreKnown(_ count: Int, _ end: String, _ isTooDeep: Bool) {
    let deep = String(repeating: "<b>x" + end, count: count) + "the end"
    #expect(HTMLSanitizer.isTooDeep(deep) == isTooDeep)
    #expect(HTMLSanitizer(base: "https://x.example/").sanitized(deep).html.contains("the end") == !isTooDeep)
  }

  /// Its end is not needed, so it opens nothing.
  @Test func manyParagraphsAreNotDeep() {
    let long = String(repeating: "<p>x<br>", count: 5_000) + "the end"
    #expect(!HTMLSanitizer.isTooDeep(long))
  }

  @Test func deepNestingIsCut() {
    let deep = String(repeating: "<div><b>", count: 50_000) + "x"
    let shallow = String(repeating: "<div><table><tr><td>", count: 25) + "x"
    #expect(sanitizer.sanitize(deep).utf8.count < 2_000)
    #expect(plainText(ofHTML: sanitizer.sanitize(shallow)) == "x")
    #expect(sanitizer.sanitize(sanitizer.sanitize(shallow)) == sanitizer.sanitize(shallow))
  }

  @Test(arguments: [
    ("<p>a</p><p>b<br>c</p>", "a b c"), ("a<b>b</b>c", "abc"), ("<h1>\n a &amp; b</h1>", "a & b"),
    ("<script>x</script><style>y</style>", ""), ("<ul><li>a<li>b</ul>", "a b"),
    ("<td>a</td><td>b</td>", "a b"), ("a<img src=x alt=y>b", "ab"), ("", ""),
  ])
  func plainTextIsWhatOneReads(_ fragment: String, _ text: String) {
    #expect(plainText(ofHTML: fragment) == text)
  }
}

extension HTMLSanitizer {
  func sanitize(_ fragment: String) -> String { sanitized(fragment).html }
}
