internal import Cryptography
package import Files
internal import Markdown
package import Model
internal import Settings

/// A folder of Markdown, read as articles.
package struct FolderSource: Sendable {
  /// Larger images, sound and video files are not published.
  package static let maxAssetBytes = 1_000_000_000
  /// Longer articles are refused.
  package static let maxArticleBytes = MarkdownDocument.maxBytes

  /// What its files become.
  package enum Kind: Sendable {
    case articles
    /// Pages that are not articles (see ``PagesFolder``): they need no date, and their names alone give their addresses.
    case pages
    /// Easy-to-read versions of articles (see ``EasyVersions``), which need no date either.
    case easy
    /// Introductions of issues (see ``IntroFile``), which need no front matter. The files next to them are not published.
    case intros
  }

  let settings: SourceSettings
  let site: Site
  var kind: Kind
  let root: SiteRoot
  /// Relative to the site folder, without `.` and empty components; empty for the site folder itself.
  let folder: String
  let names: FolderNames
  let exclusion: Exclusion
  /// The settings of its generator, if it has one.
  let generated: Result<GeneratorSite?, SourceUnavailable>
  /// Nil if its articles have pages of Courant.
  let links: ArticleLinks?

  /// By path: the names of articles whose files have a different name now.
  package var knownNames: [ExactText: KnownName] = [:]

  /// The URL of a file outside the source, by its path relative to the site folder; nil if readers cannot get to it.
  package var outside: @Sendable (_ path: String) -> String?

  /// `root` is the absolute path of the site folder.
  package init(settings: SourceSettings, site: Site, root: String, kind: Kind = .articles) {
    self.settings = settings
    self.site = site
    self.kind = kind
    outside = { site.address(ofPageIn: $0) }
    folder = settings.folder.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    let siteRoot = SiteRoot(root, source: folder, of: site)
    self.root = siteRoot
    names = FolderNames(siteRoot, source: folder)
    exclusion = Exclusion(settings.exclude)
    do throws(SourceUnavailable) {
      let generated = try GeneratorSite(of: settings, in: root)
      links = ArticleLinks(settings, generated)
      self.generated = .success(generated)
    } catch {
      links = nil
      generated = .failure(error)
    }
  }

  package var name: String { settings.name }

  /// All current files of the source; reads none of them.
  package func listing() throws(SourceUnavailable) -> Listing {
    if let absence = root.absence { throw SourceUnavailable(finding: Finding("schedule.conf", sentence(on: absence))) }
    _ = try generated.get()
    return FolderWalk(folder, in: root, excluding: exclusion).run()
  }

  /// Reads one file of the listing, as far as `holds` allows it to be seen, with the traits that identify its article.
  package func examine(_ path: String, under holds: Holds = Holds()) -> ReadFile {
    let siblings = siblings(of: path, under: holds)
    var file = examine(path, under: holds, siblings)
    if file.mentions == nil { file.mentions = mentions(inHidden: path, siblings) }
    return file
  }

  func examine(_ path: String, under holds: Holds, _ siblings: SiblingLinks) -> ReadFile {
    if holds.isHidden(path) || HiddenPlace.hidingFolder(above: pathInside(path)) != nil {
      return ReadFile(.draft(warnings: []))
    }
    if let question = HiddenPlace.question(file: parted(path).name) {
      return ReadFile(.fault([Finding(printable(path), question)]))
    }
    let above = holds.bundleHold(above: path) { bundleState(of: $0, holds) }
    if above.isHidden { return ReadFile(unreadableIndex(above: path, holds) ?? .draft(warnings: [])) }
    return readFile(path, under: holds, above, siblings)
  }

  /// Whether the settings leave a file out.
  ///
  /// - Parameter pathInside: relative to the source's folder.
  package func excludes(_ pathInside: String) -> Bool { exclusion.holds(pathInside) }

  /// Changes when the settings of its generator do. Empty if it has none.
  package var generatorKey: String {
    guard case .success(let generated?) = generated else { return "" }
    return lowercaseHex(sha256(generated.source))
  }

  /// The place in a file that dates the change of its article, and its key; nil if it does not.
  package func placeOfChange(_ path: String) -> (line: Int, column: Int, key: String)? {
    guard let change = matter(of: path, under: Holds())?.readChange() else { return nil }
    return (change.position.line, change.position.column, change.key)
  }

  /// Opens an asset of the listing, to be copied.
  package func open(_ path: String) throws(UnreadableFile) -> OpenFile { try root.open(path) }

  /// The path of the page of an article with this name, relative to `public/`.
  package static func page(named name: String, on site: Site) -> String { PageAddress(id: name, site: site).page }

  /// Whether a file with this name is published next to articles.
  package static func publishesFile(named name: String) -> Bool {
    let kind = FileKind(name: name)
    return kind == .asset || kind == .bundled
  }

  /// Whether the name of a file or of a folder above it hides an article, regardless of its content.
  package func hidesByName(_ path: String) -> Bool {
    let inside = pathInside(path)
    let name = inside.split(separator: "/").last.map(String.init) ?? inside
    return HiddenPlace.hidingFolder(above: inside) != nil || HiddenPlace.question(file: name) != nil
  }

  /// The path of an asset relative to `public/`, where the articles next to it find it.
  package func publicPath(ofAsset path: String) -> String { publicFolder + pathInside(path) }

  /// Where files next to articles or pages are published, relative to `public/`.
  var publicFolder: String {
    switch kind {
    case .pages: "pages/"
    case .intros: ""
    case .articles, .easy: "articles/"
    }
  }
}

extension FolderSource {
  private func sentence(on absence: SiteRoot.Absence) -> String {
    switch absence {
    case .notThere:
      "the folder `\(settings.folder)` of source `\(settings.name)` is not in the site folder; "
        + "create it, or correct its name in [sources.\(settings.name)]"
    case .courantsOwn:
      "the folder `\(settings.folder)` of source `\(settings.name)` belongs to Courant; "
        + "move the articles to another folder"
    }
  }

  func pathInside(_ path: String) -> String {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : path
  }
}
