package import Languages
package import Model
internal import XML

/// An article as feeds carry it, in HTML: what matters first, in words, so that every reader of feeds shows it.
///
/// Key takeaway, ratings, body, source; what an article does not have is left out.
package func content(of article: Article, in language: Language) -> String {
  ArticleContent(language).parts(of: article).joined()
}

/// The words that stand in all articles of a feed, found once.
struct ArticleContent: Sendable {
  private let language: Language
  private let takeawayLabel: String
  private let sourceLabel: String

  init(_ language: Language) {
    self.language = language
    takeawayLabel = language.label("key_takeaway")
    sourceLabel = language.label("source")
  }

  /// What ``content(of:in:)`` gives, not put together: bodies are long.
  func parts(of article: Article) -> [String] {
    var parts: [String] = []
    if let takeaway = takeaway(of: article) { parts.append(takeaway) }
    if let ratings = ratings(of: article) { parts.append(ratings) }
    parts.append(article.body)
    if let source = source(of: article) { parts.append(source) }
    return parts
  }
}

extension ArticleContent {
  /// Not said if it is the first paragraph, which follows anyway.
  private func takeaway(of article: Article) -> String? {
    guard !article.takeaway.isEmpty, !article.bodyBeginsWithSummary else { return nil }
    return "<p><strong>\(takeawayLabel)</strong> \(escapedHTML(article.takeaway))</p>\n"
  }

  private func ratings(of article: Article) -> String? {
    let ratings = [("credibility", article.credibility), ("interest", article.interest)].compactMap { key, rating in
      rating.map { rating in
        let value = language.decimal(tenths: rating.tenths)
        return [language.word(key), language.sentence("of_five_short", ["value": value])].compactMap { $0 }
          .joined(separator: " ")
      }
    }
    return ratings.isEmpty ? nil : "<p>\(escapedHTML(ratings.joined(separator: " · ")))</p>\n"
  }

  private func source(of article: Article) -> String? {
    guard let citation = article.citation else { return nil }
    let parts = [
      (citation.title ?? citation.url).map { link(citation.link, text: $0) },
      citation.journal.map { "<em>\(escapedHTML($0))</em>" },
      citation.published.map { escapedHTML(language.date(written: $0)) },
      citation.doi.map { "DOI " + link("https://doi.org/" + percentEncodedPath($0), text: $0) },
    ].compactMap { $0 }
    let comma = escapedHTML(language.word("comma") ?? "")
    return parts.isEmpty ? nil : "\n<p>\(sourceLabel) \(parts.joined(separator: comma))</p>\n"
  }
}

extension Language {
  /// `Source:`, as HTML.
  fileprivate func label(_ key: String) -> String {
    escapedHTML([word(key), word("colon")].compactMap { $0 }.joined())
  }
}

private func link(_ address: String?, text: String) -> String {
  guard let address = address.flatMap({ resolve($0, against: "") }) else { return escapedHTML(text) }
  return "<a href=\"\(escapedHTML(address))\">\(escapedHTML(text))</a>"
}
