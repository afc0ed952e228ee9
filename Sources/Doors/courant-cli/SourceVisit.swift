import FeedReading
import Foundation
import Model
import Office
import Press
import SiteFolder
import Time

/// `courant sources try` for what is fetched.
struct SourceVisit {
  private let source: UpstreamSettings
  /// Nil for a URL that belongs to no site.
  private let opened: OpenedSite?
  private let json: Bool

  init(_ source: UpstreamSettings, of opened: OpenedSite? = nil, json: Bool) {
    self.source = source
    self.opened = opened
    self.json = json
  }

  func run() throws {
    let trial = SourceTrial(UpstreamWays.reader(), UpstreamWays.fetcher(), now: Moment.clock)
    let contact = opened?.site.mistakesTo.map { "\($0)" }
    let secrets = try secrets()
    let result = try trial.run(source, first: request(secrets.credentials), key: secrets.key, contact: contact)
    switch result {
    case .read(let document, let answer): try show(document, answer)
    case .unreadable(let sentence, _, let feeds):
      for feed in feeds {
        printError("\(source.url): names the feed “\(feed.title)” with \(feed.items) items; url = \"\(feed.url)\"")
      }
      throw CommandError("\(source.url): \(sentence)", .badContent)
    case .unfetched(let sentence): throw CommandError("\(source.url): \(advised(sentence))", .unreachable)
    }
  }

  /// A URL has no settings: its advice is about options.
  private func advised(_ sentence: String) -> String {
    opened == nil ? sentence.advisingOptions : sentence
  }

  private func secrets() throws -> (credentials: String?, key: String?) {
    guard let opened else { return (nil, nil) }
    do throws(Finding) {
      return (try source.credentials(in: opened.folder), try source.interfaceKey(in: opened.folder))
    } catch {
      throw CommandError(error.description, .badConfiguration)
    }
  }

  private func request(_ credentials: String?) -> FetchRequest {
    let usual = opened.map { "Courant/\(Courant.version) (+\($0.site.url))" } ?? "Courant/\(Courant.version)"
    var request = FetchRequest(url: source.url, userAgent: source.userAgent ?? usual)
    request.follow(source, in: opened?.folder ?? ".")
    request.credentials = credentials
    return request
  }

  /// A feed is shown as the same bytes in a file would be.
  private func show(_ document: UpstreamDocument, _ answer: FetchAnswer?) throws {
    for redirect in answer?.redirects ?? [] {
      let advice = redirect.isPermanent ? "; write it into `url`" : ""
      printError("\(source.url): redirected to \(redirect.target) (\(redirect.status))\(advice)")
    }
    if case .document(let bytes)? = answer?.result, [.feed, .arxiv].contains(source.kind) {
      var context = FeedContext()
      context.base = answer?.url ?? source.url
      context.type = answer?.contentType
      context.zone = source.zone
      try FeedReport(json: json).show(bytes, context, called: source.url)
    } else if json {
      try printJSON(JSONFeed(document))
    } else {
      UpstreamReport(zone: opened?.site.zone ?? source.zone).show(document, called: source.url)
    }
    if !json { showLeftOut(document.items) }
  }

  private func showLeftOut(_ items: [UpstreamItem]) {
    for item in items {
      if let rule = source.leavesOut(item, topics: []) { print("left out  \(item.title), by \(rule)") }
    }
  }
}

/// The items of a source that is not a feed, as JSON Feed 1.1.
private struct JSONFeed: Encodable {
  struct Author: Encodable { let name: String }

  struct Item: Encodable {
    let id: String
    let url: String?
    let title: String
    let summary: String?
    let content_html: String?
    let content_text: String?
    let image: String?
    let date_published: String?
    let date_modified: String?
    let authors: [Author]?
    let tags: [String]?
  }

  let version = "https://jsonfeed.org/version/1.1"
  let title: String
  let home_page_url: String?
  let items: [Item]

  init(_ document: UpstreamDocument) {
    title = document.title
    home_page_url = document.home
    items = document.items.enumerated().map { place, item in
      Item(
        id: item.guid ?? item.link ?? "\(place + 1)", url: item.link, title: item.title,
        summary: item.summary.isEmpty ? nil : item.summary, content_html: item.body.isEmpty ? nil : item.body,
        content_text: item.body.isEmpty ? item.summary : nil, image: item.image?.url,
        date_published: item.published?.rfc3339, date_modified: item.updated?.rfc3339,
        authors: item.authors.isEmpty ? nil : item.authors.map(Author.init(name:)),
        tags: item.categories.isEmpty ? nil : item.categories)
    }
  }
}
