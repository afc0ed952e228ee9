/// Decides which article each item of one fetch is. Pure: it reads records through ``RecordedItems`` only.
///
/// A key that is as good as a name (guid, paper) suffices; a weaker one needs a second that agrees. Keys that different
/// items share, in this fetch or over time, name none of them from then on.
package struct ItemIdentity {
  package enum Decision: Hashable, Sendable {
    case same(Article.ID)
    /// Its keys are new; its id is derived from the first of them.
    case new(Article.ID)

    package var id: Article.ID {
      switch self {
      case .same(let id), .new(let id): id
      }
    }
  }

  private let source: String
  private let keepsIDs: Bool
  private let hash: (String) -> String
  private let recorded: any RecordedItems
  /// The article that each key identifies, as recorded and as decided so far.
  private var names: [String: Name] = [:]
  private var ambiguous: Set<String> = []
  /// Keys to record, in the order in which they were decided.
  private var changed: [String] = []
  private var titles: [Article.ID: String] = [:]
  private var comparisons = 0

  /// The articles that items of this fetch name by their guids.
  private var claimed: Set<Article.ID> = []

  private enum Name: Hashable {
    case article(Article.ID, isOwn: Bool)
    /// It matches nothing any more.
    case nobody
  }

  /// A feed cannot make a run compare more bodies than this.
  private static let mostComparisons = 20
  private static let leastLikeness = 0.95
  /// In bytes, as in front matter.
  private static let longestID = 1_000
  /// Of an item that was edited.
  private static let leastLikenessOfSame = 0.5

  /// - Parameters:
  ///   - keepsIDs: whether guids become the ids of new articles.
  ///   - hash: SHA-256 in base32, at least 16 letters.
  package init(
    of source: String, keepsIDs: Bool = false, recorded: any RecordedItems, hash: @escaping (String) -> String
  ) {
    self.source = source
    self.keepsIDs = keepsIDs
    self.recorded = recorded
    self.hash = hash
  }

  /// The decision on each item, in their order. Items of the same fetch may be the same article.
  package mutating func decide(_ items: [ItemKeys]) throws -> [Decision] {
    ambiguous = items.ambiguous
    try learn(items.flatMap(\.all))
    for key in ambiguous.sorted() where names[key] != .nobody { set(key, .nobody) }
    claimed = Set(items.compactMap { name($0.guid) })
    let decisions = try items.enumerated().map { position, keys in
      let decision = try match(keys, at: position).map(Decision.same) ?? .new(newID(keys))
      for key in keys.all { give(key, to: decision.id) }
      titles[decision.id] = titles[decision.id] ?? keys.foldedTitle
      return decision
    }
    tombstones = Set(items.flatMap(\.all)).filter { names[$0] == .nobody }.sorted()
    return decisions
  }

  /// The keys of the items of ``decide(_:)`` that match nothing.
  package private(set) var tombstones: [String] = []

  /// What ``decide(_:)`` changed about the keys.
  package var aliases: [ItemAlias] {
    changed.map { key in
      var id: Article.ID?
      if case .article(let article, _)? = names[key] { id = article }
      return ItemAlias(key: key, article: id, isShared: ItemKey.isShared(key))
    }
  }
}

// MARK: - Matching

extension ItemIdentity {
  private mutating func match(_ keys: ItemKeys, at position: Int) throws -> Article.ID? {
    if let id = name(keys.guid) { return id }
    if let paper = keys.papers.first(where: { name($0) != nil }) { return name(paper) }
    if let id = name(keys.movedGuid) { return id }
    if let id = name(keys.whole) { return id }
    let byText = name(keys.content)
    let byTitle = name(keys.title)
    if let id = name(keys.link), try agrees(id, keys, byText, byTitle, isEnough: !isUsable(keys.guid)) { return id }
    if let id = name(keys.guidPath), try agrees(id, keys, byText, byTitle, isEnough: false) { return id }
    if let id = try matchByTitle(keys, byTitle, byText, at: position) { return id }
    return try matchByAll(keys)
  }

  /// An item all of whose keys matched nothing when it was new is named after all of them, even if some of these keys
  /// have been forgotten since.
  private func matchByAll(_ keys: ItemKeys) throws -> Article.ID? {
    let id = id(keys.all.joined(separator: "\u{0}"))
    return try recorded.title(of: id) == nil ? nil : id
  }

  /// Whether anything other than a link shows that it is the article.
  ///
  /// - Parameter isEnough: whether the link alone suffices, because there is no guid. Not for a link of another source.
  private mutating func agrees(
    _ id: Article.ID, _ keys: ItemKeys, _ byText: Article.ID?, _ byTitle: Article.ID?, isEnough: Bool
  ) throws -> Bool {
    if isEnough, isOwn(keys.link) { return true }
    if byText == id || byTitle == id { return true }
    return try title(of: id) == keys.foldedTitle
  }

