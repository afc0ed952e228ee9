internal import Foundation
internal import Gathering
internal import Model

/// An address below the site's own.
struct SiteLink: Hashable {
  /// As it stands in the article.
  let address: String
  /// Below `public/`, decoded.
  let path: String
  let fragment: String?
  let isImage: Bool

  /// Nil for an address elsewhere, and for one with a query: what programs answer cannot be known.
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

  /// How its end may be written in the article's file.
  var spellings: [String] {
    if let fragment { return ["#" + fragment] }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let written = address.split(separator: "/").last.map(String.init) ?? address
    return [written, name].filter { !$0.isEmpty }
  }

  /// Whether Courant alone makes what is at this address. Without pages of its own that is only what lies beside articles: all other
  /// addresses belong to the site that exists.
  func isOurs(on site: Site) -> Bool {
    if site.hasPages { return true }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return path.hasPrefix("articles/") && FolderSource.publishesFile(named: name)
  }
}
