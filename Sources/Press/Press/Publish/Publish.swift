internal import Compression
internal import Cryptography
internal import Gathering
internal import Model
internal import Pages
internal import Presentation
internal import PublicPlace
internal import Time

/// Step 3 of a run: articles → feeds, pages, archive, index and OPML under `public/`.
///
/// The bytes depend only on articles, settings, templates and issues, never on the clock. A file whose key is on record
/// is not rendered again; a file whose bytes turn out unchanged is not touched.
extension PressRun {
  func publish(_ report: inout RunReport) throws {
    if ways.verifiesPublic, let bucket = output as? BucketPlace {
      try bucket.doubt(bucket.comparison())
      try ledger.setNote("published", "")
    }
    let key = try publishingKey()
    if !isRehearsal, try isPublished(key, &report) { return }
    let known = try ledger.publishedFiles()
    try noteUnpublished()
    try output.prepare()
    let supply = try supply()
    try recordMoves(supply.visible)
    try ledger.recordAppearances(at: now)
    var run = self
    run.cards = try drawCards(for: supply, known, &report)
    let statics = try publishedStatics()
    try announceStatics(statics)
    let isComplete = try run.publish(supply, run.cards.hasDrawn ? ledger.publishedFiles() : known, &report)
    try recordSearchWords(supply)
    if isComplete {
      try recordStatics()
      try ledger.setNote(Self.spellingNote, supply.spelling.text)
      try note(key)
    }
  }

  /// What a complete publication depends on.
  struct PublishingKey {
    /// Equal keys mean that publishing would write nothing.
    let whole: String
    /// The same without the bodies of articles.
    let frame: String
  }

  private static let wholeNote = "published"
  private static let frameNote = "published besides bodies"
  /// The name of the note with the topics that are not shown as some article spells them.
  static let spellingNote = "topic spellings"

  /// Whether everything is published, perhaps after ``publishReworded(_:)``.
  private func isPublished(_ key: PublishingKey, _ report: inout RunReport) throws -> Bool {
    let last = try ledger.note(Self.wholeNote) ?? ""
    if last.isEmpty { return false }
    if last == key.whole { return try holdsPublished() }
    guard try ledger.note(Self.frameNote) == key.frame, try holdsPublished() else { return false }
    guard try publishReworded(&report) else { return false }
    try note(key)
    return true
  }

  private func note(_ key: PublishingKey) throws {
    try ledger.setNote(Self.frameNote, key.frame)
    try ledger.setNote(Self.wholeNote, key.whole)
    try ledger.settleReworded()
  }

  /// Called before anything is written: until everything is, no earlier state is taken for what is published, even if the site returns
  /// to it.
  private func noteUnpublished() throws {
    guard try !isRehearsal && ledger.note(Self.wholeNote) ?? "" != "" else { return }
    try ledger.setNote(Self.wholeNote, "")
  }

  private static let lookedAt = "published files looked at"

  /// Whether the files on record are still there. Looking for all files of a large site takes most of a run with nothing to do, so
  /// each run continues where the last one stopped.
  private func holdsPublished() throws -> Bool {
    let last = try ledger.note(Self.lookedAt) ?? ""
    let paths = try ledger.publishedPaths(after: last, limit: ways.mostLookedAt)
    let next = paths.count < ways.mostLookedAt ? "" : paths.last ?? ""
    guard output.holdsAll(paths) else { return false }
    if next != last { try ledger.setNote(Self.lookedAt, next) }
    return true
  }

  /// Returns whether everything is published.
  private func publish(
    _ supply: PublicSupply, _ known: [String: Fingerprint?], _ report: inout RunReport
  ) throws -> Bool {
    let files = try publicFiles(supply, &report)
    let common = commonKey
    var isComplete = true
    do {
      isComplete = try put(files.filter { isDue($0, known, common) }, known, &report)
    } catch let fault as RenderingFault {
      report.fail(fault.description, .badConfiguration)
      return false
    }
    let unmade = unmade(of: known, besides: files)
    if unmade.isEmpty { return isComplete && cards.isComplete }
    let stays = try staying()
    let isClean = try remove(unmade.filter { !stays($0) }.sorted(), &report)
    return isComplete && cards.isComplete && isClean
  }

