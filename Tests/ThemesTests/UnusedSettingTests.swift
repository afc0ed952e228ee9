import Templates
import Testing
import Themes

struct UnusedSettingTests {
  @Test(arguments: [
    (
      "[fonts]\ntxet = \"serif\"\n",
      ["2:1: `txet` has no effect: theme.css has no `var(--font-txet)`; did you mean `text`?"]
    ),
    (
      "[sizes]\ntitel = \"20px/27px\"",
      ["2:1: `titel` has no effect: theme.css has no `var(--size-titel)`; did you mean `title`?"]
    ),
    ("[sizes]\nsection = \"20px/27px\"", ["2:1: `section` has no effect: theme.css has no `var(--size-section)`"]),
    ("[fonts]\ntext = \"serif\"\n[sizes]\ntitle-narrow = \"20px/27px\"\n", []), ("", []),
  ])
  func aFontOrSizeThatNoRuleAsksForIsReported(_ settings: String, _ expected: [String]) throws {
    let path = "templates/themes/mine/theme.toml"
    let theme = try Theme("mine", files: [("theme.toml", path, settings)])
    #expect(theme.warnings.map(\.description) == expected.map { "\(path):\($0)" })
  }

  @Test func aSheetOfTheSitesOwnMayAskForAnyName() throws {
    let files = [
      (
        "theme.toml", "theme.toml",
        "[fonts]\nquote = \"serif\"\n[sizes]\nquote = \"20px/27px\"\nother = \"20px/27px\"\n"
      ),
      ("theme.css", "theme.css", ".q { font-family: var(--font-quote); line-height: var(--line-quote); }"),
    ]
    let theme = try Theme("mine", files: files.map { (name: $0.0, path: $0.1, text: $0.2) })
    #expect(
      theme.warnings.map(\.description) == [
        "theme.toml:5:1: `other` has no effect: theme.css has no `var(--size-other)`"
      ])
  }
}
