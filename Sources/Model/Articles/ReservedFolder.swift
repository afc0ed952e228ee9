/// Folders of `public/` that only Courant's own pages and files are in.
package enum ReservedFolder {
  /// Apart from `articles`, in which articles may be.
  package static let names: Set<String> = [
    "archive", "authors", "feeds", "index", "pages", "static", "topics", "years",
  ]

  /// The first folder of a path such as `/feeds/news/`, if it is one of ``names``.
  package static func first(of path: String) -> String? {
    let first = path.split(separator: "/").first.map { $0.lowercased() }
    return first.flatMap { names.contains($0) ? $0 : nil }
  }
}
