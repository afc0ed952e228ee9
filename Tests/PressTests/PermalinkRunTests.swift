import CourantTesting
import Foundation
import Model
import Press
import PressTesting
import Testing

/// A change of permalinks keeps the former addresses.
@Suite struct PermalinkRunTests {
  private let site: SampleSite

  init() throws {
    site = try SampleSite()
    try site.article("heat", dated: "2026-11-19")
    try site.article("sleep", dated: "2025-10-02", more: ["permalink: /rest/"])
  }

  private func setPermalink(_ permalink: String?) throws {
    let settings = (site.folder.text("schedule.conf") ?? "").replacing(/permalink = .*\n/, with: "")
    let line = permalink.map { "[site]\npermalink = \"\($0)\"\n" } ?? "[site]\n"
    try site.folder.write(settings.replacing("[site]\n", with: line), to: "schedule.conf")
  }

  private func text(_ path: String) -> String { site.folder.text("public/" + path) ?? "" }

  private static let way = "content=\"0; url=https://news.example.org/2026/heat/\""

  @Test func theFormerPageLeadsToTheNewOne() throws {
    let newsroom = try Newsroom(site)
    _ = try newsroom.run("2026-11-20T12:00:00Z")
    #expect(text("articles/heat/index.html").contains("About heat"))
    #expect(text("rest/index.html").contains("About sleep"))
    let guid = try #require(text("feeds/all/rss.xml").firstMatch(of: /<guid[^>]*>[^<]*heat[^<]*<\/guid>/)?.output)
    try setPermalink("/:year/:slug/")
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-20T12:05:00Z")
    #expect(text("articles/heat/index.html").contains(Self.way))
    #expect(text("2026/heat/index.html").contains("About heat"))
    #expect(text("feeds/all/rss.xml").contains(guid))
    #expect(text("feeds/all/rss.xml").contains("<link>https://news.example.org/2026/heat/</link>"))
    #expect(text("sitemap.xml").contains("https://news.example.org/2026/heat/"))
    // That of its front matter takes precedence.
    #expect(text("rest/index.html").contains("About sleep"))
    // Again nothing changes, even if everything is rendered anew.
    _ = try newsroom.run("2026-11-20T12:10:00Z")
    #expect(text("articles/heat/index.html").contains(Self.way))
  }

  @Test func everyFormerPageLeadsToTheLastOne() throws {
    let newsroom = try Newsroom(site)
    for (minute, permalink) in ["/:slug/", "/x/:slug/", "/:year/:slug/"].enumerated() {
      try setPermalink(permalink)
      try newsroom.reopen()
      _ = try newsroom.run("2026-11-20T12:0\(minute):00Z")
    }
    #expect(text("heat/index.html").contains(Self.way))
    #expect(text("x/heat/index.html").contains(Self.way))
    try setPermalink("/:slug/")
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-20T12:05:00Z")
    #expect(text("heat/index.html").contains("About heat"))
    #expect(text("2026/heat/index.html").contains("content=\"0; url=https://news.example.org/heat/\""))
  }

  @Test func ofTwoArticlesWithOneAddressOneIsRefused() throws {
    try site.article("other", dated: "2026-11-19", more: ["permalink: /rest/"])
    let report = try Newsroom(site).run("2026-11-20T12:00:00Z")
    let errors = report.problems.filter { $0.contains("has the same page rest/index.html") }
    #expect(errors.count == 1)
    #expect(errors.first?.contains("articles/sleep.md") == true && errors.first?.contains("articles/other.md") == true)
  }
}
