import CourantTesting
import Model
import Testing

@testable import Gathering

/// Articles at addresses of the operator's choice: `[site] permalink`, or `permalink` and `url` in front matter.
@Suite struct OwnPermalinkTests {
  private func read(_ line: String, of setting: String?, name: String = "2026/a b.md") throws -> Reading {
    let path = "articles/" + name
    let site = try TemporarySite([path: "---\ntitle: A\ndate: 2026-03-05\n\(line)\n---\nWords."])
    var settings = TemporarySite.site
    settings.permalink = setting
    return withExtendedLifetime(site) { site.source(of: settings).read(path) }
  }

  @Test(arguments: [
    (nil, "", "articles/2026/a-b/index.html"), ("/:year/:month/:slug/", "", "2026/03/a-b/index.html"),
    ("/news/:path/", "", "news/2026/a-b/index.html"), ("/articles/:year/:slug/", "", "articles/2026/a-b/index.html"),
    ("/:slug/", "slug: Other Words", "other-words/index.html"),
    ("/:year/:slug/", "permalink: /Old/Über/", "Old/Über/index.html"),
    (nil, "permalink: /about/x", "about/x/index.html"), (nil, "url: /:year/:title/", "2026/a-b/index.html"),
    (nil, "url: https://elsewhere.example/x/", "articles/2026/a-b/index.html"),
    (nil, "permalink: /2020/x.html", "articles/2026/a-b/index.html"),
    (nil, "permalink: \"/{{ page.date }}/x/\"", "articles/2026/a-b/index.html"),
    (nil, "permalink: pretty", "articles/2026/a-b/index.html"),
  ])
  func whereThePageIs(setting: String?, line: String, page: String) throws {
    guard case .article(let article, let warnings) = try read(line, of: setting) else {
      Issue.record("not an article")
      return
    }
    #expect(article.page == page)
    #expect(article.id == Article.ID("2026/a b"))
    #expect(article.link.hasPrefix("https://example.org/news/"))
    #expect(warnings == [])
  }

  @Test(arguments: [
    (
      "permalink: /feeds/x/",
      "4:12: its address would be /feeds/x/, and /feeds/ is for Courant's own pages; choose another one"
    ),
    (
      "permalink: /Topics/",
      "4:12: its address would be /Topics/, and /topics/ is for Courant's own pages; choose another one"
    ),
    ("permalink: /", "4:12: its address would be //, the front page; choose another one"),
    ("permalink: /articles/", "4:12: its address would be /articles/, the list of all articles; choose another one"),
    ("permalink: /a/.git/x", "4:12: its address would be /a/.git/x/, which is not a usable path; choose another one"),
  ])
  func anAddressThatIsTakenIsRefused(line: String, expected: String) throws {
    guard case .fault(let faults) = try read(line, of: nil) else {
      Issue.record("not refused")
      return
    }
    #expect(faults.map(\.description) == ["articles/2026/a b.md:" + expected])
  }
}
