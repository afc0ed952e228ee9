package import Languages
package import Model
internal import XML

/// An article as feeds carry it, in HTML: what matters first, in words, so that every reader of feeds shows it.
///
/// Key takeaway, ratings, body, source; what an article does not have is left out.
package func content(of article: Article, in language: Language) -> String {
  takeaway(of: article, language) + ratings(of: article, language) + article.body + source(of: article, language)
}

/// Not said if it is the first paragraph, which follows anyway.
private func takeaway(of article: Article, _ language: Language) -> String {
  guard !article.takeaway.isEmpty, !article.bodyBeginsWithSummary else { return "" }
  return "<p><strong>\(language.label("key_takeaway"))</strong> \(escapedHTML(article.takeaway))</p>\n"
}

private func ratings(of article: Article, _ language: Language) -> String {
  let ratings = [("credibility", article.credibility), ("interest", article.interest)].compactMap { key, rating in
    rating.map { rating in
      let value = language.decimal(tenths: rating.tenths)
      return [language.word(key), language.sentence("of_five_short", ["value": value])].compactMap { $0 }
        .joined(separator: " ")
    }
  }
  return ratings.isEmpty ? "" : "<p>\(escapedHTML(ratings.joined(separator: " · ")))</p>\n"
}

private func source(of article: Article, _ language: Language) -> String {
  guard let citation = article.citation else { return "" }
  let parts = [
    (citation.title ?? citation.url).map { link(citation.link, text: $0) },
    citation.journal.map { "<em>\(escapedHTML($0))</em>" },
    citation.published.map { escapedHTML(language.date(written: $0)) },
    citation.doi.map { "DOI " + link("https://doi.org/" + percentEncodedPath($0), text: $0) },
  ].compactMap { $0 }
  let comma = escapedHTML(language.word("comma") ?? "")
  return parts.isEmpty ? "" : "\n<p>\(language.label("source")) \(parts.joined(separator: comma))</p>\n"
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
