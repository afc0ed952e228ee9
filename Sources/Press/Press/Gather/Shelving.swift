internal import Gathering
internal import Cryptography
internal import Model
internal import Time

/// The parts of the ledger that gathering reads and writes. An article that returns is recognised by its mailed text.
typealias GatheringLedger = SourceShelf & ArticleShelf & IssueArchive & SourceBook

/// Reads the changed files of all sources, decides which article each is, and shelves them.
///
/// The rules are in ``Identities`` and ``Loss``. If files are gone or changed, all are read before anything is shelved,
/// because an article may have moved from any file to any other.
struct Shelving {
  private var surveys: [SourceSurvey]
  private let ledger: any GatheringLedger
  private let site: Site
  private let now: Instant
  private let known: [KnownArticle]
  /// Articles of sources that are read over the network: no file is one of them, or may take their ids and pages.
  private let others: [KnownArticle]
  /// The places of the articles on the shelf.
  private let shelved: Set<FilePlace>
  /// Of the files of ``known``, as they were.
  private let knownBytes: [FilePlace: Fingerprint]
  private var identities: Identities
  private var places: Places
  private var addresses: KnownAddresses
  private(set) var movements = Movements()
  private(set) var links: FragmentLinks
  private(set) var countRead = 0
  private(set) var countGone = 0

  /// How many new files to hold in memory before shelving them. After a crash, the next run continues with the rest.
  private static let together = 1_000

  init(_ surveys: [SourceSurvey], on ledger: any GatheringLedger, site: Site, now: Instant) throws {
    self.init(surveys, among: try ledger.knownArticles(), on: ledger, site: site, now: now)
  }

  /// - Parameter all: the articles in the ledger, or as many of them as are needed.
  private init(
    _ surveys: [SourceSurvey], among all: [KnownArticle], on ledger: any GatheringLedger, site: Site, now: Instant
  ) {
    self.surveys = surveys
    self.ledger = ledger
    self.site = site
    self.now = now
    links = FragmentLinks(on: site)
    let upstreams = Set(site.upstreams.map(\.name))
    known = all.filter { !upstreams.contains($0.place.source) }
    others = upstreams.isEmpty ? [] : all.filter { upstreams.contains($0.place.source) }
    shelved = Set(known.filter { $0.presence == .shelved }.map(\.place))
    knownBytes = known.reduce(into: [:]) { $0[$1.place] = $1.traits?.bytes }
    identities = Identities(known: [], reread: [], gone: [], page: { $0 })
    places = Places([], without: [])
    addresses = KnownAddresses(known, on: site, ledger)
    let renamed = Dictionary(
      grouping: known.filter { $0.isRenamed && $0.presence != .departed }, by: \.place.source)
    for position in surveys.indices {
      for article in renamed[surveys[position].name] ?? [] {
        let path = ExactText(article.place.path)
        self.surveys[position].source?.knownNames[path] = KnownName(id: article.id, name: article.name)
      }
    }
  }

  mutating func run() throws {
    if surveys.allSatisfy({ $0.isAllNew && $0.gone.isEmpty }) { try shelveByParts() } else { try shelveTogether() }
  }
}

// MARK: - Only files that remain the articles they were

extension Shelving {
  /// The maximum number of changed files for which articles are looked up one by one.
  private static let few = 1_000

  /// Shelves changes of a few files that each remain the article they were, without reading the record of all other articles.
  /// Returns nil, having done nothing, if that record may matter.
  ///
  /// The result is the same. An article whose file did not change matters in two cases only (see ``Identities``): a changed file is
  /// its copy, or asks for its page or id. A file that keeps its article is not a copy, and pages and ids are looked up.
  static func ofRemainingFiles(
    _ surveys: [SourceSurvey], on ledger: any GatheringLedger, site: Site, now: Instant
  ) throws -> Shelving? {
    let files = surveys.flatMap { survey in survey.changed.map { FilePlace(source: survey.name, path: $0.path) } }
    guard (1...few).contains(files.count), surveys.allSatisfy({ !$0.hasNew && $0.gone.isEmpty }) else { return nil }
    let known = try ledger.knownArticles(in: files)
    var shelving = Shelving(surveys, among: known, on: ledger, site: site, now: now)
    return try shelving.shelveRemaining() ? shelving : nil
  }

