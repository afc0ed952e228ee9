internal import Files
internal import Foundation
internal import Gathering
package import Model
internal import Text

/// A URL below the site's own.
package struct SiteLink: Hashable {
  /// As written in the article.
  package let address: String
  /// Below `public/`, decoded.
  package let path: String
  private let fragment: String?
  private let isImage: Bool

  /// Nil for a URL elsewhere, and for one with a query, whose answer cannot be known.
  package init?(_ address: String, isImage: Bool, on site: Site) {
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
  package var files: [String] {
    path.isEmpty || path.hasSuffix("/") ? [path + "index.html"] : [path, path + "/index.html", path + ".html"]
  }

  /// The anchor on an article's page that it leads to, if the article decides whether it exists: the template decides
  /// about ids with a colon, and browsers about `#top`.
  package var anchor: String? {
    guard let fragment, fragment != "top", !fragment.contains(":") else { return nil }
    return fragment
  }

  package func leads(toOneOf anchors: Set<String>) -> Bool { anchor.map(anchors.contains) ?? true }

  /// The anchor of which its own may be a misspelling.
  package func nearest(among anchors: Set<String>) -> String? {
    anchor.flatMap { Text.nearest(to: $0, among: anchors) }
  }

  /// The forms in which its end may be written in the article's file.
  private var spellings: [String] {
    if let fragment { return ["#" + fragment] }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let written = address.split(separator: "/").last.map(String.init) ?? address
    return [written, name].filter { !$0.isEmpty }
  }

  /// Whether only Courant produces what is at this URL. Without pages, only files next to articles are; all other URLs
  /// belong to the existing site.
  package func isOurs(on site: Site) -> Bool {
    if site.hasPages { return true }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return path.hasPrefix("articles/") && FolderSource.publishesFile(named: name)
  }
}

extension SiteLink {
  /// The finding that it leads nowhere, at the first line of the article's file that contains it.
  ///
  /// - Parameter others: how many other articles contain it.
  /// - Parameter nearest: the anchor on the page that may be meant.
  package func finding(
    in path: String, of folder: String, others: Int = 0, nearest: String?, weight: Finding.Weight
  ) -> Finding {
    let what = isImage ? "the image" : "the link"
    let more = others == 0 ? "" : ", here and in \(others) more \(others == 1 ? "article" : "articles")"
    let advice = nearest.map { "did you mean `#\($0)`?" } ?? "correct it, or add what is missing"
    let sentence = "\(what) to \(address) leads nowhere on this site\(more); \(advice)"
    return Finding(path, line: line(in: folder + "/" + path), sentence, weight: weight)
  }

  /// The first line of the file that contains the end of the URL, as written or decoded; nil if none does.
  package func line(in file: String) -> Int? {
    // Without it, the finding has no line.
    guard let bytes = try? readFile(file, most: FolderSource.maxArticleBytes) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = spellings
    return lines.firstIndex { line in wanted.contains { line.contains($0) } }.map { $0 + 1 }
  }
}
