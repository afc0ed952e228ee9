internal import Foundation
internal import Gathering
internal import Cryptography
package import Model
internal import Time

/// Step 2 of a run: shelves what changed in each source since last time.
extension PressRun {
  ///
  /// - Parameter keepsStates: whether to record what each source looks like, so that the next run sees sooner that it is unchanged.
  package func gather(_ report: inout RunReport, keepsStates: Bool = false) throws {
    try gatherUpstreams(&report)
    let sources = try readChanged(&report, keepsStates: keepsStates)
    report.fail(sources.unavailable, .unreachable, allOf: "`courant check` lists all of them")
    try reportFindings(&report)
    report.notices += try deadFragments(sources.links).map(\.description)
    try reportLosses(&report)
  }

  /// Faults of files are recorded in the ledger. Returns a sentence for each source that cannot be read at all.
  package func readSources(_ report: inout RunReport) throws -> [String] {
    try readChanged(&report, keepsStates: false).unavailable
  }

  private struct ReadSources {
    var unavailable: [String] = []
    /// The links to anchors in articles, of the articles that were read.
    var links: FragmentLinks
  }

  private func readChanged(_ report: inout RunReport, keepsStates: Bool) throws -> ReadSources {
    var sources = ReadSources(links: FragmentLinks(on: site))
    let key = readingKey
    var surveys: [SourceSurvey] = []
    for settings in site.sources {
      if let survey = try survey(settings, key, &sources) { surveys.append(survey) }
    }
    let named = Set(site.sources.map(\.name) + site.upstreams.map(\.name))
    surveys += try ledger.sourcesOfArticles().subtracting(named).sorted().map(SourceSurvey.init(retired:))
    for position in surveys.indices { try compare(&surveys[position], key) }
    if let links = try shelveParts(&surveys, key, &sources, &report) {
      sources.links = links
    } else {
      let changed = surveys.filter { !$0.isUnchanged }
      if !changed.isEmpty { sources.links = tell(try shelve(changed), &report) }
    }
    if keepsStates { try keepStates(of: surveys) }
    return sources
  }

  /// Nil if the source is unchanged or unavailable.
  private func survey(
    _ settings: SourceSettings, _ key: [String], _ sources: inout ReadSources
  ) throws -> SourceSurvey? {
    let source = FolderSource(settings: settings, site: site, root: folder)
    let state = state(of: source, settings, key)
    if let state, try isKept(state, of: settings.name) { return nil }
    if let state, let part = try part(of: source, settings, state, key) { return part }
    return try list(source, settings, state, &sources)
  }

  /// Nil if the source is unavailable.
  private func list(
    _ source: FolderSource, _ settings: SourceSettings, _ state: KnownState?, _ sources: inout ReadSources
  ) throws -> SourceSurvey? {
    do throws(SourceUnavailable) {
      return try SourceSurvey(source, settings, state: state)
    } catch {
      // Its articles stay on the shelf: an unmounted disk must not withdraw every article.
      sources.unavailable.append("\(error.finding); its articles stay as they were")
      try ledger.begin(source: settings.name)
      return nil
    }
  }

  /// Shelves what changed if no source had to be listed for it. Otherwise lists the sources that were not, and returns nil.
  private func shelveParts(
    _ surveys: inout [SourceSurvey], _ key: [String], _ sources: inout ReadSources, _ report: inout RunReport
  ) throws -> FragmentLinks? {
    guard surveys.contains(where: \.isPartial) else { return nil }
    let changed = surveys.filter { !$0.isUnchanged }
    if changed.allSatisfy(\.isPartial),
      let shelving = try Shelving.ofRemainingFiles(changed, on: ledger, site: site, now: now)
    {
      return tell(shelving, &report)
    }
    var listed = surveys.filter { !$0.isPartial }
    for part in surveys where part.isPartial {
      guard let source = part.source, let settings = part.settings else { continue }
      guard var survey = try list(source, settings, part.state, &sources) else { continue }
      try compare(&survey, key)
      listed.append(survey)
    }
    surveys = listed
    return nil
  }

  /// Compares a source with its record in the ledger; an unchanged source is not examined further.
  private func compare(_ survey: inout SourceSurvey, _ readingKey: [String]) throws {
    if survey.isPartial { return }
    let key = survey.settings.map { Self.key(of: $0, survey.source?.generatorKey ?? "", readingKey) } ?? ""
    survey.listingKey = lowercaseHex(sha256(survey.listing.bytes(after: key + standingKey)))
    if survey.settings != nil, try ledger.listingKey(of: survey.name) == survey.listingKey {
      return survey.isUnchanged = true
    }
    let name = survey.name
    try survey.look { try conceal(by: $0, of: $1, in: name) }
    survey.compare(with: try ledger.stamps(of: survey.name), key: key, at: .wallClock)
  }

  /// A folder that cannot be read still hides what it hid before.
  private func conceal(by now: Concealment, of listing: Listing, in source: String) throws {
    try note(listing, of: source)
    let before = Concealment(try ledger.note(Self.concealment(of: source)) ?? "")
    try ledger.setNote(Self.concealment(of: source), now.keeping(before, where: listing.mayHold).text)
  }

