import Templates
import Testing
import Themes

/// Markup that mail programs do not allow is found in the templates themselves, by line.
struct MailMarkupTests {
  @Test(arguments: [
    ("a\n <SCRIPT src='x.js'></SCRIPT>", "2:2: `<script>` does nothing in an email; remove it"),
    (
      "<iframe src=\"https://a.example/\"></iframe>", "1:1: `<iframe>` does not appear in an email; link to its content"
    ),
    ("<object data=\"a.swf\"></object>", "1:1: `<object>` does not appear in an email; link to its content"),
    ("<embed src=a.swf>", "1:1: `<embed>` does not appear in an email; link to its content"),
    (
      "<base href=\"https://a.example/\">",
      "1:1: `<base>` would change every link of the email; write full URLs instead"
    ),
    ("<canvas></canvas>", "1:1: `<canvas>` stays empty in an email; show an image instead"),
    ("<p\n  onclick=\"x()\">", "2:3: `onclick` does nothing in an email; remove it"),
    ("<img src=\"https://a.example/a.png\" OnError=x>", "1:36: `onerror` does nothing in an email; remove it"),
    (
      "é<img src=\"logo.png\">",
      "1:8: `src` is `logo.png`, which leads nowhere in an email; put the file into static/ and write `{{site.url}}/logo.png`"
    ),
    (
      "<img src=/logo.png>",
      "1:6: `src` is `/logo.png`, which leads nowhere in an email; put the file into static/ and write `{{site.url}}/logo.png`"
    ),
    (
      "<img src=\"//a.example/a.png\">",
      "1:6: `src` is `//a.example/a.png`, which leads nowhere in an email; write a full URL"
    ),
    ("<img src=''>", "1:6: `src` is empty, which leads nowhere in an email; write a full URL"),
    (
      "<img\nsrc\n=\n'logo.png'>",
      "2:1: `src` is `logo.png`, which leads nowhere in an email; put the file into static/ and write `{{site.url}}/logo.png`"
    ),
    (
      "<img src=\"../{{title}}.png\">",
      "1:6: `src` is `../{{title}}.png`, which leads nowhere in an email; write a full URL"
    ),
    ("<img src=\"cid:logo\">", "1:6: `src` is a cid: URL, which no mail program loads; write https:"),
    (
      "<td background=\"paper.png\">",
      "1:5: `background` is `paper.png`, which leads nowhere in an email; put the file into static/ and write `{{site.url}}/paper.png`"
    ),
    (
      "<img srcset=\"https://a.example/a.png 1x, b.png 2x\">",
      "1:6: `srcset` is `b.png`, which leads nowhere in an email; put the file into static/ and write `{{site.url}}/b.png`"
    ),
    ("<a href=\"/about/\">", "1:4: `href` is `/about/`, which leads nowhere in an email; write `{{site.url}}/about/`"),
    (
      "<a href=\"www.a.example\">",
      "1:4: `href` is `www.a.example`, which leads nowhere in an email; write a full URL"
    ),
    ("<a href=\"java\tscript:x()\">", "1:4: `href` leads nowhere in an email; write a web URL"),
    (
      "<td style=\"background: url(paper.png)\">",
      "1:5: `url(paper.png)` leads nowhere in an email; write a full URL"
    ),
    (
      "<style>\n.a { background: URL( '/a.png' ) }</style>",
      "2:18: `url(/a.png)` leads nowhere in an email; write a full URL"
    ),
    (
      "{{#note}}\n<img src=\"a.png\">{{/note}}",
      "2:6: `src` is `a.png`, which leads nowhere in an email; put the file into static/ and write `{{site.url}}/a.png`"
    ),
    (
      "<img src=\"http://a.example/a.png\">",
      "1:6: `src` is an http: URL, which many mail programs block; write https:"
    ),
    (
      "<form action=\"https://a.example/\"></form>",
      "1:1: `<form>` does not work in most mail programs, and some warn of it; link to a page that has it"
    ),
    (
      "<link rel=\"preload StyleSheet\" href=\"https://a.example/a.css\">",
      "1:1: `<link>` loads no styles in most mail programs, and tells another server who reads; "
        + "write the styles into theme.css"
    ),
    ("<p{{#note}} onclick=\"x\"{{/note}}>", "1:13: `onclick` does nothing in an email; remove it"),
  ])
  func markupThatNoMailProgramAllowsIsAFault(_ template: String, _ expected: String) throws {
    let markup = try markup([("mail-footer.html", template)])
    #expect(markup.faults.map(\.description) == ["templates/mail-footer.html:\(expected)"])
    #expect(markup.warnings == [])
  }

