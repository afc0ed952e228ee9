internal import Model

/// Where an article that is published again was first published.
struct Origin: Equatable {
  /// Of the site, such as `https://journal.example/`.
  let address: String
  /// As the operator calls it, else its host.
  let name: String
  /// The address of its feed, if the operator gave it.
  let feed: String?
}

extension Article {
  /// Nil if it is at home on this site.
  func origin(for site: Site) -> Origin? {
    let home = site.url.utf8
    let isAtHome = link.utf8.starts(with: home) && (link.utf8.dropFirst(home.count).first ?? 0x2F) == 0x2F
    guard !isAtHome, let (scheme, host) = schemeAndHost(of: link) else { return nil }
    let source = site.sources.first { source in source.feed.flatMap(schemeAndHost)?.host == host }
    return Origin(address: scheme + host + "/", name: source?.title ?? host, feed: source?.feed)
  }
}

/// `https://` and `journal.example:8080`, in small letters and without a login; nil for an address without a host.
private func schemeAndHost(of address: String) -> (scheme: String, host: String)? {
  let bytes = address.utf8
  guard let scheme = ["https://", "http://"].first(where: { bytes.starts(with: $0.utf8) }) else { return nil }
  let authority = bytes.dropFirst(scheme.utf8.count).prefix { !"/?#".utf8.contains($0) }
  let host = authority.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last ?? authority
  return host.isEmpty ? nil : (scheme, String(Substring(host)).lowercased())
}
