internal import Cryptography
package import Model
package import Templates

/// The style sheet of all pages: a separate file, so that it is fetched once, not repeated in each page.
package struct PageStyle: Sendable {
  package let text: String
  /// Where the colours of light and dark pages are: what precedes them in the site's own sheet, then the theme's.
  package let colours: String
  /// Relative to `public/`.
  package static let path = "style.css"

  /// - Parameter hasForms: whether the site has pages with forms.
  package init(_ templates: TemplateSet, hasForms: Bool = false) {
    text = templates.colours + templates.style + (hasForms ? TemplateSet.formStyle : "")
    let style = templates.style
    let others = ["@media (prefers-contrast", "@media print"].compactMap { style.firstRange(of: $0)?.lowerBound }
    colours = style.prefix(upTo: others.min() ?? style.endIndex) + templates.colours
  }

  /// The URL in pages, from the root of the server: `/news/style.css?v=1a2b3c4d`.
  ///
  /// The value of `v=` depends on the content, so no cache combines a page with an older sheet. It is not part of the
  /// file name, so pages frozen with an older sheet find the current one.
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
