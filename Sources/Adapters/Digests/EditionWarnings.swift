internal import Languages
package import Model
internal import Presentation

/// Problems that readers would probably notice in an edition that may be sent; one sentence each.
package struct EditionWarnings {
  private let edition: Edition
  private let articles: [Article]
  /// The targets of all links in the HTML.
  private let links: [String]
  /// The text part without white space, because lines may be broken between any two Chinese characters.
  private let text: String

  /// - Parameter issue: the issue that `edition` was rendered from.
  package init(_ edition: Edition, of issue: Issue) {
    self.edition = edition
    articles = issue.sections(following: edition.feeds).flatMap(\.articles)
    links = MailLinks.all(in: edition.html)
    text = squeezed(edition.text)
  }

  package var sentences: [String] { subject + length + omitted + ofArticles + images + foreignLinks + parity }
}

extension EditionWarnings {
  private var subject: [String] {
    let count = edition.subject.count
    guard count > 78 else { return [] }
    let cut = edition.subject.hasSuffix("…") ? " and was shortened" : ""
    return ["the subject has \(count) characters\(cut); inboxes show about 78 at most."]
  }

  private var length: [String] {
    let (bytes, most) = (DocumentFacts(edition.html).bytes, MailSize.longestHTML)
    return bytes * 5 > most * 4
      ? ["the HTML has \(bytes) bytes, more than 80 % of the \(most) after which mail programs cut."] : []
  }

  private var omitted: [String] {
    let count = articles.count { !shows($0) }
    return count > 0 ? ["there is no room for \(count) of \(articles.count) articles: they stand on the web only."] : []
  }

  private var ofArticles: [String] {
    articles.flatMap { article in
      let takeaway = article.summary.isEmpty || article.summaryIsExcerpt
      return (takeaway ? ["\(article.id): no key takeaway; its beginning stands in its place."] : [])
        + (article.image?.alt.isEmpty == true ? ["\(article.id): the image has no alt text."] : [])
    }
  }

  private var images: [String] {
    MailImages.withoutAlt(in: edition.html).map {
      "digest.html: the image `\($0)` has no `alt`; write what it shows, or alt=\"\" if it says nothing."
    }
  }

  private var foreignLinks: [String] {
    let known = ["http", "https", "mailto"]
    return links.filter { link in
      !MailLinks.isInside(link) && !known.contains(MailLinks.scheme(of: link)?.lowercased() ?? "")
    }.map { "the link `\($0)` is neither http(s) nor mailto." }
  }

  private var parity: [String] {
    articles.filter(shows).flatMap { article in
      (titles(article) ? [] : ["\(article.id): the text part lacks its title."])
        + (links.contains(article.link) && !edition.text.contains(article.link)
          ? ["\(article.id): the text part lacks its link."] : [])
    }
  }

  private func shows(_ article: Article) -> Bool {
    links.contains(article.link) || edition.text.contains(article.link) || titles(article)
  }

  /// Whether the text part contains the title, or as much of it as an email shows.
  private func titles(_ article: Article) -> Bool {
    let cut = article.title.abridged(to: Shortening.cutTitleLength)
    return [article.title, article.title.listed, cut].contains { text.contains(squeezed($0)) }
  }
}

private func squeezed(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined() }
