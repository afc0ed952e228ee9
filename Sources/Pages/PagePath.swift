package import Model

/// Where pages stand under `public/`.
package struct PagePath: Hashable, Sendable {
  /// Ends in a slash; empty for the site's front page.
  package let folder: String

  /// The file, such as `archive/weekly/12/index.html`.
  package var file: String { folder + "index.html" }

  package static let index = PagePath(folder: "")
  package static let archive = PagePath(folder: "archive/")
  package static func feed(_ name: Feed.Name) -> PagePath { PagePath(folder: "feeds/\(name)/") }
  package static func issue(digest: String, number: Int) -> PagePath {
    PagePath(folder: "archive/\(digest)/\(number)/")
  }
}
