package import Model
internal import Text

/// The paths of pages under `public/`.
package struct PagePath: Hashable, Sendable {
  /// Ends in a slash; empty for the site's front page.
  package let folder: String

  /// The file, for example `archive/weekly/12/index.html`.
  package var file: String { folder + "index.html" }

  package static let index = PagePath(folder: "")
  package static let archive = PagePath(folder: "archive/")
  package static let articles = PagePath(folder: "articles/")
  package static let topics = PagePath(folder: "topics/")
  package static let feeds = PagePath(folder: "feeds/")
  package static func feed(_ name: Feed.Name) -> PagePath { PagePath(folder: "feeds/\(name)/") }
  package static func topic(_ slug: TopicSlug) -> PagePath { PagePath(folder: slug.folder) }
  package static func author(_ author: Author) -> PagePath { PagePath(folder: author.folder) }
  package static func standing(_ page: StandingPage) -> PagePath { PagePath(folder: page.name + "/") }
  package static func year(_ year: Int) -> PagePath { PagePath(folder: "years/\(year)/") }
  package static func issue(digest: String, number: Int) -> PagePath {
    PagePath(folder: "archive/\(digest)/\(number)/")
  }

  /// Whether a path under `public/` is that of ``issue(digest:number:)``.
  package static func isIssue(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "archive", parts[3] == "index.html" else { return false }
    return Int(parts[2]) != nil
  }

  /// The social card of a page, next to it; nil for a page without its own folder.
  package static func card(ofPage page: String) -> String? {
    guard page.hasSuffix("/index.html") else { return nil }
    return page.dropLast("index.html".count) + cardName
  }

  package static let cardName = "card.png"

  /// The sheet for an appointment, below the page of an article; nil for a page without its own folder.
  package static func sheet(ofPage page: String) -> PagePath? {
    below(page, "sheet/")
  }

  /// The easy-to-read version of an article, likewise.
  package static func easy(ofPage page: String) -> PagePath? { below(page, "easy/") }

  private static func below(_ page: String, _ folder: String) -> PagePath? {
    guard page.hasSuffix("/index.html") else { return nil }
    return PagePath(folder: page.dropLast("index.html".count) + folder)
  }

  /// A further page of a list; see ``Paging``.
  package func page(_ number: Int) -> PagePath { PagePath(folder: folder + "\(number)/") }
}

/// The pages below an article's page; nil for those that it does not have.
package struct PagesBelow: Hashable, Sendable {
  /// The sheet for an appointment.
  package var sheet: PagePath?
  /// Its easy-to-read version.
  package var easy: PagePath?
  /// The article in all languages in which the site has it, including its own; empty if it is in one only.
  package var translations: [Translation] = []

  package init(sheet: PagePath? = nil, easy: PagePath? = nil) {
    self.sheet = sheet
    self.easy = easy
  }

  /// The same with translations.
  package func with(_ translations: [Translation]) -> PagesBelow {
    var pages = self
    pages.translations = translations
    return pages
  }
}

extension Site {
  /// The absolute URL of a page.
  package func address(_ path: PagePath) -> String { address(percentEncodedPath(path.folder)) }
}
