internal import Model

/// The ledger's records of the articles of a fetch.
struct KnownItems {
  private(set) var own: [Article.ID: RecordedItem] = [:]
  /// Articles that other sources of settings have shown too.
  private(set) var others: Set<Article.ID> = []
  private(set) var places: [Article.ID: ShelvedPlace] = [:]
  private(set) var held: Set<Article.ID> = []

  init() {}

  init(_ ids: [Article.ID], of source: String, among named: Set<String>, on ledger: any UpstreamLedger) throws {
    let ids = Array(Set(ids)).sorted()
    for item in try ledger.items(ids) {
      if item.source == source {
        own[item.id] = item
      } else if named.contains(item.source) {
        others.insert(item.id)
      }
    }
    for place in try ledger.places(of: ids) { places[place.id] = place }
    guard own.keys.contains(where: { places[$0] == nil }) else { return }
    held = Set(try ledger.heldArticles().filter { $0.source == source }.map(\.id))
  }
}
