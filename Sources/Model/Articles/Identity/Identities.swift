/// Decides which article each file is. A pure function: no files, no database.
///
/// A file may be renamed, moved to another folder or source, swap its name with another or be rewritten in place. Its
/// article stays the same, with its id and its page: a published article must not disappear, and a mailed one must not
/// be mailed again. The rules are tried in this order, each for all files before the next:
///
/// 1. the same place with the same content;
/// 2. the id that the author set;
/// 3. the same place with nearly the same content, even if there is a copy of the former content elsewhere;
/// 4. the same bytes;
/// 5. the same title, date and text;
/// 6. the same place: an edit. Also the same path in another source, and the name of a file that is gone. A file with
///    neither the title nor the date nor a quarter of the words is not an edit;
/// 7. the same title and day with nearly the same text, or a long text on any day; the same long text with the same
///    title or date; a short text with the same title and date. For an article that left the shelf, the text is known
///    if it was in an issue; otherwise title and date are enough;
/// 8. the same place with a different text: an article that was rewritten.
package struct Identities {
  package enum Verdict: Hashable, Sendable {
    /// It is an article in the ledger, with that article's id, name and page.
    case keeps(KnownArticle)
    /// It is a new article with this name.
    case begins(name: String)
    /// It repeats an article whose own file still exists.
    case copies(FilePlace)
    /// It nearly repeats one, with the same title and date.
    case resembles(FilePlace)
  }

  /// The share of a file's text that is in the text of an article, from 0 to 1; nil if that text is unknown.
  package typealias Likeness = (FoundArticle, KnownArticle) throws -> Double?

  /// Articles whose file is gone or about to be read again, and those that left the shelf: a file may be one of them.
  private var open: [Article.ID: KnownArticle] = [:]
  private var openAt: [FilePlace: Article.ID] = [:]
  private var openBy = Traits()
  /// Articles that have a file.
  private var present = Traits()
  /// Articles that were found at another place.
  private var moved: Set<Article.ID> = []
  private var owners: [Article.ID: KnownArticle] = [:]
  private var pages: [String: KnownArticle] = [:]
  private let gone: Set<FilePlace>
  private let repeats: [FilePlace: KnownRepeat]
  private let page: (String) -> String
  let hasTitle: (FoundArticle, KnownArticle) -> Bool

  /// - Parameters:
  ///   - reread: places of files that are about to be read again.
  ///   - gone: places of files that no longer exist.
  ///   - repeats: files that were reported as copies.
  ///   - page: the path of the page of an article with this name, relative to `public/`.
  ///   - hasTitle: whether a file has the title of an article, regardless of their dates.
  package init(
    known: [KnownArticle], reread: Set<FilePlace>, gone: Set<FilePlace>, repeats: [FilePlace: KnownRepeat] = [:],
    page: @escaping (String) -> String,
    hasTitle: @escaping (FoundArticle, KnownArticle) -> Bool
  ) {
    self.hasTitle = hasTitle
    self.gone = gone
    self.repeats = repeats
    self.page = page
    // Of several articles recorded at one place, the last one counts there.
    for article in known.sorted(by: { $0.presence.rank < $1.presence.rank }) {
      own(article)
      let isOpen = article.presence != .shelved || reread.contains(article.place) || gone.contains(article.place)
      if isOpen { offer(article) } else { present.add(article) }
    }
  }

  /// Shelved articles whose file is gone and that match no other file.
  package var lost: [KnownArticle] {
    open.values.filter { $0.presence == .shelved && gone.contains($0.place) }.sorted { $0.place < $1.place }
  }

  /// The article of this file.
  package func article(at place: FilePlace) -> Article.ID? { present.ids[place] }

  /// Decides for files that are read together; if two match the same article, the first one keeps it.
  package mutating func decide(_ files: [FoundArticle], _ likeness: Likeness) rethrows -> [Verdict] {
    var verdicts = [Verdict?](repeating: nil, count: files.count)
    for rule in Rule.allCases {
      for pair in try pairs(files, verdicts, by: rule, likeness) where verdicts[pair.file] == nil {
        // Another file may have been a better match.
        guard let article = open[pair.article] else { continue }
        verdicts[pair.file] = .keeps(keep(article, as: files[pair.file]))
      }
    }
    return try zip(files, verdicts).map { file, verdict in try verdict ?? begin(file, likeness) }
  }
}

// MARK: - Known articles

extension Identities {
  private enum Rule: CaseIterable {
    case unchanged, writtenID, remains, bytes, content, place, path, name, likeness, rewritten
  }

  /// A file that matches an article by some rule.
  private struct Pair {
    let file: Int
    let article: Article.ID
    let nearness: Nearness
  }

