package import Model
internal import XML

/// A folder of Markdown, read as articles.
package struct FolderSource: Sendable {
  private let settings: SourceSettings
  private let site: Site
  private let root: SiteRoot
  /// Relative to the site folder, without `.` and empty components; empty for the site folder itself.
  private let folder: String

  /// `root` is the absolute path of the site folder.
  package init(settings: SourceSettings, site: Site, root: String) {
    (self.settings, self.site, self.root) = (settings, site, SiteRoot(root))
    folder = settings.folder.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// Every file of the source as it is now; reads none of them.
  package func listing() throws(SourceUnavailable) -> Listing {
    guard root.resolved(folder) != nil, root.isFolder(folder) else {
      throw SourceUnavailable(
        finding: Finding(
          "schedule.conf",
          "the source `\(settings.name)` has no folder `\(settings.folder)` inside the site folder; "
            + "make it, or write its true name in [sources.\(settings.name)]."))
    }
    return FolderWalk(folder, in: root).run()
  }

  /// Reads one article of the listing.
  package func read(_ path: String) -> Reading {
    let bytes: [UInt8]
    do {
      bytes = try root.read(path)
    } catch {
      return .fault([Finding(printable(path), error.sentence)])
    }
    switch ArticleText.split(bytes, path: path) {
    case .failure(let unreadable): return .fault([unreadable.finding])
    case .success(let text): return read(text, at: path)
    }
  }

  /// Where an asset of the listing belongs below `public/`, so that the articles beside it find it.
  package func publicPath(ofAsset path: String) -> String { "articles/" + pathInside(path) }
}

extension FolderSource {
  private func pathInside(_ path: String) -> String {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : path
  }

  private func frontMatter(of text: ArticleText, at place: ArticlePlace) -> FrontMatter {
    FrontMatter(text.settings, place: place, zone: site.zone, readsUSDates: settings.readsUSDates)
  }

  private func neighbours(of path: String) -> Neighbours {
    let inside = pathInside(path)
    let folder = inside.prefix(upTo: inside.lastIndex(of: "/").map { inside.index(after: $0) } ?? inside.startIndex)
    return Neighbours(folder: String(folder)) { link(ofFile: $0) }
  }

  /// Where the article in a file is read, by its path inside the source; nil if there is none that is published.
  private func link(ofFile pathInside: String) -> String? {
    let path = folder.isEmpty ? pathInside : folder + "/" + pathInside
    // What is wrong with the file is told when it is read for its own sake.
    guard let bytes = try? root.read(path), case .success(let text) = ArticleText.split(bytes, path: path) else {
      return nil
    }
    let place = ArticlePlace(pathInside: pathInside, site: site)
    let matter = frontMatter(of: text, at: place)
    guard !matter.isDraft, matter.findings(path: path).faults.isEmpty, let id = matter.id else { return nil }
    return matter.link ?? pageAddress(of: id, at: place).link
  }

  /// An id that is an address says nothing about the page.
  private func pageAddress(of id: String, at place: ArticlePlace) -> PageAddress {
    PageAddress(id: Article.ID(id).isAddress ? place.id : id, site: site)
  }

  private func read(_ text: ArticleText, at path: String) -> Reading {
    let place = ArticlePlace(pathInside: pathInside(path), site: site)
    let matter = frontMatter(of: text, at: place)
    let (faults, ownAdvice) = matter.findings(path: path)
    let advice = ownAdvice + text.repetitions.map { $0.finding(path: path) }
    guard faults.isEmpty else { return .fault((faults + advice).sorted()) }
    if matter.isDraft { return .draft(advice: advice.sorted()) }
    guard let title = matter.title, let published = matter.date, let id = matter.id else { return .fault(faults) }
    let address = pageAddress(of: id, at: place)
    var article = Article(
      id: Article.ID(id), title: title, published: published, link: matter.link ?? address.link, page: address.page)
    matter.fill(&article)
    article.topics = site.topics(written: matter.topics + settings.topics)
    do {
      let body = try Body(text.body, base: place.base, link: article.link, neighbours: neighbours(of: path))
      article.body = body.html
      if article.summary.isEmpty {
        (article.summary, article.summaryIsExcerpt) = (body.summary, !body.summary.isEmpty)
      }
      return .article(article, advice: (advice + body.advice(path: path, firstLine: text.bodyLine)).sorted())
    } catch {
      return .fault([error.finding(path: path, firstLine: text.bodyLine)])
    }
  }
}

/// What a file turned out to be. Every finding stands for the file itself.
package enum Reading: Hashable, Sendable {
  case article(Article, advice: [Finding])
  /// The author says that it is not to be published yet.
  case draft(advice: [Finding])
  /// It cannot be published as it is.
  case fault([Finding])
}

/// The folder of a source is not there, or not inside the site folder.
package struct SourceUnavailable: Error, Hashable {
  package let finding: Finding

  package init(finding: Finding) { self.finding = finding }
}
