import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// `[site] pages = false`: a site that exists gets feeds and mails.
@Suite struct WithoutPagesTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(feeds: ["all": ["*"], "ms": ["MS"]])
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("[site]", with: "[site]\npages = false"), to: "schedule.conf")
    try site.article(
      "a", dated: "2026-11-20", topics: ["MS"], more: ["link: https://www.example.org/2026/a/", "image: a.png"])
    try site.article("b", dated: "2026-11-20")
    try site.folder.write("picture", to: "articles/a.png")
    newsroom = try Newsroom(site)
  }

  private var published: [String] {
    site.folder.files().filter { $0.hasPrefix("public/") && !$0.hasSuffix(".gz") }.map { String($0.dropFirst(7)) }
  }

  @Test func onlyFeedsAndWhatBelongsToThemArePublished() throws {
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    #expect(
      published == [
        "articles/a.png", "feeds/all/atom.xml", "feeds/all/feed.json", "feeds/all/rss.xml", "feeds/feed.css",
        "feeds/ms/atom.xml",
        "feeds/ms/feed.json", "feeds/ms/rss.xml", "opml.xml",
      ])
  }

  @Test func anArticleWithoutALinkIsReportedAndNotPublished() throws {
    let report = try newsroom.run(sunday)
    #expect(
      report.problems == [
        "articles/b.md: `link` is missing; add the URL of the article's page, because schedule.conf has pages = false (skipped)"
      ])
    #expect(report.exitCode == .badContent)
    #expect(try newsroom.ledger.places().map(\.id.text) == ["a"])
  }

  @Test func noFeedOrEmailLinksToAMissingPage() throws {
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    let mail = try #require(newsroom.mails.first)
    #expect(mail.field("List-Archive") == nil)
    let feeds = try ["feeds/all/atom.xml", "feeds/all/rss.xml", "feeds/all/feed.json"].map {
      try #require(site.folder.text("public/" + $0))
    }
    let whole = feeds + [String(decoding: mail.message, as: UTF8.self).replacing("=\r\n", with: "")]
    for text in whole {
      let addresses = text.matches(of: /https:\/\/news\.example\.org(\/[A-Za-z0-9\/._-]*)?/).map { String($0.1 ?? "") }
      let pages = addresses.filter {
        !$0.hasPrefix("/feeds/all/") && !["", "/", "/articles/a.png", "/topics/"].contains($0)
      }
      #expect(pages == [])
      #expect(text.contains("https://www.example.org/2026/a/"))
    }
  }

  @Test func pagesThatWereMadeBeforeGoAndComeBackWithTheSetting() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("pages = false", with: "pages = true"), to: "schedule.conf")
    try newsroom.reopen()
    _ = try newsroom.run(sunday)
    let before = published
    #expect(before.contains("articles/b/index.html"))
    try site.folder.write(settings, to: "schedule.conf")
    try newsroom.reopen()
    _ = try newsroom.run(sunday)
    #expect(published.filter { $0.hasSuffix(".html") } == [])
    try site.folder.write(settings.replacing("pages = false", with: "pages = true"), to: "schedule.conf")
    try newsroom.reopen()
    _ = try newsroom.run(sunday)
    #expect(published == before)
  }
}
