internal import Cryptography
internal import Foundation
package import Model
package import Time

/// The folder `pages/` of a site: its pages that are not articles, such as About or Privacy.
///
/// They are read like articles, so everything that hides an article hides a page too. They have no date, and are in no
/// list, feed or email; the footer of every page links to them.
package struct PagesFolder: Sendable {
  package static let name = "pages"

  private let source: FolderSource

  /// Nil if the site has no such folder, renders no pages, or reads articles from there.
  ///
  /// - Parameter root: the absolute path of the site folder.
  package init?(of site: Site, in root: String) {
    let isOfArticles = site.sources.contains { ($0.folder + "/").hasPrefix(Self.name + "/") }
    guard site.hasPages, !isOfArticles else { return nil }
    guard FileManager.default.fileExists(atPath: root + "/" + Self.name) else { return nil }
    let settings = SourceSettings(name: Self.name, folder: Self.name)
    source = FolderSource(settings: settings, site: site, root: root, kind: .pages)
  }

  /// All visible pages, in the order of the footer. Links between pages need ``Site/standing``.
  ///
  /// - Parameter outside: the URL of a file outside the folder, by its path relative to the site folder.
  package func read(
    at now: Instant, outside: @escaping @Sendable (_ path: String) -> String? = { _ in nil }
  ) -> StandingPages {
    var source = source
    source.outside = outside
    var pages = StandingPages()
    pages.site = source.site
    do {
      let listing = try source.listing()
      let (holds, questions) = source.holds(of: listing)
      pages.add(listing.findings + questions + listing.easy.map(Self.refusal))
      pages.isUnsure = !listing.closed.isEmpty
      for file in listing.articles { pages.add(source.examine(file.path, under: holds), at: file.path, now) }
      pages.finish(listing, source)
    } catch {
      pages.add([Finding(Self.name, "this folder cannot be used; make it a folder of Markdown files")])
    }
    return pages
  }

  private static func refusal(_ file: ListedFile) -> Finding {
    Finding(printable(file.path), "only articles have easy-to-read versions; rename this file")
  }

  /// Why a page is hidden from readers, as the end of a sentence; nil if it is not.
  package func reason(hiding path: String) -> String? {
    guard let listing = try? source.listing() else { return nil }  // reported by the run
    return source.reason(hiding: path, under: source.holds(of: listing).holds)
  }

  /// Where a file is published if a page shows it: relative to `public/`.
  package func publicPath(ofFile path: String) -> String { source.publicPath(ofAsset: path) }
}

/// The first components of paths under `public/` that Courant itself writes to.
private let ownNames: Set<String> = [
  "articles", "archive", "authors", "feeds", "index", "pages", "topics", "years",
]

/// Why a page cannot have this address; nil if it can.
///
/// - Parameter name: its path under `public/`, without the last slash.
func objection(to name: String, on site: Site) -> String? {
  if site.isAnswered(name) { return "`courant serve` answers at /\(name)/, so nobody would see it; rename this file" }
  let first = String(name.prefix { $0 != "/" })
  if ownNames.contains(first) {
    return
      "Courant's own pages are at /\(first == "index" ? "" : first + "/"), so no other page can be; rename this file"
  }
  guard name.contains(".") else { return nil }
  return "the name of a page becomes its address, /\(name)/, which cannot contain a dot; rename this file"
}

/// Whether a path under `public/` may be that of a page that is not an article, or of a file next to one.
package func mayBeStanding(_ path: String) -> Bool {
  let first = String(path.prefix { $0 != "/" })
  if first == PagesFolder.name { return true }
  return path.hasSuffix("/index.html") && !ownNames.contains(first)
}
