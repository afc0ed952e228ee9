internal import Gathering
package import Model
internal import Pages
internal import Presentation

/// Easy-to-read versions of articles, each below the page of its article.
extension PressRun {
  /// The name of the note that lists the easy-to-read versions of a source.
  static func easyVersions(of source: String) -> String { "easy versions of \(source)" }

  /// Changes whenever one of them does.
  func easyVersionsKey() throws -> [String] {
    try site.sources.map { try ledger.note(Self.easyVersions(of: $0.name)) ?? "" }
  }

  func note(_ listing: Listing, of source: String) throws {
    let note = listing.easy.map { "\($0.path) \($0.stamp.text)" }.joined(separator: "\n")
    if note == (try ledger.note(Self.easyVersions(of: source)) ?? "") { return }
    try ledger.setNote(Self.easyVersions(of: source), note)
  }

  /// The versions of each source that has any. A source that cannot be read has none.
  func readEasyVersions() throws -> [(source: String, found: EasyVersions)] {
    try site.sources.compactMap { settings in
      if try ledger.note(Self.easyVersions(of: settings.name))?.isEmpty ?? true { return nil }
      let source = FolderSource(settings: settings, site: site, root: folder)
      // Gathering reports that it cannot be read.
      guard let listing = try? source.listing() else { return nil }
      return (settings.name, source.easyVersions(in: listing, at: now))
    }
  }

  /// The easy-to-read versions of these articles, and any problems with them.
  func easyVersions(
    _ visible: [ShelvedArticle]
  ) throws -> (versions: [Article.ID: EasyVersions.Version], findings: [Finding]) {
    var versions: [Article.ID: EasyVersions.Version] = [:]
    var findings: [Finding] = []
    for (source, found) in try readEasyVersions() {
      findings += found.findings
      let byStem = Dictionary(found.versions.map { ($0.stem, $0) }) { first, _ in first }
      for place in try ledger.places() where place.source == source {
        if let version = byStem[EasyVersions.stem(ofArticle: place.path)] { versions[place.id] = version }
      }
    }
    if versions.isEmpty { return ([:], findings) }
    let ids = Set(visible.map(\.id))
    return (versions.filter { ids.contains($0.key) }, findings)
  }

  /// For `courant check`.
  package func easyVersionFindings() throws -> [Finding] { try easyVersions([]).findings }
}

extension PublicView {
  func easyFiles(_ renderers: PageRenderers, at pages: [Article.ID: PagesBelow]) -> [PublicFile] {
    if easy.isEmpty { return [] }
    return visible.compactMap { article in
      guard let version = easy[article.id], let path = pages[article.id]?.easy else { return nil }
      let renderer = renderers.speaking(article.article.language)
      return PublicFile(path.file, "easy", reading: [article], also: [version.title, version.body]) { [spelling] in
        try renderer.easy(spelling.spelled($0[0]), title: version.title, body: version.body)
      }
    }
  }
}
