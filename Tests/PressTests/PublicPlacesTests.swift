import CourantTesting
import Foundation
import Model
import Press
import PressTesting
import Testing

/// The files under `public/`, by the URLs that readers and robots use.
@Suite struct PublicPlacesTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(feeds: ["all": ["*"], "ms": ["multiple sclerosis"]])
    try site.article("a", dated: "2025-11-19", topics: ["multiple sclerosis"])
    try site.article("b", dated: "2026-11-20")
    newsroom = try Newsroom(site)
  }

  @Test func anEnclosureHasTheLengthOfItsFile() throws {
    try site.folder.write(String(repeating: "x", count: 1234), to: "articles/ä (1).png")
    try site.article("p", dated: "2026-11-20", more: ["image: \"ä (1).png\""])
    try site.article("q", dated: "2026-11-20", more: ["image: https://cdn.example/far.png"])
    let rss = try published("feeds/all/rss.xml", at: "2026-11-21T12:00:00Z")
    #expect(
      lines(rss, "<enclosure") == [
        "<enclosure url=\"https://news.example.org/articles/%C3%A4%20%281%29.png\" length=\"1234\" type=\"image/png\"/>",
        "<enclosure url=\"https://cdn.example/far.png\" length=\"0\" type=\"image/png\"/>",
      ])
    try site.folder.write(String(repeating: "x", count: 99), to: "articles/ä (1).png")
    let atom = try published("feeds/all/atom.xml", at: "2026-11-21T13:00:00Z")
    #expect(atom.contains("href=\"https://news.example.org/articles/%C3%A4%20%281%29.png\" length=\"99\"/>"))
    let json = try published("feeds/all/feed.json", at: "2026-11-21T13:00:00Z")
    #expect(lines(json, "\"size_in_bytes\"") == ["\"size_in_bytes\": 99"])
  }

  @Test func theFeedThatAnArticleWasFirstInIsNamed() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(
      settings.replacing(
        "folder = \"articles\"\n",
        with: "folder = \"articles\"\ntitle = \"J & N\"\nfeed = \"https://journal.example/atom.xml\"\n"),
      to: "schedule.conf")
    try newsroom.reopen()
    try site.article("p", dated: "2026-11-20", more: ["link: https://Journal.example/p?a=1"])
    try site.article("q", dated: "2026-11-20", more: ["link: https://other.example/q"])
    let rss = try published("feeds/all/rss.xml", at: "2026-11-21T12:00:00Z")
    #expect(
      lines(rss, "<source") == [
        "<source url=\"https://journal.example/atom.xml\">J &amp; N</source>",
        "<source url=\"https://other.example/\">other.example</source>",
      ])
    let atom = try published("feeds/all/atom.xml", at: "2026-11-21T12:00:00Z")
    #expect(
      atom.contains(
        """
            <source>
              <id>https://journal.example/atom.xml</id>
              <title type="text">J &amp; N</title>
              <updated>2026-11-20T00:00:00Z</updated>
              <link rel="alternate" type="text/html" href="https://journal.example/"/>
              <link rel="self" href="https://journal.example/atom.xml"/>
            </source>
        """))
  }

  @Test func aFeedThatHasEndedKeepsAPage() throws {
    _ = try publish("2026-11-21T12:00:00Z")
    try site.folder.remove("feeds/ms.toml")
    try newsroom.reopen()
    let page = try published("feeds/ms/index.html", at: "2026-11-21T13:00:00Z")
    #expect(page.contains("<h1 dir=\"auto\">Feed ms has ended</h1>"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
  }

  @Test func aTopicThatHasEndedKeepsAPageBesideItsFeed() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(
      settings.replacing("[site]\n", with: "[site]\ntopic_feeds = true\ntopic_feed_articles = 1\n"),
      to: "schedule.conf")
    try newsroom.reopen()
    _ = try published("topics/multiple-sclerosis/rss.xml", at: "2026-11-21T12:00:00Z")
    try site.folder.remove("articles/a.md")
    let notice = try published("topics/multiple-sclerosis/rss.xml", at: "2026-11-21T13:00:00Z")
    #expect(lines(notice, "<title>").last == "<title>multiple sclerosis has ended</title>")
    let page = site.folder.text("public/topics/multiple-sclerosis/index.html") ?? ""
    #expect(page.contains("<h1 dir=\"auto\">multiple sclerosis has ended</h1>"))
    try site.article("a", dated: "2025-11-19", topics: ["multiple sclerosis"])
    let again = try published("topics/multiple-sclerosis/index.html", at: "2026-11-21T14:00:00Z")
    #expect(!again.contains("has ended"))
  }

  @Test func aWithdrawnArticleLeavesAMarkUntilItIsBack() throws {
    _ = try publish("2026-11-21T12:00:00Z")
    let text = try #require(site.folder.text("articles/b.md"))
    try site.folder.remove("articles/b.md")
    #expect(try published("articles/b/withdrawn.txt", at: "2026-11-21T13:00:00Z") == "This article was withdrawn.\n")
    #expect(site.folder.text("public/articles/b/index.html") != nil)
    try site.folder.write(text, to: "articles/b.md")
    #expect(try publish("2026-11-21T14:00:00Z").filesRemoved == ["articles/b/withdrawn.txt"])
  }

  @Test func theSitemapNamesEachYear() throws {
    let sitemap = try published("sitemap.xml", at: "2026-11-21T12:00:00Z")
    #expect(
      lines(sitemap, "<loc>").filter { $0.contains("/years/") } == [
        "<loc>https://news.example.org/years/2025/</loc>", "<loc>https://news.example.org/years/2026/</loc>",
      ])
  }

  private func publish(_ now: String) throws -> RunReport { try newsroom.run(now, only: .publish) }

  private func published(_ path: String, at now: String) throws -> String {
    _ = try publish(now)
    return try #require(site.folder.text("public/" + path))
  }

  /// The lines that begin so, without white space around them.
  private func lines(_ text: String, _ beginning: String) -> [String] {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix(beginning) }.map { String($0) }
  }
}