  private mutating func shelveRemaining() throws -> Bool {
    var pieces = readPieces()
    // Former addresses may be those of any article.
    guard pieces.allSatisfy(\.read.formerKeys.isEmpty) else { return false }
    let reread = reread(pieces)
    identities = makeIdentities(reread: reread, gone: [])
    try judge(&pieces)
    let isDecided = pieces.allSatisfy { piece in
      if case .keeps? = piece.verdict { true } else { piece.read.article == nil }
    }
    guard isDecided else { return false }
    settle(&pieces)
    for article in pieces.compactMap(\.read.article) {
      let owners = try ledger.places(ofPage: article.page, or: article.id)
      guard owners.allSatisfy(reread.contains) else { return false }
    }
    places = Places(known + others, without: reread)
    try apply(pieces, held: [], [:])
    return true
  }
}

// MARK: - One part after the other, or all at once

extension Shelving {
  /// For sources without gone files: new files are shelved as they are read.
  private mutating func shelveByParts() throws {
    identities = makeIdentities(reread: [], gone: [])
    places = Places(known + others, without: [])
    for position in surveys.indices {
      let files = surveys[position].changed
      var isComplete = true
      for start in stride(from: 0, to: files.count, by: Self.together) {
        let end = min(start + Self.together, files.count)
        var pieces = files[start..<end].map { read($0, of: position) }
        try decide(&pieces)
        reservePlaces(for: pieces)
        var changes = changes(of: position, pieces, isFirst: start == 0, withdrawn: [], held: [])
        isComplete = isComplete && changes.isComplete
        if end == files.count { try finish(&changes.changes, position, isComplete, isHeld: false) }
        try ledger.apply([changes.changes])
      }
      if files.isEmpty { try ledger.apply([changes(of: position, [], withdrawn: [], [])]) }
      countRead += files.count
    }
  }

  private mutating func shelveTogether() throws {
    var pieces = readPieces()
    let reread = reread(pieces)
    let gone = Set(surveys.flatMap { survey in survey.gone.map { FilePlace(source: survey.name, path: $0) } })
    identities = makeIdentities(reread: reread, gone: gone)
    try decide(&pieces)
    let losses = try losses()
    let held = Set(losses.values.flatMap(\.held).map(\.place)).union(identities.waiting)
    places = Places(known + others, without: reread.union(gone).subtracting(held))
    try apply(pieces, held: held, losses)
  }

  private func readPieces() -> [ShelvingPiece] {
    surveys.indices.flatMap { position in surveys[position].changed.map { read($0, of: position) } }
  }

  /// The places of the files that could be read.
  private func reread(_ pieces: [ShelvingPiece]) -> Set<FilePlace> {
    Set(pieces.filter { !$0.read.isUnreadable }.map { $0.place(in: surveys) })
  }

  /// Shelves files of all sources together.
  private mutating func apply(_ pieces: [ShelvingPiece], held: Set<FilePlace>, _ losses: [String: Loss]) throws {
    reservePlaces(for: pieces)
    let bySurvey = Dictionary(grouping: pieces, by: \.survey)
    var all: [ShelfChanges] = []
    for position in surveys.indices {
      let name = surveys[position].name
      let withdrawn = surveys[position].gone.filter { !held.contains(FilePlace(source: name, path: $0)) }
      all.append(try changes(of: position, bySurvey[position] ?? [], withdrawn: withdrawn, losses[name]?.held ?? []))
    }
    try ledger.apply(all)
    countRead += pieces.count
    countGone += all.map(\.gone.count).reduce(0, +)
  }

