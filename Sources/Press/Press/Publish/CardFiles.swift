internal import Cards
internal import Drawing
internal import Gathering
package import Model
internal import Presentation
internal import PublicPlace

/// Draws social cards and the touch icon before any page is rendered.
extension PressRun {
  private static let together = 256
  /// A run draws one card for this many articles, so that a first run takes a tenth longer at most, but at least
  /// ``leastCards``, which take a twentieth of a second.
  private static let articlesPerCard = 40
  private static let leastCards = 25
  private static let reportedNote = "cards missing told"
  private static let undrawnNote = "undrawn cards"

  private var drawsCards: Bool { site.hasPages && site.hasCards }

  /// Part of publishing's key: a different version of a library, or another font, may draw what could not be drawn before.
  /// The libraries are opened only if they were missing, to see whether they still are.
  func cardsKey() throws -> String {
    guard drawsCards, let cards = ways.cards else { return "" }
    let reported = try ledger.note(Self.reportedNote) ?? ""
    if reported.isEmpty { return cards.key }
    guard case .failure(let missing) = cards.writer else { return cards.key + "\u{0}opened" }
    return missing.description == reported ? cards.key : cards.key + "\u{0}" + missing.description
  }

  /// Draws cards that are missing or have changed, newest first, and returns which exist. The next runs draw the rest; until
  /// then an old card stays. A card that cannot be drawn is reported once, then not tried again until it changes.
  func drawCards(
    for supply: PublicSupply, _ known: [String: Fingerprint?], _ report: inout RunReport
  ) throws -> DrawnCards {
    guard let writer = try cardWriter(&report) else { return DrawnCards() }
    let plan = CardPlan(self, writer, supply, known: known)
    let ownIcon = Set(statics.files.map(\.path)).intersection([TouchIcon.path])
    let files = (plan.files + plan.issues.map { file(of: $0.issue, at: $0.path, plan) })
      .filter { !ownIcon.contains($0.path) }
    let noted = Set((try ledger.note(Self.undrawnNote) ?? "").split(separator: "\n").map(String.init))
    var undrawn = Dictionary(
      files.map { ($0.path, $0.key(with: "").text) }.filter { noted.contains($0.1) }, uniquingKeysWith: { a, _ in a })
    let due = files.filter { undrawn[$0.path] == nil && isDue($0, known, "") }  // a drawing depends on nothing common
    let most = min(ways.mostCards, max(Self.leastCards, supply.visible.count / Self.articlesPerCard))
    for part in Array(due.prefix(most)).parts(of: Self.together) {
      let failed = try draw(part, &report)
      for file in failed { undrawn[file.path] = file.key(with: "").text }
    }
    let notes = undrawn.values.sorted()
    if Set(notes) != noted { try ledger.setNote(Self.undrawnNote, notes.joined(separator: "\n")) }
    let later = due.dropFirst(most)
    let missing = later.map(\.path).filter { known[$0] == nil || !output.exists($0) }
    let paths = Set(files.map(\.path)).subtracting(undrawn.keys).subtracting(missing).union(ownIcon)
    return DrawnCards(paths: paths, hasDrawn: !due.isEmpty, isComplete: later.isEmpty)
  }

  /// The cards of these pages, and the touch icon, as far as they are on record. Right only while ``cardsKey()`` is that of the
  /// last publication, which noted whether cards can be drawn.
  func recordedCards(ofPages pages: [String]) throws -> DrawnCards {
    guard drawsCards, ways.cards != nil else { return DrawnCards() }
    guard try (ledger.note(Self.reportedNote) ?? "").isEmpty else { return DrawnCards() }
    let possible = pages.compactMap(PagePath.card(ofPage:)) + [TouchIcon.path]
    let isOwn = statics.files.contains { $0.path == TouchIcon.path }
    let paths = try possible.filter { try $0 == TouchIcon.path && isOwn || ledger.publishedFile(at: $0) != nil }
    return DrawnCards(paths: Set(paths))
  }

  private func file(of issue: RecordedIssue, at path: String, _ plan: CardPlan) -> PublicFile {
    plan.file(of: issue, at: path) { [ledger] in
      guard IssuePage.hasPlaceForImage(try ledger.archivePage(of: issue.id)) else { return nil }
      return try ledger.content(of: issue.id).articles.map(\.title)
    }
  }

  /// Writes the cards as all files are written: announced first, confirmed afterwards. Returns those that cannot be drawn.
  private func draw(_ files: ArraySlice<PublicFile>, _ report: inout RunReport) throws -> [PublicFile] {
    try ledger.announce(files.map(\.path))
    let writing = try output.batch()
    var drawn: [String: PublishedFile] = [:]
    var failed: [PublicFile] = []
    var faults: [String] = []
    for file in files {
      guard case .fetched(let picture) = file.source else { continue }
      do {
        try writing.add(PublicFolder.File(path: file.path, bytes: picture()))
        drawn[file.path] = PublishedFile(key: file.key(with: ""))
      } catch is PageWithoutPlace {
        failed.append(file)
      } catch let fault as CardFault {
        failed.append(file)
        faults.append("\(file.path): not drawn: \(fault)")
      } catch let missing as MissingDrawing {
        failed.append(file)
        faults.append("\(file.path): not drawn: \(missing)")
      }
    }
    let written = try writing.finish()
    report.filesWritten += written
    try recordChanges(written)
    try ledger.confirm(drawn)
    try ledger.forget(failed.map(\.path).filter { !output.exists($0) })
    report.notices += faults.prefix(Self.mostFaults)
    if faults.count > Self.mostFaults {
      let others = faults.count - Self.mostFaults
      report.notices.append("… and \(others) more cards were not drawn; `courant check` lists them")
    }
    return failed
  }

  private static let mostFaults = 3

  /// Nil, reported once, if cards cannot be drawn on this machine.
  private func cardWriter(_ report: inout RunReport) throws -> CardWriter? {
    guard drawsCards, let writer = ways.cards?.writer else { return nil }
    let reported = try ledger.note(Self.reportedNote) ?? ""
    switch writer {
    case .success(let writer):
      if !reported.isEmpty { try ledger.setNote(Self.reportedNote, "") }
      return writer
    case .failure(let missing):
      if reported != missing.description {
        try ledger.setNote(Self.reportedNote, missing.description)
        report.notices.append("schedule.conf: " + sentence(missing))
      }
      return nil
    }
  }

  private func sentence(_ missing: MissingDrawing) -> String {
    "no social cards are drawn: \(missing.description), or write cards = false in [site]"
  }

  /// For `courant check`: why there are no cards, or which articles have none because a font is missing.
  package func cardWarnings() throws -> [Finding] {
    guard drawsCards, let writer = ways.cards?.writer else { return [] }
    switch writer {
    case .failure(let missing):
      return [Finding("schedule.conf", sentence(missing), weight: .warning)]
    case .success(let writer):
      let places = Dictionary(try ledger.places().map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
      let plan = CardPlan(self, writer, try supply(), known: [:])
      return plan.articles.compactMap { article in
        guard let fault = writer.fault(of: Card(of: article, on: site)) else { return nil }
        return Finding(places[article.id] ?? "\(article.id)", "has no social card: \(fault)", weight: .warning)
      }
    }
  }
}

extension Fingerprint {
  /// For a line of a note.
  fileprivate var text: String { String(bits, radix: 16) }
}
