import Languages
import Model
import Syndication
import Testing
import Time

/// The renderer's expected output, byte for byte; reviewed by people, xmllint and feedparser before it was accepted.
enum ExpectedFeed {}

@Suite struct FeedRendererTests {
  private let renderer = FeedRenderer(site: Samples.site, feed: Samples.feed)

  @Test(arguments: [(Feed.Format.rss, ExpectedFeed.rss), (.atom, ExpectedFeed.atom), (.json, ExpectedFeed.json)])
  func richAndHostileArticlesComeOutAsWritten(_ format: Feed.Format, _ golden: String) throws {
    let rendered = String(
      decoding: try renderer.render(format, articles: [Samples.rich, Samples.hostile]), as: UTF8.self)
    let lines = { (text: String) in text.utf8.split(separator: 0xA).map { Array($0) } }
    let difference = zip(lines(rendered), lines(golden)).first { $0 != $1 }
    #expect(difference == nil, "\(difference.map { String(decoding: $0.0, as: UTF8.self) } ?? "")")
    #expect(Array(rendered.utf8) == Array(golden.utf8))
  }

  /// Declared only in documents with an image.
  private static let media = " xmlns:media=\"http://search.yahoo.com/mrss/\""

  @Test func emptyRSSFeedHasNoBuildDate() throws {
    let head = ExpectedFeed.rss.prefix(through: ExpectedFeed.rss.range(of: "</ttl>\n")).replacing(
      "    <lastBuildDate>Thu, 12 Nov 2026 09:00:00 +0000</lastBuildDate>\n", with: ""
    ).replacing(Self.media, with: "")
    #expect(String(decoding: try renderer.render(.rss, articles: []), as: UTF8.self) == head + "  </channel>\n</rss>\n")
  }

  @Test func emptyAtomFeedChangedLastAtTheEpoch() throws {
    let head = ExpectedFeed.atom.prefix(through: ExpectedFeed.atom.range(of: "</generator>\n")).replacing(
      "<updated>2026-11-12T09:00:00Z</updated>", with: "<updated>1970-01-01T00:00:00Z</updated>"
    ).replacing(Self.media, with: "")
    #expect(String(decoding: try renderer.render(.atom, articles: []), as: UTF8.self) == head + "</feed>\n")
  }

  @Test func emptyJSONFeedHasNoItems() throws {
    let head = ExpectedFeed.json.prefix(through: ExpectedFeed.json.range(of: "\"items\": ["))
    #expect(String(decoding: try renderer.render(.json, articles: []), as: UTF8.self) == head + "]\n}\n")
  }

  @Test func jsonEscapesWhatReadersStumbleOver() throws {
    var article = Samples.hostile
    article.title = "\"\\/\t\n\r\n\u{8}\u{7F}\u{85}\u{2027}\u{2028}\u{2029}\u{202A}\u{E2}\u{301}"
    let rendered = String(decoding: try renderer.render(.json, articles: [article]), as: UTF8.self)
    let line = rendered.split(separator: "\n").first { $0.hasPrefix("      \"title\"") }
    let title = #""\"\\/\t\n\r\n\u007f\#u{85}\#u{2027}\u2028\u2029\#u{202A}\#u{E2}\#u{301}""#
    #expect(line.map { Array($0.utf8) } == Array("      \"title\": \(title),".utf8))
  }

