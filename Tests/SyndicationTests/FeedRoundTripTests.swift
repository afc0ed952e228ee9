import CourantTesting
import Foundation
import Languages
import Model
import Syndication
import Testing
import Time

/// Random Unicode survives each format unchanged when read back by an independent parser.
@Suite struct FeedRoundTripTests {
  /// All kinds of documents.
  static let kinds: [FeedDocument.Kind] = [
    .subscription(previous: nil), .subscription(previous: 3), .archive(2, isFull: true), .archive(3, isFull: false),
  ]

  @Test(arguments: kinds) func everyTextComesBackFromEveryFormat(_ kind: FeedDocument.Kind) throws {
    var random = SeededNumbers(seed: UInt64.random(in: 0...UInt64.max))
    let articles = (0..<60).map { Self.article($0, &random) }
    let withdrawals = (0..<5).map { number in
      Withdrawal(
        id: Article.ID("gone \(number)" + Self.text(&random)), page: "", topics: [], published: Instant(seconds: 0),
        at: Instant(seconds: Int64.random(in: 0...4_000_000_000, using: &random)))
    }
    let (site, feed) = Self.siteAndFeed(&random)
    let renderer = FeedRenderer(site: site, feed: feed, lengths: [articles[0].image?.url ?? "": 12_345])
    let document = FeedDocument(kind, articles: articles, withdrawals: withdrawals)
    let rss = try #require(StrictXML(try renderer.render(.rss, document)), "seed \(random.seed)")
    let atom = try #require(StrictXML(try renderer.render(.atom, document)), "seed \(random.seed)")
    let json = try JSONDecoder().decode(JSONFeed.self, from: Data(try renderer.render(.json, document)))
    let channel = try #require(rss.all("channel").first)

    let expected = articles.map { Facts($0) }
    let expectedInRSS = articles.map { Facts($0, summary: Self.shownInHTML($0.summary)) }
    #expect(
      Facts.firstDifference(channel.all("item").map { Facts(rss: $0) }, expectedInRSS) == nil, "seed \(random.seed)")
    #expect(Facts.firstDifference(atom.all("entry").map { Facts(atom: $0) }, expected) == nil, "seed \(random.seed)")
    #expect(Facts.firstDifference(json.items.map { Facts(json: $0) }, expected) == nil, "seed \(random.seed)")

    let head = Facts([feed.title, feed.description].map(Facts.allowed))
    let heads = [
      Facts([channel.text("title"), channel.text("description")]), Facts([atom.text("title"), atom.text("subtitle")]),
      Facts([json.title, json.description]),
    ]
    #expect(Facts.firstDifference(heads, [head, head, head]) == nil, "seed \(random.seed)")

    let deleted = atom.all("deleted-entry").map { Facts([$0.attributes["ref"], $0.attributes["when"]]) }
    let gone = withdrawals.map { Facts([Facts.tag(of: $0.id), $0.at.rfc3339]) }
    #expect(Facts.firstDifference(deleted, gone) == nil, "seed \(random.seed)")
  }

  /// Characters that HTML forbids are not in a description.
  private static func shownInHTML(_ text: String) -> String {
    let shown = text.unicodeScalars.map { $0 == "\u{85}" ? "…" : $0 }
      .filter { !(0x7F...0x9F).contains($0.value) && !$0.properties.isNoncharacterCodePoint }
    return String(String.UnicodeScalarView(shown))
  }

  private static func siteAndFeed(_ random: inout SeededNumbers) -> (Site, Feed) {
    let feed = Feed(name: Feed.Name("ms")!, title: text(&random), description: text(&random))
    var site = Samples.site
    (site.title, site.feeds) = (text(&random), [feed])
    site.look.copyright = text(&random)
    return (site, feed)
  }

  private static func article(_ number: Int, _ random: inout SeededNumbers) -> Article {
    let home = ["https://site.example/", "https://journal.example/"].randomElement(using: &random)!
    var article = Article(
      id: Article.ID("\(number)" + text(&random)), title: text(&random),
      published: Instant(seconds: Int64.random(in: 0...4_000_000_000, using: &random)), link: home + text(&random))
    article.updated = article.published + .seconds(Int.random(in: 0...1_000_000, using: &random))
    article.authors = [text(&random), text(&random)]
    article.topics = [Topic(text(&random)), Topic("second")]
    article.summary = text(&random)
    article.credibility = [nil, Rating(tenths: 35)].randomElement(using: &random)!
    article.image = Article.Picture(url: "https://site.example/\(number).png?" + text(&random), alt: "")
    article.citation = Article.Citation(
      title: text(&random), journal: text(&random), doi: "10.1/" + text(&random), published: text(&random))
    article.body = "<div>\(text(&random))</div>"
    return article
  }

  /// Never empty; rich in what breaks writers, among them the characters that no format may let through.
  private static func text(_ random: inout SeededNumbers) -> String {
    let traps: [Unicode.Scalar] =
      [
        "<", ">", "&", "\"", "'", "]", "]", "\\", "/", "\u{301}", "\u{200D}", "\u{2028}", "\u{2029}", "\u{7F}",
        "\u{85}",
        "\r", "\n", "\t", "\u{0}", "\u{1F}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{202E}", "\u{1F468}", "\u{E000}",
        "\u{FEFF}",
      ] + [0xFDD0, 0xFDEF, 0x1_FFFE].compactMap { Unicode.Scalar($0 as UInt32) }
    var text = String.UnicodeScalarView("x".unicodeScalars)
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      let any = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
      text.append(Bool.random(using: &random) ? traps.randomElement(using: &random)! : any ?? " ")
    }
    return String(text)
  }
}

