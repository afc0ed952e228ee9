internal import Languages
package import Model
internal import Presentation

/// Problems that readers would probably notice in an edition that may be sent; one sentence each.
package struct EditionWarnings {
  private let edition: Edition
  private let articles: [Article]
  /// The targets of all links in the HTML.
  private let links: [String]
  private let linked: Set<String>
  private let text: SearchedText
  /// The text part without white space, because lines may be broken between any two Chinese characters.
  private let squeezedText: SearchedText
  private let tags: LinkTags?

  /// - Parameters:
  ///   - issue: the issue that `edition` was rendered from.
  ///   - tags: what its links got.
  package init(_ edition: Edition, of issue: Issue, tags: LinkTags? = nil) {
    self.tags = tags
    self.edition = edition
    articles = issue.sections(following: edition.feeds).flatMap(\.articles)
    links = MailLinks.all(in: edition.html)
    linked = Set(links)
    text = SearchedText(edition.text, forAbout: articles.count)
    squeezedText = SearchedText(squeezed(edition.text), forAbout: articles.count)
  }

  package var sentences: [String] { subject + length + omitted + ofArticles + images + foreignLinks + parity }
}

extension EditionWarnings {
  private var subject: [String] {
    let count = edition.subject.count
    guard count > 78 else { return [] }
    let cut = edition.subject.hasSuffix("…") ? " and was shortened" : ""
    return ["the subject has \(count) characters\(cut); inboxes show at most about 78"]
  }

  private var length: [String] {
    let bytes = DocumentFacts(edition.html).bytes
    let most = MailSize.longestHTML
    return bytes * 5 > most * 4
      ? ["the HTML has \(bytes) bytes, more than 80 % of the \(most) after which mail programs cut it"] : []
  }

  private var omitted: [String] {
    let count = articles.count { !shows($0) }
    return count > 0 ? ["\(count) of \(articles.count) articles do not fit and appear only on the web"] : []
  }

  private var ofArticles: [String] {
    articles.flatMap { article in
      let takeaway = article.summary.isEmpty || article.summaryIsExcerpt
      return (takeaway ? ["\(article.id): no key takeaway; the opening text is used"] : [])
        + (article.image?.alt.isEmpty == true ? ["\(article.id): the image has no alt text; add it"] : [])
    }
  }

  private var images: [String] {
    MailImages.withoutAlt(in: edition.html).map {
      "digest.html: the image `\($0)` has no `alt`; describe the image, or write alt=\"\" for decoration"
    }
  }

  private var foreignLinks: [String] {
    let known = ["http", "https", "mailto"]
    return links.filter { link in
      !MailLinks.isInside(link) && !known.contains(MailLinks.scheme(of: link)?.lowercased() ?? "")
    }.map { "the link `\($0)` is neither http(s) nor mailto; correct it" }
  }

  private var parity: [String] {
    articles.filter(shows).flatMap { article in
      (titles(article) ? [] : ["\(article.id): the text part lacks its title"])
        + (linked.contains(link(of: article)) && !text.contains(link(of: article))
          ? ["\(article.id): the text part lacks its link"] : [])
    }
  }

  private func shows(_ article: Article) -> Bool {
    linked.contains(link(of: article)) || text.contains(link(of: article)) || titles(article)
  }

  private func link(of article: Article) -> String { tags?.tagged(article.link) ?? article.link }

  /// Whether the text part contains the title, or as much of it as an email shows.
  private func titles(_ article: Article) -> Bool {
    let cut = article.title.abridged(to: Shortening.cutTitleLength)
    return [article.title, article.title.listed, cut].contains { squeezedText.contains(squeezed($0)) }
  }
}

private func squeezed(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined() }
