package import Model
internal import Pages

/// Links to anchors in articles (`other/#part`), collected while articles are shelved: only then are all anchors known.
struct FragmentLinks {
  private let site: Site
  /// By link: the paths of the articles that contain it.
  private(set) var pending: [SiteLink: [String]] = [:]

  init(on site: Site) { self.site = site }

  /// - Parameter path: of the article's file.
  mutating func add(_ article: Article?, at path: String) {
    // Without pages, all these URLs belong to another program.
    guard site.hasPages, let article, article.body.utf8.contains(UInt8(ascii: "#")) else { return }
    let body = BodyLinks(article.body)
    for address in Set(body.addresses.map(\.address)) {
      guard let link = SiteLink(address, isImage: false, on: site), let anchor = link.anchor else { continue }
      if link.files.contains(article.page), body.names.contains(anchor) { continue }
      pending[link, default: []].append(path)
    }
  }
}

extension PressRun {
  /// One finding for each link to an anchor that an article does not have. Links to other pages are left to `check`.
  func deadFragments(_ links: FragmentLinks) throws -> [Finding] {
    if links.pending.isEmpty { return [] }
    let articles = try ledger.shelvedArticles().map(\.article)
    let pages = Dictionary(articles.map { ($0.page, $0.id) }) { first, _ in first }
    var targets: [Article.ID: [SiteLink]] = [:]
    for link in links.pending.keys {
      if let id = link.files.lazy.compactMap({ pages[$0] }).first { targets[id, default: []].append(link) }
    }
    var findings: [Finding] = []
    try ledger.eachArticle(Array(targets.keys)) { article in
      let anchors = idsOnPage(ofBody: article.body)
      for link in targets[article.id] ?? [] where !link.leads(toOneOf: anchors) {
        let paths = links.pending[link] ?? []
        let nearest = link.nearest(among: anchors)
        findings += paths.map { link.finding(in: $0, of: folder, nearest: nearest, weight: .notice) }
      }
    }
    return findings.sorted()
  }
}

extension ArticleShelf {
  /// Reads the articles named a few at a time, so that memory does not grow with their number.
  package func eachArticle(_ ids: [Article.ID], _ body: (Article) -> Void) throws {
    let atOnce = 256
    for start in stride(from: 0, to: ids.count, by: atOnce) {
      try articles(Array(ids[start..<min(start + atOnce, ids.count)])).forEach(body)
    }
  }
}
