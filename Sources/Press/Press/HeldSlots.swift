internal import Model
internal import Presentation
internal import Text
package import Time

/// Releases or cancels a slot that was held because of its number of new articles.
package struct HeldSlots {
  private let site: Site
  private let ledger: any SelectedLedger
  private let now: Instant

  package init(_ opened: OpenedSite, ledger: any SelectedLedger, now: Instant) {
    site = opened.site
    self.ledger = ledger
    self.now = now
  }

  /// Why it cannot be done.
  package struct SlotError: Error {
    package let sentence: String
  }

  /// The key of this digest's held slot.
  package func key(heldOf digest: String) throws -> String {
    let held = try ledger.openSlots(of: digest).filter { $0.state == .held }.map(\.slot.key)
    guard let key = held.first else { throw SlotError(sentence: "no slot of the digest \(digest) is held") }
    guard held.count == 1 else {
      throw SlotError(sentence: "several slots of \(digest) are held; name one: \(held.joined(separator: ", "))")
    }
    return key
  }

  /// Lets the next run send it.
  package func release(_ key: String) throws {
    let recorded = try slot(key)
    guard recorded.state == .held else {
      throw SlotError(sentence: "\(key) is not held: it is \(recorded.state.rawValue)")
    }
    try ledger.record(
      [RecordedSlot(slot: recorded.slot, state: .released, news: recorded.news, recorded: now)], past: [])
  }

  /// Discards its articles unmailed. Returns their number.
  package func letGo(_ key: String) throws -> Int {
    let recorded = try slot(key)
    guard recorded.state == .held || recorded.state == .released else {
      throw SlotError(sentence: "\(key) is not held: it is \(recorded.state.rawValue)")
    }
    guard let digest = site.digest(recorded.slot.digest) else {
      throw SlotError(
        sentence: "schedule.conf has no digest `\(recorded.slot.digest)` any more: nothing of it is mailed")
    }
    let selected = try Selector(site: site, ledger: ledger, digest: digest).select(recorded.slot, at: now)
    let cancelled = RecordedSlot(slot: recorded.slot, state: .cancelled, news: selected.news.count, recorded: now)
    try ledger.record([cancelled], past: selected.past + selected.news.map(\.id))
    return selected.news.count
  }

  /// The recorded slot with the key `digest@YYYY-MM-DDThh:mm`.
  private func slot(_ key: String) throws -> RecordedSlot {
    let parts = key.split(separator: "@", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw SlotError(sentence: "`\(key)` is not a slot: a slot is written digest@YYYY-MM-DDThh:mm")
    }
    guard let recorded = try ledger.slot(of: parts[0], at: parts[1]) else {
      let near = suggestion(for: key, among: try ledger.openSlots(of: parts[0]).map(\.slot.key))
      throw SlotError(sentence: "the ledger has no slot \(key); `courant status` lists those that are held.\(near)")
    }
    return recorded
  }
}
