import Model
import Time

/// Two feeds, `ab` without Atom, in London.
func sampleSite() -> Site {
  var site = Site(
    title: "Research", url: "https://r.example", language: "en", zone: Zone("Europe/London")!, publisher: "R, London")
  var both = Feed(name: Feed.Name("ab")!, title: "A & B", description: "Both.")
  both.formats = [.rss, .json]
  site.feeds = [both, Feed(name: Feed.Name("all")!, title: "All", description: "All of it.")]
  return site
}

func sampleArticle(_ id: String, _ title: String, topics: [String] = []) -> Article {
  var article = Article(
    id: .init(id), title: title, published: Instant(rfc3339: "2026-11-23T07:00:00Z")!,
    link: "https://r.example/articles/\(id)/", page: "articles/\(id)/index.html")
  article.topics = topics.map { Topic($0) }
  return article
}

/// The text of a page.
func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
