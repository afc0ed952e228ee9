import Model
import Syndication
import Testing

/// Recordings in feeds, and what directories of podcasts read.
@Suite struct PodcastTests {
  private var article: Article {
    var article = Samples.hostile
    article.title = "Episode"
    article.authors = ["Ann & Bo", "Cy"]
    article.image = Article.Picture(url: "https://site.example/i.png", alt: "")
    var audio = Article.Sound(url: "https://site.example/articles/1.mp3")
    audio.episode = 3
    audio.season = 2
    audio.explicit = true
    audio.transcript = "https://site.example/articles/1.srt"
    article.audio = audio
    return article
  }

  private func renderer(isPodcast: Bool) -> FeedRenderer {
    var feed = Samples.feed
    if isPodcast {
      var podcast = Podcast(image: "https://site.example/p.jpg", category: "Health & Fitness", subcategory: "Medicine")
      podcast.owner = Mailbox(name: "Ann", address: EmailAddress("ann@site.example")!)
      podcast.isLocked = true
      podcast.guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
      feed.podcast = podcast
    }
    var renderer = FeedRenderer(site: Samples.site, feed: feed, lengths: ["https://site.example/articles/1.mp3": 4_321])
    renderer.durations = SoundDurations { $0 == "https://site.example/articles/1.mp3" ? 61.6 : nil }
    return renderer
  }

  private func channel(isPodcast: Bool) throws -> StrictXML {
    let text = try renderer(isPodcast: isPodcast).render(.rss, articles: [article])
    return try #require(StrictXML(text)?.all("channel").first)
  }

  @Test func theRecordingIsTheEnclosureOfEveryFeed() throws {
    let item = try #require(try channel(isPodcast: false).all("item").first)
    let url = "https://site.example/articles/1.mp3"
    #expect(item.all("enclosure").map(\.attributes) == [["url": url, "length": "4321", "type": "audio/mpeg"]])
    #expect(item.all("thumbnail").count == 1)
    #expect(item.all("duration").isEmpty)
    let atom = try #require(StrictXML(try renderer(isPodcast: false).render(.atom, articles: [article])))
    let links = atom.all("entry")[0].all("link").filter { $0.attributes["rel"] == "enclosure" }
    #expect(links.map { $0.attributes["type"] } == ["audio/mpeg", "image/png"])
    let json = String(decoding: try renderer(isPodcast: false).render(.json, articles: [article]), as: UTF8.self)
    #expect(json.contains("\"duration_in_seconds\": 62"))
    #expect(json.contains("\"size_in_bytes\": 4321"))
  }

  /// RSS has room for one, which programs take for the episode.
  @Test func attachmentsAreInTheFormatsThatHaveRoom() throws {
    var article = article
    article.attachments = [Model.Attachment(url: "https://site.example/p.pdf", length: 12, title: "All & more")]
    let rss = try #require(StrictXML(try renderer(isPodcast: false).render(.rss, articles: [article])))
    let item = try #require(rss.all("channel").first?.all("item").first)
    #expect(item.all("enclosure").map { $0.attributes["type"] } == ["audio/mpeg"])
    let atom = try #require(StrictXML(try renderer(isPodcast: false).render(.atom, articles: [article])))
    let links = atom.all("entry")[0].all("link").filter { $0.attributes["rel"] == "enclosure" }
    #expect(links.map { $0.attributes["type"] } == ["audio/mpeg", "image/png", "application/pdf"])
    #expect(links.last?.attributes["title"] == "All & more")
    #expect(links.last?.attributes["length"] == "12")
    let json = String(decoding: try renderer(isPodcast: false).render(.json, articles: [article]), as: UTF8.self)
    #expect(json.contains("\"title\": \"All & more\",\n          \"size_in_bytes\": 12"))
  }

  @Test func aPodcastSaysWhatDirectoriesAskFor() throws {
    let channel = try channel(isPodcast: true)
    #expect(channel.text("author") == "Neurology & more")
    #expect(channel.all("owner").first?.children.map(\.text) == ["Ann", "ann@site.example"])
    #expect(channel.all("image").last?.attributes == ["href": "https://site.example/p.jpg"])
    let category = try #require(channel.all("category").first)
    #expect(category.attributes == ["text": "Health & Fitness"])
    #expect(category.children.map(\.attributes) == [["text": "Medicine"]])
    #expect(channel.text("explicit") == "false")
    #expect(channel.text("type") == "episodic")
    #expect(channel.text("guid") == "917393e3-1b1e-5cef-ace4-edaa54e1f810")
    #expect(channel.all("locked").map { [$0.text, $0.attributes["owner"]] } == [["yes", "ann@site.example"]])
    let item = try #require(channel.all("item").first)
    #expect(item.text("author") == "Ann & Bo, Cy")
    #expect(item.text("duration") == "62")
    #expect(item.text("explicit") == "true")
    #expect(item.all("season").map(\.text) == ["2", "2"])
    #expect(item.all("episode").map(\.text) == ["3", "3"])
    let transcripts = item.all("transcript").map(\.attributes)
    #expect(
      transcripts == [
        [
          "url": "https://site.example/articles/1.srt", "type": "application/x-subrip",
          "language": Samples.site.language,
        ]
      ])
  }

  @Test func whatTheAuthorWroteDecides() throws {
    var article = article
    article.audio?.duration = 90
    article.audio?.length = 7
    let rss = try renderer(isPodcast: true).render(.rss, articles: [article])
    let item = try #require(StrictXML(rss)?.all("channel").first?.all("item").first)
    #expect(item.text("duration") == "90")
    #expect(item.all("enclosure").first?.attributes["length"] == "7")
  }

  @Test func aPodcastTakesOnlyArticlesWithARecording() {
    var feed = Samples.feed
    #expect(feed.matches(Samples.rich))
    feed.podcast = Podcast(image: "https://site.example/p.jpg", category: "Science")
    #expect(!feed.matches(Samples.rich))
    #expect(feed.matches(article))
  }
}
