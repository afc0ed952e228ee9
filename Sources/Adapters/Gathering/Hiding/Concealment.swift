internal import Model
package import Time

/// Which folders of a source hide the assets in them: an asset that belongs to something hidden is hidden too.
///
/// Recorded when a source is gathered, so that publishing needs only the ledger.
package struct Concealment: Hashable, Sendable {
  /// What sections and folder names hold back, by folder.
  var holds: [String: Hold] = [:]
  /// Bundles whose index only lists the articles below it.
  var pages: Set<String> = []

  /// The targets of symbolic links.
  var links: [String: String] = [:]

  init() {}

  /// One line per folder: `page`, or `hold`, `hidden` or nothing, and two instants, then the folder, separated by tabs.
  /// One line per link: `link`, its target, and its path.
  package var text: String {
    let held = holds.map { folder, hold in
      let instants = [hold.from, hold.until].map { instant in instant.map { "\($0.seconds)" } ?? "" }
      return (["hold", hold.isHidden ? "hidden" : ""] + instants + [folder]).joined(separator: "\t")
    }
    let linked = links.map { "link\t\($1)\t\($0)" }
    return (held + linked + pages.map { "page\t" + $0 }).sorted().joined(separator: "\n")
  }

  /// Parses ``text``.
  package init(_ text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch parts.first {
      case "link"? where parts.count == 3: links[parts[2]] = parts[1]
      case "page"? where parts.count == 2: pages.insert(parts[1])
      case "hold"? where parts.count == 5:
        let instants = parts[2...3].map { Int64($0).map(Instant.init(seconds:)) }
        holds[parts[4]] = Hold(isHidden: parts[1] == "hidden", from: instants[0], until: instants[1])
      default: break
      }
    }
  }

  /// Keeps the records `before` of the folders for which `isClosed` is true.
  package func keeping(_ before: Concealment, where isClosed: (String) -> Bool) -> Concealment {
    var kept = self
    for (folder, hold) in before.holds where isClosed(folder) { kept.holds[folder] = hold }
    for (path, target) in before.links where isClosed(path) { kept.links[path] = target }
    kept.pages.formUnion(before.pages.filter(isClosed))
    return kept
  }

  /// Returns a function that decides whether an asset is hidden.
  ///
  /// - Parameter articles: the files of all articles of the source, published or not.
  /// - Parameter shown: the files of the articles that are visible at `now`.
  package func judge(articles: [String], shown: Set<String>, at now: Instant) -> (String) -> Bool {
    let bundles = Bundles(articles)
    var known: [String: Bool] = [:]
    func isConcealed(_ folder: String) -> Bool {
      if let answer = known[folder] { return answer }
      let isAboveConcealed = folder.isEmpty ? false : isConcealed(parted(folder).folder)
      let answer = isAboveConcealed || hides(folder, bundles, shown, now)
      known[folder] = answer
      return answer
    }
    return { [links] path in
      isConcealed(parted(path).folder) || links[path].map { isConcealed(parted($0).folder) } ?? false
    }
  }

  private func hides(_ folder: String, _ bundles: Bundles, _ shown: Set<String>, _ now: Instant) -> Bool {
    if let hold = holds[folder], !hold.isOpen(at: now) { return true }
    if let indexes = bundles.indexes[folder] { return !pages.contains(folder) && shown.isDisjoint(with: indexes) }
    // Hexo's asset folder: `post/` next to `post.md`.
    guard let article = bundles.articles[folder], !bundles.populated.contains(folder) else { return false }
    return !shown.contains(article)
  }
}

/// The articles of a source by the folders that belong to them.
private struct Bundles {
  /// The index files of a folder.
  private(set) var indexes: [String: [String]] = [:]
  /// Articles by their path without its extension.
  private(set) var articles: [String: String] = [:]
  /// Folders with articles in or below them.
  private(set) var populated = Set<String>()

  init(_ paths: [String]) {
    for path in paths {
      let (folder, name) = parted(path)
      if isIndexName(name) { indexes[folder, default: []].append(path) }
      articles[stem(of: path)] = path
      for above in foldersAbove(path) where !populated.insert(above).inserted { break }
    }
  }
}
