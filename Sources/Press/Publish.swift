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
extension PressRun {
  func publish(_ report: inout RunReport) throws {
    let key = try publishingKey()
    let known = try ledger.publishedPaths()
    if try !isRehearsal && ledger.note("published") == key && known.allSatisfy(output.exists) { return }
    output.sweep()
    var shelf = PublicShelf()
    let visible = try ledger.articles().filter { $0.isVisible(at: now) }.sorted(by: Article.newestFirst)
    putFeeds(visible, &shelf)
    try putPages(visible, &shelf)
    try putAssets(visible, &shelf)
    // Before anything is written, so that a run that ends here leaves no file that nobody knows of.
    try ledger.setPublishedPaths(known.union(shelf.paths))
    do {
      for (path, bytes) in shelf.files where try output.write(bytes(), to: path) { report.filesWritten.append(path) }
    } catch let fault as PrintingFault {
      return report.fail(fault.description, .badConfiguration)
    }
    for path in known.subtracting(shelf.paths).sorted() where try output.remove(path) {
      report.filesRemoved.append(path)
    }
    try ledger.setPublishedPaths(shelf.paths)
    try ledger.setNote("published", key)
  }

  /// Equal keys mean that publishing would write nothing.
  private func publishingKey() throws -> String {
    let embargo = try ledger.nextEmbargo(after: now)?.seconds ?? 0
    let issue = try ledger.issues(of: nil, limit: 1).first?.id.number ?? 0
    let parts = [Courant.version, settingsKey, "\(try ledger.shelfEdition())", "\(embargo)", "\(issue)"]
    return lowercaseHex(sha256(parts.joined(separator: "\u{0}").utf8))
  }

  private func putFeeds(_ visible: [Article], _ shelf: inout PublicShelf) {
    for feed in site.feeds {
      let articles = Array(feed.articles(of: visible, at: now).prefix(feed.limit))
      let printer = FeedPrinter(site: site, feed: feed)
      for format in feed.formats {
        shelf.put(feed.path(format)) { try printer.print(format, articles: articles) }
      }
    }
    shelf.put("opml.xml") { [site] in try opml(site: site) }
  }

  private func putPages(_ visible: [Article], _ shelf: inout PublicShelf) throws {
    let printer = PagePrinter(site: site, templates: templates)
    for article in visible { shelf.put(article.page) { Array(try printer.article(article).utf8) } }
    let issues = try ledger.issues(of: nil, limit: 10_000)
    let summaries = issues.map { issue in
      IssueSummary(
        digest: issue.digest, number: issue.number, date: issue.slot.due, subject: issue.subject,
        path: archivePath(issue.digest, issue.number))
    }
    for issue in issues {
      shelf.put(archivePath(issue.digest, issue.number) + "index.html") { [ledger] in
        Array(try ledger.archivePage(of: issue.id).utf8)
      }
    }
    shelf.put("index.html") { Array(try printer.index(articles: Array(visible.prefix(50)), issues: summaries).utf8) }
    shelf.put("archive/index.html") { Array(try printer.archiveIndex(issues: summaries).utf8) }
    for feed in site.feeds {
      let articles = Array(feed.articles(of: visible, at: now).prefix(feed.limit))
      shelf.put("feeds/\(feed.name)/index.html") { Array(try printer.feedPage(feed, articles: articles).utf8) }
    }
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
        let source = folder + "/" + asset.path
        // Gone since it was listed: the next run sees that.
        guard FileManager.default.isReadableFile(atPath: source) else { continue }
        shelf.put(folderSource.publicPath(ofAsset: asset.path)) {
          FileManager.default.contents(atPath: source).map { Array($0) } ?? []
        }
      }
    }
  }

  private func isBundle(_ path: String) -> Bool { (path as NSString).lastPathComponent.hasPrefix("index.") }
  private func parentFolder(_ path: String) -> String { (path as NSString).deletingLastPathComponent }
}

/// What is to stand under `public/`, each file made when its turn comes.
private struct PublicShelf {
  private(set) var files: [(path: String, bytes: () throws -> [UInt8])] = []

  var paths: Set<String> { Set(files.map(\.path)) }

  /// A file that cannot be printed stops the publishing with its path.
  mutating func put(_ path: String, _ bytes: @escaping () throws -> [UInt8]) {
    files.append((path, { try PrintingFault.wrap(path, bytes) }))
  }
}
