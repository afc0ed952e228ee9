internal import Model
internal import Presentation
package import Templates
internal import Time

extension PageRenderer {
  /// Renders every page with specimens, so that an error in a template is found before there is anything to publish.
  ///
  /// - Parameter named: the layouts that articles ask for.
  package func rehearse(layouts named: Set<String> = []) throws(TemplateError) {
    let articles = Article.specimens(on: site)
    var issue = IssueSummary(
      digest: "digest", number: 1, date: Instant(seconds: 0), subject: "Subject", path: "archive/digest/1/")
    issue.count = articles.count
    issue.titles = articles.map(\.title)
    for article in articles { _ = try self.article(article) }
    _ = try article(articles[0], related: articles)
    // Enough for both parts of the front page.
    for (articles, issues) in [(articles + articles, [issue]), ([], [])] {
      _ = try index(articles: articles, topics: topics(of: articles), issues: issues)
      _ = try archiveIndex(issues: issues)
      for feed in site.feeds.prefix(1) { _ = try feedPage(feed, articles: articles) }
    }
    for (newer, older) in [(issue, nil), (nil, issue)] { _ = try issueLinks(newer: newer, older: older) }
    let card = PagePicture(url: site.address("card.png"), alt: "Title", size: .init(width: 1_200, height: 630))
    for card in [card, nil] { _ = try issueImage(card) }
    _ = try article(articles[0], card: card)
    _ = try sheet(of: articles[0])
    _ = try easy(articles[0], title: "Title", body: "<p>Body</p>")
    _ = try feeds()
    _ = try notFound()
    _ = try ended(feed: "Title")
    for topics in [[], articles[0].topics] { _ = try withdrawn(topics: topics) }
    try rehearseLists(articles)
    for author in site.authors.prefix(1) {
      for articles in [[], articles] {
        let page = ListPage(nil, of: Paging(count: 1, size: 1))
        _ = try self.author(author, count: articles.count, page: page, articles: articles)
      }
    }
    // Without such pages nothing renders the template.
    for page in site.standing.prefix(1) { _ = try standing(page, body: "<p>Body</p>") }
    try rehearseLayouts(articles, named)
  }

  /// Each as what it is used for; one that nothing uses, as an article.
  private func rehearseLayouts(_ articles: [Article], _ named: Set<String>) throws(TemplateError) {
    for name in layoutNames {
      let pages = site.standing.filter { $0.layout?.name == name }
      for page in pages.prefix(1) { _ = try standing(page, body: "<p>Body</p>") }
      guard pages.isEmpty || named.contains(name) else { continue }
      for article in articles {
        var article = article
        article.layout = name
        _ = try self.article(article, related: articles)
        _ = try self.article(article)
      }
    }
  }

  private func rehearseLists(_ articles: [Article]) throws(TemplateError) {
    let year = YearCount(year: 1970, count: 3)
    let feeds = site.feeds.first.map { $0.links(in: site) } ?? []
    let pages = [ListPage(nil, of: Paging(count: 1, size: 1)), ListPage(2, of: Paging(count: 4, size: 1))]
    for page in pages {
      let topic = TopicCount(topic: Topic("one"), count: 3)
      _ = try self.topic(topic, page: page, articles: articles)
      _ = try self.topic(topic, page: page, articles: articles, feeds: feeds)
      _ = try self.year(year, page: page, articles: articles, years: [year])
    }
    for years in [[], [year]] { _ = try self.years(years, newest: articles) }
    for topics in [[], topics(of: articles)] { _ = try self.topics(topics) }
  }

  private func topics(of articles: [Article]) -> [TopicCount] {
    TopicShelf(articles, language: site.language).entries.map(\.counted)
  }
}
