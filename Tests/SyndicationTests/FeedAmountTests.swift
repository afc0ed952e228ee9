import Model
import Syndication
import Testing

/// `content`, `language` and images of a feed.
@Suite struct FeedAmountTests {
  private func renderer(_ content: Feed.Content, language: String? = nil, lengths: [String: Int64] = [:])
    -> FeedRenderer
  {
    var feed = Samples.feed
    feed.content = content
    feed.language = language
    return FeedRenderer(site: Samples.site, feed: feed, lengths: lengths)
  }

  /// The content of one article in RSS, after a look at that of Atom and JSON Feed, which must be the same.
  private func content(_ article: Article, _ renderer: FeedRenderer) throws -> String {
    let rss = try #require(StrictXML(try renderer.render(.rss, articles: [article])))
    let atom = try #require(StrictXML(try renderer.render(.atom, articles: [article])))
    let text = try #require(rss.all("channel").first?.all("item").first?.text("encoded"))
    #expect(atom.all("entry").first?.text("content") == text)
    let json = String(decoding: try renderer.render(.json, articles: [article]), as: UTF8.self)
    let written = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    #expect(json.contains("\"content_html\": \"\(written)\""))
    return text
  }

  private var article: Article {
    var article = Samples.hostile
    article.summary = "Cooling helps."
    article.link = "https://site.example/articles/a/"
    article.body =
      "<blockquote class=\"urgent\">\n<p>Call &amp; ask.</p>\n</blockquote>\n<p>First <em>words</em> of it.</p>\n<p>Second.</p>\n"
    article.citation = Article.Citation(title: "A trial", url: "https://journal.example/a")
    return article
  }

  private let urgent = "<blockquote class=\"urgent\">\n<p>Call &amp; ask.</p>\n</blockquote>\n"
  private let takeaway = "<p><strong>Key takeaway:</strong> Cooling helps.</p>\n"
  private let source = "\n<p>Source: <a href=\"https://journal.example/a\">A trial</a></p>\n"
  private let more = "\n<p><a href=\"https://site.example/articles/a/\">Read this article</a></p>\n"

  @Test func anExcerptIsTheFirstParagraphAndALinkAfterWhatIsUrgent() throws {
    let text = try content(article, renderer(.excerpt))
    #expect(text == urgent + takeaway + "<p>First words of it.</p>\n" + source + more)
  }

  @Test func aTakeawayIsWithoutTheText() throws {
    #expect(try content(article, renderer(.takeaway)) == urgent + takeaway + source + more)
  }

  @Test(arguments: [Feed.Content.excerpt, .takeaway])
  func withoutASummaryTheBeginningTakesItsPlaceOnce(_ amount: Feed.Content) throws {
    var article = article
    article.summary = "First words of it."
    article.summaryIsExcerpt = true
    #expect(try content(article, renderer(amount)) == urgent + "<p>First words of it.</p>\n" + source + more)
  }

  @Test func aTextThatBeginsWithItsTakeawaySaysItOnce() throws {
    var article = article
    article.body = "<p>Cooling helps. And more.</p>\n"
    #expect(try content(article, renderer(.excerpt)) == takeaway + source + more)
  }

  @Test func aLanguageIsStatedInEveryFormatAndInThePhrases() throws {
    let renderer = renderer(.takeaway, language: "de")
    let rss = try #require(StrictXML(try renderer.render(.rss, articles: [article]))?.all("channel").first)
    #expect(rss.text("language") == "de")
    #expect(rss.all("item").first?.text("encoded")?.contains("Quelle: ") == true)
    #expect(try #require(StrictXML(try renderer.render(.atom, articles: [article]))).attributes["lang"] == "de")
    #expect(String(decoding: try renderer.render(.json, articles: []), as: UTF8.self).contains("\"language\": \"de\""))
  }

  @Test func anImageIsMediaWithItsLengthAndItsDescription() throws {
    var article = article
    let address = "https://site.example/articles/i.png"
    article.image = Article.Picture(url: address, alt: "A brain & \"more\"")
    let renderer = renderer(.full, lengths: [address: 1_234])
    let item = try #require(
      StrictXML(try renderer.render(.rss, articles: [article]))?.all("channel").first?.all("item").first)
    let entry = try #require(StrictXML(try renderer.render(.atom, articles: [article]))?.all("entry").first)
    for element in [item, entry] {
      let media = try #require(element.all("content").last)
      #expect(media.attributes == ["url": address, "medium": "image", "type": "image/png", "fileSize": "1234"])
      #expect(media.children.map(\.text) == ["A brain & \"more\""])
      #expect(element.all("thumbnail").map(\.attributes) == [["url": address]])
    }
    // Programs that ignore namespaces take the first.
    #expect(entry.text("content")?.contains("Second.") == true)
  }

  @Test func withoutImagesTheNamespaceIsNotDeclared() throws {
    let text = String(decoding: try renderer(.full).render(.rss, articles: [article]), as: UTF8.self)
    #expect(!text.contains("mrss"))
  }
}
