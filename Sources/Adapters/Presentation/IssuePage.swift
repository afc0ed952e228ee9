/// The page of an issue as it was frozen, with a placeholder for the part that may change: the links to its neighbours.
///
/// The placeholder is a comment, which no external text can contain: sanitised HTML has none, and
/// all other text is escaped.
package enum IssuePage {
  /// The value of `issue_links` in templates when an issue is frozen.
  package static let linksPlace = "<!-- newer and older issues -->"

  /// - Parameter links: HTML.
  package static func filled(_ page: String, links: String) -> String {
    page.replacing(linksPlace, with: links, maxReplacements: 1)
  }
}
