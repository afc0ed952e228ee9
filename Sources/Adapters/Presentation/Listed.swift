internal import Languages
package import Model

/// Limits on what one article contributes to a list, so that it does not bury the others.
extension Article {
  /// The article with absurdly long fields cut; its page shows them in full.
  package var listed: Article {
    guard
      title.isLong(for: String.listedTitle) || summary.isLong(for: Self.listedSummary)
        || topics.count > Self.listedTopics
    else { return self }
    var article = self
    article.title = title.listed
    if summary.isLong(for: Self.listedSummary) { article.summary = summary.abridged(to: Self.listedSummary) }
    article.topics = Array(topics.prefix(Self.listedTopics))
    return article
  }

  private static let listedSummary = 600
  private static let listedTopics = 8
}

extension String {
  /// A title as shown in lists and emails.
  package var listed: String { isLong(for: Self.listedTitle) ? abridged(to: Self.listedTitle) : self }

  fileprivate static let listedTitle = 300

  /// Whether the text may have more characters than this, without counting them.
  fileprivate func isLong(for limit: Int) -> Bool { utf8.count > limit }
}