  private mutating func reservePlaces(for pieces: [ShelvingPiece]) {
    let kept = pieces.compactMap { piece -> (known: KnownArticle, article: Article, place: FilePlace)? in
      guard case .keeps(let known)? = piece.verdict, let article = piece.read.article else { return nil }
      return (known, article, piece.place(in: surveys))
    }
    // If two ask for one page, the article that had it keeps it.
    for (known, article, place) in kept where known.page == article.page { places.reserve(article, for: place) }
    for (known, article, place) in kept where known.page != article.page { places.reserve(article, for: place) }
  }

  /// All changes of a source.
  private mutating func changes(
    of position: Int, _ pieces: [ShelvingPiece], withdrawn: [String], _ held: [KnownArticle]
  ) throws -> ShelfChanges {
    var changes = changes(of: position, pieces, isFirst: true, withdrawn: withdrawn, held: held)
    try finish(&changes.changes, position, changes.isComplete && held.isEmpty, isHeld: !held.isEmpty)
    return changes.changes
  }

  private func makeIdentities(reread: Set<FilePlace>, gone: Set<FilePlace>) -> Identities {
    let site = site
    let earlier = surveys.map(\.earlier).reduce(into: EarlierFiles()) { $0.merge($1) }
    return Identities(
      known: known, reread: reread, gone: gone, earlier: earlier, page: { FolderSource.page(named: $0, on: site) })
  }

  /// What may leave the shelf and what may not, by source.
  private func losses() throws -> [String: Loss] {
    let lost = Dictionary(grouping: identities.lost, by: \.place.source)
    if lost.isEmpty { return [:] }
    var counts: [String: Int] = [:]
    for article in known where article.presence == .shelved { counts[article.place.source, default: 0] += 1 }
    let hiddenFiles = HiddenFiles(surveys)
    let released = Dictionary(grouping: try ledger.losses().filter { $0.released != nil }, by: \.place.source)
    var losses: [String: Loss] = [:]
    for (source, articles) in lost {
      let paths = Set((released[source] ?? []).map(\.place.path))
      let hidden = articles.map(\.place.path).filter(hiddenFiles.mayBe)
      losses[source] = Loss(articles, of: counts[source] ?? 0, released: paths.union(hidden))
    }
    return losses
  }
}

// MARK: - Which article a file is

extension Shelving {
  private func read(_ file: SourceSurvey.File, of position: Int) -> ShelvingPiece {
    ShelvingPiece(survey: position, file: file, read: surveys[position].readFile(file.path))
  }

  private mutating func decide(_ pieces: inout [ShelvingPiece]) throws {
    try judge(&pieces)
    settle(&pieces)
  }

  /// The pieces that hold an article.
  private func holders(_ pieces: [ShelvingPiece]) -> [Int] {
    pieces.indices.filter { pieces[$0].read.article != nil }
  }

  private mutating func judge(_ pieces: inout [ShelvingPiece]) throws {
    let holders = holders(pieces)
    var found: [FoundArticle] = []
    for position in holders {
      guard let article = pieces[position].read.article else { continue }
      var file = foundArticle(article, in: pieces[position])
      file.addressees = try addresses.articles(at: pieces[position].read.formerKeys)
      found.append(file)
    }
    let read = Dictionary(
      zip(found, holders).map { ($0.place, pieces[$1].read.article) }, uniquingKeysWith: { first, _ in first })
    let verdicts = try identities.decide(found, FilesAndArticles(read: read, remembered: RememberedTexts(ledger)))
    for (position, verdict) in zip(holders, verdicts) { pieces[position].verdict = verdict }
  }

  /// Gives the articles their names.
  private mutating func settle(_ pieces: inout [ShelvingPiece]) {
    // In two statements, because the second must see the names that the first sets.
    let renamed = rename(pieces, holders(pieces))
    readAgain(&pieces, renamed)
  }

  private func foundArticle(_ article: Article, in piece: ShelvingPiece) -> FoundArticle {
    let words = article.wordingBytes
    let traits = ArticleTraits(
      bytes: piece.read.bytes, heading: Fingerprint(digest: sha256(article.headingBytes)),
      wording: Fingerprint(digest: sha256(words)), published: article.published.seconds)
    return FoundArticle(
      place: piece.place(in: surveys), name: piece.read.name, writtenID: piece.read.writesID ? article.id : nil,
      traits: traits, isLong: words.count >= 200)
  }

