extension Article {
  /// The site to be named as the place where it was first published; nil if that is this site, or if its name is unknown.
  package func credit(on site: Site) -> Origin? {
    if let origin { return origin }
    guard !isAtHome(on: site), let host = WebOrigin(link)?.site else { return nil }
    let source = site.sources.first { source in
      [source.feed, source.link].contains { $0.flatMap(WebOrigin.init)?.site == host }
    }
    guard let title = source?.title else { return nil }
    return Origin(title: title, url: "\(WebOrigin(link)?.scheme ?? "https")://\(host)/")
  }

  /// Whether it is read at a URL of this site.
  package func isAtHome(on site: Site) -> Bool {
    let home = site.url.utf8
    return link.utf8.starts(with: home) && (link.utf8.dropFirst(home.count).first ?? 0x2F) == 0x2F
  }
}
