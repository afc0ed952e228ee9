internal import Model
internal import Pages

/// What people read: articles, the front page, a page for each feed, and past issues.
extension PublicView {
  func pagePrints() throws -> [Print] {
    let printer = PagePrinter(site: site, templates: templates)
    let summaries = issues.map(summary)
    let newest = Array(visible.prefix(50))
    return visible.map { article in
      Print(article.article.page, "article", reading: [article]) { bytes(of: try printer.article($0[0])) }
    } + issues.map(archived) + [
      Print("index.html", "index", listing: newest, also: summaries.prefix(10).map(\.key)) { _ in
        bytes(of: try printer.index(articles: newest.map(\.article), issues: summaries))
      },
      Print("archive/index.html", "archive", also: summaries.map(\.key)) { _ in
        bytes(of: try printer.archiveIndex(issues: summaries))
      },
    ] + site.feeds.map { feedPage($0, printer) }
  }

  private func feedPage(_ feed: Feed, _ printer: PagePrinter) -> Print {
    let articles = Array(articles(of: feed).prefix(50))
    return Print("feeds/\(feed.name)/index.html", "feed", listing: articles) { _ in
      bytes(of: try printer.feedPage(feed, articles: articles.map(\.article)))
    }
  }

  private func archived(_ issue: RecordedIssue) -> Print {
    Print(copy: archiveFolder(issue) + "index.html", stamp: "\(issue.id.number)") { [archivePage] in
      bytes(of: try archivePage(issue.id))
    }
  }

  private func summary(_ issue: RecordedIssue) -> IssueSummary {
    IssueSummary(
      digest: issue.digest, number: issue.number, date: issue.slot.due, subject: issue.subject,
      path: archiveFolder(issue))
  }

  private func archiveFolder(_ issue: RecordedIssue) -> String { "archive/\(issue.digest)/\(issue.number)/" }
}

extension IssueSummary {
  /// For ``Print``: an issue never changes.
  fileprivate var key: String { path }
}

private func bytes(of text: String) -> [UInt8] { Array(text.utf8) }
