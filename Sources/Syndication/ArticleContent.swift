package import Model
internal import XML

/// An article as feeds carry it, in HTML: what matters first, in words, so that every reader of feeds shows it.
///
/// Key takeaway, ratings, body, source; what an article does not have is left out.
package func content(of article: Article) -> String {
  takeaway(of: article) + ratings(of: article) + article.body + source(of: article)
}

/// Not said if it is the first paragraph, which follows anyway.
private func takeaway(of article: Article) -> String {
  guard !article.takeaway.isEmpty, !article.bodyBeginsWithSummary else { return "" }
  return "<p><strong>Key takeaway:</strong> \(escapedHTML(article.takeaway))</p>\n"
}

private func ratings(of article: Article) -> String {
  let ratings = [("Credibility", article.credibility), ("Interest", article.interest)]
    .compactMap { name, rating in rating.map { "\(name) \($0.text) of 5" } }
  return ratings.isEmpty ? "" : "<p>\(ratings.joined(separator: " · "))</p>\n"
}

private func source(of article: Article) -> String {
  guard let citation = article.citation else { return "" }
  let parts = [
    (citation.title ?? citation.url).map { link(citation.link, text: $0) },
    citation.journal.map { "<em>\(escapedHTML($0))</em>" },
    citation.published.map { escapedHTML($0) },
    citation.doi.map { "DOI " + link("https://doi.org/" + percentEncodedPath($0), text: $0) },
  ].compactMap { $0 }
  return parts.isEmpty ? "" : "\n<p>Source: \(parts.joined(separator: ", "))</p>\n"
}

private func link(_ address: String?, text: String) -> String {
  guard let address = address.flatMap({ resolve($0, against: "") }) else { return escapedHTML(text) }
  return "<a href=\"\(escapedHTML(address))\">\(escapedHTML(text))</a>"
}
