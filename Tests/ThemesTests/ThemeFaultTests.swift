import Templates
import Testing
import Themes

struct ThemeFaultTests {
  private static let place = "templates/themes/mine/"
  private static let size =
    "`text` must be the size of letters (at least 12px) and lines, for example \"16px/25px\"; found "
  private static let value = "must be one line without \" < > & { \\ and !important"
  private static let media = "write, for example, `@media (max-width: 480px)`; rules for dark mode are generated"

  @Test(
    arguments: [
      ("[light]\nink = \"black\"", "2:7: `ink` must be a colour, for example \"#1c2126\"; found \"black\""),
      ("[light]\nink = \"#12345\"", "2:7: `ink` must be a colour, for example \"#1c2126\"; found \"#12345\""),
      ("[light]\nink = \"#+12345\"", "2:7: `ink` must be a colour, for example \"#1c2126\"; found \"#+12345\""),
      ("[dark]\nink = 3", "2:7: `ink` must be a string in quotes, for example ink = \"…\"; found a whole number"),
      ("[light]\nlnik = \"#000000\"", "2:1: unknown key `lnik`; did you mean `link`?"),
      ("[colours]", "1:2: unknown key `colours`"),
      (
        "[light]\nsoft = \"#999999\"",
        """
        2:8: `soft` on `card` has a contrast of 2.8:1; text needs 4.5:1
        templates/themes/mine/theme.toml:2:8: `soft` on `paper` has a contrast of 2.4:1; text needs 4.5:1
        templates/themes/mine/theme.toml:2:8: `soft` on `pill` has a contrast of 2.4:1; text needs 4.5:1
        templates/themes/mine/theme.toml:2:8: `soft` on `take` has a contrast of 2.5:1; text needs 4.5:1
        """
      ),
      ("[sizes]\ntext = \"16\"", "2:8: " + size + "\"16\""),
      ("[sizes]\ntext = \"11px/20px\"", "2:8: " + size + "\"11px/20px\""),
      ("[sizes]\ntext = \"16px/20\"", "2:8: " + size + "\"16px/20\""),
      (
        "[fonts]\ntext = 'a\"b'",
        "2:8: `text` must be fonts with names in '…', for example \"'Segoe UI', sans-serif\""
      ),
      ("base = \"fancy\"", "1:8: there is no built-in theme `fancy`; `base` must be \"editorial\" or \"plain\""),
      ("[light", "1:7: the header on this line is not closed; end it with ]"),
    ])
  func aMistakeInTheColoursNamesItsPlace(_ text: String, _ expected: String) {
    #expect(faults(["theme.toml": text]) == Self.place + "theme.toml:" + expected)
  }

  @Test(
    arguments: [
      ("p { color: var(--inc); }", "1:5: theme.toml has no `inc`; add it, or correct `--inc`"),
      ("\n.a .b { margin: 0; }", "2:1: `.a .b` cannot be inlined; select by one class (`.title`) or element (`a`)"),
      ("#x { margin: 0; }", "1:1: `#x` cannot be inlined; select by one class (`.title`) or element (`a`)"),
      ("p, { margin: 0; }", "1:1: `` cannot be inlined; select by one class (`.title`) or element (`a`)"),
      ("p", "1:1: this rule has no `{`; add it"),
      (
        "@import \"x.css\";",
        "1:1: `@import` cannot be used in an email; copy the rules of the other sheet to this place"
      ),
      ("@font-face { src: x; }", "1:1: `@font-face` cannot be inlined; put it into a <style> in mail-head.html"),
      ("@charset \"utf-8\";", "1:1: `@charset` is not needed; remove it"),
      (
        "@supports (x) {}",
        "1:1: `@supports` cannot be inlined; besides rules there is only `@media (max-width: 480px)`"
      ),
      ("p { margin: 0;", "1:1: this rule has no `}` at its end; add it"),
      ("p { margin }", "1:5: this declaration has no `:`; add it"),
      ("p { Margin: 0 }", "1:5: `Margin` is not a CSS property"),
      ("p { margin: }", "1:5: the value of `margin` " + value),
      ("p { margin: 0 !important }", "1:5: the value of `margin` " + value),
      ("p { font-family: \"A\" }", "1:5: the value of `font-family` " + value),
      ("p { margin: 0 }\n/* never", "2:1: this comment has no `*/` at its end; add it"),
      ("@media (prefers-color-scheme: dark) { p { margin: 0; } }", "1:1: " + media),
      ("@media print { p { margin: 0; } }", "1:1: " + media),
      ("@media (max-width: 9px) { p { margin: 0; }", "1:1: this @media has no `}` at its end; add it"),
      (
        String(repeating: ".a { color: var(--ink); }\n", count: 300),
        "1:1: the rules for dark mode and narrow screens have 10404 bytes; write at most 8192"
      ),
    ])
  func aMistakeInTheSheetNamesItsPlace(_ text: String, _ expected: String) {
    #expect(faults(["theme.css": text]) == Self.place + "theme.css:" + expected)
  }

  @Test func aMistakeInATemplateOfAThemeNamesItsPlace() {
    let files = ["mail-note.html": "{{#note}}", "theme.toml": "[light]\nink = \"red\""]
    #expect(
      faults(files) == """
        templates/themes/mine/theme.toml:2:7: `ink` must be a colour, for example "#1c2126"; found "red"
        templates/themes/mine/mail-note.html:1:1: `note` is opened here and never closed; add `{{/note}}`
        """)
  }
}
