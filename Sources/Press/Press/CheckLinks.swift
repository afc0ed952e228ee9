internal import Files
internal import Foundation
internal import Markdown
internal import Model
internal import Pages
internal import PublicPlace
internal import Text

/// Dead links and images of articles, as far as they lead to the site itself.
///
/// A URL is alive if this run would publish something there, if an article is read there, or if `public/` contains a
/// file that someone else put there. Bodies are read a few at a time, so memory does not grow with the site.
extension PressRun {
  /// One finding per URL.
  ///
  /// - Parameter reported: the findings already reported when articles were read.
  func deadLinks(_ articles: [Article], reported: [Finding]) throws -> [Finding] {
    let visible = articles.filter { $0.isVisible(at: now) }
    if visible.isEmpty { return [] }
    var report = RunReport()  // its problems are reported by `gather` and by the next run
    var judge = LinkJudge(
      site: site, published: Set(try publicFiles(&report).map(\.path)), readAt: Set(visible.map(\.link)),
      output: output,
      pages: Dictionary(visible.map { ($0.page, $0.id) }) { first, _ in first })
    try eachWithBody(visible.map(\.id)) { judge.add($0) }
    let targets = judge.targets
    try eachWithBody(Array(targets.keys)) { article in
      judge.settle(targets[article.id] ?? [], names: BodyLinks(article.body).names)
    }
    return findings(judge.dead, reported: reported, in: try articlePaths())
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
    _ dead: [SiteLink: [Article.ID]], reported: [Finding], in paths: [Article.ID: String]
  ) -> [Finding] {
    let lines = Set(reported.map(FindingPlace.init))
    let files = Set(reported.map(\.path))
    return dead.compactMap { link, ids in
      let all = ids.map { paths[$0] ?? "\($0)" }.sorted()
      let unreported = all.filter { path in
        !files.contains(path) || !lines.contains(FindingPlace(path: path, line: line(of: link, in: path)))
      }
      return unreported.first.map { finding(link, in: $0, others: unreported.count - 1) }
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

/// Sorts the links of articles, one article at a time.
private struct LinkJudge {
  let site: Site
  /// Paths under `public/` that this run would write.
  let published: Set<String>
  /// The URLs at which articles are read.
  let readAt: Set<String>
  let output: PublicFolder
  /// The articles by their pages.
  let pages: [String: Article.ID]
  /// Dead links, with the articles that contain them.
  private(set) var dead: [SiteLink: [Article.ID]] = [:]
  /// Links to anchors in another article, by that article; they are dead if it has no such anchor.
  private(set) var targets: [Article.ID: [SiteLink]] = [:]
  private var pending: [SiteLink: [Article.ID]] = [:]
  private var known: [String: String?] = [:]

  init(site: Site, published: Set<String>, readAt: Set<String>, output: PublicFolder, pages: [String: Article.ID]) {
    self.site = site
    self.published = published
    self.readAt = readAt
    self.output = output
    self.pages = pages
  }

  mutating func add(_ article: Article) {
    let body = BodyLinks(article.body)
    var seen = Set<String>()
    for (address, isImage) in body.addresses + (article.image.map { [($0.url, true)] } ?? [])
    where seen.insert(address).inserted {
      guard let link = SiteLink(address, isImage: isImage, on: site), link.isOurs(on: site) else { continue }
      judge(link, of: article, body)
    }
  }

  private mutating func judge(_ link: SiteLink, of article: Article, _ body: BodyLinks) {
    guard let path = file(of: link) else {
      if !isRead(link) { dead[link, default: []].append(article.id) }
      return
    }
    // The template sets ids with a colon, and pages other than articles may have any id.
    guard let fragment = link.fragment, fragment != "top", !fragment.contains(":"), let target = pages[path] else {
      return
    }
    if target == article.id {
      if !body.names.contains(fragment) { dead[link, default: []].append(article.id) }
    } else {
      if pending[link] == nil { targets[target, default: []].append(link) }
      pending[link, default: []].append(article.id)
    }
  }

  /// Whether an article whose `link` is not its page is read at this URL.
  private func isRead(_ link: SiteLink) -> Bool {
    let address = String(link.address.prefix { $0 != "#" })
    return readAt.contains(address)
  }

  /// The file under `public/` to which a link leads; nil if there is none.
  private mutating func file(of link: SiteLink) -> String? {
    if let known = known[link.path] { return known }
    let file = link.files.first { published.contains($0) || output.exists($0) }
    // Each article may have its own links, and links that many articles share soon appear again.
    if known.count >= 10_000 { known = [:] }
    known[link.path] = .some(file)
    return file
  }

  /// - Parameter names: the anchors in the article that these links lead to.
  mutating func settle(_ links: [SiteLink], names: Set<String>) {
    for link in links where !names.contains(link.fragment ?? "") { dead[link] = pending[link] }
  }
}
