package import Model
package import Time

/// Releases new articles of a source that suddenly had too many.
package struct HeldNews {
  private let ledger: any SourceBook
  private let now: Instant

  package init(ledger: any SourceBook, now: Instant) {
    self.ledger = ledger
    self.now = now
  }

  /// Releases the articles held now: the next run shelves them. Returns their number; 0 if no source of this name holds any.
  ///
  /// - Parameter name: a source, as in `[sources.NAME]` of schedule.conf, with or without `sources.`.
  package func release(_ name: String) throws -> Int {
    try isHeld(by: name) ? ledger.release(articlesHeldBy: source(name), at: now) : 0
  }

  /// Whether a source holds new articles.
  package func isHeld(by name: String) throws -> Bool {
    let source = source(name)
    return try ledger.heldArticles().contains { $0.source == source && $0.released == nil }
  }

  private func source(_ name: String) -> String {
    name.hasPrefix("sources.") ? String(name.dropFirst("sources.".count)) : name
  }
}
