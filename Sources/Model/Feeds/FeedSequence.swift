/// The articles of a feed in the order in which they came into it, which never changes: what tells which archive document
/// holds which article (RFC 5005 §4).
///
/// Document n (from 1) holds the places (n−1)·size ..< n·size. It is *full* once an article has the place after its last.
/// Then it never changes again, but for corrections of its articles and withdrawals. The document after the last full one
/// is *filling*.
package struct FeedSequence: Hashable, Sendable {
  package private(set) var articles: [Article.ID]
  /// How many articles an archive document holds; 0: there are none.
  package let size: Int

  package init(articles: [Article.ID], size: Int) { (self.articles, self.size) = (articles, size) }

  /// How many archive documents are full.
  package var fullCount: Int { size > 0 && !articles.isEmpty ? (articles.count - 1) / size : 0 }

  /// Those in archive document `number`, from 1.
  package func archive(_ number: Int) -> ArraySlice<Article.ID> {
    articles.dropFirst((number - 1) * size).prefix(size)
  }

  /// Those that no full archive document holds; none if there are no archives.
  package var unarchived: ArraySlice<Article.ID> { size > 0 ? articles.dropFirst(fullCount * size) : [] }

  /// The articles among `matching` that have no place yet, oldest first: the order in which they get theirs.
  package func newcomers(_ matching: [Article]) -> [Article.ID] {
    let known = Set(articles)
    return matching.filter { !known.contains($0.id) }.sorted { Article.newestFirst($1, $0) }.map(\.id)
  }
}
