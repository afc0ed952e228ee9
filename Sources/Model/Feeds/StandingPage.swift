package import Time

/// A page of the site that is not an article, such as About or Privacy: a file in `pages/`.
package struct StandingPage: Hashable, Sendable {
  /// Its file, relative to the site folder: `pages/about.md`.
  package let file: String
  /// Its folder under `public/`, without the last slash: `about`.
  package let name: String
  package let title: String
  /// One sentence for search engines; may be empty.
  package var description = ""
  /// Pages without a weight come after all others.
  package var weight: Int?
  /// Whether the footer of every page links to it.
  package var isInFooter = true
  /// Whether the menu at the top of every page links to it.
  package var isInMenu = false
  /// The template that it asks for, whether there is a file for it or not.
  package var layout: PageLayout?
  /// When its author last changed it, if that is written in the file.
  package var updated: Instant?

  package init(file: String, name: String, title: String) {
    self.file = file
    self.name = name
    self.title = title
  }
}

extension StandingPage: Comparable {
  /// By weight, then by title.
  package static func < (a: StandingPage, b: StandingPage) -> Bool {
    (a.weight ?? .max, a.title, a.name) < (b.weight ?? .max, b.title, b.name)
  }
}

extension Site {
  /// The page of this name, for example `how-we-rate`; nil if there is none.
  package func standingPage(named name: String) -> StandingPage? { standing.first { $0.name == name } }

  /// The pages that the footer of every page links to, in its order.
  package var footer: [StandingPage] { standing.filter(\.isInFooter) }

  /// The pages in the menu at the top of every page, in its order.
  package var menu: [StandingPage] { standing.filter(\.isInMenu) }
}
