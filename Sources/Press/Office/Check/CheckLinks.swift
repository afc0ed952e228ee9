internal import Files
internal import Foundation
internal import Markdown
internal import Model
internal import Press
internal import Text

/// Dead links and images of articles, as far as they lead to the site itself.
///
/// An address counts if this run would publish something there, if an article is read there, or if `public/` holds a file that somebody
/// else put there. Bodies are read a few at a time, so that memory does not grow with the site.
extension SiteCheck {
  /// One finding for each address.
  ///
  /// - Parameter told: the findings already reported when articles were read.
  func deadLinks(_ articles: [Article], told: [Finding]) throws -> [Finding] {
    let visible = articles.filter { $0.isVisible(at: now) }
    if visible.isEmpty { return [] }
    var judge = LinkJudge(
      site: site, published: try press.publishablePaths(), readAt: Set(visible.map(\.link)), output: press.output,
      pages: Dictionary(visible.map { ($0.page, $0.id) }) { first, _ in first })
    try eachWithBody(visible.map(\.id)) { judge.add($0) }
    let targets = judge.targets
    try eachWithBody(Array(targets.keys)) { article in
      judge.settle(targets[article.id] ?? [], names: BodyLinks(article.body).names)
    }
    return findings(judge.dead, told: told, in: try articlePaths())
  }

  private func eachWithBody(_ ids: [Article.ID], _ body: (Article) -> Void) throws {
    let atOnce = 256
    for start in stride(from: 0, to: ids.count, by: atOnce) {
      try ledger.articles(Array(ids[start..<min(start + atOnce, ids.count)])).forEach(body)
    }
  }

  /// One finding per URL, at the first article with it, ordered by path. A line that already has a finding gets no
  /// second one.
  private func findings(
    _ dead: [SiteLink: [Article.ID]], told: [Finding], in paths: [Article.ID: String]
  ) -> [Finding] {
    let lines = Set(told.map(FindingPlace.init))
    let files = Set(told.map(\.path))
    return dead.compactMap { link, ids in
      let all = ids.map { paths[$0] ?? "\($0)" }.sorted()
      let untold = all.filter { path in
        !files.contains(path) || !lines.contains(FindingPlace(path: path, line: line(of: link, in: path)))
      }
      return untold.first.map { finding(link, in: $0, others: untold.count - 1) }
    }
  }

  private func finding(_ link: SiteLink, in path: String, others: Int) -> Finding {
    let what = link.isImage ? "the image" : "the link"
    let more = others == 0 ? "" : ", here and in \(others) more \(others == 1 ? "article" : "articles")"
    let sentence = "\(what) to \(link.address) leads nowhere on this site\(more); correct it, or add what is missing"
    return Finding(path, line: line(of: link, in: path), sentence, weight: .warning)
  }

  /// The first line of the file that contains the end of the URL, as written or decoded; nil if none does.
  private func line(of link: SiteLink, in path: String) -> Int? {
    let file = folder + "/" + path
    // Without it, the finding has no line.
    guard let bytes = try? readFile(file, most: MarkdownDocument.maxBytes) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = link.spellings
    return lines.firstIndex { line in wanted.contains { line.contains($0) } }.map { $0 + 1 }
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
