internal import Foundation
package import Model
internal import XML

/// What an article's place inside its source says about it.
struct ArticlePlace {
  /// The path without extension and without `/index`.
  let name: String
  /// The article's id unless it says another: its name, or the id that it is known by.
  let id: String
  /// What its page is called if its id does not say: its name, or the one that it began with.
  let pageName: String
  /// Against which the addresses in the body are resolved: where the article's folder is published.
  let base: String
  /// The date in a name such as `2026-11-23-title.md` or `2026-11-23-title/index.md`.
  let date: WrittenDate?
  private let tagPrefix: String

  /// `pathInside` is relative to the source's folder.
  init(pathInside: String, site: Site, known: KnownName? = nil) {
    var components = pathInside.split(separator: "/").map(String.init)
    let file = components.removeLast()
    let folder = components.map { $0 + "/" }.joined()
    base = site.address("articles/" + percentEncodedPath(folder))
    let stem = String(file.prefix(upTo: file.lastIndex(of: ".") ?? file.endIndex))
    if stem != "index" || components.isEmpty { components.append(stem) }
    name = composed(components.joined(separator: "/"))
    id = known?.id.text ?? name
    pageName = known?.name ?? name
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

/// What the ledger calls the article of a file whose path would give it another name.
package struct KnownName: Hashable, Sendable {
  package let id: Article.ID
  /// The name that its page has.
  package let name: String

  package init(id: Article.ID, name: String) {
    self.id = id
    self.name = name
  }
}
