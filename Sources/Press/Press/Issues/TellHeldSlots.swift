internal import Digests
internal import Model
internal import Time

/// Writes to the operators about held slots: when they are held, then daily.
extension PressRun {
  private static let day = Duration.seconds(86_400)

  func tellHeldSlots(_ report: inout RunReport) throws {
    guard !isRehearsal, !site.alerts.to.isEmpty else { return }
    var hasTold = false
    for digest in site.digests {
      for held in try ledger.openSlots(of: digest.name) where mustTell(held) {
        guard let hold = held.hold else { continue }
        try ledger.tell(site.alerts.to, try note(held, hold, digest), of: held.slot, at: now)
        hasTold = true
      }
    }
    guard hasTold else { return }
    try letterRound.send(at: now, &report)
  }

  private func mustTell(_ held: RecordedSlot) -> Bool {
    guard held.state == .held, !held.isReleased(at: now) else { return false }
    return held.hold?.told.map { now - $0 >= Self.day } ?? true
  }

  private func note(_ held: RecordedSlot, _ hold: SlotHold, _ digest: Digest) throws -> OperatorNote {
    let selected = try Selector(site: site, ledger: ledger, digest: digest).select(held.slot, at: now)
    let issue = Issue(
      digest: digest.name, number: try ledger.nextNumber(of: digest.name), slot: held.slot, sections: selected.sections)
    let readers = try ledger.followings()[digest.name] ?? [:]
    let count = readers.filter { !issue.feeds(of: $0.key).isEmpty }.values.reduce(0, +)
    // The letter says if it cannot be rendered.
    let edition = try? render(introduced(issue, of: digest), selected, digest)
    return HeldSlotNote(site: site, held: held, hold: hold, selected: selected, readers: count, edition: edition).note
  }

  private func render(_ issue: Issue, _ selected: Selector.Selected, _ digest: Digest) throws -> Edition? {
    let renderer = try editionRenderer(for: digest, related: related(to: issue, from: selected))
    return try renderer.editions(of: issue).edition(following: issue.sections.map(\.feed))?.whole
  }
}