  /// The files on record that nothing produces any more.
  private func unmade(of known: [String: Fingerprint?], besides files: [PublicFile]) -> [String] {
    var rest = known
    for file in files {
      rest[file.path] = nil
      if file.isCompressed { rest[file.compressedPath] = nil }
    }
    for path in cards.paths { rest[path] = nil }
    return Array(rest.keys)
  }

  private func publishingKey() throws -> PublishingKey {
    let turn = try ledger.nextTurn(after: now)?.seconds ?? 0
    let issue = try ledger.issues(of: nil, limit: 1).first?.id.number ?? 0
    let concealments = try site.sources.map { try ledger.note(Self.concealment(of: $0.name)) ?? "" }
    let folders = try [standing.key, statics.key] + easyVersionsKey()
    let others = try concealments + folders + [commonKey, cardsKey(), "\(turn)", "\(issue)"] + site.glossaryKey
    let key = { (version: Int) in
      lowercaseHex(sha256((others + ["\(version)"]).joined(separator: "\u{0}").utf8))
    }
    return PublishingKey(whole: key(try ledger.shelfVersion()), frame: key(try ledger.shelfFrame()))
  }

  /// What every file depends on.
  var commonKey: String {
    let footer = site.standing.map { "\($0.name) \($0.isInFooter) \($0.isInMenu) \($0.title)" }
    return ([Courant.version, settingsKey, cards.touchIcon ?? ""] + footer).joined(separator: "\u{0}")
  }

  /// The paths under `public/` at which a run would publish something now.
  package func publishablePaths() throws -> Set<String> {
    var report = RunReport()  // the next run reports its problems
    return Set(try publicFiles(supply(), &report).map(\.path))
  }

  func supply() throws -> PublicSupply {
    let shelved = try ledger.shelvedArticles().filter { $0.article.isVisible(at: now) }.map { $0.shown(at: now) }
    let spelling = TopicSpelling(shelved.lazy.map(\.article.topics), on: site)
    let visible = shelved.map(spelling.spelled)
    let (assets, clashing) = try assets(visible).leaving(visible)
    let issues = try ledger.issues(of: nil, limit: nil)
    return PublicSupply(visible: visible, spelling: spelling, assets: assets, clashing: clashing, issues: issues)
  }

  /// Everything that belongs under `public/`, except cards.
  func publicFiles(_ supply: PublicSupply, _ report: inout RunReport) throws -> [PublicFile] {
    let own = try ownFiles(supply, &report)
    let places = try staticPlaces(beside: own)
    let missing = try missingFiles(of: supply.visible, among: own + places.files)
    try recordStaticFaults(places.refused + missing)
    var files = withHooks(places.replaced.isEmpty ? own : own.filter { !places.replaced.contains($0.path) })
    files += places.files
    files += try movedFiles(supply.visible, beside: files, &report)
    return output.servesCompressed ? files : files.map(\.uncompressed)
  }

  /// Everything except the files of `static/` and the pages at former addresses of articles.
  func ownFiles(_ supply: PublicSupply, _ report: inout RunReport) throws -> [PublicFile] {
    let why = "not published, because an article's page has its name; rename one of them"
    report.fail(supply.clashing.map { "\($0): \(why)" }, .badContent, allOf: "correct these first")
    let lengths = Dictionary(supply.assets.map { ($0.path, $0.length) }, uniquingKeysWith: { a, _ in a })
    let pages = try standingPages(supply.visible, supply.assets)
    try tellAdvice(on: pages, &report)
    let easy = try easyVersions(supply.visible)
    report.fail(
      easy.findings.filter { $0.weight == .fault }.map(\.description), .badContent, allOf: "correct these first")
    let shown = supply.assets.isEmpty ? [:] : try shownFiles(supply.visible)
    let view = PublicView(
      site: site, templates: templates, templatesOfLanguages: templatesOfLanguages, pages: pages,
      pictures: PictureShelf(supply.assets, pages, shown: shown, on: site),
      sounds: SoundShelf(supply.assets, statics.files, on: site), visible: supply.visible,
      spelling: supply.spelling, catalogue: try recordFeeds(supply.visible), withdrawals: try ledger.withdrawals(),
      issues: supply.issues, issuePages: try frozenPages(),
      standing: standingFile(try publishedStatics()), lengths: lengths, cards: cards, easy: easy.versions)
    try recordPrivateFeeds(view)
    var files = try view.files()
    files += view.standingAssetFiles
    files += supply.assets.lazy.map(\.file)
    var paths = Set<String>(minimumCapacity: files.count)
    for file in files { paths.insert(file.path) }
    if paths.count == files.count { return files }
    paths.removeAll()
    return files.filter { paths.insert($0.path).inserted }
  }

