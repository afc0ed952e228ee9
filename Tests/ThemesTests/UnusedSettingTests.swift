import Templates
import Testing
import Themes

struct UnusedSettingTests {
  private static let path = "templates/themes/mine/theme.toml"

  @Test(arguments: [
    ("[fonts]\ntxet = \"serif\"\n", "2:1: unknown font `txet`; did you mean `text`?"),
    ("[fonts]\ntitel = \"serif\"", "2:1: unknown font `titel`; theme.css uses `label`, `text`"),
    ("[sizes]\ntitel = \"20px/27px\"", "2:1: unknown size `titel`; did you mean `title`?"),
  ])
  func aFontOrSizeThatNoThemeHasIsAnError(_ settings: String, _ expected: String) {
    #expect(faults(["theme.toml": settings]) == "\(Self.path):\(expected)")
  }

  @Test(arguments: ["[fonts]\ntext = \"serif\"\n[sizes]\ntitle-narrow = \"20px/27px\"\n", ""])
  func aFontOrSizeOfTheThemeIsAccepted(_ settings: String) throws {
    #expect(try theme(["theme.toml": settings]).warnings == [])
  }

  /// Older sheets have no rule for newer sizes.
  @Test func aSizeThatOnlyTheBuiltInSheetUsesIsAWarning() throws {
    let files = ["theme.toml": "[sizes]\nbutton = \"20px/27px\"", "theme.css": "p { margin: 0; }"]
    #expect(
      try theme(files).warnings.map(\.description) == [
        "\(Self.path):2:1: `button` has no effect: theme.css has no `var(--size-button)`"
      ])
  }

  @Test(arguments: [
    ("[light]\nlink = \"#0D5853\"\naccent = \"#2f5d1e\"\n", ["3:1"]), ("[light]\naccent = \"#0D5853\"\n", []),
    ("[light]\naccent = \"#2f5d1e\"\n[dark]\naccent = \"#a9d18e\"\n", []), ("[dark]\naccent = \"#a9d18e\"\n", []),
  ])
  func aColourWithoutADarkFormIsAWarning(_ settings: String, _ places: [String]) throws {
    let warnings = try theme(["theme.toml": settings]).warnings
    #expect(warnings.map { "\($0.line):\($0.column ?? 0)" } == places)
  }

  @Test func aSheetOfTheSitesOwnMayAskForAnyName() throws {
    let css = ".q { font-family: var(--font-quote); line-height: var(--line-quote); }"
    let settings = "[fonts]\nquote = \"serif\"\n[sizes]\nquote = \"20px/27px\"\n"
    #expect(try theme(["theme.toml": settings, "theme.css": css]).warnings == [])
    #expect(
      faults(["theme.toml": settings + "other = \"20px/27px\"\n", "theme.css": css])
        == "\(Self.path):5:1: unknown size `other`; theme.css uses `quote`")
  }
}
