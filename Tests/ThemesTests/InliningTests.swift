import Templates
import Testing
import Themes

struct InliningTests {
  private static let sheet = """
    p { margin: 0; color: var(--ink); }
    .big { font-size: 20px; margin: 1px; } /* a comment */
    .soft, .quiet { color: var(--soft); }
    .frame { padding: 0 }
    .ground { background-color: var(--line); }
    .side { padding-inline-start: 4px; text-align: start; border-inline-end: 1px solid var(--line); letter-spacing: 1px; }
    @media (max-width: 480px) { .frame { padding: 9px; } }
    """
  private static let toml = """
    [light]
    ink = "#000000"
    soft = "#333333"
    line = "#eeeeee"
    [dark]
    ink = "#ffffff"
    soft = "#dddddd"
    line = "#222222"
    """

  private func sample(_ language: String = "en") throws -> Theme {
    try theme(["theme.css": Self.sheet, "theme.toml": Self.toml], language: language)
  }

  @Test(
    arguments: [
      ("<p>a</p>", "<p style=\"margin: 0; color: #000000\">a</p>"),
      ("<P CLASS='big'>", "<p style=\"color: #000000; font-size: 20px; margin: 1px\">"),
      // The order of the style sheet decides, not that of the attribute.
      ("<p class=\"soft big\">", "<p class=\"soft\" style=\"font-size: 20px; margin: 1px; color: #333333\">"),
      ("<i class=\"frame\" id=x>", "<i class=\"frame\" id=x style=\"padding: 0\">"),
      // An own style comes last; unknown classes go.
      ("<p class=\"mine\" style=\"margin: 3px\">", "<p style=\"margin: 0; color: #000000; margin: 3px\">"),
      ("<b class=\"mine\" title=\"a>b\">x", "<b title=\"a>b\">x"),
      ("<br class=\"soft\"/>", "<br class=\"soft\" style=\"color: #333333\"/>"),
      ("<i\n  class=\"big\"\n>", "<i style=\"font-size: 20px; margin: 1px\"\n>"),
      // Everything except start tags is unchanged, byte for byte.
      ("a < b <!-- <x --> </p> &lt;p class=\"big\"&gt; <", "a < b <!-- <x --> </p> &lt;p class=\"big\"&gt; <"),
      // Cells and tables also have their colour as an attribute, unless they have another.
      ("<td class=\"ground\">", "<td class=\"ground\" bgcolor=\"#eeeeee\" style=\"background-color: #eeeeee\">"),
      (
        "<td bgcolor=\"#123456\" class=\"ground\">",
        "<td class=\"ground\" bgcolor=\"#123456\" style=\"background-color: #eeeeee\">"
      ),
      ("<a class=\"ground\">", "<a class=\"ground\" style=\"background-color: #eeeeee\">"),
      ("<b>", "<b>"),
      ("<b title='p class=\"big\"'>", "<b title='p class=\"big\"'>"),
      ("<p title=\"never ends", "<p title=\"never ends"),
    ])
  func stylesGoIntoStartTags(_ html: String, _ expected: String) throws {
    #expect(try inlined(html, by: sample()) == expected)
  }

  @Test func startAndEndFollowTheLanguageAndArabicLettersAreNotSpaced() throws {
    let tag = "<i class=\"side\">"
    #expect(
      try inlined(tag, by: sample()) == """
        <i class="side" style="padding-left: 4px; text-align: left; border-right: 1px solid #eeeeee; letter-spacing: 1px">
        """)
    #expect(
      try inlined(tag, by: sample("ar")) == """
        <i class="side" style="padding-right: 4px; text-align: right; border-left: 1px solid #eeeeee">
        """)
  }

  @Test func darkModeAndNarrowScreensComeFromTheSameSheet() throws {
    #expect(
      try sample().style == """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        a[x-apple-data-detectors] { color: inherit !important; text-decoration: none !important; }
        @media (max-width: 480px) {
        .frame { padding: 9px !important; }
        }
        @media (prefers-color-scheme: dark) {
        p { color: #ffffff !important; }
        .soft, .quiet { color: #dddddd !important; }
        .ground { background-color: #222222 !important; }
        .side { border-right: 1px solid #222222 !important; }
        }

        """)
  }

  @Test func aDocumentWithItsOwnStylesIsUnchanged() throws {
    let html = "<style>p { color: red; }</style><p class=\"big\" style=\"margin: 0\">"
    #expect(try sample().inlined(html) == html)
  }
}