  /// The likeliest pairs first.
  private func pairs(
    _ files: [FoundArticle], _ verdicts: [Verdict?], by rule: Rule, _ likeness: Likeness
  ) rethrows -> [Pair] {
    var pairs: [Pair] = []
    // Titles are compared one by one, which is too slow if a whole site is new.
    let comparesTitles = rule == .likeness && verdicts.count(where: { $0 == nil }) * open.count <= 100_000
    for (position, file) in files.enumerated() where verdicts[position] == nil {
      let titled = comparesTitles && file.isLong ? open.values.filter { hasTitle(file, $0) } : []
      for article in candidates(for: file, rule) + titled where file.writtenID == nil || file.writtenID == article.id {
        if try !accepts(article, for: file, rule, likeness) { continue }
        pairs.append(Pair(file: position, article: article.id, nearness: nearness(article, file)))
      }
    }
    return pairs.sorted { $0.nearness != $1.nearness ? $0.nearness < $1.nearness : $0.file < $1.file }
  }

  private func candidates(for file: FoundArticle, _ rule: Rule) -> [KnownArticle] {
    let here = openAt[file.place].flatMap { open[$0] }
    switch rule {
    case .unchanged:
      return [here].compactMap(\.self).filter { isUnchanged($0, in: file) }
    case .remains, .place, .rewritten:
      return [here].compactMap(\.self).filter { $0.presence != .departed }
    case .path:
      return all(openBy.path[file.place.path]).filter { gone.contains($0.place) }
    case .name:
      return [open[Article.ID(file.name)]].compactMap(\.self).filter(resumes)
    case .bytes:
      return all(file.traits.bytes.flatMap { openBy.bytes[$0] })
    case .content:
      return all(openBy.heading[file.traits.heading]).filter { hasContent($0, of: file) }
    case .likeness:
      let repeated = file.isLong ? openBy.wording[file.traits.wording] : nil
      let day = file.traits.day
      return all((day - 1...day + 1).flatMap { openBy.day[$0] ?? [] } + (repeated ?? []))
    case .writtenID:
      return all(file.writtenID.map { [$0] })
    }
  }

  private func isUnchanged(_ article: KnownArticle, in file: FoundArticle) -> Bool {
    guard let traits = article.traits else { return article.presence == .shelved }
    return traits.hasBytes(of: file.traits) || traits.hasContent(of: file.traits)
  }

  private func hasContent(_ article: KnownArticle, of file: FoundArticle) -> Bool {
    article.traits?.hasContent(of: file.traits) ?? false
  }

  /// Whether a file may continue an article of its name whose own file is gone, as `x/index.md` does after `x.md`.
  private func resumes(_ article: KnownArticle) -> Bool {
    !article.isRenamed && (article.presence == .departed || gone.contains(article.place))
  }

  /// The part of a rule that compares content.
  private func accepts(
    _ article: KnownArticle, for file: FoundArticle, _ rule: Rule, _ likeness: Likeness
  ) rethrows -> Bool {
    switch rule {
    case .unchanged, .writtenID, .bytes, .content: true
    case .remains: try !holdsAnother(file, than: article) && remains(article, in: file, likeness)
    case .place: try resembles(article, file, likeness) && isEdit(file, of: article, likeness)
    case .path, .name, .rewritten: try isEdit(file, of: article, likeness)
    case .likeness: try isAlike(file, article, likeness)
    }
  }

  /// Whether a file repeats another known article word for word.
  private func holdsAnother(_ file: FoundArticle, than article: KnownArticle) -> Bool {
    (candidates(for: file, .bytes) + candidates(for: file, .content)).contains { $0.id != article.id }
  }

  private func all(_ ids: [Article.ID]?) -> [KnownArticle] { (ids ?? []).compactMap { open[$0] } }

  /// Smaller for a likelier match: a published article with the same path, source and file name.
  private func nearness(_ article: KnownArticle, _ file: FoundArticle) -> Nearness {
    Nearness(
      isAway: article.presence == .shelved ? 0 : 1,
      isElsewhere: article.place.path == file.place.path ? 0 : 1,
      isForeign: article.place.source == file.place.source ? 0 : 1,
      isCalledOtherwise: lastName(article.place.path) == lastName(file.place.path) ? 0 : 1,
      place: article.place)
  }

  private func lastName(_ path: String) -> Substring? { path.split(separator: "/").last }

  private mutating func keep(_ known: KnownArticle, as file: FoundArticle) -> KnownArticle {
    open[known.id] = nil
    if known.place != file.place { moved.insert(known.id) }
    var article = known
    // Its former content counts as present: a copy of that is not a new article.
    article.place = file.place
    present.add(article)
    article.isRenamed = isRenamed(known, in: file)
    article.traits = file.traits
    present.add(article)
    // The caller needs the place that it came from.
    article.place = known.place
    own(article)
    return article
  }
}

extension Identities {
  /// Whether the path of a file, and the id its author set, would give its article a different name.
  private func isRenamed(_ article: KnownArticle, in file: FoundArticle) -> Bool {
    if file.writtenID == nil { return article.id.text != file.name }
    return article.id.isAddress && page(article.name) != page(file.name)
  }
}

