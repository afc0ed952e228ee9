package import Model
package import Time

/// Releases articles whose files are gone at once, so that they are withdrawn. Files that are back need nothing.
package struct HeldLosses {
  private let site: Site
  private let ledger: any SourceShelf
  private let now: Instant

  package init(_ opened: OpenedSite, ledger: any SourceShelf, now: Instant) {
    site = opened.site
    self.ledger = ledger
    self.now = now
  }

  /// Lets the next run withdraw the articles that are held now, and no others. Returns their number.
  ///
  /// - Parameter name: a source, as in `[sources.NAME]` of schedule.conf, with or without `sources.`.
  package func release(_ name: String) throws -> Int {
    let losses = try ledger.losses()
    let held = losses.filter { $0.released == nil }
    let source = name.hasPrefix("sources.") ? String(name.dropFirst("sources.".count)) : name
    if held.contains(where: { $0.place.source == source }) { return try ledger.release(lossesOf: source, at: now) }
    throw HeldSlots.SlotError(sentence: refusal(source, losses, Set(held.map(\.place.source)).sorted()))
  }

  private func refusal(_ source: String, _ losses: [HeldLoss], _ held: [String]) -> String {
    if losses.contains(where: { $0.place.source == source }) {
      return "what the source `\(source)` lost is released already; the next run withdraws it"
    }
    let known = site.sources.contains { $0.name == source }
    let others = held.isEmpty ? "nothing is held" : "held are \(held.joined(separator: ", "))"
    if site.digest(source) != nil, !known {
      return
        "`\(source)` is a digest; name its slot, such as \(source)@2026-11-23T07:00 (`courant status` lists those held)"
    }
    return known
      ? "the source `\(source)` has lost nothing that is held; \(others)"
      : "`\(source)` is neither a source nor a slot (digest@YYYY-MM-DDThh:mm); \(others)"
  }
}