  /// Passes the names of articles to their sources. Returns the surveys in which a name changed.
  private mutating func rename(_ pieces: [ShelvingPiece], _ holders: [Int]) -> Set<Int> {
    var renamed = Set<Int>()
    for position in holders {
      let piece = pieces[position]
      guard let article = piece.read.article else { continue }
      var name: KnownName?
      switch piece.verdict {
      case .keeps(let known)?:
        if known.isRenamed { name = KnownName(id: known.id, name: known.name) }
        movements.add(known, to: piece.place(in: surveys), as: article)
      case .begins(let own)?:
        guard own != piece.read.name else { break }
        name = KnownName(id: Article.ID(own), name: own)
        movements.add(newIn: piece.place(in: surveys), as: own, insteadOf: piece.read.name)
      case .asks?:
        // Others may link to its current name.
        continue
      case .copies?, .resembles?, nil:
        break
      }
      if surveys[piece.survey].source?.knownNames[ExactText(piece.file.path)] != name {
        surveys[piece.survey].source?.knownNames[ExactText(piece.file.path)] = name
        renamed.insert(piece.survey)
      }
    }
    return renamed
  }

  /// If names changed, links from one file to another also lead elsewhere.
  private func readAgain(_ pieces: inout [ShelvingPiece], _ renamed: Set<Int>) {
    for position in pieces.indices where renamed.contains(pieces[position].survey) {
      let read = surveys[pieces[position].survey].readFile(pieces[position].file.path)
      // A file that changed in between is read by the next run.
      if read.bytes == pieces[position].read.bytes { pieces[position].read = read }
    }
  }
}

// MARK: - Changes for the ledger

extension Shelving {
  private mutating func changes(
    of position: Int, _ pieces: [ShelvingPiece], isFirst: Bool, withdrawn: [String], held: [KnownArticle]
  ) -> (changes: ShelfChanges, isComplete: Bool) {
    var files = DecidedFiles(surveys[position], identities, shelved: shelved)
    for piece in pieces { files.add(piece, &places) }
    if isFirst { files.addTroubles() }
    var changes = files.changes(withdrawn: withdrawn)
    for file in changes.read where !isUnchanged(file, in: surveys[position].name) {
      links.add(file.article, at: file.path)
    }
    changes.held = held.map(\.place.path)
    changes.now = now
    return (changes, files.isComplete)
  }

  /// Whether a file is read again although nothing in it changed: its dead links were reported.
  private func isUnchanged(_ file: ShelfChanges.Read, in source: String) -> Bool {
    guard let bytes = file.bytes else { return false }
    return knownBytes[FilePlace(source: source, path: file.path)] == bytes
  }

  /// Ends the gathering of a source with its fingerprint and its assets.
  private func finish(_ changes: inout ShelfChanges, _ position: Int, _ isComplete: Bool, isHeld: Bool) throws {
    let survey = surveys[position]
    let isRetiredForGood = survey.settings == nil && !isHeld
    let assets = isRetiredForGood ? [] : survey.assets(known: try ledger.assets(of: survey.name), isHeld: isHeld)
    let listingKey = isComplete && survey.settings != nil ? survey.listingKey : nil
    changes = ShelfChanges(listingKey, assets, in: survey.settings?.folder, of: changes)
  }
}

extension ShelfChanges {
  /// The same changes, with the fingerprint and the assets of the whole source.
  fileprivate init(_ listingKey: String?, _ assets: [ShelvedAsset], in folder: String?, of changes: ShelfChanges) {
    self.init(
      source: changes.source, listingKey: listingKey, assets: assets.key, read: changes.read, gone: changes.gone)
    unread = changes.unread
    assetFiles = assets
    self.folder = folder
    held = changes.held
    now = changes.now
  }
}
