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

  /// - Parameter language: the language of the labels around the authors' text.
  package init(_ language: Language, showsInterest: Bool = false) {
    self.language = language
    self.showsInterest = showsInterest
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
    return [head, article.body, foot]
  }
}

extension ArticleContent {
  /// Left out if the takeaway equals the beginning of the body, which follows anyway.
  private func addTakeaway(of article: Article, to html: inout String) {
    guard !article.takeaway.isEmpty, !article.bodyBeginsWithSummary else { return }
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