// MARK: - New articles

extension Identities {
  private mutating func begin(_ file: FoundArticle, _ likeness: Likeness) rethrows -> Verdict {
    if file.writtenID == nil {
      if let original = original(of: file) ?? knownOriginal(of: file) { return .copies(original) }
      if let original = try resembled(by: file, likeness) { return .resembles(original) }
    }
    var name = file.name
    if file.writtenID == nil, isTakenByAnother(name) {
      name = (2...).lazy.map { "\(file.name)-\($0)" }.first { isFree($0) } ?? name
    }
    let id = file.writtenID ?? Article.ID(name)
    var article = KnownArticle(
      id: id, name: name == file.name ? nil : name, page: page(id.isAddress ? name : id.text), place: file.place,
      presence: .shelved, traits: file.traits)
    article.name = name
    if owners[id].map({ $0.presence != .shelved }) ?? true { own(article) }
    present.add(article)
    return .begins(name: name)
  }

  /// Two notes with a short text may have the same title and day, but different links.
  private func original(of file: FoundArticle) -> FilePlace? {
    let sameBytes = file.traits.bytes.flatMap { present.placesByBytes[$0] } ?? []
    let sameContent = file.isLong ? present.placesByContent[Content(file.traits)] ?? [] : []
    return (sameBytes + sameContent).first { $0 != file.place }
  }

  private func knownOriginal(of file: FoundArticle) -> FilePlace? {
    guard let known = repeats[file.place], known.bytes == file.traits.bytes else { return nil }
    return present.places[known.article]
  }

  private func resembled(by file: FoundArticle, _ likeness: Likeness) rethrows -> FilePlace? {
    guard file.isLong else { return nil }
    let namesakes = present.articlesByHeading[file.traits.heading] ?? []
    return try namesakes.first { try $0.place != file.place && likeness(file, $0) ?? 0 >= Self.shareOfEdit }?.place
  }

  /// Taken by another article that now has a different file, left the shelf, or leaves it now.
  private func isTakenByAnother(_ name: String) -> Bool {
    [owners[Article.ID(name)], pages[page(name)]].compactMap(\.self)
      .contains { $0.isRenamed || $0.presence == .departed || open[$0.id] != nil || moved.contains($0.id) }
  }

  private func isFree(_ name: String) -> Bool { owners[Article.ID(name)] == nil && pages[page(name)] == nil }

  private mutating func own(_ article: KnownArticle) {
    owners[article.id] = article
    pages[article.page] = article
  }

  private mutating func offer(_ article: KnownArticle) {
    open[article.id] = article
    openAt[article.place] = article.id
    openBy.add(article)
  }
}

/// Compared field by field, in this order.
private struct Nearness: Comparable {
  let isAway: Int
  let isElsewhere: Int
  let isForeign: Int
  let isCalledOtherwise: Int
  let place: FilePlace

  static func < (a: Nearness, b: Nearness) -> Bool {
    a.ranks != b.ranks ? a.ranks.lexicographicallyPrecedes(b.ranks) : a.place < b.place
  }

  private var ranks: [Int] { [isAway, isElsewhere, isForeign, isCalledOtherwise] }
}

private struct Content: Hashable {
  let heading: Fingerprint
  let wording: Fingerprint

  init(_ traits: ArticleTraits) {
    heading = traits.heading
    wording = traits.wording
  }
}

/// Articles by their traits.
private struct Traits {
  private(set) var bytes: [Fingerprint: [Article.ID]] = [:]
  private(set) var heading: [Fingerprint: [Article.ID]] = [:]
  private(set) var wording: [Fingerprint: [Article.ID]] = [:]
  private(set) var path: [String: [Article.ID]] = [:]
  /// Keyed by days since 1970.
  private(set) var day: [Int64: [Article.ID]] = [:]
  private(set) var articlesByHeading: [Fingerprint: [KnownArticle]] = [:]
  private(set) var ids: [FilePlace: Article.ID] = [:]
  private(set) var places: [Article.ID: FilePlace] = [:]
  private(set) var placesByBytes: [Fingerprint: [FilePlace]] = [:]
  private(set) var placesByContent: [Content: [FilePlace]] = [:]

  mutating func add(_ article: KnownArticle) {
    path[article.place.path, default: []].append(article.id)
    ids[article.place] = article.id
    places[article.id] = article.place
    guard let traits = article.traits else { return }
    heading[traits.heading, default: []].append(article.id)
    wording[traits.wording, default: []].append(article.id)
    day[traits.day, default: []].append(article.id)
    articlesByHeading[traits.heading, default: []].append(article)
    placesByContent[Content(traits), default: []].append(article.place)
    guard let fingerprint = traits.bytes else { return }
    bytes[fingerprint, default: []].append(article.id)
    placesByBytes[fingerprint, default: []].append(article.place)
  }
}
