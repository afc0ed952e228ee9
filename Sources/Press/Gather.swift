internal import Foundation
internal import Gathering
internal import Hashing
internal import Model

/// Step 2 of a run: every source → the shelf, only what changed since last time.
extension PressRun {
  func gather(_ report: inout RunReport) throws {
    for source in site.sources {
      let folderSource = FolderSource(settings: source, site: site, root: folder)
      let listing: Listing
      do throws(SourceUnavailable) {
        listing = try folderSource.listing()
      } catch {
        // What is on the shelf stays there: an unmounted disk must not withdraw every article.
        report.fail("\(error.finding) Its articles stay as they were.", .unreachable)
        continue
      }
      try gather(folderSource, source, listing, &report)
    }
    try withdrawRetiredSources(&report)
    try reportFindings(&report)
  }

  private func gather(
    _ folderSource: FolderSource, _ settings: SourceSettings, _ listing: Listing, _ report: inout RunReport
  ) throws {
    let edition = readingKey(settings)
    let mark = lowercaseHex(sha256((edition + listing.text).utf8))
    guard try ledger.mark(of: settings.name) != mark else { return }
    let (holds, questions) = folderSource.holds(of: listing)
    try ledger.setNote(Self.concealment(of: settings.name), holds.concealment(of: listing, folderSource).text)
    let known = try ledger.stamps(of: settings.name)
    let prefix = edition + " "
    let started = Instant.wallClock
    let files = listing.articles.map { file in
      (
        path: file.path, stamp: prefix + file.stamp.text + holds.key(above: file.path),
        isSettled: file.stamp.isSettled(at: started)
      )
    }
    let unusable = Dictionary(grouping: listing.findings + questions, by: \.path)
    let gone = Set(known.keys).subtracting(files.map(\.path)).subtracting(unusable.keys).sorted()
    var places = Places(try ledger.places(), without: gone, of: settings.name)
    let changed = files.filter { known[$0.path] != $0.stamp }
    for file in changed { places.leave(file.path, of: settings.name) }
    // Articles may move among files that are known, so those go together.
    let together = changed.allSatisfy { known[$0.path] == nil } ? Self.together : .max
    var batch = ShelfBatch(source: settings.name, assets: listing.assetKey, gone: gone)
    for file in changed {
      if batch.count >= together { try ledger.apply(batch.take(mark: nil)) }
      let reading = places.take(folderSource.read(file.path, under: holds), path: file.path, source: settings.name)
      let stamp = file.isSettled && !reading.isDuplicate ? file.stamp : nil
      batch.add(.init(path: file.path, stamp: stamp, article: reading.article, findings: reading.findings))
    }
    for (path, findings) in unusable {
      batch.add(.init(path: path, stamp: "unusable", article: nil, findings: findings))
    }
    let isComplete = batch.isComplete
    try ledger.apply(batch.take(mark: isComplete ? mark : nil))
    report.articlesRead += changed.count
    report.articlesGone += gone.count
  }

  /// So many new files are held in memory before they are put on the shelf. A run that is killed in between goes on with the rest.
  private static let together = 1_000

  /// Everything but the file that decides how an article is read: when it changes, all files are read again.
  private func readingKey(_ source: SourceSettings) -> String {
    let aliases = site.aliases.map { "\($0.key)=\($0.value.label)" }.sorted()
    let place = [site.url, site.tagPrefix, site.zone.name]
    let parts =
      [Courant.version, FolderSource.rules] + place + [source.folder, "\(source.readsUSDates)"] + source.topics
      + aliases
    return String(lowercaseHex(sha256(parts.joined(separator: "\u{0}").utf8)).prefix(16))
  }

  /// The note of which folders of a source hold back what lies in them.
  static func concealment(of source: String) -> String { "concealment of \(source)" }

  /// A source that `schedule.conf` no longer names takes its articles with it.
  private func withdrawRetiredSources(_ report: inout RunReport) throws {
    let named = Set(site.sources.map(\.name))
    for source in try ledger.sourcesOfArticles().subtracting(named).sorted() {
      let gone = Array(try ledger.stamps(of: source).keys)
      try ledger.apply(ShelfChanges(source: source, mark: nil, read: [], gone: gone))
      report.articlesGone += gone.count
    }
  }

