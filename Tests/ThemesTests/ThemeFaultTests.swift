import Templates
import Testing
import Themes

struct ThemeFaultTests {
  private static let place = "templates/themes/mine/"
  private static let size = "it must be the size of letters (at least 12px) and of lines, such as \"16px/25px\"."
  private static let value = "must be one line without \" < > & { \\ and !important."
  private static let media = "write such as `@media (max-width: 480px)`; the rules for dark mode are made for you."

  @Test(
    arguments: [
      ("[light]\nink = \"black\"", "2:7: `ink` is \"black\"; it must be a colour such as \"#1c2126\"."),
      ("[light]\nink = \"#12345\"", "2:7: `ink` is \"#12345\"; it must be a colour such as \"#1c2126\"."),
      ("[light]\nink = \"#+12345\"", "2:7: `ink` is \"#+12345\"; it must be a colour such as \"#1c2126\"."),
      ("[dark]\nink = 3", "2:7: `ink` must be a string in quotes, for example ink = \"…\"; found a whole number"),
      ("[light]\nlnik = \"#000000\"", "2:1: unknown key `lnik`; did you mean `link`?"),
      ("[colours]", "1:2: unknown key `colours`."),
      (
        "[light]\nsoft = \"#999999\"",
        """
        2:8: `soft` on `card` has a contrast of 2.8:1; text needs 4.5:1.
        templates/themes/mine/theme.toml:2:8: `soft` on `paper` has a contrast of 2.4:1; text needs 4.5:1.
        templates/themes/mine/theme.toml:2:8: `soft` on `pill` has a contrast of 2.4:1; text needs 4.5:1.
        templates/themes/mine/theme.toml:2:8: `soft` on `take` has a contrast of 2.5:1; text needs 4.5:1.
        """
      ),
      ("[sizes]\ntext = \"16\"", "2:8: `text` is \"16\"; " + size),
      ("[sizes]\ntext = \"11px/20px\"", "2:8: `text` is \"11px/20px\"; " + size),
      ("[sizes]\ntext = \"16px/20\"", "2:8: `text` is \"16px/20\"; " + size),
      (
        "[fonts]\ntext = 'a\"b'",
        "2:8: `text` must be a list of fonts with names in '…', such as \"'Segoe UI', sans-serif\"."
      ),
      ("base = \"fancy\"", "1:8: there is no built-in theme `fancy`; `base` is \"editorial\" or \"plain\"."),
      ("[light", "1:7: the header on this line is not closed; end it with ]"),
    ])
  func aMistakeInTheColoursNamesItsPlace(_ text: String, _ expected: String) {
    #expect(faults(["theme.toml": text]) == Self.place + "theme.toml:" + expected)
  }

  @Test(
    arguments: [
      ("p { color: var(--inc); }", "1:5: there is no `--inc` in theme.toml."),
      ("\n.a .b { margin: 0; }", "2:1: `.a .b` cannot be inlined; select by one class (`.title`) or element (`a`)."),
      ("#x { margin: 0; }", "1:1: `#x` cannot be inlined; select by one class (`.title`) or element (`a`)."),
      ("p, { margin: 0; }", "1:1: `` cannot be inlined; select by one class (`.title`) or element (`a`)."),
      ("p", "1:1: this rule has no `{`."),
      ("p { margin: 0;", "1:1: this rule has no `}` at its end."),
      ("p { margin }", "1:5: this declaration has no `:`."),
      ("p { Margin: 0 }", "1:5: `Margin` is no property."),
      ("p { margin: }", "1:5: the value of `margin` " + value),
      ("p { margin: 0 !important }", "1:5: the value of `margin` " + value),
      ("p { font-family: \"A\" }", "1:5: the value of `font-family` " + value),
      ("p { margin: 0 }\n/* never", "2:1: this comment has no `*/` at its end."),
      ("@media (prefers-color-scheme: dark) { p { margin: 0; } }", "1:1: " + media),
      ("@media print { p { margin: 0; } }", "1:1: " + media),
      ("@media (max-width: 9px) { p { margin: 0; }", "1:1: this @media has no `}` at its end."),
      (
        String(repeating: ".a { color: var(--ink); }\n", count: 300),
        "1:1: the rules for dark mode and narrow screens have 10313 bytes; at most 8192 fit."
      ),
    ])
  func aMistakeInTheSheetNamesItsPlace(_ text: String, _ expected: String) {
    #expect(faults(["theme.css": text]) == Self.place + "theme.css:" + expected)
  }

  @Test func aMistakeInATemplateOfAThemeNamesItsPlace() {
    let files = ["mail-note.html": "{{#note}}", "theme.toml": "[light]\nink = \"red\""]
    #expect(
      faults(files) == """
        templates/themes/mine/theme.toml:2:7: `ink` is "red"; it must be a colour such as "#1c2126".
        templates/themes/mine/mail-note.html:1:1: `note` is opened here and never closed.
        """)
  }
}
