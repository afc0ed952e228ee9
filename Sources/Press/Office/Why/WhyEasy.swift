internal import Gathering
internal import Model
internal import Presentation
internal import Press

/// What an easy-to-read version of an article is, by its file or its page, and why it is not published.
extension Why {
  func explanation(ofEasy place: NamedPlace) throws -> Explanation? {
    for settings in site.sources {
      let source = FolderSource(settings: settings, site: site, root: opened.folder)
      guard let listing = try? source.listing() else { continue }  // reported by the run
      let paths = listing.easy.map(\.path)
      let articles = try ledger.places().filter { $0.source == settings.name }
      if let path = try paths.first(where: { try place.paths.contains($0) || isPage(of: $0, place, articles) }) {
        let found = source.easyVersions(in: listing, at: now)
        let lines = try lines(ofEasy: path, found, articles) ?? [hiddenLine(path, source, listing)]
        return Explanation(kind: .file, subject: path, lines: lines)
      }
    }
    return nil
  }

  /// Whether one of the named pages is that of this version.
  private func isPage(of path: String, _ place: NamedPlace, _ articles: [ShelvedPlace]) throws -> Bool {
    let page = try article(ofEasy: path, articles).flatMap { PagePath.easy(ofPage: $0.page) }
    return page.map { place.pages.contains($0.file) } ?? false
  }

  private func article(ofEasy path: String, _ articles: [ShelvedPlace]) throws -> Article? {
    let stem = EasyVersions.stem(ofVersion: path)
    guard let place = articles.first(where: { EasyVersions.stem(ofArticle: $0.path) == stem }) else { return nil }
    return try ledger.article(place.id)
  }

  /// Nil if its author holds it back.
  private func lines(ofEasy path: String, _ found: EasyVersions, _ articles: [ShelvedPlace]) throws -> [String]? {
    let faults = found.findings.filter { $0.path == path && $0.weight == .fault }
    if !faults.isEmpty { return faults.map { "\($0) (not published)" } }
    let stem = EasyVersions.stem(ofVersion: path)
    guard found.versions.contains(where: { $0.stem == stem }) else { return nil }
    guard let article = try article(ofEasy: path, articles) else {
      return ["\(path): not published: its article is not; `courant why` with the article's file says why"]
    }
    let what = "\(path): the easy-to-read version of the article `\(article.id)`"
    guard let page = PagePath.easy(ofPage: article.page), try ledger.publishedFiles()[page.file] != nil else {
      return ["\(what); not published yet: the next run publishes it if the article is visible"]
    }
    return ["\(what); published as \(site.address(page))"]
  }

  private func hiddenLine(_ path: String, _ source: FolderSource, _ listing: Listing) -> String {
    let reason = source.reason(hiding: path, under: source.holds(of: listing).holds)
    return "\(path): held back by its author: \(reason ?? "it changed since it was read")"
  }
}
