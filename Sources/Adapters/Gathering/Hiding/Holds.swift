internal import Cryptography
internal import Model
internal import Synchronization

/// What holds back the files in the folders of a source: hidden names, sections that cascade,
/// bundles that are not published.
///
/// The same rule applies to articles and assets: everything below something hidden is hidden. Paths are
/// relative to the site folder.
package final class Holds: Sendable {
  /// Sections and data files, by folder.
  private let sections: [String: SectionHold]
  /// The index files of bundles, by folder.
  private let bundles: [String: [ListedFile]]
  /// Folders with an article that is not their own index, and the folders above them.
  private let populated: Set<String>
  /// The stamps of marker files, by folder.
  private let stamps: [String: [String]]
  /// The source's folder, whose own name hides nothing.
  private let top: String
  /// The targets of symbolic links.
  private let targets: [String: String]
  private let known = Mutex<[String: BundleState]>([:])

  /// Only names hold anything back.
  package convenience init() { self.init(Listing.empty, top: "", sections: [:]) }

  init(_ listing: Listing, top: String, sections: [String: SectionHold]) {
    self.sections = sections
    self.top = top
    targets = listing.targets
    var bundles: [String: [ListedFile]] = [:]
    var populated = Set<String>()
    for file in listing.articles {
      let (folder, name) = parted(file.path)
      let isIndex = isIndexName(name)
      if isIndex { bundles[folder, default: []].append(file) }
      for above in foldersAbove(file.path).dropFirst(isIndex ? 1 : 0) where !populated.insert(above).inserted { break }
    }
    self.bundles = bundles
    self.populated = populated
    var stamps: [String: [String]] = [:]
    for file in listing.markers {
      stamps[parted(file.path).folder, default: []].append(file.path + " " + file.stamp.text)
    }
    self.stamps = stamps
  }

  /// Whether no file affects another, and each is what its path says.
  package var isEmpty: Bool { bundles.isEmpty && stamps.isEmpty && sections.isEmpty && targets.isEmpty }

  /// A string that identifies the state of all files that affect a path from outside: when it
  /// changes, the file is read again.
  package func key(above path: String) -> String {
    if let target = targets[path] { return key(of: path) + " " + target + key(of: target) }
    return key(of: path)
  }

  private func key(of path: String) -> String {
    if bundles.isEmpty && stamps.isEmpty { return "" }
    let folders = foldersAbove(path)
    var parts = folders.flatMap { stamps[$0] ?? [] }
    for folder in folders where !isIndex(path, of: folder) {
      parts += (bundles[folder] ?? []).map { $0.path + " " + $0.stamp.text }
    }
    return parts.isEmpty ? "" : " " + String(lowercaseHex(sha256(parts.joined(separator: "\n").utf8)).prefix(16))
  }

  /// The index files of the bundles that contain a path.
  func indexes(above path: String) -> [String] {
    foldersAbove(path).filter { !isIndex(path, of: $0) }.flatMap { bundles[$0] ?? [] }.map(\.path)
  }

  func isIndex(_ path: String, of folder: String) -> Bool {
    let (above, name) = parted(path)
    return above == folder && isIndexName(name)
  }

  /// The outcomes that an article inherits from the sections above, for keys it does not
  /// set: the nearest section counts.
  func inherited(by path: String) -> [Int: HidingOutcome] {
    if sections.isEmpty { return [:] }
    return foldersAbove(path).reduce(into: [:]) { outcomes, folder in
      if let section = sections[folder] { outcomes.merge(section.cascade) { nearest, _ in nearest } }
    }
  }

  /// Whether a folder above hides everything below it, regardless of the article.
  func isHidden(_ path: String) -> Bool {
    if let target = targets[path], target != path, isHiddenHere(target) { return true }
    return isHiddenHere(path)
  }

  private func isHiddenHere(_ path: String) -> Bool {
    if HiddenPlace.hidingFolder(above: inside(path)) != nil { return true }
    if sections.isEmpty { return false }
    return foldersAbove(path).contains { sections[$0]?.isHidden == true }
      || sections[stem(of: path)]?.isHidden == true
  }

  /// The holds of the bundles above a path. `state` reads an index file; it is called once per file.
  func bundleHold(above path: String, _ state: (String) -> BundleState) -> Hold {
    let here = bundleHoldHere(above: path, state)
    return targets[path].map { here.and(bundleHoldHere(above: $0, state)) } ?? here
  }

  private func bundleHoldHere(above path: String, _ state: (String) -> BundleState) -> Hold {
    foldersAbove(path).filter { !isIndex(path, of: $0) }.reduce(.none) { hold, folder in
      let foreign = sections[folder]?.index ?? .none
      return hold.and(foreign).and(self.state(of: folder, state).hold)
    }
  }

  /// The state of the bundle in a folder; with several languages, the most open one.
  func state(of folder: String, _ read: (String) -> BundleState) -> BundleState {
    guard let files = bundles[folder], folder != top || !populated.contains(top) else { return .page }
    return files.map { file in
      if let state = known.withLock({ $0[file.path] }) { return state }
      let state = read(file.path)
      known.withLock { $0[file.path] = state }
      return state
    }.reduce(.hidden) { $0.or($1) }
  }

  private func isInside(_ folder: String) -> Bool { top.isEmpty || folder == top || folder.hasPrefix(top + "/") }

  private func inside(_ path: String) -> String {
    top.isEmpty || !path.hasPrefix(top + "/") ? path : String(path.dropFirst(top.count + 1))
  }
}

