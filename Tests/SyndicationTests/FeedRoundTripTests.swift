import CourantTesting
import Foundation
import Languages
import Model
import Syndication
import Testing

/// Random Unicode goes through each format and comes back, through a reader of somebody else, as it was.
@Suite struct FeedRoundTripTests {
  private let printer = FeedPrinter(site: Samples.site, feed: Samples.feed)

  @Test func everyTextComesBackFromEveryFormat() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed: seed)
    let articles = (0..<100).map { Self.article($0, &random) }
    let expected = articles.map { Facts($0) }
    let rss = try #require(StrictXML(try printer.print(.rss, articles: articles)), "seed \(seed)")
    let atom = try #require(StrictXML(try printer.print(.atom, articles: articles)), "seed \(seed)")
    let json = try JSONDecoder().decode(JSONFeed.self, from: Data(try printer.print(.json, articles: articles)))
    let channel = try #require(rss.all("channel").first)
    #expect(Facts.firstDifference(channel.all("item").map { Facts(rss: $0) }, expected) == nil, "seed \(seed)")
    #expect(Facts.firstDifference(atom.all("entry").map { Facts(atom: $0) }, expected) == nil, "seed \(seed)")
    #expect(Facts.firstDifference(json.items.map { Facts(json: $0) }, expected) == nil, "seed \(seed)")
  }

  private static func article(_ number: Int, _ random: inout SeededNumbers) -> Article {
    var article = Article(
      id: Article.ID("\(number)" + text(&random)), title: text(&random),
      published: Instant(seconds: Int64.random(in: 0...4_000_000_000, using: &random)), link: "https://site.example/a")
    article.updated = article.published + .seconds(Int.random(in: 0...1_000_000, using: &random))
    article.authors = [text(&random), text(&random)]
    article.topics = [Topic(text(&random))]
    article.summary = text(&random)
    article.body = "<div>\(text(&random))</div>"
    return article
  }

  /// Never empty; rich in what breaks writers, among them the characters that no format may let through.
  private static func text(_ random: inout SeededNumbers) -> String {
    let traps: [Unicode.Scalar] = [
      "<", ">", "&", "\"", "'", "]", "]", "\\", "/", "\u{301}", "\u{200D}", "\u{2028}", "\u{2029}", "\u{7F}", "\u{85}",
      "\r", "\n", "\t", "\u{0}", "\u{1F}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{202E}", "\u{1F468}", "\u{E000}",
      "\u{FEFF}",
    ]
    var text = String.UnicodeScalarView("x".unicodeScalars)
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      let any = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
      text.append(Bool.random(using: &random) ? traps.randomElement(using: &random)! : any ?? " ")
    }
    return String(text)
  }
}

/// Read by JSONDecoder: JSONSerialization loses U+FEFF inside texts.
private struct JSONFeed: Decodable {
  struct Item: Decodable {
    struct Author: Decodable { let name: String }

    let id, url, title, summary, content_html, date_published, date_modified: String
    let authors: [Author]
    let tags: [String]
  }

  let items: [Item]
}

/// What all formats say of an article. Compared scalar by scalar: `String` would take canonical equivalents for equal.
private struct Facts {
  let scalars: [[Unicode.Scalar]]

  /// The first text that differs, as read and as it should be.
  static func firstDifference(_ read: [Facts], _ expected: [Facts]) -> String? {
    guard read.count == expected.count else { return "\(read.count) articles" }
    let texts = zip(read.flatMap(\.scalars), expected.flatMap(\.scalars))
    guard let (text, wanted) = texts.first(where: { $0 != $1 }) else { return nil }
    let same = zip(text, wanted).prefix { $0 == $1 }.count
    return "at \(same): \(text.dropFirst(same).prefix(8)) instead of \(wanted.dropFirst(same).prefix(8))"
  }

  private init(_ texts: [String?]) { scalars = texts.map { Array(($0 ?? "absent").unicodeScalars) } }

  init(_ article: Article) {
    let id = article.id.text.utf8.map { byte in
      let isPlain = "/-._~".utf8.contains(byte) || byte < 0x80 && Character(Unicode.Scalar(byte)).isASCIIAlphanumeric
      let hexadecimal = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(Unicode.Scalar(byte)) : (byte < 16 ? "%0" : "%") + hexadecimal
    }
    self.init(
      ["tag:site.example,2026:articles/" + id.joined(), article.link]
        + [article.title, article.summary, ArticleContent(.english).html(of: article)].map(Self.allowed)
        + [article.published.rfc3339, article.lastChanged.rfc3339]
        + (article.authors + article.topics.map(\.label)).map(Self.allowed))
  }

  init(rss item: StrictXML) {
    // HTML, so read once more; XML would turn a carriage return into a line feed.
    let html = (item.text("description") ?? "").utf8.flatMap { $0 == 0xD ? Array("&#13;".utf8) : [$0] }
    let summary = StrictXML(Array("<a>".utf8) + html + Array("</a>".utf8))?.text
    let published = item.text("pubDate").flatMap { Self.rfc3339(rfc822: $0) }
    self.init(
      [item.text("guid"), item.text("link"), item.text("title"), summary, item.text("encoded")]
        + [published, item.text("updated")] + item.all("creator").map(\.text) + item.all("category").map(\.text))
  }

  init(atom entry: StrictXML) {
    self.init(
      [entry.text("id"), entry.all("link").first?.attributes["href"], entry.text("title"), entry.text("summary")]
        + [entry.text("content"), entry.text("published"), entry.text("updated")]
        + entry.all("author").map { $0.text("name") } + entry.all("category").map { $0.attributes["term"] })
  }

  init(json item: JSONFeed.Item) {
    self.init(
      [item.id, item.url, item.title, item.summary, item.content_html, item.date_published, item.date_modified]
        + item.authors.map(\.name) + item.tags)
  }

  private static func allowed(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter {
      $0.value >= 0x20 && $0.value & ~1 != 0xFFFE || "\t\n\r".unicodeScalars.contains($0)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func rfc3339(rfc822 text: String) -> String? {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
    return format.date(from: text).map { Instant(seconds: Int64($0.timeIntervalSince1970)).rfc3339 }
  }
}

extension Character {
  fileprivate var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
