internal import Model
internal import Pages
internal import Presentation

/// Pages for people: articles, notices of withdrawn ones, and the pages that lead to them.
extension PublicView {
  func pageFiles() throws -> [PublicFile] {
    let printer = PagePrinter(site: site, templates: templates)
    let topics = TopicShelf(visible.map(\.article))
    // The style sheet comes first, so that no page is seen with an old one.
    return [styleFile] + articleFiles(printer) + withdrawalFiles(printer, topics)
      + [frontPage(printer, topics), feedsPage(printer)] + site.feeds.map { feedPage($0, printer) }
      + issueFiles(printer) + topicFiles(printer, topics) + yearFiles(printer)
      + endedFiles(printer) + standingFiles(printer) + sitemapFiles(topics)
  }

  private var styleFile: PublicFile {
    let style = PageStyle(templates)
    return PublicFile(PageStyle.path, "style") { _ in bytes(of: style.text) }
  }

  private func articleFiles(_ printer: PagePrinter) -> [PublicFile] {
    let lists = RelatedLists(visible.map(\.article))
    return visible.enumerated().map { position, article in
      let related = lists[position].map { visible[$0] }
      return PublicFile(article.article.page, "article", reading: [article], listing: related) {
        try printer.bytes(of: $0[0], related: related.map(\.article))
      }
    }
  }

  /// An article with the page of a withdrawn one comes first and wins.
  private func withdrawalFiles(_ printer: PagePrinter, _ shelf: TopicShelf) -> [PublicFile] {
    let alive = Set(shelf.entries.map(\.topic.slug))
    // Servers that find this file next to a page answer 410 (docs/serving.md).
    let taken = Set(visible.map(\.article.page))
    return withdrawals.flatMap { withdrawal in
      let topics = withdrawal.topics.filter { alive.contains($0.slug) }
      let page = PublicFile(withdrawal.page, "withdrawn", also: topics.map(\.label)) { _ in
        bytes(of: try printer.withdrawn(topics: topics))
      }
      guard withdrawal.page.hasSuffix("/index.html"), !taken.contains(withdrawal.page) else { return [page] }
      let mark = withdrawal.page.dropLast("index.html".count) + "withdrawn.txt"
      return [page, PublicFile(String(mark), "withdrawn mark") { _ in bytes(of: "This article was withdrawn.\n") }]
    }
  }

  /// These come last: a topic without its own feed may still have its page.
  private func endedFiles(_ printer: PagePrinter) -> [PublicFile] {
    catalogue.ended.map { feed in
      PublicFile(feed.folder + "index.html", "ended", also: [feed.title]) { _ in
        bytes(of: try printer.ended(feed: feed.title))
      }
    }
  }

  private func frontPage(_ printer: PagePrinter, _ shelf: TopicShelf) -> PublicFile {
    let newest = Array(visible.prefix(PagePrinter.Room.frontPage + 1))
    let topics = shelf.most(PagePrinter.Room.frontPageTopics)
    let issues = Array(summaries.prefix(PagePrinter.Room.frontPageIssues))
    return PublicFile("index.html", "index", listing: newest, also: topics.map(\.topic.label) + issues.map(\.path)) {
      _ in
      bytes(of: try printer.index(articles: newest.map(\.article), topics: topics, issues: issues))
    }
  }

  private func feedsPage(_ printer: PagePrinter) -> PublicFile {
    PublicFile(PagePath.feeds.file, "feeds") { _ in bytes(of: try printer.feeds()) }
  }

  private func feedPage(_ feed: Feed, _ printer: PagePrinter) -> PublicFile {
    let articles = Array(articles(of: feed).prefix(PagePrinter.Room.feedPage))
    return PublicFile(PagePath.feed(feed.name).file, "feed", listing: articles) { _ in
      bytes(of: try printer.feedPage(feed, articles: articles.map(\.article)))
    }
  }
}

func bytes(of text: String) -> [UInt8] { Array(text.utf8) }
