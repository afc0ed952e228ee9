import CourantTesting
import Couriers
import LedgerSQL
import Model
import Office
import Press
import Testing
import Time

/// What `courant check` says about layouts.
@Suite struct CheckLayoutTests {
  private func findings(_ files: [String: String]) throws -> [String] {
    let site = try SampleSite()
    for (path, text) in files { try site.folder.write(text, to: path) }
    let opened = try OpenedSite(folder: site.path)
    let press = PressRun(
      opened, ledger: try SQLLedger(inMemory: ()), now: Instant.at("2026-11-29T12:00:00Z"),
      courier: { RecordingCourier() })
    let found = try SiteCheck(opened, press: press, readers: try SQLLedger(inMemory: ())).findings()
    return found.map(\.description).filter { $0.contains("layout") }
  }

  private func article(_ layout: String) -> String {
    "---\ntitle: A\ndate: 2026-11-20\nlayout: \(layout)\n---\nText.\n"
  }

  private let report = "{{#article}}{{title}}{{/article}}{{#standing}}{{title}}{{/standing}}{{{note}}}\n"

  @Test func namesOfOtherGeneratorsAreLeftAlone() throws {
    #expect(try findings(["articles/a.md": article("post")]) == [])
    let files = ["articles/a.md": article("post"), "articles/b.md": article("report")]
    #expect(try findings(files.merging(["templates/layouts/report.html": report]) { $1 }) == [])
  }

  @Test func aNameLikeThatOfALayoutIsReported() throws {
    let files = [
      "articles/a.md": article("reprot"), "pages/about.md": "---\ntitle: About\nlayout: reports\n---\nUs.\n",
      "articles/b.md": article("report"), "templates/layouts/report.html": report,
    ]
    #expect(
      try findings(files) == [
        "articles/a.md: there is no layout `reprot`; did you mean `report`?",
        "pages/about.md: there is no layout `reports`; did you mean `report`?",
      ])
  }

  @Test func aLayoutThatNothingUsesIsReported() throws {
    #expect(
      try findings(["articles/a.md": article("post"), "templates/layouts/report.html": report]) == [
        "templates/layouts/report.html: is not used; no article or page has `layout: report`"
      ])
  }

  @Test func filesThatAreNoLayoutsAreReported() throws {
    let sentence = "is not used; layouts are files such as report.html, named with letters, digits, - and _"
    #expect(
      try findings(["templates/layouts/my report.html": report, "templates/layouts/a.text": "x"]) == [
        "templates/layouts/a.text: \(sentence)", "templates/layouts/my report.html: \(sentence)",
      ])
  }

  @Test func aPageWhoseLayoutShowsOnlyArticlesIsEmpty() throws {
    let found = try findings([
      "articles/a.md": article("report"), "pages/about.md": "---\ntitle: About\nlayout: report\n---\nWho we are\n",
      "templates/layouts/report.html": "{{#article}}{{title}}{{/article}}{{{note}}}\n",
    ])
    #expect(
      found == [
        "pages/about.md: its layout `report` has no {{#standing}}…{{/standing}}, so the page is empty; add it to the layout"
      ])
  }

  @Test func mistakesHaveTheirPlace() throws {
    let found = try findings([
      "articles/a.md": article("report"),
      "templates/layouts/report.html": "<p>\n{{#article}}{{oops}}{{/article}}</p>\n",
    ])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("templates/layouts/report.html:2:13: ") == true)
  }

  @Test func aLayoutToStartFromShowsArticlesAndPages() throws {
    let layout = try #require(TemplateExport.text(of: "layouts/report.html"))
    let page = try #require(layout.firstMatch(of: /{{#standing}}\n(?s:.*){{\/standing}}\n/)?.output)
    #expect(TemplateExport.text(of: "standing-page.html")?.contains(page) == true)
    #expect(layout.replacing(page, with: "") == TemplateExport.text(of: "article.html"))
    let found = try findings([
      "articles/a.md": article("report"), "pages/about.md": "---\ntitle: About\nlayout: report\n---\nWho we are\n",
      "templates/layouts/report.html": layout,
    ])
    #expect(found == [])
    for name in ["layouts/report", "layouts/../a.html", "layouts/.html", "layouts/a/b.html"] {
      #expect(TemplateExport.text(of: name) == nil, "\(name)")
    }
  }
}
