/// Images and copyright of a site in feeds. Images are absolute http(s) URLs.
package struct SiteLook: Hashable, Sendable {
  /// Square and large, for lists of feeds.
  package var icon: String?
  /// Twice as wide as high.
  package var logo: String?
  /// Square and small, shown next to single articles.
  package var favicon: String?
  /// The terms of use of the articles, in one line.
  package var copyright: String?

  package init() {}
}
