/// The keys by which an item of an upstream source is recognised, each with the letter of its kind in front.
package enum ItemKey {
  /// The guid, verbatim.
  package static func guid(_ guid: String) -> String { "G:" + guid }

  /// A paper in its canonical form, as in ``UpstreamItem/papers``. It counts in all sources.
  package static func paper(_ paper: String) -> String { "D:" + paper }

  /// A guid that is a URL, without what changes when a site gets a certificate or drops `www`; nil for any other.
  ///
  /// Its fragment stays: there are feeds of release notes in which only the fragment differs.
  package static func movedGuid(_ guid: String) -> String? {
    guard let url = ComparedURL(guid), !url.isHome else { return nil }
    return "g:" + url.host + url.rest
  }

  /// A guid that is a URL, without its host; nil for any other, and for the home page.
  package static func guidPath(_ guid: String) -> String? {
    guard let url = ComparedURL(guid), !url.isHome else { return nil }
    return "p:" + url.rest
  }

  /// A link without its scheme, `www.`, fragment and parameters that only count visits; the other parameters are
  /// sorted. It counts in all sources.
  package static func link(_ link: String) -> String {
    guard let url = ComparedURL(link) else { return "L:" + link }
    let parameters = (url.query ?? "").split(separator: "&").filter { !countsVisits($0) }.sorted()
    return "L:" + url.host + url.path + (parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&"))
  }

  /// Whether a link is a home page, which many items may have as their link.
  package static func isHome(_ link: String) -> Bool {
    guard let url = ComparedURL(link) else { return false }
    return url.isHome
  }

  /// Whether a guid only shows where the item is from: the site, its front page, or the front page of the item's own page.
  ///
  /// A link blog uses other sites' front pages as guids, which differ from item to item.
  static func isPlace(_ guid: String, of item: UpstreamItem, at places: [String]) -> Bool {
    guard let url = ComparedURL(guid) else { return false }
    let places = places.compactMap { ComparedURL($0) }
    if places.contains(where: { $0.host == url.host && (url.isHome || $0.rest == url.rest) }) { return true }
    guard url.isHome, let link = item.link.flatMap({ ComparedURL($0) }) else { return false }
    return link.host == url.host && !link.isHome
  }

  /// Whether a page has moved to another host or path.
  package static func isElsewhere(_ old: String, _ new: String) -> Bool {
    guard let before = ComparedURL(old), let after = ComparedURL(new) else { return old != new }
    return before.host != after.host || before.path != after.path
  }

  /// The title, and the day in UTC if there is one.
  package static func title(_ title: String, on day: Int64?) -> String {
    let words = foldedWords(title).joined(separator: " ")
    return "T:" + (day.map { "\($0) " } ?? "") + (words.isEmpty ? title : words)
  }

  /// - Parameter hash: of the normalised text.
  package static func content(_ hash: String) -> String { "C:" + hash }

  /// Whether keys of its kind count in all sources.
  package static func isShared(_ key: String) -> Bool { key.hasPrefix("D:") || key.hasPrefix("L:") }

  private static func countsVisits(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_") || visitParameters.contains(name)
  }

  private static let visitParameters: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "ff", "fc", "_hsenc", "_hsmi", "ref_src",
  ]
}

extension ComparedURL {
  /// The part after the host.
  fileprivate var rest: String { path + (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "") }
}
