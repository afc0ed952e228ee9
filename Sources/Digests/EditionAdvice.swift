package import Model

/// What readers would probably stumble over in an edition that may go out; one sentence each.
package struct EditionAdvice {
  private let edition: Edition
  private let articles: [Article]

  /// - Parameter issue: what `edition` was printed from.
  package init(_ edition: Edition, of issue: Issue) {
    self.edition = edition
    articles = issue.sections(following: edition.feeds).flatMap(\.articles)
  }

  package var sentences: [String] { subject + length + ofArticles + links + parity }
}

extension EditionAdvice {
  private var subject: [String] {
    let count = edition.subject.count
    guard count > 78 else { return [] }
    let cut = edition.subject.hasSuffix("…") ? " and was shortened" : ""
    return ["the subject has \(count) characters\(cut); inboxes show about 78 at most."]
  }

  private var length: [String] {
    let (bytes, most) = (DocumentFacts(edition.html).bytes, EditionPreflight.maxHTMLBytes)
    return bytes * 5 > most * 4
      ? ["the HTML has \(bytes) bytes, more than 80 % of the \(most) after which mail programs cut."] : []
  }

  private var ofArticles: [String] {
    articles.flatMap { article in
      let takeaway = article.summary.isEmpty || article.summaryIsExcerpt
      return (takeaway ? ["\(article.id): no key takeaway; its beginning stands in its place."] : [])
        + (article.image?.alt.isEmpty == true ? ["\(article.id): the image has no alt text."] : [])
    }
  }

  private var links: [String] {
    let known = ["http", "https", "mailto"]
    return MailLinks.all(in: edition.html).filter { link in
      !MailLinks.isInside(link) && !known.contains(MailLinks.scheme(of: link)?.lowercased() ?? "")
    }.map { "the link `\($0)` is neither http(s) nor mailto." }
  }

  /// Line breaks of the text part count as spaces.
  private var parity: [String] {
    let text = squeezed(edition.text)
    let shown = Set(MailLinks.all(in: edition.html))
    return articles.flatMap { article in
      (text.contains(squeezed(article.title)) ? [] : ["\(article.id): the text part lacks its title."])
        + (shown.contains(article.link) && !edition.text.contains(article.link)
          ? ["\(article.id): the text part lacks its link."] : [])
    }
  }

  private func squeezed(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