  @Test func feedsAreListedWithTheirFirstFormat() throws {
    #expect(
      String(decoding: try opml(site: Samples.site), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0">
          <head>
            <title>Neurology &amp; more</title>
          </head>
          <body>
            <outline type="rss" text="MS &lt;news&gt;" title="MS &lt;news&gt;" \
        xmlUrl="https://site.example/feeds/ms/rss.xml" htmlUrl="https://site.example/feeds/ms/" language="en" \
        description="What is new &amp; matters"/>
            <outline type="rss" text="ALS" title="ALS" xmlUrl="https://site.example/feeds/als/feed.json" \
        htmlUrl="https://site.example/feeds/als/" language="en"/>
          </body>
        </opml>

        """)
  }

  /// Long documents leave in portions.
  @Test(arguments: Feed.Format.allCases) func portionsAreTheDocument(_ format: Feed.Format) throws {
    let articles = (0..<400).map { number in
      var article = Article(
        id: Article.ID("\(number)"), title: "&\(number)", published: Instant(seconds: 1_000_000 - Int64(number)),
        link: "https://site.example/\(number)")
      article.body = String(repeating: "<p>&amp;</p>", count: 50)
      // The namespace is always declared in portions, because nobody knows yet whether an image follows.
      if number == 399 { article.image = Article.Picture(url: "https://site.example/i.png", alt: "") }
      return article
    }
    var portions: [[UInt8]] = []
    var rest = articles[...]
    let frame = FeedFrame(.subscription(previous: nil), lastChange: Instant(seconds: 1_000_000))
    try renderer.render(format, frame, articles: { rest.popFirst() }, to: { portions.append($0) })
    #expect(portions.count > 3)
    #expect(portions.dropLast().allSatisfy { $0.count < 80_000 })
    #expect(Array(portions.joined()) == (try renderer.render(format, articles: articles)))
  }

  @Test(arguments: [
    ("First & last.", "<p>First &amp; last.</p>", false),
    ("First & last.", "<p>First\n<em>&amp;</em> last. More.</p>", false),
    ("First words…", "<p>First words and more.</p>", false), ("Other.", "<p>First.</p>", true),
    ("First. Second.", "<p>First.</p>", true), ("First.", "<h2>First.</h2>", true), ("First.", "", true),
    ("", "<p></p>", false),
  ])
  func theTakeawayIsShownUnlessTheBodyBeginsWithIt(_ summary: String, _ body: String, _ isSaid: Bool) {
    var article = Samples.hostile
    (article.summary, article.body) = (summary, body)
    let takeaway = isSaid ? "<p><strong>Key takeaway:</strong> \(summary)</p>\n" : ""
    #expect(ArticleContent(.english).parts(of: article).joined() == takeaway + body)
  }

  @Test func anExcerptIsASummaryButNoTakeaway() throws {
    var article = Samples.hostile
    (article.summary, article.summaryIsExcerpt) = ("First.", true)
    article.body = "<ul>\n<li>0</li>\n</ul>\n<p>First.</p>"
    #expect(ArticleContent(.english).parts(of: article).joined() == article.body)
    let renderer = FeedRenderer(site: Samples.site, feed: Samples.feed)
    let json = String(decoding: try renderer.render(.json, articles: [article]), as: UTF8.self)
    #expect(json.contains("\"summary\": \"First.\""))
    #expect(!json.contains("_courant"))
  }

  @Test(arguments: [
    (Article.Citation(doi: "10.1/x"), "DOI <a href=\"https://doi.org/10.1/x\">10.1/x</a>"),
    (
      Article.Citation(title: "T", doi: "10.1/x"),
      "<a href=\"https://doi.org/10.1/x\">T</a>, DOI <a href=\"https://doi.org/10.1/x\">10.1/x</a>"
    ),
    (Article.Citation(url: "https://j.example/"), "<a href=\"https://j.example/\">https://j.example/</a>"),
    (Article.Citation(title: "T", url: "javascript:x"), "T"), (Article.Citation(journal: "J"), "<em>J</em>"),
  ])
  func aCitationShowsWhatIsKnown(_ citation: Article.Citation, _ source: String) {
    var article = Samples.hostile
    (article.body, article.citation) = ("", citation)
    #expect(ArticleContent(.english).parts(of: article).joined() == "\n<p>Source: \(source)</p>\n")
  }
}

extension String {
  fileprivate func prefix(through range: Range<String.Index>?) -> String {
    range.map { String(self[..<$0.upperBound]) } ?? ""
  }

  fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
