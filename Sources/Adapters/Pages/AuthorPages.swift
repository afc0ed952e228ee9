internal import Languages
package import Model
internal import Presentation
package import Templates

/// An author of `authors.toml`, with the visible articles.
package struct AuthorShelf: Sendable {
  package struct Entry: Sendable {
    package let author: Author
    /// Positions of the author's articles, newest first.
    package fileprivate(set) var positions: [Int] = []
  }

  /// In the order of `authors.toml`.
  package private(set) var entries: [Entry]

  /// - Parameter articles: newest first.
  package init(_ articles: some Sequence<Article>, on site: Site) {
    entries = site.authors.map { Entry(author: $0) }
    if entries.isEmpty { return }
    let places = Dictionary(uniqueKeysWithValues: site.authors.enumerated().map { ($1.slug, $0) })
    var known: [String: Int?] = [:]
    for (position, article) in articles.enumerated() {
      for name in article.authors {
        let place = known[name] ?? places[TopicSlug(name)]
        known[name] = .some(place)
        guard let place, entries[place].positions.last != position else { continue }
        entries[place].positions.append(position)
      }
    }
  }
}

extension PageRenderer {
  /// One page of an author's articles (author.html), in UTF-8.
  ///
  /// - Parameter count: of all articles of the author.
  /// - Parameter articles: the articles of this page, newest first.
  package func author(
    _ author: Author, count: Int, page: ListPage, articles: [Article]
  ) throws(TemplateError) -> [UInt8] {
    let path = PagePath.author(author)
    let frame = frame(path, heading: author.name, page: page, articles: articles)
    var content = list(articles)
    content["author"] = .record([
      "name": .text(author.name), "role": TemplateValue(author.role), "conflicts": TemplateValue(author.conflicts),
      "url": TemplateValue(author.url), "count": .number(count),
      "count_words": site.speech.shown("articles", count),
    ])
    return try bytes("author.html", frame, content.merging(pager(path, page)) { $1 })
  }
}