  private func tell(_ shelving: Shelving, _ report: inout RunReport) -> FragmentLinks {
    report.articlesRead += shelving.countRead
    report.articlesGone += shelving.countGone
    report.notices += shelving.movements.lines
    return shelving.links
  }

  private func shelve(_ surveys: [SourceSurvey]) throws -> Shelving {
    if let shelving = try Shelving.ofRemainingFiles(surveys, on: ledger, site: site, now: now) { return shelving }
    var shelving = try Shelving(surveys, on: ledger, site: site, now: now)
    try shelving.run()
    return shelving
  }

  /// The settings that affect how an article is read: when they change, all files are read again.
  private var readingKey: [String] {
    let aliases = site.aliases.map { "\($0.key)=\($0.value.label)" }.sorted()
    // There may be thousands of aliases and thousands of sources.
    let hash = lowercaseHex(sha256(aliases.joined(separator: "\u{0}").utf8))
    let pages = site.hasPages ? [] : ["no pages"]
    let reading = "reading \(FolderSource.readingVersion)"
    let permalink = site.permalink.map { ["permalink " + $0] } ?? []
    let answered = site.web == nil ? [] : ["answered"]
    // Urgent notes begin with a phrase.
    let languages = [site.language] + site.otherLanguages
    let parts = [Courant.version, reading, site.url, site.tagPrefix, site.zone.name, hash]
    return parts + pages + permalink + answered + languages
  }

  /// The same for one source.
  static func key(of source: SourceSettings, _ generatorKey: String, _ readingKey: [String]) -> String {
    let link = [source.link ?? "", source.generator?.rawValue ?? "", generatorKey]
    let own = [source.folder, "\(source.readsUSDates)"] + link
    let parts = readingKey + own + ["\(source.exclude.count)"] + source.exclude + source.topics
    return String(lowercaseHex(sha256(parts.joined(separator: "\u{0}").utf8)).prefix(16))
  }

  /// An article that links to a page which was not there is read again when the page appears.
  var standingKey: String { site.standing.map { "\u{0}" + $0.file }.joined() }

  /// The name of the note that lists which folders of a source hide their content.
  static func concealment(of source: String) -> String { "concealment of \(source)" }

  /// A fault is reported when it is new, then daily while it lasts, because cron mails everything that is printed. The
  /// exit code reflects it every time. A notice is reported once.
  private func reportFindings(_ report: inout RunReport) throws {
    let findings = try ledger.findings()
    if findings.contains(where: { $0.finding.weight == .fault }) { report.codes.insert(.badContent) }
    let unreported = findings.filter { shelved in
      guard let reported = shelved.reported else { return true }
      return shelved.finding.weight == .fault && (now - reported >= .seconds(86_400) || reported > now)
    }
    let faults = unreported.map(\.finding).filter { $0.weight == .fault }.sorted()
    report.fail(
      faults.map { $0.description + " (skipped)" }, .badContent, lasts: false,
      allOf: "`courant check` lists all of them")
    report.notices += unreported.map(\.finding).filter { $0.weight == .notice }.sorted().map(\.description)
    if !unreported.isEmpty { try ledger.setReported(unreported.map(\.finding), at: now) }
  }

  /// Held losses are reported when they are new, then daily, like faults. The exit code reflects them every time.
  private func reportLosses(_ report: inout RunReport) throws {
    let losses = Dictionary(grouping: try ledger.losses().filter { $0.released == nil }, by: \.place.source)
    for (source, held) in losses.sorted(by: { $0.key < $1.key }) {
      report.codes.insert(.waiting)
      let sentence = Self.sentence(source, held)
      if try isUnreported(sentence, of: source, as: "loss of") { report.problems.append(sentence) }
    }
  }

  package static func sentence(_ source: String, _ held: [HeldLoss]) -> String {
    let first = held.map(\.place.path).min() ?? ""
    if held.count == 1 {
      return "sources.\(source): 1 article is gone (\(first)), so it stays published; `courant release \(source)` "
        + "withdraws it; if it comes back, there is nothing to do"
    }
    return "sources.\(source): \(held.count) articles are gone at once (\(first) …), so they stay published; "
      + "`courant release \(source)` withdraws them; if they come back, there is nothing to do"
  }

  /// Whether a sentence of this kind was not reported within the last day; if so, notes that it is reported now.
  func isUnreported(_ sentence: String, of source: String, as kind: String) throws -> Bool {
    let key = "\(kind) \(source)"
    let last = try ledger.note(key)?.split(separator: "\n", maxSplits: 1)
    let reported = last?.first.flatMap { Int64($0) }.map(Instant.init(seconds:))
    if let reported, last?.last.map(String.init) == sentence, now >= reported, now - reported < .seconds(86_400) {
      return false
    }
    try ledger.setNote(key, "\(now.seconds)\n\(sentence)")
    return true
  }
}

extension Int64 {
  /// The machine's clock in nanoseconds, which `--now` does not change, for comparison with file stamps.
  static var wallClock: Int64 { Int64(Date().timeIntervalSince1970 * 1e9) }
}
