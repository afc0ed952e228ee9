internal import Gathering
internal import Model
internal import Pages
internal import Presentation
internal import PublicPlace

/// Pages at the former addresses of articles, topics and authors, which lead to their present pages.
extension PressRun {
  /// Makes pages only where nothing else is. Other addresses are reported once.
  ///
  /// - Parameter files: all other published files.
  func movedFiles(
    _ visible: [ShelvedArticle], beside files: [PublicFile], _ report: inout RunReport
  ) throws -> [PublicFile] {
    let moves = site.hasPages ? try pageMoves().pages : [:]
    let lists = site.hasPages ? movedLists(visible) : [:]
    let isMoved = !moves.isEmpty || !lists.isEmpty || visible.contains { !$0.article.formerPages.isEmpty }
    guard site.hasPages, isMoved else {
      try tellTaken([], &report)
      return []
    }
    var places = try FreePlaces(besides: files.flatMap(\.paths), on: self)
    var moved: [PublicFile] = []
    var taken: [(page: String, of: Article)] = []
    for shelved in visible where shelved.article.hasPage {
      let article = shelved.article
      for page in moves[article.id] ?? [] where page != article.page && !article.formerPages.contains(page) {
        if places.take(page) { moved.append(file(page, leadingTo: article)) }
      }
      for page in article.formerPages {
        if places.take(page) { moved.append(file(page, leadingTo: article)) } else { taken.append((page, article)) }
      }
    }
    for (page, list) in lists.sorted(by: { $0.key < $1.key }) where places.take(page) {
      moved.append(file(page, leadingTo: list))
    }
    try tellTaken(taken, &report)
    return moved
  }

  /// The page of a topic or an author.
  private struct MovedList {
    let title: String
    let path: PagePath
  }

  /// By the pages of earlier versions, where those spelled an address differently.
  private func movedLists(_ visible: [ShelvedArticle]) -> [String: MovedList] {
    var moved: [String: MovedList] = [:]
    for topic in visible.lazy.flatMap(\.article.topics) {
      guard let former = TopicSlug.former(topic.label) else { continue }
      moved[PagePath.topic(former).file] = MovedList(title: topic.label, path: .topic(topic.slug))
    }
    for author in site.authors {
      guard let former = author.formerFolder else { continue }
      moved[former + "index.html"] = MovedList(title: author.name, path: .author(author))
    }
    return moved
  }

  private func file(_ page: String, leadingTo list: MovedList) -> PublicFile {
    let link = site.address(list.path)
    return PublicFile(page, "moved", also: [list.title, link]) { [site] _ in
      MovedPage.bytes(to: link, titled: list.title, on: site)
    }
  }

  private func file(_ page: String, leadingTo article: Article) -> PublicFile {
    PublicFile(page, "moved", also: [article.title, article.link]) { [site] _ in
      MovedPage.bytes(to: article, on: site)
    }
  }

  private func tellTaken(_ taken: [(page: String, of: Article)], _ report: inout RunReport) throws {
    let key = "told of former addresses"
    let before = try ledger.note(key) ?? ""
    if taken.isEmpty, before.isEmpty { return }
    let notices = try taken.prefix(50).map { try finding(about: $0.page, of: $0.of).description }
    let known = Set(before.split(separator: "\n").map(String.init))
    report.notices += notices.filter { !known.contains($0) }
    let all = notices.joined(separator: "\n")
    if all != before { try ledger.setNote(key, all) }
  }

  private func finding(about page: String, of article: Article) throws -> Finding {
    let reason = "cannot lead to this article, because something else is there; remove one of them"
    guard let place = try ledger.places(of: [article.id]).first,
      let settings = site.sources.first(where: { $0.name == place.source })
    else { return Finding(article.id.text, "/\(page) \(reason)", weight: .notice) }
    let source = FolderSource(settings: settings, site: site, root: folder)
    return source.notice(aboutFormerPage: page, of: article, at: place.path, reason)
  }
}

/// Finds where pages at former addresses may be written.
private struct FreePlaces {
  private var files: Set<String>
  private var folders: Set<String> = []
  private let output: any PublishingPlace
  /// Whether a recorded file that nothing produces any more is about to be removed.
  private let isLeaving: (String) -> Bool

  init(besides paths: [String], on run: PressRun) throws {
    let known = try run.ledger.publishedFiles()
    let stays = try run.staying()
    output = run.output
    isLeaving = { known[$0] != nil && !stays($0) }
    files = Set(paths)
    for path in paths { folders.formUnion(Self.folders(of: path)) }
  }

  /// Reserves a path. Returns whether it was free.
  mutating func take(_ path: String) -> Bool {
    let above = Self.folders(of: path)
    guard !files.contains(path), !folders.contains(path), files.isDisjoint(with: above), isFreeOnDisk(path) else {
      return false
    }
    files.insert(path)
    folders.formUnion(above)
    return true
  }

  private func isFreeOnDisk(_ path: String) -> Bool {
    switch output.place(path) {
    case .free: true
    case .taken: false
    case .file: isLeaving(path) || MovedPage.isOne(output.read(path) ?? [])
    }
  }

  /// The folders that contain a file, outermost first.
  private static func folders(of path: String) -> [String] {
    let names = path.split(separator: "/").dropLast()
    return names.indices.map { names[...$0].joined(separator: "/") }
  }
}
