internal import Model

/// A file cannot have the path of a page's folder: an article with the id `brain.png` next to an image of that name.
extension [PublicAsset] {
  /// The assets whose paths no page needs, and the paths of the others.
  func leaving(_ pages: [ShelvedArticle]) -> (free: [PublicAsset], clashing: [String]) {
    let folders = foldersNamedLikeFiles(pages, among: Set(map(\.path)))
    if folders.isEmpty { return (self, []) }
    return (filter { !folders.contains($0.path) }, map(\.path).filter(folders.contains))
  }

  private func foldersNamedLikeFiles(_ pages: [ShelvedArticle], among names: Set<String>) -> Set<String> {
    if names.isEmpty { return [] }
    var found = Set<String>()
    for page in pages.map(\.article.page) {
      var folder = page[...]
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folder = folder[..<slash]
        // Every copied file has an extension.
        guard folder.utf8.contains(UInt8(ascii: ".")) else { break }
        if names.contains(String(folder)) { found.insert(String(folder)) }
      }
    }
    return found
  }
}
