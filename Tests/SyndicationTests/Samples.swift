import CourantTesting
import Model
import Time

enum Samples {
  static var site: Site {
    var site = Site(
      title: "Neurology & more", url: "https://site.example", language: "en", zone: .utc, publisher: "1 High Street")
    site.tagPrefix = "tag:site.example,2026:"
    var other = Feed(name: Feed.Name("als")!, title: "ALS", description: "")
    other.formats = [.json]
    site.feeds = [feed, other]
    return site
  }

  static let feed = Feed(name: Feed.Name("ms")!, title: "MS <news>", description: "What is new & matters")

  static var rich: Article {
    var article = Article(
      id: Article.ID("2026/mogad é.md"), title: "MOGAD: a \"new\" <test> & its limits",
      published: Instant(rfc3339: "2026-11-09T06:30:00Z")!, link: "https://site.example/articles/mogad/?a=1&b=2")
    article.updated = Instant(rfc3339: "2026-11-12T10:00:00+01:00")
    article.authors = ["Ann O'Neil", "Zoë & Co"]
    article.topics = [Topic("multiple sclerosis"), Topic("R&D")]
    article.summary = "Fewer than 5 < 6 & \"good\"."
    article.credibility = Rating(tenths: 45)
    article.interest = Rating(tenths: 30)
    article.citation = Article.Citation(
      title: "A <trial>", journal: "J & N", doi: "10.1000/x(1)<2>", url: "https://journal.example/?a=1&b=2",
      published: "2026-10")
    article.image = Article.Picture(url: "https://site.example/i.png", alt: "a brain")
    article.body = "<p>One &amp; <em>two</em>.</p>\n<img src=\"https://site.example/i.png\" alt=\"\" />"
    return article
  }

  /// Everything that breaks naive publishers, and nothing optional.
  static var hostile: Article {
    var article = Article(
      id: Article.ID("<\u{301}&]]>"),
      title: "<\u{301}b>]]>&amp;\u{0}\u{B}\u{FFFE} 👨\u{200D}👩\u{200D}👧 \u{202E}שלום\u{202C} \u{2028}<script>",
      published: Instant(rfc3339: "2024-02-29T23:59:59Z")!, link: "https://site.example/a/\"x'")
    article.body = "<p>]]&gt; \u{1F}&lt;![CDATA[</p>"
    return article
  }
}
