internal import Gathering
internal import Model
internal import Pages
internal import Press
internal import Time

/// Dead links and images in articles that lead to the site itself.
///
/// A URL is valid if this run would publish something there, if an article is read there, or if `public/` has a file there that
/// someone else added. Bodies are read a few at a time, so memory does not grow with the site.
extension SiteCheck {
  /// One finding for each address.
  ///
  /// - Parameter reported: the findings already reported when articles were read.
  func deadLinks(_ articles: [Article], _ texts: [StandingPages.Text], reported: [Finding]) throws -> [Finding] {
    let visible = articles.filter { $0.isVisible(at: now) }
    if visible.isEmpty && texts.isEmpty { return [] }
    var judge = LinkJudge(
      site: site, published: try press.publishablePaths(), readAt: Set(visible.map(\.link)), output: press.output,
      pages: Dictionary(visible.map { ($0.page, $0.id) }) { first, _ in first })
    try ledger.eachArticle(visible.map(\.id)) { judge.add($0) }
    for text in texts { judge.add(Article(judging: text, at: now)) }
    let targets = judge.targets
    try ledger.eachArticle(Array(targets.keys)) { article in
      judge.settle(targets[article.id] ?? [], anchors: idsOnPage(ofBody: article.body))
    }
    return findings(judge, reported: reported, in: try articlePaths())
  }

  /// One finding per URL, at the first article with it, ordered by path. A line that already has a finding gets no
  /// second one.
  private func findings(_ judge: LinkJudge, reported: [Finding], in paths: [Article.ID: String]) -> [Finding] {
    let lines = Set(reported.map(FindingPlace.init))
    let files = Set(reported.map(\.path))
    return judge.dead.compactMap { link, ids in
      let all = ids.map { paths[$0] ?? "\($0)" }.sorted()
      let unreported = all.filter { path in
        !files.contains(path) || !lines.contains(FindingPlace(path: path, line: link.line(in: folder + "/" + path)))
      }
      return unreported.first.map {
        link.finding(in: $0, of: folder, others: unreported.count - 1, nearest: judge.nearest[link], weight: .warning)
      }
    }
  }
}

extension Article {
  /// The links of a page that is not an article, named by its file.
  fileprivate init(judging text: StandingPages.Text, at now: Instant) {
    self.init(id: ID(text.page.file), title: text.page.title, published: now, link: "")
    body = text.body
  }
}

/// A line of a file.
private struct FindingPlace: Hashable {
  let path: String
  let line: Int?

  init(path: String, line: Int?) {
    self.path = path
    self.line = line
  }

  init(_ finding: Finding) { self.init(path: finding.path, line: finding.line) }
}
