/// The page of an issue as it was frozen, with a place for what may change: links to its neighbours.
///
/// The place is a comment, which no text from outside can write: sanitised HTML has none, and all else is escaped.
package enum IssuePage {
  /// What templates see as `issue_links` when an issue is frozen.
  package static let linksPlace = "<!-- newer and older issues -->"

  /// - Parameter links: HTML.
  package static func filled(_ page: String, links: String) -> String {
    page.replacing(linksPlace, with: links, maxReplacements: 1)
  }
}
