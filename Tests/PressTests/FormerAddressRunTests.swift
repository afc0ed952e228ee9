import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Upstreams

/// The handling of former addresses in a run. The golden case is `former-addresses`.
@Suite struct FormerAddressRunTests {
  private let site: SampleSite

  init() throws {
    site = try SampleSite()
    try site.article(
      "heat", dated: "2026-11-19", more: ["aliases: [https://blog.example.org/heat/, /media/heat/, /2019/heat/]"])
  }

  @Test func aLinkInPublicIsNotFollowed() throws {
    let outside = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: site.path + "/public", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: site.path + "/public/media", withDestinationPath: outside.path)
    let report = try Newsroom(site).run("2026-11-20T12:00:00Z")
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path) == [])
    #expect(
      report.notices == [
        "articles/heat.md:6:43: `aliases`: \"/media/heat/\" cannot lead to this article, because something else is there; "
          + "remove one of them"
      ])
    #expect(site.publicFiles["public/2019/heat/index.html"] != nil)
  }

  @Test func aPageThatLeadsOnIsWrittenAgainAndRemoved() throws {
    let newsroom = try Newsroom(site)
    _ = try newsroom.run("2026-11-20T12:00:00Z")
    let first = try #require(site.publicFiles["public/2019/heat/index.html"])
    try FileManager.default.removeItem(atPath: site.path + "/public/2019/heat/index.html")
    _ = try newsroom.run("2026-11-20T12:05:00Z")
    #expect(site.publicFiles["public/2019/heat/index.html"] == first)
    try site.article("heat", dated: "2026-11-19")
    _ = try newsroom.run("2026-11-20T12:10:00Z")
    #expect(site.publicFiles["public/2019/heat/index.html"] == nil)
  }

  /// After the ledger is lost, the previous run's pages are still there.
  @Test func aPageThatLeadsOnIsKnownWithoutTheLedger() throws {
    _ = try Newsroom(site).run("2026-11-20T12:00:00Z")
    let report = try Newsroom(site).run("2026-11-20T12:05:00Z")
    #expect(report.notices.filter { $0.contains("heat.md") } == [])
    #expect(site.publicFiles["public/2019/heat/index.html"] != nil)
  }

  @Test func theFormerSpellingOfATopicOrAnAuthorLeadsOn() throws {
    try site.article("bridge", dated: "2026-11-19", more: ["topics: [İstanbul, ışık]", "authors: [İnci]"])
    try site.folder.write("[\"İnci\"]\nrole = \"Nurse\"\n", to: "authors.toml")
    let report = try Newsroom(site).run("2026-11-20T12:00:00Z", only: .publish)
    #expect(report.problems == [])
    let pages = [
      ("topics/i\u{307}stanbul/", "topics/istanbul/"), ("authors/i\u{307}nci/", "authors/inci/"),
      ("topics/ışık/", "topics/işik/"),
    ]
    for (former, now) in pages {
      #expect(site.publicFiles["public/\(now)index.html"] != nil)
      let page = try #require(site.folder.text("public/\(former)index.html"))
      #expect(page.contains("https://news.example.org/\(now.replacing("ş", with: "%C5%9F"))"))
    }
  }

  @Test func aFeedShowsTheArticleAtItsFormerAddress() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(
      settings + "\n[sources.blog]\nurl = \"https://blog.example.org/feed\"\n", to: "schedule.conf")
    let newsroom = try Newsroom(site)
    let fetcher = ScriptedFetcher()
    newsroom.fetcher = fetcher
    newsroom.upstreams = UpstreamKinds()
    let title = try #require(try shelved(newsroom, fetcher, items: "").first)
    let known =
      "<item><guid>7</guid><title>\(title)</title><link>http://blog.example.org/heat/?utm_source=x</link></item>"
    let other = "<item><guid>8</guid><title>Other</title><link>http://blog.example.org/other/</link></item>"
    #expect(try shelved(newsroom, fetcher, items: known, at: "2026-11-21T12:00:00Z") == [title])
    #expect(
      try shelved(newsroom, fetcher, items: known + other, at: "2026-11-23T12:00:00Z").sorted() == [title, "Other"])
  }

  private func shelved(
    _ newsroom: Newsroom, _ fetcher: ScriptedFetcher, items: String, at now: String = "2026-11-20T12:00:00Z"
  ) throws -> [String] {
    let feed = "<rss><channel><title>B</title><link>https://blog.example.org/</link>\(items)</channel></rss>"
    fetcher.follow { FetchAnswer(.document(Array(feed.utf8)), url: $0.url) }
    _ = try newsroom.run(now)
    return try newsroom.ledger.shelvedArticles().map(\.article.title)
  }
}
