import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time
import Upstreams

@Suite struct LostPollTests {
  /// A record of a source's checks that cannot be read is reported once; the source is polled again; nothing is repeated.
  @Test func aSourceWhoseRecordIsLostIsAskedAfresh() throws {
    let site = try SampleSite()
    let source = "\n[sources.blog]\nurl = \"https://blog.example/feed\"\n"
    try site.folder.write((site.folder.text("schedule.conf") ?? "") + source, to: "schedule.conf")
    try FileManager.default.createDirectory(atPath: site.path + "/articles", withIntermediateDirectories: true)
    let newsroom = try Newsroom(site)
    let fetcher = ScriptedFetcher { request in
      let item =
        "<item><title>A</title><guid>1</guid><link>https://blog.example/a</link>"
        + "<pubDate>16 Nov 2026 07:00:00 GMT</pubDate><description>Text</description></item>"
      let feed = "<rss version=\"2.0\"><channel><title>Blog</title>\(item)</channel></rss>"
      return FetchAnswer(.document(Array(feed.utf8)), url: request.url)
    }
    newsroom.fetcher = fetcher
    newsroom.upstreams = UpstreamKinds()
    #expect(try newsroom.run("2026-11-17T08:00:00Z").problems == [])
    try newsroom.ledger.note(["blog": .lost], waits: [])
    let report = try newsroom.run("2026-11-17T08:10:00Z")
    #expect(
      report.problems == [
        "sources.blog: the ledger's record of its last checks cannot be read; starting afresh, its articles stay as "
          + "they are"
      ])
    #expect(fetcher.requests.count == 2)
    #expect(try newsroom.ledger.shelvedArticles().map(\.article.title) == ["A"])
    #expect(try newsroom.run("2026-11-17T08:20:00Z").problems == [])
    #expect(fetcher.requests.count == 2)
    #expect(try newsroom.ledger.pollStates()["blog"]?.isLost == nil)
  }
}