  /// A fault is told when it is new, and once a day while it lasts: cron mails whatever is printed. The exit code tells
  /// it every time.
  private func reportFindings(_ report: inout RunReport) throws {
    let findings = try ledger.findings()
    if findings.contains(where: { $0.finding.weight == .fault }) { report.codes.insert(.badContent) }
    let untold = findings.filter { shelved in
      guard let reported = shelved.reported else { return true }
      return shelved.finding.weight == .fault && (now - reported >= .seconds(86_400) || reported > now)
    }
    let told = untold.map(\.finding).filter { $0.weight == .fault }.sorted()
    report.problems += told.map { $0.description + " (skipped)" }
    if !untold.isEmpty { try ledger.setReported(untold.map(\.finding), at: now) }
  }
}

/// What was read and is not on the shelf yet.
private struct ShelfBatch {
  private let source: String
  private let assets: String
  private var gone: [String]
  private var read: [ShelfChanges.Read] = []
  /// Whether no file must be read again.
  private(set) var isComplete = true

  init(source: String, assets: String, gone: [String]) {
    (self.source, self.assets, self.gone) = (source, assets, gone)
  }

  var count: Int { read.count }

  mutating func add(_ file: ShelfChanges.Read) {
    read.append(file)
    isComplete = isComplete && file.stamp != nil
  }

  mutating func take(mark: String?) -> ShelfChanges {
    defer { (gone, read) = ([], []) }
    return ShelfChanges(source: source, mark: mark, assets: assets, read: read, gone: gone)
  }
}

extension Listing {
  /// Stands for the assets as they are.
  fileprivate var assetKey: String {
    let lines = assets.map { "\($0.path)\u{0}\($0.stamp.text)" }
    return lowercaseHex(sha256(lines.joined(separator: "\n").utf8))
  }

  /// One text for one state of the folder.
  fileprivate var text: String {
    let lines = (articles + assets + marks).map { "\($0.path)\u{0}\($0.stamp.text)" } + findings.map(\.description)
    return lines.joined(separator: "\n")
  }
}

extension FileStamp {
  /// Whether a later change is sure to give another stamp: file systems count time in ticks (a few ms; FAT and some
  /// network file systems, which leave the fraction at 0, up to two seconds), and a file that changed within the tick
  /// in which it was read looks unchanged.
  fileprivate func isSettled(at nanoseconds: Int64) -> Bool {
    let tick: Int64 = changed % 1_000_000_000 == 0 ? 2_500_000_000 : 50_000_000
    return max(modified, changed) + tick < nanoseconds
  }
}

extension Instant {
  /// The machine's clock in nanoseconds: for comparing with stamps of files, which `--now` does not move.
  fileprivate static var wallClock: Int64 { Int64(Date().timeIntervalSince1970 * 1e9) }
}

/// Which file owns which id and page, so that two files never claim one.
private struct Places {
  private var ids: [Article.ID: ShelvedPlace] = [:]
  private var pages: [String: ShelvedPlace] = [:]
  private var files: [String: ShelvedPlace] = [:]

  init(_ shelved: [ShelvedPlace], without gone: [String], of source: String) {
    let gone = Set(gone)
    for place in shelved where place.source != source || !gone.contains(place.path) { add(place) }
  }

  private mutating func add(_ place: ShelvedPlace) {
    ids[place.id] = place
    pages[place.page] = place
    files["\(place.source)\u{0}\(place.path)"] = place
  }

  /// A file is about to be read anew: what it owned is free.
  mutating func leave(_ path: String, of source: String) {
    guard let place = files.removeValue(forKey: "\(source)\u{0}\(path)") else { return }
    ids[place.id] = nil
    pages[place.page] = nil
  }

  struct Taken {
    var article: Article?
    var findings: [Finding]
    var isDuplicate = false
  }

  /// The article of a reading if its id and page are free; else a finding that names the file that has them.
  mutating func take(_ reading: Reading, path: String, source: String) -> Taken {
    switch reading {
    case .draft(let advice): return Taken(article: nil, findings: advice)
    case .fault(let findings): return Taken(article: nil, findings: findings)
    case .article(let article, let advice):
      if let owner = ids[article.id] ?? pages[article.page] {
        let what = ids[article.id] != nil ? "id `\(article.id)`" : "page \(article.page)"
        let sentence = "\(owner.path) has the same \(what); give one of them another `id`"
        return Taken(article: nil, findings: advice + [Finding(path, sentence)], isDuplicate: true)
      }
      add(ShelvedPlace(id: article.id, page: article.page, source: source, path: path))
      return Taken(article: article, findings: advice)
    }
  }
}
