package import Gathering
internal import Model
internal import Pages
internal import Presentation
internal import Text

/// The pages in `pages/`, which are not articles.
extension PressRun {
  /// With links to the articles and files that are published now. For `courant check`.
  package func linkedStandingPages() throws -> StandingPages {
    let visible = try ledger.shelvedArticles().filter { $0.article.isVisible(at: now) }
    return try standingPages(visible, try assets(visible))
  }

  /// With links to these articles and files.
  func standingPages(_ visible: [ShelvedArticle], _ assets: [PublicAsset]) throws -> StandingPages {
    guard let pages = PagesFolder(of: site, in: folder) else { return StandingPages() }
    let addresses = try addresses(visible, assets)
    return pages.read(at: now, outside: { addresses[$0] })
  }

  /// The URLs of these articles and files, by their paths relative to the site folder.
  func addresses(_ visible: [ShelvedArticle], _ assets: [PublicAsset]) throws -> [String: String] {
    let links = Dictionary(visible.map { ($0.id, $0.article.link) }, uniquingKeysWith: { first, _ in first })
    var addresses: [String: String] = [:]
    for place in try ledger.places() { addresses[place.path] = links[place.id] }
    for asset in assets { addresses[asset.original] = site.address(percentEncodedPath(asset.path)) }
    return addresses
  }

  /// Faults are reported like those of articles. Everything else is reported once, when it is published.
  func tellStandingFaults(_ report: inout RunReport) {
    let most = 50
    for fault in standing.faults.prefix(most) { report.fail("\(fault) (skipped)", .badContent) }
    let rest = standing.faults.count - most
    if rest > 0 { report.fail("… and \(rest) more faults in pages/; `courant check` lists all of them", .badContent) }
  }

  func tellAdvice(on pages: StandingPages, _ report: inout RunReport) throws {
    let notices = pages.advice.filter { $0.weight == .notice }.map(\.description)
    let reported = Set(try ledger.note(Self.reportedNote)?.split(separator: "\n").map(String.init) ?? [])
    report.notices += notices.filter { !reported.contains($0) }
    if reported != Set(notices) { try ledger.setNote(Self.reportedNote, notices.joined(separator: "\n")) }
  }

  private static let reportedNote = "told of pages"

  /// Whether a file that nothing produces any more may be that of a page which cannot be read now.
  func isPerhapsStanding(_ path: String) -> Bool { standing.isUnsure && mayBeStanding(path) }
}

extension PublicView {
  func standingPageFiles(_ renderer: PageRenderer) -> [PublicFile] {
    let stamps = pages.assets.map { $0.path + " " + $0.stamp.text }
    return pages.texts.map { text in
      let page = text.page
      let also = [page.title, page.description, page.layout?.name ?? "", text.body] + stamps
      return PublicFile(PagePath.standing(page).file, "standing page", also: also) { [sizes = pictures.sizes] _ in
        try renderer.standing(page, body: text.body, sizes: sizes)
      }
    }
  }

  var standingAssetFiles: [PublicFile] {
    pages.assets.map { PublicFile(copy: $0.path, of: $0.original, stamp: $0.stamp.text, open: $0.open) }
  }
}
