internal import Foundation
internal import Glibc
internal import Synchronization

/// Finds the files of a source by names as written in articles: with different Unicode composition (macOS, zip
/// archives), in different case, or without the folder. Each folder is read once, on first use.
final class FolderNames: Sendable {
  private let root: SiteRoot
  /// Folder of the source, relative to the site folder.
  private let source: String
  /// For each folder in the source: its actual names, by ``nameKey(_:)``.
  private let folders = Mutex<[String: [String: [String]]]>([:])
  /// Nil until first requested.
  private let articles = Mutex<ArticlesByName?>(nil)

  private struct ArticlesByName {
    /// By the key of their name without its ending.
    var whole: [String: [String]] = [:]
    /// Those whose names begin with a date, by the key of what follows it.
    var undated: [String: [(date: String, path: String)]] = [:]
  }

  init(_ root: SiteRoot, source: String) {
    self.root = root
    self.source = source
  }

  /// The actual path of a file in the source; nil if there is none, or if there are several and none matches exactly.
  func path(_ written: String) -> String? {
    var found = ""
    for component in written.split(separator: "/") {
      guard let name = name(String(component), in: found) else { return nil }
      found = found.isEmpty ? name : found + "/" + name
    }
    return found.isEmpty ? nil : found
  }

  /// Whether there is a folder at an actual path.
  func isFolder(_ path: String) -> Bool { FileKind(name: parted(path).name) == nil && !names(in: path).isEmpty }

  /// The article with a file of this name, in any folder; nil if there is none, or several.
  func article(named name: String) -> String? {
    let paths = articlesByName.whole[nameKey(name)] ?? []
    return paths.count == 1 ? paths[0] : nil
  }

  /// The article with a file `2021-10-28-name.md` that generators publish at `2021/10/28/name.html`, `blog/name/` or `name/`; nil if
  /// there is none, or several.
  ///
  /// - Parameter address: the components of the address. One alone must have several words: `about` is more often a page.
  func post(at address: [Substring]) -> String? {
    guard let last = address.last.map({ stem(ofPage: String($0)) }), address.count > 1 || last.contains("-") else {
      return nil
    }
    let date = address.dropLast().filter { $0.allSatisfy(\.isNumber) }.joined(separator: "-")
    let posts = (articlesByName.undated[nameKey(last)] ?? []).filter { $0.date.hasPrefix(date) }
    return posts.count == 1 ? posts[0].path : nil
  }

  private var articlesByName: ArticlesByName {
    articles.withLock { known in
      if let known { return known }
      let found = allArticles()
      known = found
      return found
    }
  }

  private func name(_ written: String, in folder: String) -> String? {
    let names = names(in: folder)[nameKey(written)] ?? []
    return names.first { $0.utf8.elementsEqual(written.utf8) } ?? names.first { $0 == written }
      ?? (names.count == 1 ? names[0] : nil)
  }

  private func names(in folder: String) -> [String: [String]] {
    folders.withLock { known in
      if let names = known[folder] { return names }
      let names = Dictionary(grouping: list(folder), by: nameKey)
      known[folder] = names
      return names
    }
  }

  /// Excludes hidden names.
  private func list(_ folder: String) -> [String] {
    let path = [source, folder].filter { !$0.isEmpty }.joined(separator: "/")
    let descriptor = root.openFolder(path)
    guard descriptor >= 0 else { return [] }
    guard let stream = unsafe fdopendir(descriptor) else {
      close(descriptor)
      return []
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    _ = unsafe forEachEntry(of: stream) { name, _ in
      if unsafe name[0] != 0x2E, let text = unsafe String(validatingCString: name) { names.append(text) }
    }
    return names
  }

  private func allArticles() -> ArticlesByName {
    var found = ArticlesByName()
    var pending = [""]
    while let folder = pending.popLast() {
      for name in names(in: folder).values.joined() {
        let path = folder.isEmpty ? name : folder + "/" + name
        switch FileKind(name: name) {
        case .article?:
          let own = stem(of: name)
          let stem = own == "index" ? parted(folder).name : own
          found.whole[nameKey(stem), default: []].append(path)
          if let (date, rest) = dated(stem) { found.undated[nameKey(rest), default: []].append((date, path)) }
        case nil where !name.contains("."): pending.append(path)
        default: break
        }
      }
    }
    return found
  }
}

/// Equal for names that differ only in case or in the Unicode composition of their letters.
func nameKey(_ name: String) -> String { name.precomposedStringWithCanonicalMapping.lowercased() }

/// `2021-10-28` and `name` of `2021-10-28-name`.
private func dated(_ stem: String) -> (date: String, rest: String)? {
  let date = stem.prefix(10)
  let rest = stem.dropFirst(10)
  guard rest.count > 1, rest.first == "-" || rest.first == "_" else { return nil }
  let isDate = zip(date, "0000-00-00").allSatisfy { $1 == "0" ? $0.isASCII && $0.isNumber : $0 == $1 }
  return isDate ? (String(date), String(rest.dropFirst())) : nil
}

private func stem(ofPage name: String) -> String {
  name.hasSuffix(".html") || name.hasSuffix(".htm") ? stem(of: name) : name
}
