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
    guard !isAtHome, let (scheme, host) = schemeAndHost(of: link) else { return nil }
    let source = site.sources.first { source in source.feed.flatMap(schemeAndHost)?.host == host }
    return Origin(address: scheme + host + "/", name: source?.title ?? host, feed: source?.feed)
  }
}

/// `https://` and `journal.example:8080`, in lower case and without a login; nil for a URL without a host.
private func schemeAndHost(of address: String) -> (scheme: String, host: String)? {
  let bytes = address.utf8
  guard let scheme = ["https://", "http://"].first(where: { bytes.starts(with: $0.utf8) }) else { return nil }
  guard let host = hostAndPort(of: address), !host.isEmpty else { return nil }
  return (scheme, host.lowercased())
}
