internal import Cryptography
internal import Model
internal import Settings

/// Reads the files of a folder.
extension FolderSource {
  /// While a bundle's index cannot be read, its content is unknown: everything below it stays as it was.
  func unreadableIndex(above path: String, _ holds: Holds) -> Reading? {
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

  func readFile(_ path: String, under holds: Holds, _ above: Hold, _ siblings: SiblingLinks) -> ReadFile {
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
    switch ArticleText.split(bytes, path: path, needsMatter: kind != .intros) {
    case .failure(let unreadable): file.reading = .fault([unreadable.finding])
    case .success(let text):
      if let hidden = text.secondBlock {
        file.reading = .fault([Finding(printable(path), line: hidden.line, hidden.question)])
      } else {
        let matter = frontMatter(of: text, at: path, under: holds)
        file.writesID = matter.writesID
        if kind == .pages { file.standing = StandingKeys(matter.reader) }
        let links = LinkNotes(siblings)
        file.reading = reading(of: text, matter, at: path, above, links)
        file.lacksSomething = links.lackSomething || matter.attaches
        if case .article(let article, _) = file.reading {
          file.formerKeys = formerAddresses(of: article, matter.formerAddresses).keys
          file.mentions = mentions(in: bytes, article, text.settings, siblings)
        }
      }
    }
    if file.mentions == nil { file.mentions = mentions(inHidden: bytes, siblings) }
    return file
  }

  private func reading(
    of text: ArticleText, _ matter: FrontMatter, at path: String, _ above: Hold, _ links: LinkNotes
  ) -> Reading {
    let (faults, warnings) = findings(about: text, matter, path)
    guard faults.isEmpty else { return .fault((few(faults, path) + few(warnings, path)).sorted()) }
    let gaps = kind == .pages ? text.gaps : []
    if matter.isDraft { return .draft(warnings: few(warnings + Gap.warnings(gaps, path: path), path)) }
    guard gaps.isEmpty else { return .fault(few(gaps.map { $0.fault(path: path) }, path)) }
    let permalink = ownPermalink(of: matter, path: path)
    if case .fault(let finding) = permalink { return .fault([finding]) }
    guard var article = article(from: matter, above, permalink) else { return .fault(faults) }
    let former = formerAddresses(of: article, matter.formerAddresses)
    article.formerPages = former.pages + formerSpelling(of: article).filter { !former.pages.contains($0) }
    let answered = answeredLink(of: article, at: path).map { [$0] } ?? []
    let ownWarnings = warnings + former.findings(path: path) + answered
    do {
      // Links to anything but files of the source lead elsewhere on the operator's own site.
      let base = article.hasPage ? matter.place.base : article.link
      var around = Body.Place(base: base, link: article.link, title: article.title, site: site)
      around.values = text.settings.strings
      around.generated = try? generated.get()  // without it, nothing of the source is read
      let body = try Body(text.body, at: around, links: links)
      article.body = body.html
      article.minutes = body.minutes
      if article.summary.isEmpty {
        article.summary = body.summary
        article.summaryIsExcerpt = !body.summary.isEmpty
      }
      return .article(article, warnings: few(ownWarnings + body.warnings(path: path, firstLine: text.bodyLine), path))
    } catch {
      return .fault(few(error.findings(path: path, firstLine: text.bodyLine), path))
    }
  }

  private func findings(
    about text: ArticleText, _ matter: FrontMatter, _ path: String
  ) -> (faults: [Finding], warnings: [Finding]) {
    let (faults, warnings) = matter.findings(path: path)
    let repetitions = text.repetitions.map { $0.finding(path: path) }
    return (
      faults + repetitions.filter { $0.weight == .fault } + lackOfLink(matter, path),
      warnings + repetitions.filter { $0.weight != .fault }
    )
  }

  /// Without its body; nil if it has no title, no date or no id.
  private func article(from matter: FrontMatter, _ above: Hold, _ permalink: OwnPermalink) -> Article? {
    guard let title = matter.title, let published = matter.date, let id = matter.id else { return nil }
    let address = pageAddress(of: id, at: matter.place, permalink)
    let elsewhere = matter.link ?? ownLink(of: matter)
    let link = kind == .pages || kind == .intros ? address.link : elsewhere ?? address.link
    let hasPage = links == nil || elsewhere == nil
    var article = Article(
      id: Article.ID(id), title: title, published: published, link: link,
      page: hasPage ? address.page : Article.noPage(of: Article.ID(id)))
    matter.fill(&article)
    // The folder's settings for dates also apply to the article of an easy-to-read version.
    if kind != .easy {
      article.published = max(published, above.from ?? published)
      article.expires = [article.expires, above.until].compactMap(\.self).min()
    }
    article.topics = site.topics(written: matter.topics + settings.topics)
    let named = site.translation(named: matter.place.name)
    article.language = site.otherLanguage(article.language ?? named?.language)
    article.translationKey = article.translationKey ?? named?.key
    return article
  }

  /// On a site without pages, an article needs a link, or no one could find it.
  private func lackOfLink(_ matter: FrontMatter, _ path: String) -> [Finding] {
    guard kind != .intros, !site.hasPages, links == nil, !matter.isDraft, matter.link == nil,
      matter.reader.setting("link") == nil
    else {
      return []
    }
    let sentence = "`link` is missing; add the URL of the article's page, because schedule.conf has pages = false"
    return [Finding(path, sentence)]
  }
}

extension FolderSource {
  func frontMatter(of text: ArticleText, at path: String, under holds: Holds) -> FrontMatter {
    FrontMatter(
      completed(text.settings), place: place(of: path), zone: site.zone,
      readsUSDates: settings.readsUSDates, inheriting: holds.inherited(by: path))
  }

