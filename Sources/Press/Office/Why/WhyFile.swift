internal import Foundation
internal import Gathering
internal import Model
internal import Press

/// What a file, a folder or a page is, and why it is not published.
extension Why {
  func explanation(ofPlace text: String) throws -> Explanation? {
    let place = NamedPlace(text, site: site, folder: opened.folder, from: working)
    let known = try ledger.knownArticles().sorted { $0.presence.rank > $1.presence.rank }
    let id = self.id(ofTag: text) ?? Article.ID(text)
    let wanted = known.first { $0.id == id || place.paths.contains($0.place.path) }
    if let found = wanted ?? known.first(where: { place.pages.contains($0.page) }) {
      return try explanation(of: found)
    }
    for page in place.pages { if let issue = try issue(withPage: page) { return try explanation(of: issue) } }
    for path in place.paths where !path.hasPrefix("public/") {
      if let file = try explanation(ofFile: path) { return file }
    }
    if let linked = try article(withLink: text) { return try explanation(of: linked) }
    let published = try ledger.publishedFiles()
    if let page = place.pages.first(where: { published[$0] != nil }) {
      let line = "public/\(page): made by every run from settings and articles; it is no article"
      return Explanation(kind: .page, subject: page, lines: [line])
    }
    return try explanation(ofMailed: id)
  }

  /// Explains an article that only an issue in the ledger still has.
  private func explanation(ofMailed id: Article.ID) throws -> Explanation? {
    let issues = try ledger.issues(with: id)
    guard let issue = issues.first else { return nil }
    let title = try ledger.content(of: issue.id).articles.first { $0.id == id }?.title
    let lines = ["\(id): \(shownTitle(title ?? "")) (gone)"] + (try issueLines(with: id))
    return Explanation(kind: .article, subject: id.text, lines: lines)
  }

  private func article(withLink text: String) throws -> Article? {
    guard text.contains("://") else { return nil }
    return try ledger.shelvedArticles().first { $0.article.link == text }?.article
  }

  /// Explains an article that is on the shelf, hidden or gone.
  private func explanation(of known: KnownArticle) throws -> Explanation {
    if let article = try ledger.article(known.id) { return try explanation(of: article) }
    let title = try RememberedTexts(ledger).article(known.id).map { ": " + shownTitle($0.title) }
    let isGone = known.presence == .departed
    let reasons = try fate(of: known, isGone: isGone)
    let withdrawal = try ledger.withdrawals().first { $0.id == known.id }
    let since = withdrawal.map { "withdrawn \(local($0.at)): " } ?? "not published: "
    let issues = try issueLines(with: known.id)
    let lines = ["\(known.id)\(title ?? "")"] + reasons.map { since + $0 } + (issues.isEmpty ? ["in no issue"] : issues)
    return Explanation(kind: .article, subject: known.id.text, lines: lines)
  }

  private func fate(of known: KnownArticle, isGone: Bool) throws -> [String] {
    let path = known.place.path
    let successor = try ledger.places().first {
      ExactText($0.path) == ExactText(path) && $0.source == known.place.source
    }
    if let successor { return ["its file \(path) holds another article now, `\(successor.id)`"] }
    return try isGone ? ["its file \(path) is gone"] : notPublished(path)
  }
}

// MARK: - Files that are not articles

extension Why {
  func findings(at path: String) throws -> [Finding] {
    try ledger.findings().map(\.finding).filter { $0.path == path }
  }

  private func explanation(ofFile path: String) throws -> Explanation? {
    if isFolder(path) {
      let lines = try folderLines(path)
      return lines.map { Explanation(kind: .folder, subject: path.isEmpty ? "." : path, lines: $0) }
    }
    if try isRead(path) || !findings(at: path).isEmpty {
      return Explanation(kind: .file, subject: path, lines: try notPublished(path))
    }
    if let line = try assetLine(path) { return Explanation(kind: .file, subject: path, lines: [line]) }
    guard isThere(path) else { return nil }
    return Explanation(kind: .file, subject: path, lines: ["\(path): \(unread(path))"])
  }

  /// The faults of a file, each with its line, or why its author hides it.
  private func notPublished(_ path: String) throws -> [String] {
    let faults = try findings(at: path).filter { $0.weight == .fault }
    if !faults.isEmpty { return faults.map { "\($0) (not published)" } }
    return ["\(path): held back by its author: \(hidingReason(path) ?? "it changed since it was read")"]
  }

  private func hidingReason(_ path: String) -> String? {
    guard let settings = self.source(of: path) else { return nil }
    let source = FolderSource(settings: settings, site: site, root: opened.folder)
    guard let listing = try? source.listing() else { return nil }  // reported by the run: the folder does not exist
    return source.reason(hiding: path, under: source.holds(of: listing).holds)
  }

  private func isRead(_ path: String) throws -> Bool {
    try source(of: path).map { try ledger.stamps(of: $0.name)[ExactText(path)] != nil } ?? false
  }

  /// Explains a file that the last run did not read.
  private func unread(_ path: String) -> String {
    if path == "schedule.conf" || path.hasPrefix("feeds/") || path.hasPrefix("templates/") {
      return "settings and templates; `courant check` says what is wrong with them"
    }
    guard let source = self.source(of: path) else { return "lies in the folder of no source" }
    return FolderSource.isArticle(named: path)
      ? "not read so far; the next run of the source \(source.name) reads it"
      : "is no article: those end in .md or .markdown"
  }

  private func assetLine(_ path: String) throws -> String? {
    guard let settings = self.source(of: path),
      let asset = try ledger.assets(of: settings.name)?.first(where: { $0.path == path })
    else { return nil }
    let source = FolderSource(settings: settings, site: site, root: opened.folder)
    let published = source.publicPath(ofAsset: asset.path)
    if try ledger.publishedFiles()[published] != nil { return "\(path): published as \(site.address(published))" }
    return "\(path): not published: what it lies beside is not, or no run has published since"
  }

  private func source(of path: String) -> SourceSettings? {
    site.sources.first { source in
      let folder = source.folder.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
      return folder.isEmpty || path == folder || path.hasPrefix(folder + "/")
    }
  }

  private func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: opened.folder + "/" + path) }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: opened.folder + "/" + path, isDirectory: &isFolder)
    return isFolder.boolValue
  }

  /// Lists what is below a folder. Nil unless the folder is in a source's folder, or contains one.
  private func folderLines(_ path: String) throws -> [String]? {
    let below = { (file: String) in path.isEmpty || file == path || file.hasPrefix(path + "/") }
    let sources = site.sources.filter { below($0.folder) || $0 == self.source(of: path) }
    guard !sources.isEmpty else { return nil }
    let files = try sources.flatMap { try ledger.stamps(of: $0.name).keys.map(\.text) }.filter(below)
    let shelved = Set(try ledger.places().map(\.path).filter(below))
    let found = try ledger.findings().map(\.finding).filter { $0.weight == .fault && below($0.path) }
    let faulty = Set(found.map(\.path))
    let hidden = files.filter { !shelved.contains($0) && !faulty.contains($0) }
    var lines = [
      "\(path.isEmpty ? "." : path): \(counted(shelved.count, "article")), \(counted(faulty.count, "faulty file"))"
    ]
    lines += found.sorted().map { "\($0) (not published)" }
    lines += hidden.sorted().map {
      "\($0): held back by its author: \(hidingReason($0) ?? "it changed since it was read")"
    }
    return lines
  }
}
