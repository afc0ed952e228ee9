internal import Model
internal import Text

/// The site where a republished article was first published.
struct Origin: Equatable {
  /// URL of the site, for example `https://journal.example/`.
  let address: String
  /// The name it is credited with, otherwise its host.
  let name: String
  /// The URL of its feed, if it is known.
  let feed: String?
}

extension Article {
  /// Nil if the article was first published on this site.
  func origin(for site: Site) -> Syndication.Origin? {
    guard origin != nil || !isAtHome(on: site) else { return nil }
    let credited = credit(on: site)
    guard let url = WebURL(credited?.url ?? link) else { return nil }
    let home = credited?.url ?? "\(url.scheme)://\(url.host)/"
    return Syndication.Origin(address: home, name: credited?.title ?? url.host, feed: site.feed(at: url.host))
  }
}

extension Site {
  /// The URL of a feed on a host from which articles are taken. One with a query is not published: it may hold a key.
  fileprivate func feed(at host: String) -> String? {
    let own = sources.compactMap(\.feed)
    let upstream = upstreams.filter { $0.kind == .feed && !$0.url.contains("?") }.map(\.url)
    return (own + upstream).first { WebURL($0)?.host == host }
  }
}
