internal import Glibc
package import Model

/// The folder `static/` of a site: its files are published unchanged, at the same paths under `public/`.
///
/// Each run lists it, with one `fstatat` per file. A file is opened only when it is copied.
package struct StaticFolder: Sendable {
  package static let name = "static"

  private let root: SiteRoot
  private let place: String

  /// Nil if the site reads articles from there.
  ///
  /// - Parameter root: the absolute path of the site folder.
  package init?(of site: Site, in root: String) {
    let isOfArticles = site.sources.contains { source in
      source.folder.split(separator: "/").first { $0 != "." } == Self.name[...]
    }
    guard !isOfArticles else { return nil }
    self.root = SiteRoot(root, source: Self.name, of: site)
    place = root + "/" + Self.name
  }

  /// All files that are there now; none without the folder.
  package func list() -> StaticFiles {
    var status = stat()
    guard unsafe lstat(place, &status) == 0 else {
      if errno == ENOENT { return StaticFiles() }
      return .unusable(Self.name, "this folder cannot be examined: \(lastError())")
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return StaticWalk(root).run()
    // It might lead to the drafts or the keys of the site.
    case S_IFLNK:
      return .unusable(Self.name, "is a symbolic link, which is not followed; replace it with the folder itself")
    default: return .unusable(Self.name, "is not a folder; move it elsewhere")
    }
  }
}
