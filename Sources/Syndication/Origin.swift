internal import Model

/// Where an article that is published again was first published.
struct Origin {
  /// Of the site, such as `https://journal.example/`.
  let address: String
  /// Its host.
  let name: String
}

extension Article {
  /// Nil if it is at home on this site.
  func origin(for site: Site) -> Origin? {
    guard !link.hasPrefix(site.url + "/"), link != site.url,
      let match = link.wholeMatch(of: /(https?:\/\/)(?:[^\/?#@]*@)?([^\/?#@]+)(?:[\/?#].*)?/.dotMatchesNewlines())
    else { return nil }
    return Origin(address: match.1 + match.2.lowercased() + "/", name: match.2.lowercased())
  }
}
