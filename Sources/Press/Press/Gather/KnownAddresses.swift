internal import Model
internal import Text

/// Articles by the address at which they were read, for files whose authors list former addresses.
struct KnownAddresses {
  private let known: [KnownArticle]
  private let site: Site
  private let ledger: any GatheringLedger
  /// Articles by ``ItemKey/link(_:)``; nil until needed, because few files list former addresses.
  private var articles: [String: Article.ID]?

  init(_ known: [KnownArticle], on site: Site, _ ledger: any GatheringLedger) {
    self.known = known
    self.site = site
    self.ledger = ledger
  }

  /// - Parameter keys: addresses as ``ItemKey/link(_:)`` keys.
  mutating func articles(at keys: [String]) throws -> [Article.ID] {
    if keys.isEmpty { return [] }
    let all = try articles ?? collect()
    articles = all
    // Links that feeds of former sources showed.
    let shown = try ledger.aliases(keys, of: "").compactMap(\.article)
    return keys.compactMap { all[$0] } + shown
  }

  /// Collects the addresses. An article that left the shelf is known only by its page.
  private func collect() throws -> [String: Article.ID] {
    var articles: [String: Article.ID] = [:]
    for article in known where Article.isPage(article.page) {
      articles[ItemKey.link(site.address(ofFile: article.page))] = article.id
    }
    for shelved in try ledger.shelvedArticles() where !shelved.article.hasPage {
      articles[ItemKey.link(shelved.article.link)] = shelved.article.id
    }
    return articles
  }
}

extension Site {
  /// The URL of a file under `public/`, without `index.html`.
  func address(ofFile path: String) -> String {
    let index = "index.html"
    return address(percentEncodedPath(path.hasSuffix("/" + index) ? String(path.dropLast(index.count)) : path))
  }
}
