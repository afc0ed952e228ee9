package import Model
package import Templates

extension Article {
  /// An article with everything, one with nothing but a title and one with an excerpt: enough to take a template through
  /// each of its sections once. For checking templates, never published.
  package static func specimens(on site: Site) -> [Article] {
    let bare = Article(
      id: ID("bare"), title: "Title", published: Instant(seconds: 0), link: site.address("articles/bare/"),
      page: "articles/bare/index.html")
    var full = Article(id: ID("full"), title: "Title", published: Instant(seconds: 0), link: "https://example.org/")
    full.updated = Instant(seconds: 3 * 86_400)
    full.topics = [Topic("one"), Topic("two")]
    (full.summary, full.body) = ("Summary", "<p>Body</p>")
    (full.credibility, full.interest) = (Rating(tenths: 45), Rating(tenths: 45))
    full.authors = ["Author"]
    full.citation = .init(
      title: "Title", journal: "Journal", doi: "10.1000/1", url: "https://example.org/", published: "2026")
    full.image = .init(url: "https://example.org/image.png", alt: "Image")
    var excerpted = bare
    (excerpted.summary, excerpted.summaryIsExcerpt, excerpted.body) = ("Body", true, "<p>Body</p>")
    return [full, bare, excerpted]
  }
}

extension PagePrinter {
  /// Prints every page with specimens, so that a fault in a template shows before there is anything to publish.
  package func rehearse() throws(TemplateError) {
    let articles = Article.specimens(on: site)
    let issue = IssueSummary(
      digest: "digest", number: 1, date: Instant(seconds: 0), subject: "Subject", path: "archive/digest/1/")
    for article in articles { _ = try self.article(article) }
    for (articles, issues) in [(articles, [issue]), ([], [])] {
      _ = try index(articles: articles, issues: issues)
      _ = try archiveIndex(issues: issues)
      for feed in site.feeds.prefix(1) { _ = try feedPage(feed, articles: articles) }
    }
  }
}
