internal import Foundation
internal import Text

/// The other files of a source, as an article's links name them: the only place where a
/// written name is turned into a file.
struct SiblingLinks {
  /// The folder of the article, relative to the source: empty or ending in a slash.
  let folder: String
  /// The URL of the source's published files, ending in a slash.
  let base: String
  /// The same place relative to `public/`.
  var publicFolder = "articles/"
  /// The folder of the source, relative to the site folder.
  var sourceFolder = ""
  /// The URL of a file outside the source, by its path relative to the site folder.
  var outside: (_ path: String) -> String? = { _ in nil }
  /// Whether the settings leave a file out, by its path in the source.
  var excludes: (_ pathInside: String) -> Bool = { _ in false }
  private let names: FolderNames?
  private let known: KnownLinks

  /// - Parameter link: the URL of the article in a file of the source; nil if the file has no published article.
  init(folder: String, base: String, names: FolderNames?, link: @escaping (_ pathInside: String) -> String?) {
    self.folder = folder
    self.base = base
    self.names = names
    known = KnownLinks(link)
  }

  /// An instance without other files.
  static var none: SiblingLinks { SiblingLinks(folder: "", base: "", names: nil, link: { _ in nil }) }
  var isNone: Bool { names == nil }

  /// The URL for a link written `other.md#part`, `Photo.JPG`, `../other/` or `/images/a.png`; nil if it
  /// names no file of the source.
  func address(of written: String) -> String? {
    guard let name = WrittenName(written) else { return nil }
    for path in name.paths(from: folder) {
      if let file = file(path), let address = address(ofFile: file) {
        return address + name.rest(FileKind(name: parted(file).name))
      }
      if let path = pathOutside(path), let address = outside(path) {
        return address + name.rest(FileKind(name: parted(path).name))
      }
    }
    guard name.isRooted, let post = names?.post(at: name.components), let link = known[post] else { return nil }
    return link + name.rest(.article)
  }

  /// The same for a name in a tag, whose file may be anywhere in the source.
  func address(named written: String) -> String? {
    if let address = address(of: written) { return address }
    guard let name = WrittenName(written), let last = name.path.split(separator: "/").last else { return nil }
    let stem = FileKind(name: String(last)) == .article ? stem(of: String(last)) : String(last)
    guard let file = names?.article(named: stem), let link = known[file] else { return nil }
    return link + name.rest(.article)
  }

  /// The URL for Jekyll's `{% post_url name %}`: the name is a file's, without its extension, in the article's folder
  /// or in the source's folder of posts.
  func address(ofPost name: String) -> String? {
    for folder in [folder, "", "_posts/"] {
      for ending in FileKind.articleEndings.map({ "." + $0 }) + ["/index.md"] {
        if let file = file(folder + name + ending), let link = known[file] { return link }
      }
    }
    return name.isEmpty ? nil : names?.article(named: name).flatMap { known[$0] }
  }

  /// The same for the article's own image, whose path may also begin at the root of the source. Looks at no other
  /// article.
  func address(ofPicture written: String) -> String? {
    if let address = address(of: written) { return address }
    return WrittenName(written).flatMap { $0.isRooted ? nil : address(of: "/" + written) }
  }

  /// The path in the source of the file with this name, of any type; nil if there is none.
  func pathInside(named written: String) -> String? {
    WrittenName(written)?.paths(from: folder).lazy.compactMap { file($0) }.first
  }

  /// The URL of a file of the source that is published wherever it is; nil for another.
  func address(ofAsset file: String) -> String? {
    FileKind(name: parted(file).name) == .asset ? address(ofFile: file) : nil
  }

  /// Why a link leads nowhere, if it is meant to lead to a file of the source; nil if it may lead somewhere.
  ///
  /// A path that begins with `/` refers to the source only if the source has a file of that name. Otherwise it may be
  /// another page of the site, and `check` looks for it.
  func trouble(with written: String) -> String? {
    guard let name = WrittenName(written), address(of: written) == nil else { return nil }
    var files = name.paths(from: folder).compactMap(file)
    if name.isRooted, let post = names?.post(at: name.components) { files.append(post) }
    if files.isEmpty && name.mayBeElsewhere { return nil }
    guard let file = files.first(where: { FileKind(name: parted($0).name) != .article }) else {
      return "this link leads to nothing that is published; correct it, or add the file"
    }
    return names?.isFolder(file) == true
      ? nil : "files such as `\(parted(file).name)` are not published; host it elsewhere and link to it"
  }

