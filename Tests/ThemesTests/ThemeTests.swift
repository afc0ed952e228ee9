import Templates
import Testing
import Themes

struct ThemeTests {
  @Test(arguments: TemplateSet.builtInThemes, ["en", "ar"])
  func theBuiltInThemesAreWithoutFaultsAndShort(_ name: String, _ language: String) throws {
    let theme = try theme([:], named: name, language: language)
    #expect(theme.name == name)
    #expect((1..<6000).contains(theme.style.utf8.count))
    #expect(theme.templates.unused == [])
  }

  @Test func aThemeNeedsOnlyWhatItChanges() throws {
    let mine = try theme(["theme.toml": "[light]\nink = \"#000000\"", "mail-note.html": "mine"])
    #expect(try inlined("<p>", by: mine) == "<p style=\"margin: 0 0 12px 0\">")
    #expect(try inlined("<i class=\"also-link\">", by: mine) == "<i class=\"also-link\" style=\"color: #000000\">")
    #expect(try mine.templates.render("mail-note.html", .record([:])) == "mine")
    let plain = try theme(["theme.toml": "base = \"plain\""])
    #expect(try inlined("<i class=\"bar\">", by: plain) == "<i class=\"bar\" style=\"color: #35506b\">")
  }

  @Test func theSitesOwnTemplatesOutweighThoseOfAnyTheme() throws {
    let own: [TemplateSet.File] = [("mail-note.html", "templates/mail-note.html", "site")]
    let files: [TemplateSet.File] = [
      ("mail-note.html", "templates/themes/mine/mail-note.html", "theme"),
      ("spare.html", "templates/themes/mine/spare.html", "nobody asks for it"),
    ]
    let theme = try Theme("mine", overrides: own, files: files)
    #expect(try theme.templates.render("mail-note.html", .record([:])) == "site")
    #expect(theme.templates.unused == ["templates/themes/mine/spare.html"])
  }

  @Test func contrastIsThatOfTheStandard() throws {
    let pairs = [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#0d5a55", "#fffdf9", 7.92)]
    for (a, b, expected) in pairs {
      let contrast = try #require(Colour(a)).contrast(with: try #require(Colour(b)))
      #expect(abs(contrast - expected) < 0.05)
    }
  }
}
