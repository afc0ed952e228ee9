internal import Gathering
internal import Model
internal import Time

/// Decides what one fetch of a source changes, for ``SourceBook/record(_:)``.
struct UpstreamFetch {
  let settings: UpstreamSettings
  let site: Site
  let ledger: any UpstreamLedger
  let settingsKey: String
  let isFirst: Bool
  /// When it was first fetched, if runs were killed before its response was recorded: an item that was news then still is.
  let unanswered: Instant?
  /// Whether the settings have changed since the last fetch.
  let isReset: Bool
  /// Whether unknown items may be an archive: the first fetch, and those soon after it that read the rest.
  let isArchive: Bool
  let now: Instant
  var recorded: RecordedFetch
  private(set) var hasKnownItem = false
  private(set) var hasNews = false
  private var known = KnownItems()
  var read: [ShelfChanges.Read] = []
  /// Paths of articles that leave the shelf.
  var gone: Set<String> = []
  /// Paths of articles that wait for the operator to withdraw them.
  var losses: [String] = []
  /// Paths of articles that other sources no longer have, because they continue here.
  var taken: [String: Set<String>] = [:]

  init(
    _ settings: UpstreamSettings, _ site: Site, _ ledger: any UpstreamLedger, state: PollState, settingsKey: String,
    at now: Instant
  ) {
    self.settings = settings
    self.site = site
    self.ledger = ledger
    self.settingsKey = settingsKey
    self.now = now
    isFirst = state.begun == nil
    unanswered = state.unanswered
    isReset = !isFirst && state.readKey != settingsKey
    isArchive = isFirst || state.hasRest == true && state.begun.map { now - $0 < Self.longestBeginning } ?? true
    recorded = RecordedFetch(source: settings.name, state: state, now: now)
  }

  /// How long the first reading of a source may take.
  private static let longestBeginning = Duration.seconds(7 * 86_400)

  /// An item of the document and the article that it is.
  private struct Piece {
    let item: UpstreamItem
    let place: Int
    let id: Article.ID
    let isNew: Bool
  }

  /// The names of all sources in settings.
  private var named: Set<String> { Set(site.sources.map(\.name) + site.upstreams.map(\.name)) }

  mutating func read(_ document: UpstreamDocument, knownTopics: Set<TopicSlug>) throws {
    let articles = UpstreamArticles(of: settings, on: site, from: document, knownTopics: knownTopics)
    let pieces = try decide(document, articles)
    known = try KnownItems(pieces.map(\.id), of: settings.name, among: named, on: ledger)
    hasKnownItem = !known.own.isEmpty || !known.places.isEmpty
    var fresh: [Piece] = []
    for piece in Self.newest(pieces) {
      if let old = known.own[piece.id] {
        try follow(piece, old, articles)
      } else if known.places[piece.id] != nil {
        try share(piece, articles)
      } else if let rule = settings.leavesOut(piece.item, topics: articles.topics(of: piece.item)) {
        recorded.items.append(record(of: piece, sight(of: piece), leftOutBy: rule))
      } else {
        fresh.append(piece)
      }
    }
    try admit(fresh, of: document.shown ?? document.items.count, articles)
    recorded.aliases += document.unread.map { ItemAlias(key: ItemKey.link($0), article: nil, isShared: true) }
    try withdraw(document, shown: Set(pieces.map(\.id)))
    try changeShelf()
  }

  private mutating func decide(_ document: UpstreamDocument, _ articles: UpstreamArticles) throws -> [Piece] {
    let items = document.items
    let places = [document.home, settings.url].compactMap { $0 }
    let memory = UpstreamItems(of: settings.name, on: ledger) { [now, settings] position in
      let sight = FirstSight(of: items[position], place: position, future: settings.future, at: now)
      return articles.article(of: items[position], id: Article.ID(""), named: settings.name, sight)
    }
    var identity = ItemIdentity(
      of: settings.name, keepsIDs: settings.keepsIDs, recorded: memory, hash: itemHash)
    let decisions = try identity.decide(items.map { ItemKeys($0, at: places, hash: itemHash) })
    recorded.aliases = identity.aliases
    recorded.tombstones = identity.tombstones
    return zip(items, decisions).enumerated().map { place, pair in
      if case .new(let id) = pair.1 { return Piece(item: pair.0, place: place, id: id, isNew: true) }
      return Piece(item: pair.0, place: place, id: pair.1.id, isNew: false)
    }
  }

  /// One piece per article; if there are several, the one that changed last.
  private static func newest(_ pieces: [Piece]) -> [Piece] {
    var chosen: [Article.ID: Piece] = [:]
    for piece in pieces {
      guard let other = chosen[piece.id] else {
        chosen[piece.id] = piece
        continue
      }
      if piece.item.lastChanged > other.item.lastChanged { chosen[piece.id] = piece }
    }
    var seen = Set<Article.ID>()
    return pieces.compactMap { seen.insert($0.id).inserted ? chosen[$0.id] : nil }
  }
}

// MARK: - Known items

extension UpstreamFetch {
  /// An item that this source has shown before.
  private mutating func follow(_ piece: Piece, _ old: RecordedItem, _ articles: UpstreamArticles) throws {
    let isOnShelf = known.places[piece.id] != nil
    let print = piece.item.print(settingsKey)
    if print == old.print, isOnShelf || old.leftOutBy != nil || known.held.contains(piece.id) { return }
    let rule = isOnShelf ? nil : settings.leavesOut(piece.item, topics: articles.topics(of: piece.item))
    var item = old
    item.title = piece.item.title
    item.link = piece.item.link
    item.print = print
    item.leftOutBy = rule
    recorded.items.append(item)
    if isOnShelf { return try update(piece, articles, isAdopted: old.isAdopted) }
    if rule != nil || known.held.contains(piece.id) { return }
    // It was withdrawn and is back, or a rule no longer leaves it out: it is seen, so it is not news.
    if old.leftOutBy != nil { settle([piece.id]) }
    shelve(articles.article(of: piece.item, id: piece.id, named: name(of: piece.id), sight(of: piece, as: old)))
  }