  func frozenPages() throws -> IssuePages {
    IssuePages(
      page: ledger.archivePage(of:), content: ledger.content(of:), attachedFile: ledger.attachedFile,
      files: try ledger.issuedFiles())
  }

  /// The operator's own file in `public/` in place of one that Courant makes. One that was published from `static/` is not.
  func standingFile(_ published: Set<String>) -> (String) -> [UInt8]? {
    { [output] path in published.contains(path) ? nil : output.read(path) }
  }

  /// - Parameter common: what every file depends on.
  func isDue(_ file: PublicFile, _ known: [String: Fingerprint?], _ common: String) -> Bool {
    guard !isRehearsal, case let key?? = known[file.path] else { return true }
    guard key == file.key(with: common), output.exists(file.path) else { return true }
    return file.isCompressed && (known[file.compressedPath] == nil || !output.exists(file.compressedPath))
  }

  /// Announces the paths before anything is written, so an interrupted run leaves no unrecorded file, and none recorded
  /// with the wrong bytes. Returns whether the next run has nothing to retry.
  func put(_ files: [PublicFile], _ known: [String: Fingerprint?], _ report: inout RunReport) throws -> Bool {
    try ledger.announce(files.flatMap(\.paths))
    var isComplete = true
    for stage in output.isOrdered ? files.inStages : [files] {
      for part in stage.parts(of: output.most) {
        isComplete = try put(together: part, known, &report) && isComplete
      }
    }
    return isComplete
  }

  /// How many files are rendered before they are written; the articles for all of them are read at once.
  private static let batch = 256

  /// Files rendered before a fault are still written.
  private func put(
    together files: ArraySlice<PublicFile>, _ known: [String: Fingerprint?], _ report: inout RunReport
  ) throws -> Bool {
    let writing = try output.batch()
    var made: [PublicFile] = []
    var uncopied: [Uncopied] = []
    let fault = try write(files, to: writing, &made, &uncopied)
    let written = try writing.finish()
    report.filesWritten += written
    // An earlier run may have written these very bytes and ended before it could record a ping.
    let changed = Set(written).union(made.map(\.path).filter { known[$0] == .some(nil) })
    try recordPings(made.filter { $0.isPolled && changed.contains($0.path) }.map(\.path))
    try recordChanges(made.filter { changed.contains($0.path) }.flatMap(\.paths).sorted())
    let common = commonKey
    let confirmed = made.flatMap { file in
      let record = PublishedFile(key: file.key(with: common), cast: file.cast)
      return file.paths.map { ($0, record) }
    }
    try ledger.confirm(Dictionary(confirmed, uniquingKeysWith: { $1 }))
    // Files that already existed stay on record, with any bytes.
    try ledger.forget(uncopied.map(\.path).filter { !output.exists($0) })
    for (isForWantOfRoom, failures) in Dictionary(grouping: uncopied, by: \.isForWantOfRoom) {
      report.fail(
        failures.map(\.description), isForWantOfRoom ? .waiting : .badContent, allOf: "correct these first")
    }
    if let fault { throw fault }
    return !uncopied.contains(where: \.isForWantOfRoom)
  }

