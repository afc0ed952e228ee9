internal import Crypto
package import Model
package import Templates

/// The one style sheet of all pages: a file of the site, so that it is fetched once and no page carries it.
package struct PageStyle: Sendable {
  package let text: String
  /// Relative to `public/`.
  package static let path = "style.css"

  package init(_ templates: TemplateSet) { text = templates.style }

  /// Where pages find it, from the root of the server: `/news/style.css?v=1a2b3c4d`.
  ///
  /// What follows `v=` stands for the content, so that no cache gives a page an older sheet than it was made with. It is no
  /// part of the file's name, so that pages that were frozen with an older sheet find the one there is.
  func address(on site: Site) -> String {
    let version = lowercaseHex(sha256(text.utf8).prefix(4))
    return site.folder + Self.path + "?v=" + version
  }
}

extension Site {
  /// The path of the site on its server: `/`, or `/news/` for `https://example.org/news`.
  package var folder: String {
    let afterScheme = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    return (afterScheme.firstIndex(of: "/").map { String(afterScheme[$0...]) } ?? "") + "/"
  }
}
