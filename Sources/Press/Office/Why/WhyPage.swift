internal import Gathering
internal import Model
internal import Presentation
internal import Press

/// What a file in `pages/` is, and why it is not published.
extension Why {
  func explanation(ofStanding place: NamedPlace) throws -> Explanation? {
    guard let folder = PagesFolder(of: site, in: opened.folder) else { return nil }
    let standing = folder.read(at: now)
    if let page = standing.pages.first(where: { isNamed($0, place) }) {
      return Explanation(kind: .page, subject: page.file, lines: try lines(page))
    }
    if place.paths.contains(PagesFolder.name) {
      let count = counted(standing.pages.count, "page")
      let lines = ["\(PagesFolder.name): \(count), \(counted(standing.faults.count, "fault"))"]
      return Explanation(kind: .folder, subject: PagesFolder.name, lines: lines + standing.faults.map(notPublished))
    }
    guard let path = place.paths.first(where: { $0.hasPrefix(PagesFolder.name + "/") && isThere($0) }) else {
      return nil
    }
    return Explanation(kind: .file, subject: path, lines: try lines(ofFile: path, standing, folder))
  }

  private func isNamed(_ page: StandingPage, _ place: NamedPlace) -> Bool {
    place.paths.contains(page.file) || place.pages.contains(PagePath.standing(page).file)
  }

  private func lines(_ page: StandingPage) throws -> [String] {
    let address = site.address(PagePath.standing(page))
    let isPublished = try ledger.publishedFiles()[PagePath.standing(page).file] != nil
    let state = isPublished ? "published as \(address)" : "not published yet; the next run publishes it as \(address)"
    let footer =
      page.isInFooter ? "linked in the footer of every page" : "not in the footer, because `menu` is false"
    return ["\(page.file): a page, not an article: in no list, feed or email; \(state)", footer]
  }

  private func lines(ofFile path: String, _ standing: StandingPages, _ folder: PagesFolder) throws -> [String] {
    let faults = standing.faults.filter { $0.path == path }
    if !faults.isEmpty { return faults.map(notPublished) }
    guard FolderSource.isArticle(named: path) else { return [try assetLine(path, folder)] }
    let reason = folder.reason(hiding: path) ?? "a date in its front matter hides it now"
    return ["\(path): held back by its author: \(reason)"]
  }

  private func assetLine(_ path: String, _ folder: PagesFolder) throws -> String {
    let published = folder.publicPath(ofFile: path)
    if try ledger.publishedFiles()[published] != nil { return "\(path): published as \(site.address(published))" }
    return "\(path): not published: no page shows it or links to it, or no run has published since"
  }

  private func notPublished(_ fault: Finding) -> String { "\(fault) (not published)" }
}
