internal import Model
internal import Settings

/// Explains to the operator why an article is hidden from readers.
extension FolderSource {
  /// The reason why an article of the listing is hidden, as the end of a sentence; nil if it is not.
  package func reason(hiding path: String, under holds: Holds) -> String? {
    if let folder = HiddenPlace.hidingFolder(above: pathInside(path)) {
      return "the name of the folder \(folder) hides what is in it"
    }
    if holds.isHidden(path) { return "the front matter of a folder above hides what is below it" }
    let bundle = foldersAbove(path).first { folder in
      !holds.isIndex(path, of: folder) && state(ofBundle: folder, holds).hold.isHidden
    }
    if let bundle {
      return "the article \(bundle.isEmpty ? "above" : bundle), whose folder it lies in, is not published"
    }
    return matter(of: path, under: holds).flatMap { reason($0) }
  }

  private func reason(_ matter: FrontMatter) -> String? {
    guard matter.isDraft else { return nil }
    for entry in matter.reader.table.entries {
      guard let row = HidingKeys.rows[comparable(key: entry.key)], matter.hiding.outcomes[row] == .hidden else {
        continue
      }
      return "`\(entry.key)` in line \(entry.keyPosition.line) hides it"
    }
    return "a folder above says so for all that is below it"
  }

  /// Whether a file of this name is read as an article.
  package static func isArticle(named path: String) -> Bool { FileKind(name: parted(path).name) == .article }
}
