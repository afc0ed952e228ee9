package import Model
package import Press
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
    guard let key = held.first else { throw SlotError(sentence: "no slot of digest \(digest) is held") }
    guard held.count == 1 else {
      throw SlotError(sentence: "several slots of \(digest) are held; name one: \(held.joined(separator: ", "))")
    }
    return key
  }

  /// Lets the next run send it.
  package func release(_ key: String) throws {
    let recorded = try slot(key)
    guard recorded.state == .held else {
      throw SlotError(sentence: "\(key) is not held; it is \(recorded.state.rawValue)")
    }
    var released = RecordedSlot(slot: recorded.slot, state: .released, news: recorded.news, recorded: now)
    released.hold = recorded.hold
    released.hold?.approved = try approval(of: recorded)
    try ledger.record([released], past: [])
  }

  /// Releasing a slot under review approves the articles that it has now, and no others.
  private func approval(of recorded: RecordedSlot) throws -> String? {
    guard let reason = recorded.hold?.reason, reason == .review || reason == .changed else { return nil }
    guard let digest = site.digest(recorded.slot.digest) else { return nil }
    return try Selector(site: site, ledger: ledger, digest: digest).select(recorded.slot, at: now).fingerprint
  }

  /// Why a slot is held; nil if it is not.
  package func hold(of key: String) throws -> SlotHold? {
    let recorded = try slot(key)
    return recorded.state == .held ? recorded.hold : nil
  }

  /// Mails nothing for this slot: its articles wait for the next one, as if it had been missed. Returns their number.
  package func putOff(_ key: String) throws -> Int {
    let recorded = try slot(key)
    guard recorded.state == .held || recorded.state == .released else {
      throw SlotError(sentence: "\(key) is not held; it is \(recorded.state.rawValue)")
    }
    try ledger.record(
      [RecordedSlot(slot: recorded.slot, state: .missed, news: recorded.news, recorded: now)], past: [])
    return recorded.news
  }

  /// Discards its articles unmailed. Returns their number.
  package func letGo(_ key: String) throws -> Int {
    let recorded = try slot(key)
    guard recorded.state == .held || recorded.state == .released else {
      throw SlotError(sentence: "\(key) is not held; it is \(recorded.state.rawValue)")
    }
    guard let digest = site.digest(recorded.slot.digest) else {
      let name = recorded.slot.digest
      throw SlotError(
        sentence: "`\(name)` is no longer a digest in schedule.conf; this slot will never be mailed")
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
      throw SlotError(sentence: "`\(key)` is not a slot; write DIGEST@YYYY-MM-DDThh:mm")
    }
    guard let recorded = try ledger.slot(of: parts[0], at: parts[1]) else {
      let near = suggestion(for: key, among: try ledger.openSlots(of: parts[0]).map(\.slot.key))
      throw SlotError(sentence: "the ledger has no slot \(key); `courant status` lists held slots\(near)")
    }
    return recorded
  }
}