  @Test(arguments: [
    (
      "<img src=\"data:image/png;base64,AA==\">",
      "1:6: `src` contains the image itself, which most mail programs drop; write its URL"
    ),
    ("<input type=checkbox>", "1:1: `<input>` does not work in most mail programs; link to a page that has it"),
    (
      "<video src=\"https://a.example/a.mp4\"></video>",
      "1:1: `<video>` does not play in most mail programs; show an image that links to it"
    ),
    ("<svg></svg>", "1:1: `<svg>` does not appear in most mail programs; show a PNG instead"),
    ("<meta http-equiv=Refresh content=\"1\">", "1:1: `<meta>` leads nowhere in an email; write a link"),
    (
      "<td style=\"background: url('https://a.example/a.png')\">",
      "1:5: `url()` makes some mail programs drop all styles next to it; show the image with <img>"
    ),
    (
      "<td style=\"background: url({{title}})\">",
      "1:5: `url()` makes some mail programs drop all styles next to it; show the image with <img>"
    ),
    (
      "<style>@import 'a.css';</style>",
      "1:8: `@import` loads no styles in most mail programs; write the styles into theme.css"
    ),
  ])
  func markupThatManyReadersWillNotSeeIsAWarning(_ template: String, _ expected: String) throws {
    let markup = try markup([("mail-footer.html", template)])
    #expect(markup.warnings.map(\.description) == ["templates/mail-footer.html:\(expected)"])
    #expect(markup.faults == [])
  }

  @Test(arguments: [
    "<img src=\"https://a.example/a.png\" alt=\"\">", "<img src=\"{{site.url}}/logo.png\">",
    "<img src=\"{{{title}}}\">",
    "<img src='https://{{title}}/a.png'>", "<a href=\"#part\">", "<a href=\"mailto:a@b.example\">",
    "<a href=\"tel:+44\">",
    "<a href=\"http://a.example/\">", "<a href=\"{{archive_url}}\">", "<a name=\"x\">", "<p data-on=\"1\">",
    "<!--[if mso]><v:rect fillcolor=\"#fff\"><img src=\"a.png\"><script></script><![endif]-->",
    "<!-- <script></script> -->", "{{! <script></script> <img src=\"a.png\"> }}", "<title><script></title>",
    "a < b, <3, <>, </>, &lt;script&gt;", "<link rel=\"icon\" href=\"https://a.example/i.png\">",
    "<meta http-equiv=\"Content-Type\" content=\"text/html\">", "<td style=\"color: red\">", "<p title=\"<script>\">",
    "<style>/* url(a.png) */ .a { color: red }</style>", "<scripted>", "<p title='onclick=1'>", "<table/>", "<p",
    "<a href=\"{{#note}}https://a.example/{{/note}}\">", "<img src=\"http{{title}}://a.example/\">",
  ])
  func markupThatMailProgramsAllowHasNoFinding(_ template: String) throws {
    let markup = try markup([("mail-footer.html", template), ("note.text", "http://a.example/")])
    #expect(markup.faults == [])
    #expect(markup.warnings == [])
  }

