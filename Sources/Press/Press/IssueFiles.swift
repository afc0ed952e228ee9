internal import Model
internal import Pages
internal import Presentation

/// The pages of past issues, as they were frozen, with links to the issues before and after; and the list of them.
extension PublicView {
  var summaries: [IssueSummary] {
    issues.map { issue in
      IssueSummary(
        digest: issue.digest, number: issue.number, date: issue.slot.due, subject: issue.subject,
        path: PagePath.issue(digest: issue.frozenAs, number: issue.number).folder)
    }
  }

  func issueFiles(_ renderer: PageRenderer) -> [PublicFile] {
    let summaries = summaries
    let neighbours = neighbours(of: summaries)
    let pages = zip(issues, summaries).enumerated().map { position, pair in
      page(of: pair.0, at: pair.1.path, neighbours[position], renderer)
    }
    let list = PublicFile(PagePath.archive.file, "archive", also: summaries.flatMap { [$0.digest, $0.path] }) { _ in
      bytes(of: try renderer.archiveIndex(issues: summaries))
    }
    return pages + [list]
  }

  private typealias Neighbours = (newer: IssueSummary?, older: IssueSummary?)

  private func page(
    of issue: RecordedIssue, at folder: String, _ neighbours: Neighbours, _ renderer: PageRenderer
  ) -> PublicFile {
    let also = ["\(issue.id.number)", neighbours.newer?.path ?? "", neighbours.older?.path ?? ""]
    return PublicFile(
      folder + "index.html", "issue", also: also,
      fetching: { [archivePage] in
        let links = try renderer.issueLinks(newer: neighbours.newer, older: neighbours.older)
        return bytes(of: IssuePage.filled(try archivePage(issue.id), links: links))
      })
  }

  /// The neighbours in the same digest, by position.
  private func neighbours(of summaries: [IssueSummary]) -> [Neighbours] {
    var neighbours = [Neighbours](repeating: (nil, nil), count: summaries.count)
    var newest: [String: Int] = [:]
    for (position, summary) in summaries.enumerated() {
      if let newer = newest[summary.digest] {
        neighbours[position].newer = summaries[newer]
        neighbours[newer].older = summary
      }
      newest[summary.digest] = position
    }
    return neighbours
  }
}
