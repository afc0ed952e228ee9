internal import Crypto
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
    let key = try publishingKey()
    let known = try ledger.publishedFiles()
    if try !isRehearsal && ledger.note("published") == key && known.keys.allSatisfy(output.exists) { return }
    output.sweep()
    try ledger.recordAppearances(at: now)
    let prints = try printed(&report)
    var isComplete = true
    do {
      isComplete = try put(prints.filter { isDue($0, known) }, known, &report)
    } catch let fault as PrintingFault {
      return report.fail(fault.description, .badConfiguration)
    }
    let unmade = Set(known.keys).subtracting(prints.flatMap(\.paths))
    let keepsAssets = try lacksAssets()
    try remove(unmade.filter { !isKept($0) && !(keepsAssets && isPerhapsAsset($0)) }.sorted(), &report)
    if isComplete { try ledger.setNote("published", key) }
  }

  /// Equal keys mean that publishing would write nothing.
  private func publishingKey() throws -> String {
    let turn = try ledger.nextTurn(after: now)?.seconds ?? 0
    let issue = try ledger.issues(of: nil, limit: 1).first?.id.number ?? 0
    let concealments = try site.sources.map { try ledger.note(Self.concealment(of: $0.name)) ?? "" }
    let parts = concealments + [edition, "\(try ledger.shelfEdition())", "\(turn)", "\(issue)"]
    return lowercaseHex(sha256(parts.joined(separator: "\u{0}").utf8))
  }

  /// What every print depends on.
  private var edition: String { Courant.version + "\u{0}" + settingsKey }

  func printed(_ report: inout RunReport) throws -> [Print] {
    let visible = try ledger.shelvedArticles().filter { $0.article.isVisible(at: now) }.map { $0.shown(at: now) }
    let (assets, clashing) = try assets(visible).leaving(visible)
    let why = "this file is not published: an article's page has its name; rename one of them"
    report.fail(clashing.map { "\($0): \(why)" }, .badContent, allOf: "correct these first")
    let view = PublicView(
      site: site, templates: templates, visible: visible, catalogue: try recordFeeds(visible),
      withdrawals: try ledger.withdrawals(),
      issues: try ledger.issues(of: nil, limit: nil), archivePage: ledger.archivePage(of:),
      standing: output.read, lengths: Dictionary(assets.map { ($0.path, $0.length) }, uniquingKeysWith: { a, _ in a }))
    var paths = Set<String>()
    return try (view.prints() + assets.map(\.print)).filter { paths.insert($0.path).inserted }
  }

  private func isDue(_ print: Print, _ known: [String: Fingerprint?]) -> Bool {
    guard !isRehearsal, case let key?? = known[print.path] else { return true }
    return key != print.key(under: edition) || !print.paths.allSatisfy { known[$0] != nil && output.exists($0) }
  }

  /// Announces the paths before anything is written, so an interrupted run leaves no unrecorded file, and none recorded
  /// with the wrong bytes. Returns whether the next run has nothing to retry.
  private func put(_ prints: [Print], _ known: [String: Fingerprint?], _ report: inout RunReport) throws -> Bool {
    try ledger.announce(prints.flatMap(\.paths))
    var isComplete = true
    for part in prints.parts(of: Self.together) {
      isComplete = try put(together: part, known, &report) && isComplete
    }
    return isComplete
  }

  /// How many files are renamed and confirmed together: enough to make syncing cheap, few enough that a killed run
  /// loses little work.
  private static let together = 4_096
  /// How many files are rendered before they are written; the articles for all of them are read at once.
  private static let batch = 256

  /// Files rendered before a fault are still written.
  private func put(
    together prints: ArraySlice<Print>, _ known: [String: Fingerprint?], _ report: inout RunReport
  ) throws -> Bool {
    var writing = try PublicWriting(output)
    var made: [Print] = []
    var uncopied: [Uncopied] = []
    let fault = try write(prints, to: &writing, &made, &uncopied)
    let written = try writing.finish()
    report.filesWritten += written
    // An earlier run may have written these very bytes and ended before it could record a ping.
    let changed = Set(written).union(made.map(\.path).filter { known[$0] == .some(nil) })
    try recordPings(made.filter { $0.isPolled && changed.contains($0.path) }.map(\.path))
    let keys = made.flatMap { print in
      let key = print.key(under: edition)
      return print.paths.map { ($0, key) }
    }
    try ledger.confirm(Dictionary(keys, uniquingKeysWith: { $1 }))
    // Files that already existed stay on record, with any bytes.
    try ledger.forget(uncopied.map(\.path).filter { !output.exists($0) })
    for (isForWantOfRoom, left) in Dictionary(grouping: uncopied, by: \.isForWantOfRoom) {
      report.fail(
        left.map(\.description), isForWantOfRoom ? .waiting : .badContent, allOf: "correct these first")
    }
    if let fault { throw fault }
    return !uncopied.contains(where: \.isForWantOfRoom)
  }

  /// Returns the fault at which rendering stopped.
  private func write(
    _ prints: ArraySlice<Print>, to writing: inout PublicWriting, _ made: inout [Print], _ uncopied: inout [Uncopied]
  ) throws -> PrintingFault? {
    for batch in prints.parts(of: Self.batch) {
      let printed = batch.filter { !$0.isCopy }
      var files: [PublicFolder.File] = []
      let fault = try make(printed, &files)
      for file in files { try writing.add(file) }
      made += printed.prefix(files.count)
      if let fault { return fault }
      for print in batch where print.isCopy {
        do { try copy(print, to: &writing, &made) } catch let left as Uncopied { uncopied.append(left) }
      }
    }
    return nil
  }

  private func make(
    _ batch: [Print], _ files: inout [PublicFolder.File]
  ) throws -> PrintingFault? {
    var wanted = Set<Article.ID>()
    let ids = batch.flatMap(\.articles).filter { wanted.insert($0).inserted }
    let shown = try ledger.articles(ids).map { $0.shown(at: now) }
    let articles = Dictionary(shown.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    do throws(PrintingFault) {
      for print in batch {
        let bytes = try PrintingFault.wrap(print.path) {
          switch print.source {
          case .articles(let ids, let bytes): try bytes(ids.compactMap { articles[$0] })
          case .fetched(let bytes): try bytes()
          case .copied: nil
          }
        }
        let compressed = try print.isCompressed ? packed(bytes, print) : nil
        files.append(.init(path: print.path, bytes: bytes, compressed: compressed))
      }
    } catch {
      return error
    }
    return nil
  }

  /// An old compressed file must not stay next to a newer document, so if compression fails neither is written.
  private func packed(_ bytes: [UInt8], _ print: Print) throws(PrintingFault) -> [UInt8] {
    guard let packed = gzip(bytes) else {
      throw PrintingFault(description: "\(print.path): cannot be compressed: 2 GB or more, or no memory is left")
    }
    return packed
  }

  /// Whether a file stays although nothing produces it any more. Emails link to the page of an issue, and readers keep
  /// those links, so only the operator removes one, by deleting its file.
  private func isKept(_ path: String) -> Bool { PagePath.isIssue(path) && output.exists(path) }

  /// Whether this may be an image or document of a source that has been unreachable since the ledger began to record
  /// assets: it is not known to be gone.
  private func isPerhapsAsset(_ path: String) -> Bool {
    path.hasPrefix("articles/") && !path.hasSuffix(".html") && !path.hasSuffix("/withdrawn.txt")
  }

  private func lacksAssets() throws -> Bool {
    let unrecorded = try ledger.sourcesOfArticles().filter { try ledger.assets(of: $0) == nil }
    return !unrecorded.isEmpty
  }

  private func remove(_ paths: [String], _ report: inout RunReport) throws {
    for path in paths where try output.remove(path) && !path.hasSuffix(".gz") {
      report.filesRemoved.append(path)
    }
    try ledger.forget(paths)
  }
}

extension Array {
  /// Pieces of this size; the last one may be shorter.
  fileprivate func parts(of size: Int) -> [ArraySlice<Element>] { self[...].parts(of: size) }
}

extension ArraySlice {
  fileprivate func parts(of size: Int) -> [ArraySlice<Element>] {
    stride(from: startIndex, to: endIndex, by: size).map { self[$0..<Swift.min($0 + size, endIndex)] }
  }
}
