internal import Model
internal import Text

/// The site where a republished article was first published.
struct Origin: Equatable {
  /// URL of the site, for example `https://journal.example/`.
  let address: String
  /// The name the operator gave it, otherwise its host.
  let name: String
  /// The URL of its feed, if the operator gave it.
  let feed: String?
}

extension Article {
  /// Nil if the article was first published on this site.
  func origin(for site: Site) -> Origin? {
    let home = site.url.utf8
    let isAtHome = link.utf8.starts(with: home) && (link.utf8.dropFirst(home.count).first ?? 0x2F) == 0x2F
    guard !isAtHome, let url = WebURL(link) else { return nil }
    let source = site.sources.first { source in source.feed.flatMap(WebURL.init)?.host == url.host }
    return Origin(address: "\(url.scheme)://\(url.host)/", name: source?.title ?? url.host, feed: source?.feed)
  }
}
