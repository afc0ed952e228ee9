internal import Languages
package import Model
package import Templates

/// Articles, feeds and issues → HTML pages. What is printed depends on the arguments alone: no clock, no files.
package struct PagePrinter: Sendable {
  let site: Site
  private let templates: TemplateSet

  package init(site: Site, templates: TemplateSet) {
    (self.site, self.templates) = (site, templates)
  }

  /// The page at `article.page` (article.html).
  package func article(_ article: Article) throws(TemplateError) -> String {
    let frame = PageFrame(
      title: "\(article.title) – \(site.title)", description: article.summary, canonical: article.link)
    return try print("article.html", frame, ["article": article.record(in: site)])
  }

  /// The front page (index.html).
  ///
  /// - Parameter articles: newest first; 50 are shown.
  /// - Parameter issues: newest first; 10 are shown.
  package func index(articles: [Article], issues: [IssueSummary]) throws(TemplateError) -> String {
    let frame = PageFrame(title: site.title, canonical: site.address(PagePath.index.folder))
    let content = list(articles).merging(list(issues.prefix(10))) { $1 }
    return try print("index.html", frame, content)
  }

  /// The list of all issues (archive-index.html), newest first.
  package func archiveIndex(issues: [IssueSummary]) throws(TemplateError) -> String {
    let title = site.speech.word("past_issues") ?? ""
    let frame = PageFrame(title: "\(title) – \(site.title)", canonical: site.address(PagePath.archive.folder))
    return try print("archive-index.html", frame, list(issues[...]))
  }

  /// What a feed is, its addresses and its newest articles (feed.html).
  ///
  /// - Parameter articles: newest first; 50 are shown.
  package func feedPage(_ feed: Feed, articles: [Article]) throws(TemplateError) -> String {
    let frame = PageFrame(
      title: "\(feed.title) – \(site.title)", description: feed.description,
      canonical: site.address(PagePath.feed(feed.name).folder))
    return try print("feed.html", frame, list(articles).merging(["feed": feed.record(in: site)]) { $1 })
  }
}

extension PagePrinter {
  private func print(
    _ template: String, _ frame: PageFrame, _ content: [String: TemplateValue]
  ) throws(TemplateError) -> String {
    try templates.render(template, frame.record(of: content, on: site, from: templates))
  }

  private func list(_ articles: [Article]) -> [String: TemplateValue] {
    ["articles": .list(articles.prefix(50).map { $0.record(in: site) })]
  }

  private func list(_ issues: ArraySlice<IssueSummary>) -> [String: TemplateValue] {
    ["issues": .list(issues.map { $0.record(in: site) }), "has_issues": .flag(!issues.isEmpty)]
  }
}
