internal import Text

/// The metadata in the head of a page.
extension PageNodes {
  /// The text of the first `<title>`, on one line; empty if there is none.
  package var title: String { elements(["title"]).first.map { folded(rawText($0)) } ?? "" }

  /// The URL against which its links are resolved.
  /// - Parameter url: of the page.
  package func base(at url: String) -> String {
    let written = elements(["base"]).first.flatMap { self[$0]["href"] }
    return written.flatMap { resolve($0, against: url) } ?? url
  }

  private static let feedTypes: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
  ]

  /// The absolute URLs of the feeds that it names; at most ten.
  /// - Parameter url: of the page.
  package func feeds(at url: String) -> [String] {
    let base = base(at: url)
    var found: [String] = []
    for index in elements(["link"]) where found.count < 10 {
      let link = self[index]
      let relations = link["rel"]?.lowercased().split(separator: " ") ?? []
      guard relations.contains("alternate"), Self.feedTypes.contains(link["type"]?.lowercased() ?? "") else { continue }
      if let address = link["href"].flatMap({ resolve($0, against: base) ?? $0 }), !found.contains(address) {
        found.append(address)
      }
    }
    return found
  }
}