  private mutating func update(_ piece: Piece, _ articles: UpstreamArticles, isAdopted: Bool) throws {
    guard let place = known.places[piece.id], let old = try ledger.article(piece.id) else { return }
    guard place.source == settings.name else { return try addTopics(of: piece, to: old, at: place, articles) }
    let new = articles.article(of: piece.item, id: piece.id, named: name(of: piece.id), sight(of: piece))
    let revision = articles.revision(
      of: old, by: new, piece.item, isReset: isReset || isAdopted, hasOtherSources: known.others.contains(piece.id),
      at: now)
    if let revision { shelve(revision, at: place.path) }
  }

  /// An article of another source, which this one shows for the first time.
  private mutating func share(_ piece: Piece, _ articles: UpstreamArticles) throws {
    let sight = sight(of: piece)
    let rule = settings.leavesOut(piece.item, topics: articles.topics(of: piece.item))
    recorded.items.append(record(of: piece, sight, leftOutBy: rule))
    guard rule == nil, let place = known.places[piece.id], let old = try ledger.article(piece.id) else { return }
    let isRetired = !named.contains(place.source)
    guard isRetired else { return try addTopics(of: piece, to: old, at: place, articles) }
    // Its source is no longer in settings: it continues here.
    shelve(old, at: name(of: piece.id))
    taken[place.source, default: []].insert(place.path)
  }

  private mutating func addTopics(
    of piece: Piece, to old: Article, at place: ShelvedPlace, _ articles: UpstreamArticles
  ) throws {
    let more = articles.topics(of: piece.item).filter { !old.topics.contains($0) }
    guard !more.isEmpty, site.upstreams.contains(where: { $0.name == place.source }) else { return }
    var article = old
    article.topics += more
    let changes = ShelfChanges(
      source: place.source, listingKey: nil, read: [Self.read(article, at: place.path)], gone: [])
    recorded.changes.append(try keepingLosses(changes))
  }
}

// MARK: - New items

extension UpstreamFetch {
  private mutating func admit(_ pieces: [Piece], of count: Int, _ articles: UpstreamArticles) throws {
    let dates = pieces.map(\.item.published)
    let flood =
      isArchive
      ? nil : Flood(unknown: dates, of: count, newestKnown: try newestKnown(pieces), most: settings.maxNew)
    let settled = flood == nil ? try settledSlots() : [:]
    for piece in pieces {
      let sight = sight(of: piece)
      let article = articles.article(of: piece.item, id: piece.id, named: name(of: piece.id), sight)
      recorded.items.append(record(of: piece, sight, leftOutBy: nil))
      switch flood?.fate(of: piece.item.published) {
      case nil:
        settleFirst(piece, settled)
        shelve(article)
      case .held?: recorded.held.append(article)
      case .past?:
        settle([piece.id])
        shelve(article)
      case .news?:
        hasNews = true
        shelve(article)
      }
    }
  }

  /// Only queried when there may be a flood.
  private func newestKnown(_ pieces: [Piece]) throws -> Instant? {
    guard pieces.count >= 10 else { return nil }
    let dates = try ledger.items(of: settings.name).compactMap(\.theirDate)
    return dates.filter { $0 <= now + .seconds(600) }.max()
  }

  /// The first fetch mails no archive.
  private mutating func settleFirst(_ piece: Piece, _ settled: [String: Instant]) {
    for digest in site.digests
    where settings.isPast(piece.item.published, settledThrough: settled[digest.name]) {
      recorded.past[digest.name, default: []].append(piece.id)
    }
  }

  /// The newest settled slot of each digest that has one.
  private func settledSlots() throws -> [String: Instant] {
    var settled: [String: Instant] = [:]
    for digest in site.digests {
      let last = try newestSettledSlot(of: digest.name)?.slot
      // After the first fetch, the selection treats arriving articles as news.
      let start = isFirst ? nil : digest.slot(before: try ledger.beginning(of: digest.name) ?? now, zone: site.zone)
      settled[digest.name] = (last ?? start)?.due
    }
    return settled
  }

  private func newestSettledSlot(of digest: String) throws -> RecordedSlot? {
    let newest = try ledger.newestSettledSlot(of: digest)
    guard let newest, let unanswered, newest.recorded >= unanswered else { return newest }
    return try ledger.slots(of: digest).last { $0.state.isSettled && $0.recorded < unanswered }
  }

  private mutating func settle(_ ids: [Article.ID]) {
    for digest in site.digests { recorded.past[digest.name, default: []] += ids }
  }

  private func sight(of piece: Piece) -> FirstSight {
    FirstSight(of: piece.item, place: piece.place, future: settings.future, at: now)
  }

  private func sight(of piece: Piece, as old: RecordedItem) -> FirstSight {
    var item = piece.item
    item.published = old.published
    return FirstSight(of: item, place: 0, future: .embargo, at: now)
  }

  private func record(of piece: Piece, _ sight: FirstSight, leftOutBy rule: String?) -> RecordedItem {
    var item = RecordedItem(
      source: settings.name, id: piece.id, title: piece.item.title, published: sight.published, firstSeen: now)
    item.link = piece.item.link
    item.theirDate = piece.item.published
    item.leftOutBy = rule
    item.print = piece.item.print(settingsKey)
    return item
  }
}

extension UpstreamItem {
  fileprivate var lastChanged: Instant { updated ?? published ?? Instant(seconds: .min) }
}
