internal import Model
internal import Time

/// The changes of a fetch to the shelf, in the form that the gathering of folders uses.
extension UpstreamFetch {
  static func changes(shelving articles: [Article], of source: String, at now: Instant) -> ShelfChanges {
    changes(articles.map { read($0, at: $0.pageName) }, gone: [], of: source, at: now)
  }

  static func changes(
    _ read: [ShelfChanges.Read], gone: [String], of source: String, at now: Instant
  ) -> ShelfChanges {
    var changes = ShelfChanges(
      source: source, listingKey: nil, assets: [ShelvedAsset]().key, read: read, gone: gone)
    changes.assetFiles = []
    changes.now = now
    return changes
  }

  static func read(_ article: Article, at path: String) -> ShelfChanges.Read {
    var read = ShelfChanges.Read(path: path, stamp: "item", article: article, findings: [])
    if article.id.text != path { read.name = path }
    return read
  }
}

extension Article {
  /// The name from which its page's is made: `SOURCE/LETTERS`.
  fileprivate var pageName: String { page.split(separator: "/").dropFirst().dropLast().joined(separator: "/") }
}
