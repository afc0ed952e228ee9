internal import Model

/// The changes of one fetch to the shelf.
extension UpstreamFetch {
  /// What its page is named after, and where it is in the ledger.
  func name(of id: Article.ID) -> String { settings.place(of: id) }

  mutating func shelve(_ article: Article, at path: String? = nil) {
    read.append(Self.read(article, at: path ?? name(of: article.id)))
  }

  mutating func withdraw(_ document: UpstreamDocument, shown: Set<Article.ID>) throws {
    let guids = document.gone.map { ItemKey.guid($0) }
    let ids = try ledger.aliases(guids, of: settings.name).filter { $0.source == settings.name }.compactMap(\.article)
    for place in try ledger.places(of: ids) where place.source == settings.name && !shown.contains(place.id) {
      gone.insert(place.path)
    }
    if settings.isMirror {
      losses = try ledger.losses().filter { $0.place.source == settings.name }.map(\.place.path)
    }
    // An empty document is more likely a mistake than a source that withdraws everything.
    if settings.isMirror, document.isComplete, !document.items.isEmpty { try mirror(shown) }
  }

  /// Withdraws articles that are no longer shown; many at once wait for the operator. An article that another source has
  /// also shown continues there.
  private mutating func mirror(_ shown: Set<Article.ID>) throws {
    let here = try ledger.knownArticles().filter { $0.place.source == settings.name && $0.presence == .shelved }
    let missing = here.filter { !shown.contains($0.id) && !gone.contains($0.place.path) }
    let heirs = try UpstreamHeirs(of: missing.map(\.id), leaving: settings.name, on: site, ledger)
    gone.formUnion(missing.filter { heirs.items[$0.id] != nil }.map(\.place.path))
    try handOver(heirs)
    let lost = missing.filter { heirs.items[$0.id] == nil }
    let released = try ledger.losses().filter { $0.released != nil && $0.place.source == settings.name }
    let loss = Loss(lost, of: here.count, released: Set(released.map(\.place.path)))
    losses = loss.held.map(\.place.path)
    gone.formUnion(lost.map(\.place.path).filter { !losses.contains($0) })
  }

  private mutating func handOver(_ heirs: UpstreamHeirs) throws {
    for (heir, items) in Dictionary(grouping: heirs.items.values, by: \.source).sorted(by: { $0.key < $1.key }) {
      guard let settings = site.upstreams.first(where: { $0.name == heir }) else { continue }
      let articles = try items.compactMap { try ledger.article($0.id) }.sorted { $0.id < $1.id }
      let read = articles.map { Self.read($0, at: settings.place(of: $0.id)) }
      recorded.changes.append(try keepingLosses(ShelfChanges(source: heir, listingKey: nil, read: read, gone: [])))
      recorded.items += items.map(\.adopted)
    }
  }

  /// Changes of another source that leave its held articles unchanged.
  func keepingLosses(_ changes: ShelfChanges) throws -> ShelfChanges {
    var changes = changes
    let held = try ledger.losses().filter { $0.place.source == changes.source }.map(\.place.path)
    changes.held = held.filter { !changes.gone.contains($0) }
    changes.now = now
    return changes
  }

  mutating func changeShelf() throws {
    for (source, paths) in taken.sorted(by: { $0.key < $1.key }) {
      let changes = ShelfChanges(source: source, listingKey: nil, read: [], gone: paths.sorted())
      recorded.changes.append(try keepingLosses(changes))
    }
    let paths = Set(read.map(\.path))
    guard !read.isEmpty || !gone.isEmpty || isFirst || settings.isMirror else { return }
    var changes = Self.changes(read, gone: gone.subtracting(paths).sorted(), of: settings.name, at: now)
    changes.held = losses
    recorded.changes.append(changes)
  }
}

extension UpstreamSettings {
  /// Where an article is in the ledger, and what its page is named after if it is new.
  func place(of id: Article.ID) -> String {
    let isOwn = id.text.hasPrefix(name + "/") && !keepsIDs
    return isOwn ? id.text : "\(name)/\(itemHash(id.text).prefix(16))"
  }
}