/// Read by JSONDecoder, because JSONSerialization loses U+FEFF inside strings.
private struct JSONFeed: Decodable {
  struct Item: Decodable {
    struct Author: Decodable { let name: String }

    struct Attachment: Decodable { let url: String }

    let id, url, title, summary, content_html, date_published, date_modified, image: String
    let authors: [Author]
    let attachments: [Attachment]
    let tags: [String]
  }

  let title, description: String
  let items: [Item]
}

/// The fields of an article in every format. Compared scalar by scalar, because `String` treats canonical equivalents as equal.
private struct Facts {
  let scalars: [[Unicode.Scalar]]

  /// The first text that differs, as read and as it should be.
  static func firstDifference(_ read: [Facts], _ expected: [Facts]) -> String? {
    guard read.count == expected.count else { return "\(read.count) articles" }
    let pairs = zip(read.flatMap(\.scalars), expected.flatMap(\.scalars))
    guard let (text, wanted) = pairs.first(where: { $0 != $1 }) else { return nil }
    let same = zip(text, wanted).prefix { $0 == $1 }.count
    return "at \(same): \(text.dropFirst(same).prefix(8)) instead of \(wanted.dropFirst(same).prefix(8))"
  }

  init(_ strings: [String?]) { scalars = strings.map { Array(($0 ?? "absent").unicodeScalars) } }

  /// - Parameter summary: used instead of the article's, if HTML cannot represent all of it.
  init(_ article: Article, summary: String? = nil) {
    let content = ArticleContent(.english).parts(of: article).joined()
    self.init(
      [Self.tag(of: article.id), article.published.rfc3339, article.lastChanged.rfc3339]
        + [article.link, article.title, summary ?? article.summary, content].map(Self.allowed)
        + [article.image.map { Self.allowed($0.url) }]
        + (article.authors + article.topics.map(\.label)).map(Self.allowed))
  }

  static func tag(of article: Article.ID) -> String {
    let id = article.text.utf8.map { byte in
      let isPlain = "/-._~".utf8.contains(byte) || byte < 0x80 && Character(Unicode.Scalar(byte)).isASCIIAlphanumeric
      let hexadecimal = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(Unicode.Scalar(byte)) : (byte < 16 ? "%0" : "%") + hexadecimal
    }
    return "tag:site.example,2026:articles/" + id.joined()
  }

  init(rss item: StrictXML) {
    // HTML, so read once more; XML would turn a carriage return into a line feed.
    let html = (item.text("description") ?? "").utf8.flatMap { $0 == 0xD ? Array("&#13;".utf8) : [$0] }
    let summary = StrictXML(Array("<a>".utf8) + html + Array("</a>".utf8))?.text
    let published = item.text("pubDate").flatMap { Self.rfc3339(rfc822: $0) }
    self.init(
      [item.text("guid"), published, item.text("updated"), item.text("link"), item.text("title"), summary]
        + [item.text("encoded"), item.all("enclosure").first?.attributes["url"]]
        + item.all("creator").map(\.text) + item.all("category").map(\.text))
  }

  init(atom entry: StrictXML) {
    let links = Dictionary(
      entry.all("link").map { ($0.attributes["rel"] ?? "", $0.attributes["href"]) }, uniquingKeysWith: { a, _ in a })
    self.init(
      [entry.text("id"), entry.text("published"), entry.text("updated"), links["alternate"] ?? nil]
        + [entry.text("title"), entry.text("summary"), entry.text("content"), links["enclosure"] ?? nil]
        + entry.all("author").map { $0.text("name") } + entry.all("category").map { $0.attributes["term"] })
  }

  init(json item: JSONFeed.Item) {
    self.init(
      [item.id, item.date_published, item.date_modified, item.url, item.title, item.summary, item.content_html]
        + [item.attachments.first?.url] + item.authors.map(\.name) + item.tags)
  }

  static func allowed(_ text: String) -> String {
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
