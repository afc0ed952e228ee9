internal import Model
internal import Syndication

/// The documents that machines read: every feed in its formats, and the list of feeds.
extension PublicView {
  func feedPrints() throws -> [Print] {
    site.feeds.flatMap(documents) + [Print("opml.xml", "opml") { [site] _ in try opml(site: site) }]
  }

  private func documents(of feed: Feed) -> [Print] {
    let articles = articles(of: feed)
    let printer = FeedPrinter(site: site, feed: feed)
    return feed.formats.map { format in
      Print(feed.path(format), format.rawValue, reading: articles) { try printer.print(format, articles: $0) }
    }
  }
}
