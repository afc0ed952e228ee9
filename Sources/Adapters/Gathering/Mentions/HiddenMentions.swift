/// Decides which files next to the articles are named only in hidden text: in drafts, in articles that are not visible now, in
/// comments. A file that no text names is not one of them.
package struct HiddenMentions {
  /// Relative to `public/`.
  private var shown: Set<String> = []
  private var hidden: Set<String> = []
  /// The names in hidden text, by source.
  private var names: [String: Set<String>] = [:]

  package init() {}

  /// - Parameter isVisible: whether the article of the file is visible now.
  package mutating func add(_ mentions: FileMentions, of source: String, isVisible: Bool) {
    if isVisible { shown.formUnion(mentions.shown) } else { hidden.formUnion(mentions.shown) }
    if !mentions.hidden.isEmpty { names[source, default: []].formUnion(mentions.hidden) }
  }

  /// The files of a source that must not be published.
  package func concealed(among assets: [String], of source: FolderSource) -> Set<String> {
    let hiddenHere = hidden.isEmpty ? [] : assets.filter { hidden.contains(source.publicPath(ofAsset: $0)) }
    return named(assets, source).union(hiddenHere).filter { !shown.contains(source.publicPath(ofAsset: $0)) }
  }

  /// The files at the paths that hidden text names; if there is none at a path, those of that name in any folder.
  private func named(_ assets: [String], _ source: FolderSource) -> Set<String> {
    guard let names = names[source.name] else { return [] }
    let byPath = Dictionary(grouping: assets) { nameKey(source.pathInside($0)) }
    let byName = Dictionary(grouping: assets) { nameKey(parted($0).name) }
    return Set(names.flatMap { byPath[$0] ?? byName[parted($0).name] ?? [] })
  }
}
