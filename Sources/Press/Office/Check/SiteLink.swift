internal import Foundation
internal import Gathering
internal import Model

/// A URL below the site's own.
struct SiteLink: Hashable {
  /// As written in the article.
  let address: String
  /// Below `public/`, decoded.
  let path: String
  let fragment: String?
  let isImage: Bool

  /// Nil for a URL elsewhere, and for one with a query, whose answer cannot be known.
  init?(_ address: String, isImage: Bool, on site: Site) {
    guard address.hasPrefix(site.url) else { return nil }
    let rest = address.dropFirst(site.url.count)
    guard rest.isEmpty || "/?#".contains(rest.first ?? "/") else { return nil }
    let parts = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    if parts[0].contains("?") { return nil }
    let path = String(parts[0].drop { $0 == "/" })
    self.address = address
    self.isImage = isImage
    self.path = path.removingPercentEncoding ?? path
    let fragment = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
    self.fragment = fragment.map { $0.removingPercentEncoding ?? $0 }
  }

  /// The files under `public/` that a web server could answer with.
  var files: [String] {
    path.isEmpty || path.hasSuffix("/") ? [path + "index.html"] : [path, path + "/index.html", path + ".html"]
  }

  /// The forms in which its end may be written in the article's file.
  var spellings: [String] {
    if let fragment { return ["#" + fragment] }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let written = address.split(separator: "/").last.map(String.init) ?? address
    return [written, name].filter { !$0.isEmpty }
  }

  /// Whether only Courant produces what is at this URL. Without pages, only files next to articles are; all other URLs
  /// belong to the existing site.
  func isOurs(on site: Site) -> Bool {
    if site.hasPages { return true }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return path.hasPrefix("articles/") && FolderSource.publishesFile(named: name)
  }
}
