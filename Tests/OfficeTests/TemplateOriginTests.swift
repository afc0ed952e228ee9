import CourantTesting
import Couriers
import LedgerSQL
import Model
import Office
import Press
import Templates
import Testing
import Time

/// `courant theme new`, `courant templates export`, and what a check says about them later.
@Suite struct TemplateOriginTests {
  private func findings(_ files: [String: String]) throws -> [String] {
    let site = try SampleSite()
    for (path, text) in files { try site.folder.write(text, to: path) }
    let opened = try OpenedSite(folder: site.path)
    let press = PressRun(
      opened, ledger: try SQLLedger(inMemory: ()), now: Instant.at("2026-11-29T12:00:00Z"),
      courier: { RecordingCourier() })
    let found = try SiteCheck(opened, press: press, readers: try SQLLedger(inMemory: ())).findings()
    return found.map(\.description).filter { $0.hasPrefix("templates/") }
  }

  private static let same =
    "is the same as the built-in template; delete what you do not change, so that it improves with Courant"

  @Test func anExportedTemplateThatIsNotChangedIsReported() throws {
    let text = try #require(TemplateExport.text(of: "pager.html"))
    #expect(text.hasPrefix("{{! courant: built-in pager.html "))
    #expect(try findings(["templates/pager.html": text]) == ["templates/pager.html: \(Self.same)"])
    #expect(try findings(["templates/pager.html": text.replacing("\n", with: "\r\n")]).count == 1)
    let style = try #require(TemplateExport.text(of: "style.css"))
    #expect(style.hasPrefix("/* courant: built-in style.css "))
    #expect(try findings(["templates/style.css": style]) == ["templates/style.css: \(Self.same)"])
  }

  @Test func manyAreReportedTogether() throws {
    let names = ["pager.html", "issue-line.html", "topics.html"]
    let files = names.map { ("templates/" + $0, TemplateExport.text(of: $0) ?? "") }
    let found = try findings(Dictionary(uniqueKeysWithValues: files))
    let others = "and 2 more: templates/pager.html, templates/topics.html"
    #expect(found == ["templates/issue-line.html: " + Self.same.replacing("template;", with: "template (\(others));")])
  }

  @Test func oneThatIsChangedIsNot() throws {
    let text = try #require(TemplateExport.text(of: "pager.html"))
    #expect(try findings(["templates/pager.html": text + "<p>More</p>\n"]) == [])
  }

  @Test func oneWhoseOriginalHasChangedIsReported() throws {
    let old = "<p>Old</p>\n"
    let origin = TemplateOrigin(of: "pager.html", text: old)
    let start = "templates/pager.html:1: was made from an older pager.html than that of this version of Courant"
    #expect(
      try findings(["templates/pager.html": origin.line + old]) == [
        start + "; you have not changed it, so delete it to get the new one"
      ])
    #expect(
      try findings(["templates/pager.html": origin.line + "<p>Mine</p>\n"]) == [
        start + ": `courant templates show pager.html` prints the new one; compare, then write its first line here"
      ])
    let gone = TemplateOrigin(of: "gone.html", text: old).line
    #expect(
      try findings(["templates/pager.html": gone + "<p>Mine</p>\n"]) == [
        "templates/pager.html:1: was made from the built-in gone.html, which Courant no longer has"
      ])
  }

  @Test(arguments: TemplateSet.builtInThemes)
  func aNewThemeIsSound(_ base: String) throws {
    let theme = NewTheme("house", from: base)
    var files = Dictionary(uniqueKeysWithValues: theme.files.map { ($0.path, $0.text) })
    #expect(files["templates/themes/house/theme.toml"]?.contains("\naccent = \"#") == true)
    let conf = try SampleSite().folder.text("schedule.conf") ?? ""
    files["schedule.conf"] = conf.replacing(/(?m)^from .*$/) { $0.output + "\ntheme = \"house\"" }
    #expect(files["schedule.conf"] != conf)
    #expect(try findings(files) == [])
    let css = "templates/themes/house/theme.css"
    files[css] = TemplateOrigin(of: "\(base)/theme.css", text: "old").line + "p { margin: 0; }"
    #expect(
      try findings(files).filter { $0.hasPrefix(css) } == [
        "\(css):1: was made from an older \(base)/theme.css than that of this version of Courant: "
          + "`courant templates show \(base)/theme.css` prints the new one; compare, then write its first line here"
      ])
  }

  @Test(arguments: ["house", "house-2", "h"])
  func namesOfThemes(_ name: String) { #expect(NewTheme.isName(name)) }

  @Test(arguments: ["", "editorial", "House", "a/b", "..", ".x", "ä"])
  func otherNames(_ name: String) { #expect(!NewTheme.isName(name)) }
}
