package import Model
package import Time

/// What a run, or `courant serve`, heard of the relay.
package enum RelayNews: Hashable, Sendable {
  case works
  /// Why no mail leaves.
  case fails(String)
}

/// What the ledger remembers of it from one run to the next.
package enum RelayRecord {
  /// Each machine has its own connection to the relay.
  private static func key(in ledger: any MachineBook) -> String { ledger.ownKey("relay trouble") }

  /// Nil if the relay took mail when it was last asked.
  package static func trouble(in ledger: any NoteBook & MachineBook) throws -> RelayTrouble? {
    guard let note = try ledger.note(key(in: ledger)), let space = note.firstIndex(of: " "),
      let since = Instant(rfc3339: String(note[..<space]))
    else { return nil }
    return RelayTrouble(since: since, String(note[note.index(after: space)...]))
  }

  package static func note(_ news: RelayNews?, at now: Instant, in ledger: any NoteBook & MachineBook) throws {
    guard let news else { return }
    let before = try trouble(in: ledger)
    switch news {
    case .works where before == nil: return
    case .works: try ledger.setNote(key(in: ledger), "")
    case .fails(let sentence):
      let trouble = RelayTrouble(since: before?.since ?? now, sentence)
      if trouble != before { try ledger.setNote(key(in: ledger), "\(trouble.since.rfc3339) \(sentence)") }
    }
  }
}

extension PressRun {
  /// Sends letters that were queued since the run sent its own, unless the ledger may not know who refused all mail.
  package func sendLetters(_ report: inout RunReport) throws {
    guard try doubt() == nil else { return }
    try letterRound.send(at: now, &report)
  }
}
