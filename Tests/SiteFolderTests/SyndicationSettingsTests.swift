import Model
import SiteFolder
import Testing

struct SyndicationSettingsTests {
  private func site(_ lines: String, ms: String = "") throws -> Site {
    var files = soundSite
    files["schedule.conf"] = soundSite["schedule.conf"]?.replacing("[mail]", with: lines + "\n[mail]")
    files["feeds/ms.toml"] = (soundSite["feeds/ms.toml"] ?? "") + ms
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(findings == [])
    return try #require(site)
  }

  @Test func theLookOfFeedsIsReadAndPathsAreOnTheSite() throws {
    let site = try site(
      """
      icon = "/pictures/icon.png"
      logo = "logo.png"
      favicon = "https://cdn.example.org/f.ico?v=1"
      copyright = "© 2026 Trust"
      """, ms: "icon = \"ms.png\"\n")
    var look = SiteLook()
    look.icon = "https://news.example.org/pictures/icon.png"
    look.logo = "https://news.example.org/logo.png"
    look.favicon = "https://cdn.example.org/f.ico?v=1"
    look.copyright = "© 2026 Trust"
    #expect(site.look == look)
    #expect(site.feeds.map(\.icon) == [nil, "https://news.example.org/ms.png"])
  }

  @Test func oneHubOrAListIsRead() throws {
    #expect(try site("hub = \"https://hub.example/\"").hubs == ["https://hub.example/"])
    #expect(try site("hub = [\"http://[::1]:8080/?a=1\", \"https://h.example\"]").hubs.count == 2)
    #expect(try site("").hubs == [])
  }

  @Test func topicFeedsAreOffUnlessAskedFor() throws {
    #expect(try site("").topicFeeds == nil)
    #expect(try site("topic_feeds = false").topicFeeds == nil)
    #expect(try site("topic_feeds = true").topicFeeds == TopicFeeds(minimum: 3))
    #expect(try site("topic_feeds = true\ntopic_feed_articles = 10").topicFeeds == TopicFeeds(minimum: 10))
  }

  @Test func aFeedMayChooseAuthorsAnAmountAndALanguage() throws {
    let feed = try #require(
      try site("", ms: "authors = [\"Ann  Archer\", \"BO\"]\ncontent = \"takeaway\"\nlanguage = \"de-AT\"").feeds.last)
    #expect(feed.authors == [TopicSlug("ann archer"), TopicSlug("bo")])
    #expect(feed.content == .takeaway)
    #expect(feed.language == "de-AT")
    let plain = try #require(try site("").feeds.last)
    #expect(plain.authors == nil && plain.content == .full && plain.language == nil)
  }

  @Test func anArchiveHoldsAsMuchAsTheFeedByDefault() throws {
    #expect(try site("", ms: "limit = 20").feeds.map(\.archive) == [50, 20])
    #expect(try site("", ms: "limit = 20\narchive = 0").feeds.map(\.archive) == [50, 0])
  }
}