  private mutating func matchByTitle(
    _ keys: ItemKeys, _ byTitle: Article.ID?, _ byText: Article.ID?, at position: Int
  ) throws -> Article.ID? {
    if let id = byTitle, try isEnough(id, keys, byText, at: position) { return id }
    var candidates = byTitle.map { [$0] } ?? []
    if candidates.isEmpty {
      let nearby = keys.titlesNearby
      try learn(nearby)
      for id in nearby.compactMap({ name($0) }) where !candidates.contains(id) { candidates.append(id) }
    }
    // An article whose own guid is in the same fetch is a different one: some series have the same title and text every day.
    for id in candidates where !(claimed.contains(id) && isUsable(keys.guid)) {
      if id == byText { return id }
      guard mayCompare else { break }
      if let likeness = try likeness(ofItem: position, to: id), likeness >= Self.leastLikeness { return id }
    }
    return nil
  }

  private var mayCompare: Bool { comparisons < Self.mostComparisons }

  private mutating func likeness(ofItem position: Int, to id: Article.ID) throws -> Double? {
    comparisons += 1
    return try recorded.likeness(ofItem: position, to: id)
  }

  /// Whether title and day identify an item: without a guid, and if its text does not differ. Some links have a
  /// token that changes with each fetch. Text beyond the limit of comparisons counts as the same, because mailing an
  /// article twice cannot be undone.
  private mutating func isEnough(
    _ id: Article.ID, _ keys: ItemKeys, _ byText: Article.ID?, at position: Int
  ) throws -> Bool {
    if keys.day == nil || isUsable(keys.guid) { return false }
    if keys.guid != nil, isUsable(keys.link) { return false }
    guard byText != id, mayCompare else { return true }
    return try likeness(ofItem: position, to: id).map { $0 >= Self.leastLikenessOfSame } ?? true
  }

  private mutating func title(of id: Article.ID) throws -> String? {
    if let known = titles[id] { return known }
    let title = try recorded.title(of: id).map { ItemKey.title($0, on: nil) }
    titles[id] = title
    return title
  }

  private func newID(_ keys: ItemKeys) throws -> Article.ID {
    if keepsIDs, let guid = keys.guid, isUsable(guid) {
      let id = Article.ID(String(guid.dropFirst(2)))
      if id.text.utf8.count <= Self.longestID, try recorded.title(of: id) == nil { return id }
    }
    return id(keys.all.first { names[$0] == nil } ?? keys.all.joined(separator: "\u{0}"))
  }

  private func id(_ key: String) -> Article.ID { Article.ID("\(source)/\(hash(key).prefix(16))") }
}

// MARK: - Names of keys

extension ItemIdentity {
  private func name(_ key: String?) -> Article.ID? {
    guard let key, case .article(let id, _)? = names[key] else { return nil }
    return id
  }

  /// Whether a key distinguishes items.
  private func isUsable(_ key: String?) -> Bool { key.map { names[$0] != .nobody } ?? false }

  private func isOwn(_ key: String?) -> Bool {
    guard let key, case .article(_, isOwn: true)? = names[key] else { return false }
    return true
  }

  private mutating func learn(_ keys: [String]) throws {
    let unknown = Set(keys).subtracting(names.keys)
    if unknown.isEmpty { return }
    var foreign: [String: Set<Article.ID>] = [:]
    for alias in try recorded.aliases(unknown.sorted()) {
      if alias.source == source {
        names[alias.key] = alias.article.map { .article($0, isOwn: true) } ?? .nobody
      } else if alias.isShared, let id = alias.article {
        foreign[alias.key, default: []].insert(id)
      }
    }
    for (key, ids) in foreign where names[key] == nil && ids.count == 1 {
      if let id = ids.first { names[key] = .article(id, isOwn: false) }
    }
  }

  private mutating func set(_ key: String, _ name: Name) {
    names[key] = name
    changed.append(key)
  }

  /// A key that already identifies another article identifies none from now on.
  private mutating func give(_ key: String, to id: Article.ID) {
    switch names[key] {
    case .nobody?, .article(id, isOwn: true)?: break
    case .article(let other, isOwn: true)? where other != id: set(key, .nobody)
    default: set(key, .article(id, isOwn: true))
    }
  }
}

/// The records of a source's items, and of the keys that count in all sources.
package protocol RecordedItems {
  /// The keys among these that are known: those of the source, and shared ones of others.
  func aliases(_ keys: [String]) throws -> [ItemAlias]

  /// The title of an article or of an item that was left out; nil if it is not recorded.
  func title(of id: Article.ID) throws -> String?

  /// How alike the text of the item at this position of the fetch is to that of an article; nil if one of them has none.
  func likeness(ofItem position: Int, to id: Article.ID) throws -> Double?
}
