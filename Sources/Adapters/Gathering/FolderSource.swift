internal import Crypto
package import Files
package import Model
internal import Settings
internal import XML

/// A folder of Markdown, read as articles.
package struct FolderSource: Sendable {
  /// Larger images, sound and video files are not published.
  package static let maxAssetBytes = 1_000_000_000

  let settings: SourceSettings
  let site: Site
  let root: SiteRoot
  /// Relative to the site folder, without `.` and empty components; empty for the site folder itself.
  let folder: String
  private let names: FolderNames

  /// Names the rules by which files are read. When they change, files are read again.
  package static let rules = "what hides, 3; marks of other programs, 1; pictures, changes and posts, 1"

  /// By path: the names of articles whose files have a different name now.
  package var knownNames: [ExactText: KnownName] = [:]

  /// `root` is the absolute path of the site folder.
  package init(settings: SourceSettings, site: Site, root: String) {
    self.settings = settings
    self.site = site
    folder = settings.folder.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    let siteRoot = SiteRoot(root, source: folder, of: site)
    self.root = siteRoot
    names = FolderNames(siteRoot, source: folder)
  }

  package var name: String { settings.name }

  /// All current files of the source; reads none of them.
  package func listing() throws(SourceUnavailable) -> Listing {
    if let absence = root.absence { throw SourceUnavailable(finding: Finding("schedule.conf", sentence(on: absence))) }
    return FolderWalk(folder, in: root).run()
  }

  /// Reads one article of the listing, as far as `holds` allows it to be seen.
  package func read(_ path: String, under holds: Holds = Holds()) -> Reading { examine(path, under: holds).reading }

  /// Reads one file of the listing, with the traits that identify its article.
  package func examine(_ path: String, under holds: Holds = Holds()) -> ReadFile {
    examine(path, under: holds, siblings(of: path, under: holds))
  }

  private func examine(_ path: String, under holds: Holds, _ siblings: SiblingLinks) -> ReadFile {
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

  /// While a bundle's index cannot be read, its content is unknown: everything below it stays as it was.
  private func unreadableIndex(above path: String, _ holds: Holds) -> Reading? {
    for index in holds.indexes(above: path) {
      do {
        _ = try root.read(index)
      } catch  where error.isPassing {
        return .unreadable(Finding(printable(index), error.sentence))
      } catch {
        continue
      }
    }
    return nil
  }

  private func readFile(_ path: String, under holds: Holds, _ above: Hold, _ siblings: SiblingLinks) -> ReadFile {
    let bytes: [UInt8]
    do {
      bytes = try root.read(path)
    } catch {
      let finding = Finding(printable(path), error.sentence)
      return ReadFile(error.isPassing ? .unreadable(finding) : .fault([finding]))
    }
    var file = ReadFile(.draft(warnings: []))
    file.bytes = Fingerprint(digest: sha256(bytes))
    file.name = place(of: path).name
    switch ArticleText.split(bytes, path: path) {
    case .failure(let unreadable): file.reading = .fault([unreadable.finding])
    case .success(let text):
      if let hidden = text.secondBlock {
        file.reading = .fault([Finding(printable(path), line: hidden.line, hidden.question)])
      } else {
        let matter = frontMatter(of: text, at: path, under: holds)
        file.writesID = matter.writesID
        file.reading = reading(of: text, matter, at: path, above, siblings)
      }
    }
    return file
  }

  /// The position and key of the date of change in a file; nil if there is none.
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
  package func publicPath(ofAsset path: String) -> String { "articles/" + pathInside(path) }
}

extension FolderSource {
  private func sentence(on absence: SiteRoot.Absence) -> String {
    switch absence {
    case .notThere:
      "the source `\(settings.name)` has no folder `\(settings.folder)` inside the site folder; "
        + "make it, or write its true name in [sources.\(settings.name)]."
    case .courantsOwn:
      "the source `\(settings.name)` cannot have the folder `\(settings.folder)`, which is Courant's own; "
        + "move the articles to another one."
    }
  }

  func pathInside(_ path: String) -> String {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : path
  }

  private func frontMatter(of text: ArticleText, at path: String, under holds: Holds) -> FrontMatter {
    FrontMatter(
      text.settings, place: place(of: path), zone: site.zone,
      readsUSDates: settings.readsUSDates, inheriting: holds.inherited(by: path))
  }

  private func place(of path: String) -> ArticlePlace {
    var place = ArticlePlace(pathInside: pathInside(path), site: site, known: knownNames[ExactText(path)])
    place.picture = { siblings(of: path, link: { _ in nil }).address(ofPicture: $0) }
    return place
  }

  private func siblings(of path: String, under holds: Holds) -> SiblingLinks {
    siblings(of: path) { link(ofFile: $0, under: holds) }
  }

  private func siblings(of path: String, link: @escaping (_ pathInside: String) -> String?) -> SiblingLinks {
    let inside = pathInside(path)
    let folder = inside.prefix(upTo: inside.lastIndex(of: "/").map { inside.index(after: $0) } ?? inside.startIndex)
    let base = site.address("articles/")
    return SiblingLinks(folder: String(folder), base: base, names: names, link: link)
  }

  /// The URL of the article in a file, given by its path in the source; nil if there is no published one.
  private func link(ofFile pathInside: String, under holds: Holds) -> String? {
    let path = folder.isEmpty ? pathInside : folder + "/" + pathInside
    guard !holds.isHidden(path), !holds.bundleHold(above: path, { bundleState(of: $0, holds) }).isHidden else {
      return nil
    }
    // Errors in the file are reported when the file itself is read.
    guard let bytes = try? root.read(path), case .success(let text) = ArticleText.split(bytes, path: path) else {
      return nil
    }
    let matter = frontMatter(of: text, at: path, under: holds)
    guard !matter.isDraft, matter.findings(path: path).faults.isEmpty, let id = matter.id else { return nil }
    return matter.link ?? (site.hasPages ? pageAddress(of: id, at: matter.place).link : nil)
  }

  /// An id that is a URL does not determine the page.
  private func pageAddress(of id: String, at place: ArticlePlace) -> PageAddress {
    PageAddress(id: Article.ID(id).isAddress ? place.pageName : id, site: site)
  }

  private func reading(
    of text: ArticleText, _ matter: FrontMatter, at path: String, _ above: Hold, _ siblings: SiblingLinks
  ) -> Reading {
    let place = matter.place
    let (ownFaults, ownWarnings) = matter.findings(path: path)
    let repetitions = text.repetitions.map { $0.finding(path: path) }
    let faults = ownFaults + repetitions.filter { $0.weight == .fault } + lackOfLink(matter, path)
    let warnings = ownWarnings + repetitions.filter { $0.weight != .fault }
    guard faults.isEmpty else { return .fault((few(faults, path) + few(warnings, path)).sorted()) }
    if matter.isDraft { return .draft(warnings: few(warnings, path)) }
    guard let title = matter.title, let published = matter.date, let id = matter.id else { return .fault(faults) }
    let address = pageAddress(of: id, at: place)
    var article = Article(
      id: Article.ID(id), title: title, published: published, link: matter.link ?? address.link, page: address.page)
    matter.fill(&article)
    article.published = max(published, above.from ?? published)
    article.expires = [article.expires, above.until].compactMap(\.self).min()
    article.topics = site.topics(written: matter.topics + settings.topics)
    do {
      let around = Body.Place(base: place.base, link: article.link, title: title, site: site)
      let body = try Body(text.body, at: around, siblings: siblings)
      article.body = body.html
      if article.summary.isEmpty {
        article.summary = body.summary
        article.summaryIsExcerpt = !body.summary.isEmpty
      }
      return .article(article, warnings: few(warnings + body.warnings(path: path, firstLine: text.bodyLine), path))
    } catch {
      return .fault(few(error.findings(path: path, firstLine: text.bodyLine), path))
    }
  }
}

extension FolderSource {
  /// On a site without pages, an article needs a link, or no one could find it.
  private func lackOfLink(_ matter: FrontMatter, _ path: String) -> [Finding] {
    guard !site.hasPages, !matter.isDraft, matter.link == nil, matter.reader.setting("link") == nil else { return [] }
    let sentence = "`link` is missing; write the address where this is read, since schedule.conf says pages = false"
    return [Finding(path, sentence)]
  }

  /// The effect of the bundle in a folder on everything below it.
  func state(ofBundle folder: String, _ holds: Holds) -> BundleState {
    holds.state(of: folder) { bundleState(of: $0, holds) }
  }

  /// The effect of a bundle's index file on everything below it.
  private func bundleState(of index: String, _ holds: Holds) -> BundleState {
    // Its links do not matter here, and may lead to files below it.
    switch examine(index, under: holds, .none).reading {
    case .article(let article, _): return .article(Hold(from: article.published, until: article.expires))
    case .draft: return matter(ofIndex: index, holds).map { $0.saysOnlyLists ? .page : .hidden } ?? .hidden
    case .unreadable: return .hidden
    case .fault:
      if let bytes = try? root.read(index), !bytes.holdFrontMatter { return .page }
      // A page without a date is not an article, but a list of what is below it, as in Jekyll and Eleventy.
      guard let matter = matter(ofIndex: index, holds) else { return .hidden }
      return matter.hasDate || !matter.hiding.questions.isEmpty ? .hidden : .page
    }
  }

  private func matter(ofIndex path: String, _ holds: Holds) -> FrontMatter? { matter(of: path, under: holds) }

  /// The front matter of a file; nil if it cannot be read.
  func matter(of path: String, under holds: Holds) -> FrontMatter? {
    guard let bytes = try? root.read(path), case .success(let text) = ArticleText.split(bytes, path: path) else {
      return nil
    }
    return frontMatter(of: text, at: path, under: holds)
  }
}

/// The first findings about a file, sorted, and how many more there are: one file must not bury the others.
private func few(_ findings: [Finding], _ path: String) -> [Finding] {
  let most = 50
  let sorted = findings.sorted()
  guard sorted.count > most + 1 else { return sorted }
  return sorted.prefix(most) + [Finding(path, "there are \(sorted.count - most) more findings.", weight: .warning)]
}

/// The result of reading a file. Every finding is about the file itself.
package enum Reading: Hashable, Sendable {
  case article(Article, warnings: [Finding])
  /// The author has not published it yet.
  case draft(warnings: [Finding])
  /// It cannot be published as it is.
  case fault([Finding])
  /// It cannot be read now, so it may be unchanged.
  case unreadable(Finding)
}

/// The result of reading a file, with the traits that identify its article.
package struct ReadFile: Sendable {
  package var reading: Reading
  /// The article's name according to its path.
  package var name = ""
  /// Whether the author set the article's id.
  package var writesID = false
  /// Fingerprint of its bytes; nil if it cannot be read.
  package var bytes: Fingerprint?

  init(_ reading: Reading) { self.reading = reading }

  /// The result for a file that does not exist.
  package static let nothing = ReadFile(.draft(warnings: []))
}

/// The folder of a source does not exist, or is not inside the site folder.
package struct SourceUnavailable: Error, Hashable {
  package let finding: Finding

  package init(finding: Finding) { self.finding = finding }
}
