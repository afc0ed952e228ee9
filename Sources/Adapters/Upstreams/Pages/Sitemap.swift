internal import Compression
internal import FeedReading
internal import Model
internal import Text
internal import Time
internal import XML

/// A sitemap, or an index of sitemaps (https://www.sitemaps.org/protocol.html).
struct Sitemap {
  struct Page: Hashable, Sendable {
    let url: String
    /// As written.
    var changed: String?
    /// Its data in a news sitemap.
    var title = ""
    var published: String?
  }

  private(set) var pages: [Page] = []
  /// The sitemaps that an index names.
  private(set) var children: [String] = []
  let isComplete: Bool
  private(set) var isCut = false

  /// More are not read.
  static let mostPages = 50_000
  /// The protocol's limit, in bytes after decompression.
  private static let mostBytes = 50_000_000

  /// - Throws: if the bytes are not a sitemap.
  init(_ written: [UInt8], at url: String) throws(UpstreamFailure) {
    var bytes = written
    if written.starts(with: [0x1F, 0x8B]) {
      switch gunzip(written, most: Self.mostBytes) {
      case .bytes(let unpacked): bytes = unpacked
      case .broken: throw UpstreamFailure(sentence: "\(url) is a gzip file that cannot be unpacked")
      case .tooLarge: throw UpstreamFailure(sentence: "\(url) has more than 50 MB when it is unpacked; split it")
      }
    }
    var pages: [Page] = []
    var children: [String] = []
    var isCut = false
    let read = XMLRecords.read(bytes, roots: ["urlset", "sitemapindex"], records: ["url", "sitemap"]) { record in
      guard let location = record["loc"]?.text, let address = resolve(location, against: url), isWebURL(address) else {
        return true
      }
      if record.name == "sitemap" {
        children.append(address)
      } else {
        pages.append(Page(address, record))
      }
      isCut = pages.count + children.count >= Self.mostPages
      return !isCut
    }
    guard let read else { throw Self.failure(bytes, url) }
    self.pages = pages
    self.children = children
    self.isCut = isCut
    isComplete = read.isComplete || isCut
  }

  private static func failure(_ bytes: [UInt8], _ url: String) -> UpstreamFailure {
    guard let page = WebPage(bytes, base: url) else {
      return UpstreamFailure(sentence: "it is not a sitemap: it has neither `urlset` nor `sitemapindex`")
    }
    return UpstreamFailure(
      sentence: UpstreamFailure.words(forPage: page.title, insteadOf: "a sitemap", isChallenge: false))
  }
}

extension Sitemap.Page {
  fileprivate init(_ url: String, _ record: XMLRecord) {
    self.url = tidiedAddress(url)
    changed = record["lastmod"]?.text
    title = record["news", "title"]?.text ?? ""
    published = record["news", "publication_date"]?.text
  }

  /// Only for the order in which pages are fetched: many servers write today's date.
  var changedAt: Instant {
    changed.flatMap { WrittenDate(ofFeed: $0) }?.instant(in: .utc) ?? Instant(seconds: 0)
  }

  var teaser: Teaser {
    var teaser = Teaser()
    teaser.link = url
    teaser.title = title
    teaser.date = published
    return teaser
  }
}