  private func address(ofFile file: String) -> String? {
    switch FileKind(name: parted(file).name) {
    case .article: known[file]
    case .asset, .bundled: excludes(file) ? nil : base + percentEncodedPath(file)
    case nil: nil
    }
  }

  /// A path relative to the site folder, if it leaves the source but not the site.
  private func pathOutside(_ path: String) -> String? {
    guard path.contains("..") else { return nil }
    var kept = sourceFolder.split(separator: "/")
    let depth = kept.count
    var hasLeft = false
    for component in path.split(separator: "/") where component != "." {
      if component != ".." {
        kept.append(component)
      } else if kept.popLast() == nil {
        return nil
      }
      hasLeft = hasLeft || kept.count < depth
    }
    return hasLeft && !kept.isEmpty ? kept.joined(separator: "/") : nil
  }

  /// The actual path for a path without `.` and `..`; nil if it leaves the source or does not exist.
  private func file(_ path: String) -> String? {
    var kept: [Substring] = []
    for component in path.split(separator: "/") where component != "." {
      if component != ".." {
        guard !component.hasPrefix(".") else { return nil }
        kept.append(component)
      } else if kept.popLast() == nil {
        return nil
      }
    }
    return kept.isEmpty ? nil : names?.path(kept.joined(separator: "/"))
  }
}

/// A local URL as written, split into its parts.
private struct WrittenName {
  /// Percent-decoded.
  let path: String
  let isRooted: Bool
  /// Zola's `@/` names files of the source only.
  var mayBeElsewhere: Bool { path.hasPrefix("/") }
  private let query: Substring
  private let fragment: Substring

  /// Nil for a URL that leads elsewhere, or into the text itself.
  init?(_ written: String) {
    let path = written.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty, !path.hasPrefix("//"), !hasScheme(path) else { return nil }
    let rest = written[path.endIndex...]
    fragment = rest.drop { $0 != "#" }
    query = rest[..<fragment.startIndex]
    let plain = path.removingPercentEncoding ?? String(path)
    isRooted = plain.hasPrefix("/") || plain.hasPrefix("@/")
    self.path = plain
  }

  var components: [Substring] { path.drop { "@/".contains($0) }.split(separator: "/") }

  /// Where the file may be, the likeliest first.
  func paths(from folder: String) -> [String] {
    guard isRooted else { return candidates(folder + path) }
    // The folder of the source is not always what the generator takes for the root of the site.
    let parts = components
    let undated = withoutDate(parts)
    return (undated.count < parts.count ? [parts, undated] : [parts]).flatMap { parts in
      parts.indices.prefix(3).flatMap { candidates(parts[$0...].joined(separator: "/")) }
    }
  }

  /// Without `2015/02/13`, which Zola and Hugo put only into URLs.
  private func withoutDate(_ parts: [Substring]) -> [Substring] {
    let start = parts.indices.dropLast(3).first { start in
      zip(parts[start...], [4, 2, 2]).allSatisfy { $0.utf8.count == $1 && $0.allSatisfy(\.isNumber) }
    }
    return start.map { Array(parts[..<$0] + parts[($0 + 3)...]) } ?? parts
  }

  /// The path as written, and the articles that generators publish at that URL.
  private func candidates(_ path: String) -> [String] {
    let name = parted(path).name
    let isPage = !name.contains(".") || name.hasSuffix(".html") || name.hasSuffix(".htm") || path.hasSuffix("/")
    guard isPage else { return [path] }
    let stem =
      name.hasSuffix(".html") || name.hasSuffix(".htm")
      ? stem(of: path) : String(path.reversed().drop { $0 == "/" }.reversed())
    guard !stem.isEmpty else { return [] }
    return FileKind.articleEndings.map { stem + "." + $0 } + ["md", "markdown"].map { stem + "/index." + $0 }
  }

  /// The part after the URL of a file of this kind.
  func rest(_ kind: FileKind?) -> Substring { kind == .article ? fragment : query + fragment }
}

/// RFC 3986, section 3.1.
private func hasScheme(_ path: Substring) -> Bool {
  guard let colon = path.firstIndex(of: ":") else { return false }
  return path[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    && colon > path.startIndex
}

/// Each file is looked up once, however often an article names it.
private final class KnownLinks {
  private let link: (String) -> String?
  private var found: [String: String?] = [:]

  init(_ link: @escaping (String) -> String?) { self.link = link }

  subscript(_ file: String) -> String? {
    if let known = found[file] { return known }
    let link = link(file)
    found[file] = .some(link)
    return link
  }
}
