internal import Foundation
internal import Gathering
internal import Hashing
internal import Model
internal import Pages
internal import Syndication

/// Step 3 of a run: articles → feeds, pages, archive, index and OPML under `public/`.
///
/// The bytes depend on articles, settings, templates and issues alone, never on the clock; a file whose bytes are the
/// same is not touched.
extension Press {
  func publish(_ report: inout RunReport) throws {
    let key = try publishingKey()
    guard try isRehearsal || ledger.note("published") != key || !output.exists("index.html") else { return }
    var shelf = PublicShelf(output: output)
    let visible = try ledger.articles().filter { $0.isVisible(at: now) }.sorted(by: Article.newestFirst)
    do {
      try putFeeds(visible, &shelf)
      try putPages(visible, &shelf)
      try putAssets(visible, &shelf)
    } catch let fault as PrintingFault {
      report.fail(fault.description, .badConfiguration)
      report.filesWritten += shelf.written
      return
    }
    let gone = try ledger.publishedPaths().subtracting(shelf.paths).sorted()
    try ledger.setPublishedPaths(shelf.paths.union(gone))  // before anything is removed: a crash forgets no file
    for path in gone where try output.remove(path) { report.filesRemoved.append(path) }
    try ledger.setPublishedPaths(shelf.paths)
    try ledger.setNote("published", key)
    report.filesWritten += shelf.written
  }

  /// Equal keys mean that publishing would write nothing.
  private func publishingKey() throws -> String {
    let embargo = try ledger.nextEmbargo(after: now)?.seconds ?? 0
    let issue = try ledger.issues(of: nil, limit: 1).first?.id.number ?? 0
    let shelf = try ledger.note("shelf") ?? ""
    let parts = [Courant.version, settingsKey, shelf, "\(embargo)", "\(issue)"]
    return lowercaseHex(sha256(parts.joined(separator: "\u{0}").utf8))
  }

  private func putFeeds(_ visible: [Article], _ shelf: inout PublicShelf) throws {
    for feed in site.feeds {
      let articles = Array(feed.articles(of: visible, at: now).prefix(feed.limit))
      let printer = FeedPrinter(site: site, feed: feed)
      for format in feed.formats {
        let bytes = try PrintingFault.wrap("feeds/\(feed.name).toml") { try printer.print(format, articles: articles) }
        try shelf.put(bytes, feed.path(format))
      }
    }
    try shelf.put(try PrintingFault.wrap("opml.xml") { try opml(site: site) }, "opml.xml")
  }

  private func putPages(_ visible: [Article], _ shelf: inout PublicShelf) throws {
    let printer = PagePrinter(site: site, templates: templates)
    for article in visible {
      let page = try PrintingFault.wrap(article.page) { try printer.article(article) }
      try shelf.put(Array(page.utf8), article.page)
    }
    let issues = try ledger.issues(of: nil, limit: 10_000)
    let summaries = issues.map { issue in
      IssueSummary(
        digest: issue.digest, number: issue.number, date: issue.slot.due, subject: issue.subject,
        path: archivePath(issue.digest, issue.number))
    }
    for issue in issues {
      try shelf.put(
        Array(try ledger.archivePage(of: issue.id).utf8), archivePath(issue.digest, issue.number) + "index.html")
    }
    let pages = try PrintingFault.wrap("templates") {
      var pages = [
        ("index.html", try printer.index(articles: Array(visible.prefix(50)), issues: Array(summaries.prefix(12)))),
        ("archive/index.html", try printer.archiveIndex(issues: summaries)),
      ]
      for feed in site.feeds {
        let articles = feed.articles(of: visible, at: now).prefix(feed.limit)
        pages.append(("feeds/\(feed.name)/index.html", try printer.feedPage(feed, articles: Array(articles))))
      }
      return pages
    }
    for (path, text) in pages { try shelf.put(Array(text.utf8), path) }
  }

  private func archivePath(_ digest: String, _ number: Int) -> String { "archive/\(digest)/\(number)/" }

  /// Pictures and documents that lie beside the articles, under the same relative path. What belongs to a page bundle
  /// is as invisible as its article.
  private func putAssets(_ visible: [Article], _ shelf: inout PublicShelf) throws {
    let visibleIDs = Set(visible.map(\.id))
    let shown = Set(try ledger.places().filter { visibleIDs.contains($0.id) }.map(\.path))
    for source in site.sources {
      // An unreadable source was reported when it was gathered.
      let folderSource = FolderSource(settings: source, site: site, root: folder)
      guard let listing = try? folderSource.listing() else { continue }
      let hidden = Set(
        listing.articles.map(\.path).filter { isBundle($0) && !shown.contains($0) }.map(parentFolder))
      for asset in listing.assets where !hidden.contains(parentFolder(asset.path)) {
        // Gone since it was listed: the next run sees that.
        guard let data = FileManager.default.contents(atPath: folder + "/" + asset.path) else { continue }
        try shelf.put(Array(data), folderSource.publicPath(ofAsset: asset.path))
      }
    }
  }

  private func isBundle(_ path: String) -> Bool { (path as NSString).lastPathComponent.hasPrefix("index.") }
  private func parentFolder(_ path: String) -> String { (path as NSString).deletingLastPathComponent }
}

/// What a publishing has put where.
private struct PublicShelf {
  let output: PublicFolder
  private(set) var paths: Set<String> = []
  private(set) var written: [String] = []

  init(output: PublicFolder) { self.output = output }

  mutating func put(_ bytes: [UInt8], _ path: String) throws {
    paths.insert(path)
    if try output.write(bytes, to: path) { written.append(path) }
  }
}
