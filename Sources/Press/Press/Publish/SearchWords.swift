internal import Model
internal import Pages

/// Records the words of visible articles, so that the site's pages can be searched. Only sites with pages that answer
/// (`[web]`) can be.
extension PressRun {
  /// How many articles are read and recorded at once.
  private static let searchBatch = 256

  func recordSearchWords(_ supply: PublicSupply) throws {
    guard !isRehearsal else { return }
    let recorded = try ledger.searchableArticles()
    let wanted = site.web == nil ? [] : supply.visible
    let ids = Set(wanted.map(\.id))
    let gone = recorded.keys.filter { !ids.contains($0) }.sorted()
    if !gone.isEmpty { try ledger.record([], removing: gone) }
    let due = wanted.filter { recorded[$0.id] != $0.content }
    for batch in due.parts(of: Self.searchBatch) { try recordSearchWords(of: batch) }
  }

  func recordSearchWords(of visible: ArraySlice<ShelvedArticle>) throws {
    let shown = Dictionary(uniqueKeysWithValues: visible.map { ($0.id, $0) })
    let texts = try ledger.articles(visible.map(\.id)).compactMap { article in
      shown[article.id].map { SearchableText(article.shown(at: now), topics: $0.article.topics, print: $0.content) }
    }
    try ledger.record(texts, removing: [])
  }
}
