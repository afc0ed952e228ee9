internal import Languages
package import Model

/// What one article takes of a list, at most, so that none buries the others.
extension Article {
  /// Cut where it is absurdly long; its page has the whole.
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
  /// A title as lists and mails show it.
  package var listed: String { isLong(for: Self.listedTitle) ? abridged(to: Self.listedTitle) : self }

  fileprivate static let listedTitle = 300

  /// Whether it may have more characters than that; asked without counting them.
  fileprivate func isLong(for limit: Int) -> Bool { utf8.count > limit }
}
