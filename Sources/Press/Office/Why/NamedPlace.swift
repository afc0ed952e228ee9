internal import Foundation
internal import Model
internal import Text

/// The files below the site folder and below `public/` that an argument may name.
struct NamedPlace {
  /// Relative to the site folder; empty for the folder itself. A path relative to the folder in which the command was
  /// started comes second.
  let paths: [String]
  /// Relative to `public/`, such as `articles/mogad/index.html`.
  let pages: [String]

  /// - Parameter folder: the site folder, absolute.
  /// - Parameter working: the folder in which the command was started, absolute.
  init(_ text: String, site: Site, folder: String, from working: String) {
    if let path = Self.path(ofAddress: text, on: site) {
      paths = []
      pages = Self.files(path)
      return
    }
    guard !text.isEmpty, !text.contains("://") else {
      paths = []
      pages = []
      return
    }
    let absolute = text.hasPrefix("/") ? text : working + "/" + text
    let relative = text.hasPrefix("/") ? nil : Self.plain(text)
    paths = Self.unique([relative, Self.inner(absolute, folder)].compactMap(\.self))
    pages = Self.unique((paths.map(Self.withoutPublic) + [Self.plain(text)].compactMap(\.self)).flatMap(Self.files))
  }

  /// The path of a URL of the site, without query and fragment; nil for any other text. `http` and `https` are equal,
  /// and hosts are compared without case.
  private static func path(ofAddress text: String, on site: Site) -> String? {
    guard let url = WebURL(text), let own = WebURL(site.url), url.host == own.host else { return nil }
    guard url.path == own.path || url.path.hasPrefix(own.path + "/") else { return nil }
    let inner = String(url.path.dropFirst(own.path.count))
    return inner.removingPercentEncoding ?? inner
  }

  /// The path without `.` and `..`; nil if it leads above its start.
  private static func plain(_ path: String) -> String? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      guard part == ".." else {
        parts.append(part)
        continue
      }
      if parts.popLast() == nil { return nil }
    }
    return parts.joined(separator: "/")
  }

  /// An absolute path relative to the site folder, even if one of the two contains a symbolic link.
  private static func inner(_ absolute: String, _ folder: String) -> String? {
    let resolved = { (path: String) in URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    guard let path = plain(absolute), let plainFolder = plain(folder) else { return nil }
    let pairs = [(path, plainFolder), (plain(resolved(absolute)) ?? path, plain(resolved(folder)) ?? plainFolder)]
    for (path, folder) in pairs {
      if path == folder { return "" }
      if path.hasPrefix(folder + "/") { return String(path.dropFirst(folder.count + 1)) }
    }
    return nil
  }

  private static func withoutPublic(_ path: String) -> String {
    path.hasPrefix("public/") ? String(path.dropFirst("public/".count)) : path
  }

  /// The file that a web server sends for a path.
  private static func files(_ path: String) -> [String] {
    let plain = path.split(separator: "/").joined(separator: "/")
    if plain.isEmpty { return ["index.html"] }
    return path.hasSuffix("/") ? [plain + "/index.html"] : [plain, plain + "/index.html"]
  }

  private static func unique(_ strings: [String]) -> [String] {
    strings.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
