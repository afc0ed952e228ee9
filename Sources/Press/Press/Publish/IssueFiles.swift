internal import Foundation
internal import Model
internal import Pages
internal import Presentation

/// The pages of past issues, as they were frozen, with links to the issues before and after; and the list of them.
extension PublicView {
  var summaries: [IssueSummary] {
    issues.map { issue in
      var summary = IssueSummary(
        digest: issue.digest, number: issue.number, date: issue.slot.due, subject: issue.subject,
        path: PagePath.issue(digest: issue.frozenAs, number: issue.number).folder)
      summary.count = issue.articles
      return summary
    }
  }

  func issueFiles(_ renderer: PageRenderer) -> [PublicFile] {
    let summaries = summaries
    let neighbours = neighbours(of: summaries)
    let pages = zip(issues, summaries).enumerated().map { position, pair in
      page(of: pair.0, at: pair.1.path, neighbours[position], renderer)
    }
    return pages + attachedFiles(summaries) + [list(of: summaries, renderer)]
  }

  /// The files that issues attach, as they were frozen, next to the pages of the issues.
  private func attachedFiles(_ summaries: [IssueSummary]) -> [PublicFile] {
    let folders = Dictionary(zip(issues.map(\.id), summaries.map(\.path)), uniquingKeysWith: { a, _ in a })
    return issuePages.files.compactMap { file in
      folders[file.issue].map { folder in
        PublicFile(frozen: folder + file.name, hash: file.hash) { [issuePages] in
          let lines = try issuePages.attachedFile(file.hash) ?? ""
          guard let bytes = Data(base64Encoded: lines, options: .ignoreUnknownCharacters), !bytes.isEmpty else {
            throw LedgerError("the ledger has no bytes of `\(file.name)`, which an issue attaches")
          }
          return Array(bytes)
        }
      }
    }
  }

  private func list(of summaries: [IssueSummary], _ renderer: PageRenderer) -> PublicFile {
    let also = summaries.flatMap { [$0.digest, $0.path] } + withdrawals.map(\.id.text)
    return PublicFile(
      PagePath.archive.file, "archive", also: also,
      fetching: { bytes(of: try renderer.archiveIndex(issues: try withTitles(summaries))) })
  }

  /// The newest issues with their first titles, as they were frozen. An article that is not visible any more is not
  /// named again.
  private func withTitles(_ summaries: [IssueSummary]) throws -> [IssueSummary] {
    let visible = Set(visible.map(\.id))
    var titled = summaries
    for position in issues.indices.prefix(PageRenderer.Limits.issuesWithTitles) {
      let articles = try issuePages.content(issues[position].id).articles.filter { visible.contains($0.id) }
      titled[position].titles = articles.prefix(IssueSummary.maxTitles).map(\.title)
    }
    return titled
  }

  private typealias Neighbours = (newer: IssueSummary?, older: IssueSummary?)

  private func page(
    of issue: RecordedIssue, at folder: String, _ neighbours: Neighbours, _ renderer: PageRenderer
  ) -> PublicFile {
    let path = folder + "index.html"
    let card = cards.picture(ofPage: path, titled: issue.subject, on: site)
    let also = [
      "\(issue.id.number)", neighbours.newer?.path ?? "", neighbours.older?.path ?? "", card?.url ?? "",
    ]
    return PublicFile(
      path, "issue", also: also,
      fetching: { [issuePages] in
        let links = try renderer.issueLinks(newer: neighbours.newer, older: neighbours.older)
        let image = try renderer.issueImage(card)
        return bytes(of: IssuePage.filled(try issuePages.page(issue.id), links: links, image: image))
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
