internal import Gathering
internal import Model

/// What earlier runs published of `static/`, and what they refused.
extension PressRun {
  private static let publishedNote = "static files"
  private static let faultsNote = "static files refused"

  /// The paths, relative to `public/`, that may hold a file of `static/`.
  func publishedStatics() throws -> Set<String> { Set(try lines(of: Self.publishedNote)) }

  /// Called before any of them is written, so that none is ever taken for the operator's own file in `public/`.
  func announceStatics(_ before: Set<String>) throws {
    try note(before.union(statics.files.map(\.path)), Self.publishedNote)
  }

  /// Called when everything is published.
  func recordStatics() throws { try note(Set(statics.files.map(\.path)), Self.publishedNote) }

  /// - Parameter faults: files that were refused or are missing.
  func recordStaticFaults(_ faults: [Finding]) throws { try note(Set(faults.map(\.description)), Self.faultsNote) }

  /// Reported by each run until they are corrected, even if nothing changed.
  func tellStaticFaults(_ report: inout RunReport) throws {
    let unusable = statics.findings.filter { $0.weight == .fault }.map(\.description)
    report.fail(
      try unusable + lines(of: Self.faultsNote), .badContent, allOf: "`courant check` lists all of them")
  }

  /// Whether a file that nothing produces any more may be one of `static/` that cannot be read now.
  func isPerhapsStatic(_ published: Set<String>) -> (String) -> Bool {
    { statics.mayHold($0) && published.contains($0) }
  }

  private func lines(of note: String) throws -> [String] {
    try ledger.note(note)?.split(separator: "\n").map(String.init) ?? []
  }

  private func note(_ lines: Set<String>, _ note: String) throws {
    let text = lines.sorted().joined(separator: "\n")
    if text != (try ledger.note(note) ?? "") { try ledger.setNote(note, text) }
  }
}
