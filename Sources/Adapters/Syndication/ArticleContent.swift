package import Languages
package import Model
internal import Text
internal import XML

/// The HTML content of articles in feeds: the important parts first, as text, so that every feed reader shows them.
///
/// Key takeaway, how sure it is, body, source; parts that an article lacks are left out.
package struct ArticleContent: Sendable {
  private let language: Language
  private let takeaway: String
  private let showsInterest: Bool
  private let source: String
  private let comma: String
  private let amount: Feed.Content

  /// - Parameter language: the language of the labels around the authors' text.
  package init(_ language: Language, showsInterest: Bool = false, amount: Feed.Content = .full) {
    self.language = language
    self.showsInterest = showsInterest
    self.amount = amount
    takeaway = language.label("key_takeaway")
    source = language.label("source")
    comma = escapedHTML(language.word("comma") ?? "")
  }

  /// In parts, not joined, because bodies are long.
  package func parts(of article: Article) -> [String] {
    var head = ""
    addTakeaway(of: article, to: &head)
    addEvidence(of: article, to: &head)
    var foot = ""
    addSource(of: article, to: &foot)
    return amount == .full ? [head, article.body, foot] : excerpt(of: article)
  }

  /// What is urgent comes first and whole, as on the article's page.
  private func excerpt(of article: Article) -> [String] {
    var html = String(article.body[..<article.bodyAfterUrgent.startIndex])
    addSummary(of: article, to: &html)
    addEvidence(of: article, to: &html)
    if amount == .excerpt, !article.summaryIsExcerpt, !article.bodyBeginsWithSummary {
      let opening = XML.excerpt(ofHTML: String(article.bodyAfterUrgent))
      if !opening.isEmpty { html += "<p>\(escapedHTML(opening))</p>\n" }
    }
    addSource(of: article, to: &html)
    html += "\n<p>\(link(article.link, text: language.framedWord("read_more")))</p>\n"
    return [html]
  }
}

extension ArticleContent {
  /// The takeaway, or the beginning of the text if the author wrote none.
  private func addSummary(of article: Article, to html: inout String) {
    guard !article.summary.isEmpty else { return }
    guard article.takeaway.isEmpty else { return addWholeTakeaway(of: article, to: &html) }
    html += "<p>\(escapedHTML(article.summary))</p>\n"
  }

  /// Left out if the takeaway equals the beginning of the body, which follows anyway.
  private func addTakeaway(of article: Article, to html: inout String) {
    guard !article.takeaway.isEmpty, !article.bodyBeginsWithSummary else { return }
    addWholeTakeaway(of: article, to: &html)
  }

  private func addWholeTakeaway(of article: Article, to html: inout String) {
    html += takeaway.isEmpty ? "<p>" : "<p><strong>\(takeaway)</strong> "
    html += escapedHTML(takeaway.isEmpty ? article.takeaway : language.isolated(article.takeaway))
    html += "</p>\n"
  }

  private func addEvidence(of article: Article, to html: inout String) {
    let interest = showsInterest ? article.interest?.degree.rawValue : nil
    let line = language.evidenceLine(
      level: article.evidence?.rawValue, testedIn: article.testedIn?.rawValue, interest: interest)
    guard let line else { return }
    html += "<p>" + escapedHTML(language.borrows("evidence") ? language.framed(line) : line) + "</p>\n"
  }

  private func addSource(of article: Article, to html: inout String) {
    guard let citation = article.citation else { return }
    let parts = [
      citation.title.map { link(citation.link, text: language.isolated($0)) }
        ?? citation.url.map { link(citation.link, text: $0) },
      citation.journal.map { "<em>\(escapedHTML(language.isolated($0)))</em>" },
      citation.published.map { escapedHTML(language.framedDate(written: $0)) },
      citation.doi.map { "DOI " + link("https://doi.org/" + percentEncodedPath($0), text: $0) },
    ].compactMap { $0 }
    if !parts.isEmpty { html += "\n<p>\(source) \(parts.joined(separator: comma))</p>\n" }
  }
}

extension Language {
  /// `Source:`, as HTML.
  fileprivate func label(_ key: String) -> String {
    guard let word = word(key), !word.isEmpty else { return "" }
    return escapedHTML(framedWord(key) + (self.word("colon") ?? ""))
  }
}

private func link(_ address: String?, text: String) -> String {
  guard let address = address.flatMap({ resolve($0, against: "") }) else { return escapedHTML(text) }
  return "<a href=\"\(escapedHTML(address))\">\(escapedHTML(text))</a>"
}
