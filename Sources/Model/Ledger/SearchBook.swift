/// The words of published articles, for search.
package protocol SearchBook: AnyObject, Sendable {
  /// The articles whose words are recorded, each with the fingerprint that they were recorded under.
  func searchableArticles() throws -> [Article.ID: Fingerprint]

  /// Records the words of articles, replacing earlier ones, and removes those of others, in one transaction.
  func record(_ texts: [SearchableText], removing gone: [Article.ID]) throws

  /// The articles that contain all words of the query, best first: words in the title count most, then those in the
  /// takeaway and the topics.
  ///
  /// - Parameter limit: the maximum number to return.
  func articles(matching query: SearchQuery, limit: Int) throws -> [Article.ID]
}

/// The words of an article, folded as those of a query are.
package struct SearchableText: Hashable, Sendable {
  package let id: Article.ID
  /// Changes with the article.
  package let print: Fingerprint
  /// Folded words, separated by spaces.
  package var title = ""
  package var takeaway = ""
  package var topics = ""
  package var body = ""

  package init(_ id: Article.ID, print: Fingerprint) {
    self.id = id
    self.print = print
  }
}

/// What a reader is looking for.
package struct SearchQuery: Hashable, Sendable {
  /// Folded, each once, in the order in which they were typed; never empty.
  package let words: [String]

  /// The maximum number of words, and of letters per word; the rest is ignored.
  private static let mostWords = 12
  private static let mostLetters = 64

  /// - Parameter words: folded words. Nil if there is none.
  package init?(words: [String]) {
    var seen = Set<String>()
    let all = words.map { String($0.prefix(Self.mostLetters)) }.filter { !$0.isEmpty && seen.insert($0).inserted }
    if all.isEmpty { return nil }
    self.words = Array(all.prefix(Self.mostWords))
  }
}