  /// Wherever it is included from; but not what no mail shows.
  @Test(arguments: [
    ("own-part.html", "{{> own-part}}", true), ("note.html", "", true), ("mail-article.html", "", true),
    ("mail-facts.html", "", true),
    ("mail-topics.html", "", false), ("own-part.html", "", false), ("page-footer.html", "", false),
    ("article.html", "", false), ("sign-up.html", "", false),
  ])
  func emailTemplatesAreChecked(_ name: String, _ footer: String, _ isFound: Bool) throws {
    let markup = try markup([(name, "\n<script></script>"), ("mail-footer.html", footer)])
    let expected = "templates/\(name):2:1: `<script>` does nothing in an email; remove it"
    #expect(markup.faults.map(\.description) == (isFound ? [expected] : []))
  }

  @Test func aDigestThatShowsNeitherCellNorNoteHasNoneOfTheirFaults() throws {
    let markup = try markup([
      ("digest.html", "<p>{{subject}}"), ("note.html", "<script></script>"), ("mail-lead.html", "<script></script>"),
    ])
    #expect(markup.faults == [])
  }

  @Test func stylesOfAThemeAreAlsoChecked() throws {
    let css =
      ".a {\n background: url(a.png);\n}\n@media (max-width: 9px) { .a { background: url(https://a.example/) } }\n"
    let theme = try Theme("mine", files: [("theme.css", "templates/themes/mine/theme.css", css)])
    let markup = MailMarkup(of: theme)
    #expect(
      markup.faults.map(\.description) == [
        "templates/themes/mine/theme.css:2:2: `url(a.png)` leads nowhere in an email; write a full URL"
      ])
    #expect(
      markup.warnings.map(\.description) == [
        "templates/themes/mine/theme.css:4:32: `url()` makes some mail programs drop all styles next to it; show "
          + "the image with <img>"
      ])
  }

  @Test(arguments: ["editorial", "plain"])
  func theBuiltInThemesAreSound(_ name: String) throws {
    let markup = MailMarkup(of: try Theme(name))
    #expect(markup.faults == [])
    #expect(markup.warnings == [])
  }

  private func markup(_ files: [(String, String)]) throws -> MailMarkup {
    MailMarkup(of: try Theme("editorial", overrides: files.map { ($0.0, "templates/\($0.0)", $0.1) }))
  }

  @Test(arguments: [
    ("<p class=\"lead-titel\">", ["1:4: theme.css has no rule for `.lead-titel`; did you mean `lead-title`?"]),
    ("<p class=\"xyzzy  title\">", ["1:4: theme.css has no rule for `.xyzzy`"]),
    ("<style>.own { color: red }</style><p class=\"own\">", []), ("<p class=\"{{title}}\">", []),
    ("<p class=\"foot\">", []), ("<p class=\"title take\">", ["1:4: theme.css has no rule for `.take`"]),
  ])
  func aClassThatNothingStylesIsAWarning(_ template: String, _ expected: [String]) throws {
    let markup = try markup([("mail-footer.html", template)])
    #expect(markup.warnings.map(\.description) == expected.map { "templates/mail-footer.html:\($0)" })
  }

  @Test func aDocumentWithItsOwnStylesMayHaveAnyClass() throws {
    #expect(try markup([("digest.html", "<p class=\"xyzzy\">")]).warnings == [])
  }

  @Test(arguments: [
    ("", ["1:4: the text part has no link to https://a.example/?x=1&y=2; add it to digest.text"]),
    ("See https://a.example/?x=1&y=2 for more.", []),
  ])
  func aLinkThatTheTextPartLacksIsAWarning(_ note: String, _ expected: [String]) throws {
    let footer = "<a href=\"https://a.example/?x=1&amp;y=2\">x</a>"
    let markup = try markup([("mail-footer.html", footer), ("note.text", note)])
    #expect(markup.warnings.map(\.description) == expected.map { "templates/mail-footer.html:\($0)" })
  }
}
