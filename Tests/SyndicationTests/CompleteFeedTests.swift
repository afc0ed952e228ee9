import CourantTesting
import Model
import Syndication
import Testing
import Time

/// The content of a feed apart from its articles: images, copyright, hubs, neighbours and withdrawals.
@Suite struct CompleteFeedTests {
  private var site: Site {
    var site = Samples.site
    site.look.icon = "https://site.example/icon.png"
    site.look.logo = "https://site.example/logo.png"
    site.look.favicon = "https://site.example/favicon.ico"
    site.look.copyright = "© Trust & co"
    site.hubs = ["https://hub.example/?a=1&b=2", "https://other.example/"]
    return site
  }

  private func render(_ format: Feed.Format, _ document: FeedDocument, feed: Feed = Samples.feed) throws -> StrictXML {
    try #require(StrictXML(try FeedRenderer(site: site, feed: feed).render(format, document)))
  }

  private func head(_ xml: StrictXML, without entries: Set<String> = ["item", "entry"]) -> [String] {
    xml.children.filter { !entries.contains($0.name) }.map { element in
      let attributes = element.attributes.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
      let inner = element.children.map { "\($0.name): \($0.text)" }
      return ([element.name] + attributes + inner + (inner.isEmpty && !element.text.isEmpty ? [element.text] : []))
        .joined(separator: " ")
    }
  }

