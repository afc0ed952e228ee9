internal import Model

/// Where articles continue when their source is removed from the settings, or no longer shows them: in the first other source
/// in the settings that has shown them and accepts them.
struct UpstreamHeirs {
  private(set) var items: [Article.ID: RecordedItem] = [:]

  /// - Parameter source: the source that they leave.
  init(of ids: [Article.ID], leaving source: String, on site: Site, _ ledger: any SourceBook) throws {
    if ids.isEmpty { return }
    let order = Dictionary(
      zip(site.upstreams.map(\.name), site.upstreams.indices), uniquingKeysWith: { first, _ in first })
    for item in try ledger.items(ids) where item.source != source && item.leftOutBy == nil {
      guard let place = order[item.source] else { continue }
      let other = items[item.id].flatMap { order[$0.source] }
      if other.map({ place < $0 }) ?? true { items[item.id] = item }
    }
  }
}

extension RecordedItem {
  /// The same with a fingerprint that no item has, so that the article is made again when its source shows the item.
  var adopted: RecordedItem {
    var item = self
    item.print = Fingerprint(bits: 0)
    return item
  }

  var isAdopted: Bool { print == Fingerprint(bits: 0) }
}

extension PressRun {
  /// Hands over articles of sources that are no longer in settings, if other sources have also shown them.
  func handOverRetired(_ states: inout [String: PollState]) throws {
    let named = Set(site.sources.map(\.name) + site.upstreams.map(\.name))
    let retired = try ledger.sourcesOfArticles().subtracting(named)
    if retired.isEmpty || site.upstreams.isEmpty { return }
    let known = try ledger.knownArticles().filter { $0.presence == .shelved && retired.contains($0.place.source) }
    for (source, articles) in Dictionary(grouping: known, by: \.place.source).sorted(by: { $0.key < $1.key }) {
      let heirs = try UpstreamHeirs(of: articles.map(\.id), leaving: source, on: site, ledger)
      let places = Dictionary(articles.map { ($0.id, $0.place) }, uniquingKeysWith: { first, _ in first })
      let byHeir = Dictionary(grouping: heirs.items.values.sorted { $0.id < $1.id }, by: \.source)
      for (heir, items) in byHeir.sorted(by: { $0.key < $1.key }) { try handOver(items, at: places, to: heir, &states) }
    }
  }

  /// One transaction, in which the articles move.
  private func handOver(
    _ items: [RecordedItem], at places: [Article.ID: FilePlace], to heir: String, _ states: inout [String: PollState]
  ) throws {
    guard let settings = site.upstreams.first(where: { $0.name == heir }), var state = states[heir] else { return }
    let articles = try items.compactMap { try ledger.article($0.id) }
    let old = articles.compactMap { places[$0.id] }
    guard let source = old.first?.source else { return }
    // The next document is read, though nothing in it may have changed.
    state.validators = Validators()
    state.bodyHash = nil
    var fetch = RecordedFetch(source: heir, state: state, now: now)
    fetch.items = items.map(\.adopted)
    var withdrawal = ShelfChanges(source: source, listingKey: nil, read: [], gone: old.map(\.path).sorted())
    let gone = Set(withdrawal.gone)
    withdrawal.held = try ledger.losses().map(\.place).filter { $0.source == source && !gone.contains($0.path) }
      .map(\.path)
    withdrawal.now = now
    let read = articles.map { UpstreamFetch.read($0, at: settings.place(of: $0.id)) }
    fetch.changes = [withdrawal, UpstreamFetch.changes(read, gone: [], of: heir, at: now)]
    try ledger.record(fetch)
    states[heir] = state
  }
}