  /// With what files of this kind need not have.
  private func completed(_ settings: SettingTable) -> SettingTable {
    switch kind {
    case .articles: settings
    case .pages, .easy: settings.dated
    case .intros: settings.dated.titled(site.title)
    }
  }

  func place(of path: String) -> ArticlePlace {
    var place = ArticlePlace(
      pathInside: pathInside(path), site: site, below: publicFolder, known: knownNames[ExactText(path)])
    place.picture = { siblings(of: path, link: { _ in nil }).address(ofPicture: $0) }
    place.attached = { name throws(AttachmentFault) in try attachment(name, to: path) }
    return place
  }

  func siblings(of path: String, under holds: Holds) -> SiblingLinks {
    siblings(of: path) { link(ofFile: $0, under: holds) }
  }

  func siblings(of path: String, link: @escaping (_ pathInside: String) -> String?) -> SiblingLinks {
    let inside = pathInside(path)
    let folder = inside.prefix(upTo: inside.lastIndex(of: "/").map { inside.index(after: $0) } ?? inside.startIndex)
    let base = site.address(publicFolder)
    var siblings = SiblingLinks(folder: String(folder), base: base, names: names, link: link)
    siblings.publicFolder = publicFolder
    siblings.sourceFolder = self.folder
    siblings.outside = outside
    siblings.excludes = exclusion.holds
    if kind == .intros { siblings.excludes = { _ in true } }
    return siblings
  }

  /// The URL of the article in a file, given by its path in the source; nil if there is no published one.
  private func link(ofFile pathInside: String, under holds: Holds) -> String? {
    let path = folder.isEmpty ? pathInside : folder + "/" + pathInside
    if kind == .pages { return site.address(ofPageIn: path) }
    if kind == .intros { return nil }
    guard !exclusion.holds(pathInside), !holds.isHidden(path),
      !holds.bundleHold(above: path, { bundleState(of: $0, holds) }).isHidden
    else {
      return nil
    }
    // Errors in the file are reported when the file itself is read.
    guard let matter = matter(of: path, under: holds), !matter.isDraft, matter.findings(path: path).faults.isEmpty,
      let id = matter.id
    else { return nil }
    return matter.link ?? ownLink(of: matter) ?? (site.hasPages ? pageLink(of: id, matter, path) : nil)
  }

  private func pageLink(of id: String, _ matter: FrontMatter, _ path: String) -> String {
    pageAddress(of: id, at: matter.place, ownPermalink(of: matter, path: path)).link
  }

  /// The page that earlier versions made of the article, if its address was spelled differently.
  private func formerSpelling(of article: Article) -> [String] {
    guard kind == .articles, article.hasPage, site.hasPages else { return [] }
    return PageAddress.formerSpelling(of: article.page).map { [$0] } ?? []
  }

  /// An id that is a URL does not determine the page.
  func pageAddress(of id: String, at place: ArticlePlace, _ permalink: OwnPermalink) -> PageAddress {
    if case .page(let own) = permalink { return own }
    if kind == .pages { return PageAddress(id: place.pageName, site: site, below: "") }
    return PageAddress(id: Article.ID(id).isAddress ? place.pageName : id, site: site)
  }
}

extension SettingTable {
  /// The values that are text, by key.
  fileprivate var strings: [String: String] {
    let pairs = entries.compactMap { entry in entry.setting.string.map { (entry.key, $0) } }
    return Dictionary(pairs) { first, _ in first }
  }
}

/// The first findings about a file, sorted, and how many more there are: one file must not bury the others.
private func few(_ findings: [Finding], _ path: String) -> [Finding] {
  let most = 50
  let sorted = findings.sorted()
  guard sorted.count > most + 1 else { return sorted }
  return sorted.prefix(most) + [
    Finding(path, "there are \(sorted.count - most) more findings; correct these first", weight: .warning)
  ]
}