  @Test func anRSSChannelIsComplete() throws {
    let channel = try render(.rss, FeedDocument(.subscription(previous: 7), articles: [Samples.hostile])).all(
      "channel")[
        0]
    #expect(
      head(channel) == [
        "title MS <news>", "link https://site.example/feeds/ms/", "description What is new & matters",
        "link href=https://site.example/feeds/ms/rss.xml rel=self type=application/rss+xml",
        "link href=https://hub.example/?a=1&b=2 rel=hub", "link href=https://other.example/ rel=hub",
        "link href=https://site.example/feeds/ms/archive/7/rss.xml rel=prev-archive type=application/rss+xml",
        "language en", "copyright © Trust & co", "lastBuildDate Thu, 29 Feb 2024 23:59:59 +0000", "generator Courant",
        "docs https://www.rssboard.org/rss-specification", "ttl 60",
        "image url: https://site.example/icon.png title: MS <news> link: https://site.example/feeds/ms/",
      ])
  }

  /// Once a feed reader knows an article by an id, no format may use a different one.
  @Test(arguments: [
    ("https://old.example/?p=1&q=2", "https://old.example/?p=1&q=2"),
    ("tag:old.example,2019:x", "tag:old.example,2019:x"),
    ("a b", "tag:site.example,2026:articles/a%20b"), ("tags: x", "tag:site.example,2026:articles/tags%3A%20x"),
  ])
  func anArticleKeepsTheIDThatItHadElsewhere(_ id: String, _ expected: String) throws {
    var article = Article(
      id: Article.ID(id), title: "T", published: Instant(seconds: 0), link: "https://site.example/articles/a/")
    article.body = "<p>x</p>"
    let document = FeedDocument(.subscription(previous: nil), articles: [article])
    let guid = try render(.rss, document).all("channel")[0].all("item")[0].all("guid")[0]
    #expect(guid.text == expected && guid.attributes == ["isPermaLink": "false"])
    #expect(try render(.atom, document).all("entry")[0].text("id") == expected)
    let json = String(decoding: try FeedRenderer(site: site, feed: Samples.feed).render(.json, document), as: UTF8.self)
    #expect(json.contains("\"id\": \"\(expected)\""))
    let withdrawal = Withdrawal(
      id: Article.ID(id), page: "", topics: [], published: Instant(seconds: 0), at: Instant(seconds: 1))
    let gone = FeedDocument(.subscription(previous: nil), articles: [], withdrawals: [withdrawal])
    #expect(try render(.atom, gone).all("deleted-entry").map { $0.attributes["ref"] } == [expected])
  }

  @Test func anAtomFeedIsComplete() throws {
    var feed = Samples.feed
    feed.icon = "https://site.example/ms.png"
    let withdrawal = Withdrawal(
      id: Article.ID("gone é"), page: "", topics: [], published: Instant(seconds: 0),
      at: Instant(seconds: 1_800_000_000))
    let atom = try render(
      .atom, FeedDocument(.subscription(previous: nil), articles: [Samples.hostile], withdrawals: [withdrawal]),
      feed: feed)
    #expect(
      head(atom) == [
        "id tag:site.example,2026:feeds/ms", "title type=text MS <news>", "subtitle type=text What is new & matters",
        "updated 2027-01-15T08:00:00Z", "author name: Neurology & more uri: https://site.example/",
        "link href=https://site.example/feeds/ms/atom.xml rel=self type=application/atom+xml",
        "link href=https://hub.example/?a=1&b=2 rel=hub", "link href=https://other.example/ rel=hub",
        "link href=https://site.example/feeds/ms/ rel=alternate type=text/html", "icon https://site.example/ms.png",
        "logo https://site.example/logo.png", "rights type=text © Trust & co", "generator Courant",
        "deleted-entry ref=tag:site.example,2026:articles/gone%20%C3%A9 when=2027-01-15T08:00:00Z",
      ])
  }

  @Test func aFullArchiveNamesItsNeighboursAndNoHub() throws {
    let document = FeedDocument(.archive(2, isFull: true), articles: [Samples.hostile])
    let links = { (xml: StrictXML) in
      xml.all("link").filter { $0.attributes["rel"] != nil }.map {
        [$0.attributes["rel"] ?? "", $0.attributes["href"] ?? ""].joined(separator: " ")
      }
    }
    let address = "https://site.example/feeds/ms/"
    for (format, file) in [(Feed.Format.atom, "atom.xml"), (.rss, "rss.xml")] {
      let xml = try render(format, document)
      let head = xml.all("channel").first ?? xml
      #expect(
        links(head).filter { !$0.hasPrefix("alternate") } == [
          "self \(address)archive/2/\(file)", "current \(address)\(file)", "prev-archive \(address)archive/1/\(file)",
          "next-archive \(address)archive/3/\(file)",
        ])
      #expect(head.all("archive").count == 1)
    }
  }

  @Test func aFillingArchiveIsNotMarkedAsArchive() throws {
    let atom = try render(.atom, FeedDocument(.archive(2, isFull: false), articles: []))
    #expect(atom.all("archive").isEmpty)
    #expect(atom.all("link").compactMap { $0.attributes["rel"] } == ["self", "current", "prev-archive", "alternate"])
  }

  @Test func aJSONFeedIsComplete() throws {
    let renderer = FeedRenderer(site: site, feed: Samples.feed)
    let json = String(
      decoding: try renderer.render(.json, FeedDocument(.subscription(previous: 1), articles: [])), as: UTF8.self)
    #expect(
      json == """
        {
          "version": "https://jsonfeed.org/version/1.1",
          "title": "MS <news>",
          "home_page_url": "https://site.example/feeds/ms/",
          "feed_url": "https://site.example/feeds/ms/feed.json",
          "next_url": "https://site.example/feeds/ms/archive/1/feed.json",
          "description": "What is new & matters",
          "icon": "https://site.example/icon.png",
          "favicon": "https://site.example/favicon.ico",
          "language": "en",
          "hubs": [
            {
              "type": "WebSub",
              "url": "https://hub.example/?a=1&b=2"
            },
            {
              "type": "WebSub",
              "url": "https://other.example/"
            }
          ],
          "authors": [
            {
              "name": "Neurology & more",
              "url": "https://site.example/"
            }
          ],
          "items": []
        }

        """)
  }

  @Test(arguments: [
    ("https://journal.example/x?a=1", ["https://journal.example/", "journal.example"]),
    ("http://u:p@Journal.example:8080", ["http://journal.example:8080/", "journal.example:8080"]),
    ("https://site.example.evil.example/", ["https://site.example.evil.example/", "site.example.evil.example"]),
    ("https://site.example/articles/x/", []), ("https://site.example", []),
  ])
  func anArticleFromElsewhereNamesItsSource(_ link: String, _ source: [String]) throws {
    var article = Samples.hostile
    article.link = link
    let document = FeedDocument(.subscription(previous: nil), articles: [article])
    let item = try render(.rss, document).all("channel")[0].all("item")[0]
    #expect(item.all("source").flatMap { [$0.attributes["url"] ?? "", $0.text] } == source)
    let entry = try render(.atom, document).all("entry")[0]
    #expect(
      entry.all("source").flatMap { [$0.text("id") ?? "", $0.text("title") ?? ""] } == source)
  }

  /// The feed of a source is named unless its URL may hold a key.
  @Test(arguments: [
    ("https://journal.example/feed", "https://journal.example/feed"),
    ("https://journal.example/feed?key=secret", nil), ("https://other.example/feed", nil),
  ])
  func anArticleOfAnotherSiteIsCreditedInEveryFormat(_ url: String, _ feed: String?) throws {
    var site = site
    site.upstreams = [UpstreamSettings(name: "journal", kind: .feed, url: url)]
    var article = Samples.hostile
    article.origin = Article.Origin(title: "The Journal", url: "https://journal.example/")
    let document = FeedDocument(.subscription(previous: nil), articles: [article])
    let renderer = FeedRenderer(site: site, feed: Samples.feed)
    let rss = try #require(StrictXML(try renderer.render(.rss, document))).all("channel")[0].all("item")[0]
    #expect(rss.all("source").map(\.text) == ["The Journal"])
    #expect(rss.all("source").map { $0.attributes["url"] } == [feed ?? "https://journal.example/"])
    let atom = try #require(StrictXML(try renderer.render(.atom, document))).all("entry")[0].all("source")[0]
    #expect(atom.text("title") == "The Journal")
    #expect(
      atom.all("link").map { $0.attributes["href"] ?? "" }
        == ["https://journal.example/"] + [feed].compactMap { $0 })
    let json = String(decoding: try renderer.render(.json, document), as: UTF8.self)
    let member = feed.map { ",\n          \"feed_url\": \"\($0)\"" } ?? ""
    let origin = "\"title\": \"The Journal\",\n          \"url\": \"https://journal.example/\"\(member)"
    #expect(json.contains("\"origin\": {\n          \(origin)"))
  }

  @Test func theTitleOfAFolderIsTheNameOfItsSite() throws {
    var site = site
    var folder = SourceSettings(name: "a", folder: "a")
    folder.title = "Our blog"
    folder.link = "https://blog.example/:slug/"
    site.sources = [folder]
    var article = Samples.hostile
    article.link = "https://blog.example/x/"
    let document = FeedDocument(.subscription(previous: nil), articles: [article])
    let renderer = FeedRenderer(site: site, feed: Samples.feed)
    let item = try #require(StrictXML(try renderer.render(.rss, document))).all("channel")[0].all("item")[0]
    #expect(item.all("source").map { [$0.attributes["url"], $0.text] } == [["https://blog.example/", "Our blog"]])
  }

  @Test(arguments: [
    ("https://site.example/a.JPG?x=.png", "image/jpeg"), ("https://site.example/a.webp#x", "image/webp"),
    ("https://site.example/a", nil), ("https://site.png/a", nil), ("https://site.example/a.exe", nil),
  ])
  func anImageIsEnclosedIfItsTypeIsKnown(_ address: String, _ type: String?) throws {
    var article = Samples.hostile
    article.image = Article.Picture(url: address, alt: "")
    let document = FeedDocument(.subscription(previous: nil), articles: [article])
    let item = try render(.rss, document).all("channel")[0].all("item")[0]
    let expected = type.map { ["url": address, "length": "0", "type": $0] }
    #expect(item.all("enclosure").map(\.attributes) == [expected].compactMap { $0 })
    let entry = try render(.atom, document).all("entry")[0]
    #expect(
      entry.all("link").compactMap { $0.attributes["rel"] == "enclosure" ? $0.attributes["type"] : nil }
        == [type].compactMap { $0 })
  }

  @Test func anEndedFeedAnnouncesItInEveryFormat() throws {
    let ended = EndedFeed(Samples.feed, since: Instant(rfc3339: "2026-11-24T08:00:00Z")!, site: site)
    let channel = try #require(StrictXML(try ended.render(.rss))).all("channel")[0]
    #expect(channel.text("link") == "https://site.example/")
    #expect(channel.all("item").map { $0.text("guid") } == ["tag:site.example,2026:articles/feeds/ms/%3Fended"])
    #expect(channel.all("item")[0].text("title") == "MS <news> has ended")
    let atom = try #require(StrictXML(try ended.render(.atom)))
    #expect(atom.text("id") == "tag:site.example,2026:feeds/ms")
    #expect(atom.text("updated") == "2026-11-24T08:00:00Z")
    #expect(atom.all("entry").map { $0.text("published") } == ["2026-11-24T08:00:00Z"])
    let json = String(decoding: try ended.render(.json), as: UTF8.self)
    #expect(json.contains("\n  \"expired\": true,\n"))
    #expect(json.contains("\"title\": \"MS <news> has ended\""))
  }

  @Test func theStyleSheetIsFoundFromEveryDepth() throws {
    let renderer = FeedRenderer(site: site, feed: Samples.feed)
    let line = { (kind: FeedDocument.Kind) in
      String(decoding: try renderer.render(.rss, FeedDocument(kind, articles: [])), as: UTF8.self).split(
        separator: "\n")[
          1]
    }
    #expect(
      try line(.subscription(previous: nil)) == "<?xml-stylesheet type=\"text/css\" href=\"../../feeds/feed.css\"?>")
    #expect(
      try line(.archive(1, isFull: true)) == "<?xml-stylesheet type=\"text/css\" href=\"../../../../feeds/feed.css\"?>")
  }
}
