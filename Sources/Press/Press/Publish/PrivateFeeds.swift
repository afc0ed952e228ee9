internal import Cryptography
internal import Model
internal import Syndication
internal import Time

/// The documents of private feeds, which are recorded for `courant serve` instead of published.
extension PressRun {
  /// They are rendered with a random token, which no article can contain; so nothing but the addresses of a document is ever
  /// replaced by a reader's token.
  func recordPrivateFeeds(_ view: PublicView) throws {
    guard let random = randomBytes(24) else { throw LedgerError("the system has no random numbers") }
    let documents = try view.privateDocuments(for: base32(random)) { ids in
      try ledger.articles(ids).map { $0.shown(at: now) }
    }
    try ledger.record(privateDocuments: documents, at: now)
  }
}

extension PublicView {
  /// Rendered like the documents that readers of a public feed poll, without archives and hubs.
  ///
  /// - Parameter articles: reads articles with their bodies, in this order.
  fileprivate func privateDocuments(
    for token: String, articles read: ([Article.ID]) throws -> [Article]
  ) throws -> [PrivateDocument] {
    var site = site
    site.hubs = []
    return try catalogue.privateFeeds.flatMap { feed, articles in
      let places = catalogue.sequences[feed.folder]?.articles ?? []
      let plan = FeedPlan(
        feed, sequence: FeedSequence(articles: places, size: 0), matching: articles.map(\.article),
        withdrawals: withdrawals)
      guard let document = plan.documents.first else { return [PrivateDocument]() }
      let shown = document.articles.map { articles[$0] }
      let whole = FeedDocument(
        document.kind, articles: try read(shown.map(\.article.id)).map(spelling.spelled),
        withdrawals: document.withdrawals)
      var addressed = feed
      addressed.readersFolder = feed.folder(for: token)
      let renderer = renderer(of: addressed, on: site, nil, lengths(of: shown))
      return try feed.formats.map { format in
        let bytes = try renderer.render(format, whole)
        return PrivateDocument(feed.name, format, bytes: bytes.replacing(token.utf8, with: [PrivateDocument.blank]))
      }
    }
  }
}
