internal import Digests
package import Model
internal import Pages
internal import Presentation

/// An article that cannot be in an email, regardless of the other articles.
package struct UnmailableArticle {
  package let id: Article.ID
  package let reason: String
}

extension PressRun {
  /// The articles that keep an issue from being rendered: each is tried alone, as the first and as a later one. None if
  /// the templates or the settings are at fault, which fail without any article of the site.
  package func unmailable(_ sections: [Issue.Section], for slot: Slot, of digest: Digest) throws -> [UnmailableArticle]
  {
    let renderer = try editionRenderer(for: digest)
    guard let mails = try? messageRenderer(of: digest.name),
      let specimen = Article.specimens(on: site).first, (try? renderer.rehearse()) != nil
    else { return [] }  // reported as the fault of the whole issue
    let trial = RenderingTrial(renderer: renderer, mails: mails, slot: slot, specimen: specimen)
    var tried = Set<Article.ID>()
    return sections.flatMap { section in
      section.articles.filter { tried.insert($0.id).inserted }.compactMap { trial.fault(of: $0, in: section) }
    }
  }

  /// Reports where each of them is, and why it waits.
  func report(unmailable: [UnmailableArticle], of slot: Slot, _ report: inout RunReport) throws {
    let paths = Dictionary(try ledger.places().map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
    for article in unmailable {
      let place = paths[article.id] ?? "\(article.id)"
      report.fail("\(place): omitted from \(slot.key) until it is fixed: \(article.reason)", .badContent)
    }
  }
}

/// Renders issues of one article, to find out whether it can be rendered.
private struct RenderingTrial {
  let renderer: EditionRenderer
  let mails: MessageRenderer
  let slot: Slot
  /// The article before it.
  let specimen: Article

  func fault(of article: Article, in section: Issue.Section) -> UnmailableArticle? {
    do {
      for articles in [[article], [specimen, article]] {
        try render(Issue.Section(feed: section.feed, title: section.title, articles: articles))
      }
      return nil
    } catch {
      return UnmailableArticle(id: article.id, reason: "\(error)")
    }
  }

  private func render(_ section: Issue.Section) throws {
    let issue = Issue(digest: slot.digest, number: 1, slot: slot, sections: [section])
    if let edition = try renderer.editions(of: issue).edition(following: [section.feed]) {
      try mails.check(edition, issue: issue.number, date: slot.due)
    }
    _ = try renderer.archivePage(of: issue)
  }
}
