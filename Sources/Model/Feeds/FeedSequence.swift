/// The articles of a feed in the order in which they were added, which never changes. It determines which archive
/// document contains which article (RFC 5005 §4).
///
/// Document n (1-based) contains the positions (n−1)·size ..< n·size. It is *full* once an article has the position
/// after its last one. From then on only corrections and withdrawals of its articles change it. The document after the
/// last full one is *filling*.
package struct FeedSequence: Hashable, Sendable {
  package private(set) var articles: [Article.ID]
  /// How many articles an archive document contains; 0 for no archives.
  package let size: Int

  package init(articles: [Article.ID], size: Int) {
    self.articles = articles
    self.size = size
  }

  /// How many archive documents are full.
  package var fullCount: Int { Self.fullCount(of: articles.count, size: size) }

  fileprivate static func fullCount(of count: Int, size: Int) -> Int {
    size > 0 && count > 0 ? (count - 1) / size : 0
  }

  /// The articles in archive document `number`, 1-based.
  package func archive(_ number: Int) -> ArraySlice<Article.ID> {
    articles.dropFirst((number - 1) * size).prefix(size)
  }

  /// The articles that are not in a full archive document; empty if there are no archives.
  package var unarchived: ArraySlice<Article.ID> { size > 0 ? articles.dropFirst(fullCount * size) : [] }

  /// The articles of `matching` that are not in the sequence yet, oldest first: the order in which they are added.
  package func newcomers(_ matching: [Article]) -> [Article.ID] {
    let known = Set(articles)
    return matching.filter { !known.contains($0.id) }.sorted { Article.newestFirst($1, $0) }.map(\.id)
  }
}

extension FeedPlace {
  /// The documents that may contain an article at this place: the one that feed readers poll, which has the newest articles only, and
  /// an archive document if there is one.
  ///
  /// - Parameter size: see ``FeedSequence/size``.
  package func documents(archive size: Int) -> [FeedDocument.Kind] {
    let full = FeedSequence.fullCount(of: count, size: size)
    guard full > 0 else { return [.subscription(previous: nil)] }
    let number = position / size + 1
    return [.subscription(previous: full), .archive(number, isFull: number <= full)]
  }
}
