internal import Model
internal import Pages
internal import Presentation

/// Pages for people: articles, notices of withdrawn ones, and the pages that lead to them.
extension PublicView {
  func pageFiles() throws -> [PublicFile] {
    let topics = TopicShelf(visible.lazy.map(\.article), language: site.language)
    let empty = emptyPlaces(hasTopics: !topics.entries.isEmpty)
    let renderers = PageRenderers(self, without: empty)
    let menu = menuKey(without: empty)
    // The style sheet comes first, so that no page is seen with an old one.
    var files = [stylePrint]
    addPages(to: &files, renderers, topics)
    for position in files.indices.dropFirst() { files[position].depend(on: menu) }
    files += iconFile
    files += sitemapFiles(topics)
    return files
  }

  /// Into one list, because there may be a million.
  private func addPages(to files: inout [PublicFile], _ renderers: PageRenderers, _ topics: TopicShelf) {
    let below = pagesBelow()
    let renderer = renderers.main
    files += articlePrints(renderers, below)
    files += sheetFiles(renderers, at: below)
    files += easyFiles(renderers, at: below)
    files += withdrawalPrints(renderer, topics)
    files += [frontPage(renderer, topics), feedsPage(renderer)]
    files += site.publicFeeds.map { feedPage($0, renderers.speaking($0.language)) }
    files += issueFiles(renderer)
    files += topicFiles(renderer, topics)
    files += yearFiles(renderer)
    files += authorFiles(renderer)
    files += standingPageFiles(renderer)
    files += endedFiles(renderer)
    files += standingFiles(renderer)
  }

  /// Places that the menu leaves out, because they are still empty.
  func emptyPlaces(hasTopics: Bool) -> Set<PageFrame.Place> {
    let places: [(PageFrame.Place, isEmpty: Bool)] = [
      (.topics, !hasTopics), (.articles, visible.isEmpty), (.issues, issues.isEmpty),
    ]
    return Set(places.filter(\.isEmpty).map(\.0))
  }

  /// For ``PublicFile/depend(on:)``.
  func menuKey(without empty: Set<PageFrame.Place>) -> String {
    "without \(PageFrame.Place.allCases.filter(empty.contains))"
  }

  private var stylePrint: PublicFile {
    let style = PageStyle(templates, hasForms: site.web != nil)
    return PublicFile(PageStyle.path, "style") { _ in bytes(of: style.text) }
  }

  private func articlePrints(_ renderers: PageRenderers, _ pages: [Article.ID: PagesBelow]) -> [PublicFile] {
    let glossary = site.glossaryKey
    let lists = RelatedLists(visible.lazy.map(\.article))
    let translations = Translations(visible.lazy.map(\.article), on: site)
    return visible.indices.lazy.filter { visible[$0].article.hasPage }.map { position in
      let article = visible[position]
      let related = lists[position].map { visible[$0] }
      let below = (pages[article.id] ?? PagesBelow()).with(translations[article.article])
      return page(of: article, related: related, below, renderers, glossary: glossary)
    }
  }

  /// - Parameter glossary: ``Site/glossaryKey``.
  func page(
    of article: ShelvedArticle, related: [ShelvedArticle], _ below: PagesBelow, _ renderers: PageRenderers,
    glossary: [String]
  ) -> PublicFile {
    let card = cards.picture(ofPage: article.article.page, titled: article.article.title, on: site)
    let nextTo = [card?.url, below.sheet?.folder, below.easy?.folder].compactMap { $0 }
    let translated = below.translations.flatMap { [$0.language, $0.link] }
    let also = pictures.key(of: article.id) + nextTo + glossary + translated
    let renderer = renderers.speaking(article.article.language)
    let page = PublicFile(article.article.page, "article", reading: [article], listing: related, also: also) {
      [spelling, sizes = pictures.sizes] in
      try renderer.bytes(
        of: spelling.spelled($0[0]), related: related.map(\.article), sizes: sizes, card: card, below: below)
    }
    return page.with(PublishedFile.Cast(related.map(\.id)))
  }

  /// An article with the page of a withdrawn one comes first and wins.
  private func withdrawalPrints(_ renderer: PageRenderer, _ shelf: TopicShelf) -> [PublicFile] {
    if withdrawals.isEmpty { return [] }
    let alive = Dictionary(shelf.entries.map { ($0.topic.slug, $0.topic) }, uniquingKeysWith: { first, _ in first })
    // Servers that find this file next to a page answer 410 (docs/serving.md).
    let taken = Set(visible.map(\.article.page))
    // Former addresses that articles list take precedence.
    let left = Set(visible.flatMap(\.article.formerPages))
    return withdrawals.filter { Article.isPage($0.page) && !left.contains($0.page) }.flatMap { withdrawal in
      let topics = withdrawal.topics.compactMap { alive[$0.slug] }
      let page = PublicFile(withdrawal.page, "withdrawn", also: topics.map(\.label)) { _ in
        bytes(of: try renderer.withdrawn(topics: topics))
      }
      guard withdrawal.page.hasSuffix("/index.html"), !taken.contains(withdrawal.page) else { return [page] }
      let marker = withdrawal.page.dropLast("index.html".count) + "withdrawn.txt"
      return [page, PublicFile(String(marker), "withdrawn mark") { _ in bytes(of: "This article was withdrawn.\n") }]
    }
  }

  /// These come last: a topic without its own feed may still have its page.
  private func endedFiles(_ renderer: PageRenderer) -> [PublicFile] {
    catalogue.ended.map { feed in
      PublicFile(feed.folder + "index.html", "ended", also: [feed.title]) { _ in
        bytes(of: try renderer.ended(feed: feed.title))
      }
    }
  }

  private func frontPage(_ renderer: PageRenderer, _ shelf: TopicShelf) -> PublicFile {
    let newest = Array(visible.prefix(PageRenderer.Limits.frontPage + 1))
    let topics = shelf.most(PageRenderer.Limits.frontPageTopics)
    let issues = Array(summaries.prefix(PageRenderer.Limits.frontPageIssues))
    return PublicFile("index.html", "index", listing: newest, also: topics.map(\.topic.label) + issues.map(\.path)) {
      _ in
      bytes(of: try renderer.index(articles: newest.map(\.article), topics: topics, issues: issues))
    }
  }

  private func feedsPage(_ renderer: PageRenderer) -> PublicFile {
    PublicFile(PagePath.feeds.file, "feeds") { _ in bytes(of: try renderer.feeds()) }
  }

  private func feedPage(_ feed: Feed, _ renderer: PageRenderer) -> PublicFile {
    let articles = Array(articles(of: feed).prefix(PageRenderer.Limits.feedPage))
    return PublicFile(PagePath.feed(feed.name).file, "feed", listing: articles) { _ in
      bytes(of: try renderer.feedPage(feed, articles: articles.map(\.article)))
    }
  }
}

func bytes(of text: String) -> [UInt8] { Array(text.utf8) }
