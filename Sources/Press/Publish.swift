internal import Hashing
internal import Model

/// Step 3 of a run: articles → feeds, pages, archive, index and OPML under `public/`.
///
/// The bytes depend on articles, settings, templates and issues alone, never on the clock. A file whose key is known is
/// not made again; one whose bytes turn out to be the same is not touched.
extension PressRun {
  func publish(_ report: inout RunReport) throws {
    let key = try publishingKey()
    let known = try ledger.publishedFiles()
    if try !isRehearsal && ledger.note("published") == key && known.keys.allSatisfy(output.exists) { return }
    output.sweep()
    try ledger.recordAppearances(at: now)
    let prints = try allPrints()
    do {
      try put(prints.filter { isDue($0, known) }, known, &report)
    } catch let fault as PrintingFault {
      return report.fail(fault.description, .badConfiguration)
    }
    try remove(Set(known.keys).subtracting(prints.map(\.path)).sorted(), &report)
    try ledger.setNote("published", key)
  }

  /// Equal keys mean that publishing would write nothing.
  private func publishingKey() throws -> String {
    let embargo = try ledger.nextEmbargo(after: now)?.seconds ?? 0
    let issue = try ledger.issues(of: nil, limit: 1).first?.id.number ?? 0
    let parts = [edition, "\(try ledger.shelfEdition())", "\(embargo)", "\(issue)"]
    return lowercaseHex(sha256(parts.joined(separator: "\u{0}").utf8))
  }

  /// What every print depends on.
  private var edition: String { Courant.version + "\u{0}" + settingsKey }

  private func allPrints() throws -> [Print] {
    let visible = try ledger.shelvedArticles().filter { $0.article.isVisible(at: now) }
    let view = PublicView(
      site: site, templates: templates, visible: visible, desk: try recordFeeds(visible),
      withdrawals: try ledger.withdrawals(),
      issues: try ledger.issues(of: nil, limit: 10_000), archivePage: ledger.archivePage(of:),
      standing: output.read)
    var paths = Set<String>()
    return try (view.prints() + assetPrints(visible)).filter { paths.insert($0.path).inserted }
  }

  private func isDue(_ print: Print, _ known: [String: Fingerprint?]) -> Bool {
    guard !isRehearsal, case let key?? = known[print.path] else { return true }
    return key != print.key(under: edition) || !output.exists(print.path)
  }

  /// Announced before anything is written, so that a run that ends here leaves no file that nobody knows of, and none
  /// whose bytes are taken for others.
  private func put(_ prints: [Print], _ known: [String: Fingerprint?], _ report: inout RunReport) throws {
    try ledger.announce(prints.map(\.path))
    var changed: [String] = []
    for print in prints {
      let isWritten = try output.write(bytes(of: print), to: print.path)
      if isWritten { report.filesWritten.append(print.path) }
      // An earlier run may have written these very bytes and ended before it could record a ping.
      let isInDoubt = known[print.path] == .some(nil)
      if print.isPolled, isWritten || isInDoubt { changed.append(print.path) }
    }
    try recordPings(changed)
    try ledger.confirm(
      Dictionary(prints.map { ($0.path, $0.key(under: edition)) }, uniquingKeysWith: { $1 }))
  }

  private func bytes(of print: Print) throws -> [UInt8] {
    try PrintingFault.wrap(print.path) {
      switch print.source {
      case .articles(let ids, let bytes): try bytes(ledger.articles(ids))
      case .fetched(let bytes): try bytes()
      }
    }
  }

  private func remove(_ paths: [String], _ report: inout RunReport) throws {
    for path in paths where try output.remove(path) { report.filesRemoved.append(path) }
    try ledger.forget(paths)
  }
}
