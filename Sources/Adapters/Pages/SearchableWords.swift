package import Model
internal import Text
internal import XML

extension SearchableText {
  /// The words of an article as its page shows them.
  ///
  /// - Parameter topics: its topics, with the spelling of the site.
  package init(_ article: Article, topics: [Topic], print: Fingerprint) {
    self.init(article.id, print: print)
    title = Self.folded(article.title)
    takeaway = Self.folded(article.summaryIsExcerpt ? "" : article.summary)
    self.topics = Self.folded(topics.map(\.label).joined(separator: " "))
    let words = [plainText(ofHTML: article.body), article.means, article.mind] + article.questions + article.authors
    body = Self.folded(words.compactMap(\.self).joined(separator: "\n"))
  }

  private static func folded(_ text: String) -> String { searchWords(text).joined(separator: " ") }
}
