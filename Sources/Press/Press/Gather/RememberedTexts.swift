package import Model

/// Articles as recorded in the ledger: on the shelf, or frozen in an issue after they left it.
package final class RememberedTexts {
  private let ledger: any ArticleShelf & IssueArchive
  private var issues: [RecordedIssue.ID: [Article.ID: Article]] = [:]

  package init(_ ledger: any ArticleShelf & IssueArchive) { self.ledger = ledger }

  /// Nil if its text is unknown. An article that was in no issue was never mailed.
  package func article(_ id: Article.ID) throws -> Article? {
    if let article = try ledger.article(id) { return article }
    for issue in try ledger.issues(with: id) {
      if let article = try articles(of: issue.id)[id] { return article }
    }
    return nil
  }

  /// Whether it is in an issue, sent or queued.
  func wasMailed(_ id: Article.ID) throws -> Bool { try !ledger.issues(with: id).isEmpty }

  private func articles(of issue: RecordedIssue.ID) throws -> [Article.ID: Article] {
    if let known = issues[issue] { return known }
    let all = try ledger.content(of: issue).sections.flatMap(\.articles)
    let articles = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    issues[issue] = articles
    return articles
  }
}