  /// Returns the fault at which rendering stopped.
  private func write(
    _ files: ArraySlice<PublicFile>, to writing: any PublishingBatch, _ made: inout [PublicFile],
    _ uncopied: inout [Uncopied]
  ) throws -> RenderingFault? {
    for batch in files.parts(of: Self.batch) {
      let renderable = batch.filter { !$0.isCopy }
      var rendered: [PublicFolder.File] = []
      let fault = try make(renderable, &rendered)
      for file in rendered { try writing.add(file) }
      made += renderable.prefix(rendered.count)
      if let fault { return fault }
      for file in batch where file.isCopy {
        do { try copy(file, to: writing, &made) } catch let failure as Uncopied { uncopied.append(failure) }
      }
    }
    return nil
  }

  private func make(
    _ batch: [PublicFile], _ rendered: inout [PublicFolder.File]
  ) throws -> RenderingFault? {
    var wanted = Set<Article.ID>()
    let ids = batch.flatMap(\.articles).filter { wanted.insert($0).inserted }
    let shown = try ledger.articles(ids).map { $0.shown(at: now) }
    let articles = Dictionary(shown.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    do throws(RenderingFault) {
      for file in batch {
        let bytes = try RenderingFault.wrap(file.path) {
          switch file.source {
          case .articles(let ids, let bytes): try bytes(ids.compactMap { articles[$0] })
          case .fetched(let bytes): try bytes()
          case .copied: nil
          }
        }
        let compressed = try file.isCompressed ? packed(bytes, file) : nil
        rendered.append(.init(path: file.path, bytes: bytes, compressed: compressed))
      }
    } catch {
      return error
    }
    return nil
  }

  /// An old compressed file must not stay next to a newer document, so if compression fails neither is written.
  private func packed(_ bytes: [UInt8], _ file: PublicFile) throws(RenderingFault) -> [UInt8] {
    guard let packed = gzip(bytes) else {
      throw RenderingFault(description: "\(file.path): cannot be compressed: 2 GB or more, or out of memory")
    }
    return packed
  }

  /// Whether a file stays although nothing produces it any more.
  func staying() throws -> (String) -> Bool {
    let keepsAssets = try lacksAssets()
    let isStatic = isPerhapsStatic(try publishedStatics())
    return { isKept($0) || keepsAssets && isPerhapsAsset($0) || isPerhapsStanding($0) || isStatic($0) }
  }

  /// Whether it is the page of an issue: emails link to it and readers keep those links, so only the operator deletes it.
  private func isKept(_ path: String) -> Bool { PagePath.isIssue(path) && output.exists(path) }

  /// Whether this may be an image or document of a source that has been unreachable since the ledger began to record
  /// assets: it is not known to be gone.
  private func isPerhapsAsset(_ path: String) -> Bool {
    path.hasPrefix("articles/") && !path.hasSuffix(".html") && !path.hasSuffix("/withdrawn.txt")
      && !path.hasSuffix("/" + PagePath.cardName)
  }

  private func lacksAssets() throws -> Bool {
    let unrecorded = try ledger.sourcesOfArticles().filter { try ledger.assets(of: $0) == nil }
    return !unrecorded.isEmpty
  }

  /// Returns whether nothing is left to be removed by a later run.
  private func remove(_ paths: [String], _ report: inout RunReport) throws -> Bool {
    let removal = try output.remove(paths)
    report.filesRemoved += removal.removed.filter { !$0.hasSuffix(".gz") }
    try recordChanges(removal.removed)
    let later = Set(removal.later)
    try ledger.forget(paths.filter { !later.contains($0) })
    return later.isEmpty
  }
}

extension Site {
  /// The other things that pages of articles depend on: no other file shows the glossary. Empty without one.
  var glossaryKey: [String] { glossary.flatMap { $0.forms + [$0.explanation] } }
}

extension Array {
  /// Pieces of this size; the last one may be shorter.
  func parts(of size: Int) -> [ArraySlice<Element>] { self[...].parts(of: size) }
}

extension ArraySlice {
  fileprivate func parts(of size: Int) -> [ArraySlice<Element>] {
    stride(from: startIndex, to: endIndex, by: size).map { self[$0..<Swift.min($0 + size, endIndex)] }
  }
}