extension Holds {
  /// The parts that affect assets, for the ledger.
  package func concealment(of listing: Listing, _ source: FolderSource) -> Concealment {
    var concealment = Concealment()
    let assets = listing.assets.map(\.path)
    for path in assets where targets[path] != nil { concealment.links[path] = targets[path] }
    for folder in Set((assets + concealment.links.values).flatMap(foldersAbove)) where isInside(folder) {
      let hold = hold(on: folder)
      if hold != .none { concealment.holds[folder] = hold }
      // A page that only lists others, such as an index.md without a date, has no assets.
      if bundles[folder] != nil, populated.contains(folder), source.state(ofBundle: folder, self) == .page {
        concealment.pages.insert(folder)
      }
    }
    return concealment
  }

  /// The hold from a folder's own name, the sections above and an index that is not Markdown.
  private func hold(on folder: String) -> Hold {
    let anything = folder.isEmpty ? "x" : folder + "/x"
    if isHidden(anything) { return Hold(isHidden: true) }
    return Hold(inherited(by: anything).values).and(sections[folder]?.index ?? .none)
  }
}

/// The effect of a bundle's index on everything below it.
enum BundleState: Hashable, Sendable {
  case hidden
  /// Not an article, or hidden only from lists: no effect on files below it.
  case page
  case article(Hold)

  var hold: Hold {
    switch self {
    case .hidden: Hold(isHidden: true)
    case .page: .none
    case .article(let hold): hold
    }
  }

  /// The more open of two states.
  func or(_ other: BundleState) -> BundleState {
    switch (self, other) {
    case (.hidden, let state), (let state, .hidden): return state
    case (.article(let a), .article(let b)):
      let from = a.from.flatMap { from in b.from.map { min(from, $0) } }
      let until = a.until.flatMap { until in b.until.map { max(until, $0) } }
      return .article(Hold(from: from, until: until))
    case (.article, .page): return self
    case (.page, _): return other
    }
  }
}

/// The effect of a section or a data file on a folder, or on the article whose path without extension equals its own.
struct SectionHold: Sendable {
  /// Whether everything below is hidden, regardless of its content.
  var isHidden = false
  /// For articles that do not set these keys.
  var cascade: [Int: HidingOutcome] = [:]
  /// For a bundle whose index is not Markdown.
  var index = Hold.none
}

func parted(_ path: String) -> (folder: String, name: String) {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
  return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
}

/// Whether a file of this name makes its folder a bundle: `index.md`, `index.en.md`.
func isIndexName(_ name: String) -> Bool { name.utf8.count > 6 && name.prefix(6).lowercased() == "index." }

/// A path without the extension of its file.
func stem(of path: String) -> String {
  let bytes = path.utf8
  let name = bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:)) ?? path.startIndex
  guard let dot = bytes[name...].lastIndex(of: UInt8(ascii: ".")), dot != name else { return path }
  return String(path[..<dot])
}
