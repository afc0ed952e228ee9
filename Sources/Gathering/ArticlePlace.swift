internal import Foundation
internal import Model
internal import XML

/// What an article's place inside its source says about it.
struct ArticlePlace {
  /// The path without extension and without `/index`: the article's id unless it says another.
  let id: String
  /// Against which the addresses in the body are resolved: where the article's folder is published.
  let base: String
  /// The date in a name such as `2026-11-23-title.md` or `2026-11-23-title/index.md`.
  let date: WrittenDate?
  private let tagPrefix: String

  /// `pathInside` is relative to the source's folder.
  init(pathInside: String, site: Site) {
    var components = pathInside.split(separator: "/").map(String.init)
    let name = components.removeLast()
    let folder = components.map { $0 + "/" }.joined()
    base = site.address("articles/" + percentEncodedPath(folder))
    let stem = String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
    if stem != "index" || components.isEmpty { components.append(stem) }
    id = composed(components.joined(separator: "/"))
    date = Self.date(inName: components.last ?? "")
    tagPrefix = site.articleTagPrefix
  }

  /// The id that feeds of this site make the given address of, so that no two articles can have it; nil for another.
  func plainID(_ address: String) -> String? {
    guard address.utf8.starts(with: tagPrefix.utf8) else { return nil }
    return String(address.utf8.dropFirst(tagPrefix.utf8.count))?.removingPercentEncoding
  }

  private static func date(inName name: String) -> WrittenDate? {
    let parts = name.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count == 4 ? WrittenDate(parts[0..<3].joined(separator: "-")) : nil
  }
}
