package import Model
package import Press
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

  /// Releases the articles held now, and no others: the next run withdraws them. Returns their number.
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
      return "the losses of source `\(source)` are already released; the next run withdraws the articles"
    }
    let known = (site.sources.map(\.name) + site.upstreams.map(\.name)).contains(source)
    let others = held.isEmpty ? "nothing is held" : "held: \(held.joined(separator: ", "))"
    if site.digest(source) != nil, !known {
      return
        "`\(source)` is a digest; name a slot, for example \(source)@2026-11-23T07:00 (see `courant status`)"
    }
    return known
      ? "source `\(source)` has no held losses; \(others)"
      : "`\(source)` is neither a source nor a slot (digest@YYYY-MM-DDThh:mm); \(others)"
  }
}
