import CourantTesting
import Foundation
import Press
import PressTesting
import Testing

/// `layout` in front matter, from run to run.
@Suite struct LayoutTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    try site.article("a", dated: "2026-11-20", more: ["layout: report"])
    try site.article("b", dated: "2026-11-20", more: ["layout: post"])
    try site.folder.write("---\ntitle: About\nlayout: report\n---\nUs.\n", to: "pages/about.md")
    newsroom = try Newsroom(site, readers: [])
  }

  private func publish() throws -> [String] {
    try newsroom.reopen()
    let report = try newsroom.run("2026-11-22T12:00:00Z", only: .publish)
    #expect(report.problems == [])
    return report.filesWritten.filter { $0.hasSuffix("html") }.sorted()
  }

  private func page(_ path: String) -> String { site.folder.text("public/" + path) ?? "" }

  @Test func aChangedLayoutRendersItsPagesAgainAndNoOthers() throws {
    _ = try publish()
    let usual = page("articles/a/index.html")
    let about = page("about/index.html")
    #expect(usual.contains("<article class=\"story\">"))
    let own = ["about/index.html", "articles/a/index.html"]

    let layout = "templates/layouts/report.html"
    try site.folder.write("{{#article}}A {{title}}{{/article}}{{#standing}}S {{title}}{{/standing}}", to: layout)
    #expect(try publish() == own)
    #expect(page("articles/a/index.html") == "A About a")
    #expect(page("about/index.html") == "S About")
    #expect(try publish() == [])
    try site.folder.write("{{#article}}B {{title}}{{/article}}{{#standing}}T {{title}}{{/standing}}", to: layout)
    #expect(try publish() == own)
    #expect(page("articles/a/index.html") == "B About a")

    try site.folder.remove(layout)
    #expect(try publish() == own)
    #expect(page("articles/a/index.html") == usual)
    #expect(page("about/index.html") == about)
  }

  @Test func anArticleMayChangeItsLayout() throws {
    try site.folder.write(
      "{{#article}}A {{title}}{{/article}}{{#standing}}S{{/standing}}", to: "templates/layouts/report.html")
    _ = try publish()
    try site.article("b", dated: "2026-11-20", more: ["layout: report"])
    #expect(try publish() == ["articles/b/index.html"])
    #expect(page("articles/b/index.html") == "A About b")
  }
}
