/// What feeds show of a site beside its words. Pictures are absolute http(s) addresses.
package struct SiteLook: Hashable, Sendable {
  /// Square, large: for lists of feeds.
  package var icon: String?
  /// Wide, twice as wide as high.
  package var logo: String?
  /// Square, small: beside single articles.
  package var favicon: String?
  /// Who may do what with the articles, in one line.
  package var copyright: String?

  package init() {}
}
