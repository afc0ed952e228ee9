/// Finds the articles that `pinned` of a digest names: by id, by file (`articles/sleep.md`), or by the last part of their
/// address (`sleep`).
package struct PinnedArticles: Sendable {
  private var ids: [String: Article.ID] = [:]

  /// - Parameters:
  ///   - articles: those on the shelf, visible or not.
  ///   - places: their files.
  package init(_ articles: [Article], _ places: [ShelvedPlace]) {
    for article in articles {
      let folders = article.page.split(separator: "/").dropLast()
      if article.hasPage, let slug = folders.last { add(article.id, as: String(slug)) }
    }
    for place in places { add(place.id, as: place.path) }
    for article in articles { ids[article.id.text] = article.id }
  }

  /// Nil if there is no such article, or if several have that name.
  package func id(_ written: String) -> Article.ID? { ids[written] }

  /// Every name that finds an article.
  package var names: [String] { ids.keys.sorted() }

  /// Of two articles with one name, neither has it.
  private mutating func add(_ id: Article.ID, as name: String) {
    if ambiguous.contains(name) { return }
    if let other = ids.updateValue(id, forKey: name), other != id {
      ids[name] = nil
      ambiguous.insert(name)
    }
  }

  private var ambiguous: Set<String> = []
}
