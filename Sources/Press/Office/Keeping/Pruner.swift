package import Model
package import Time

/// Deletes what is old, in batches so short that neither a run nor a reader waits noticeably for one.
package struct Pruner {
  private let ledger: any PruneBook
  private let then: Instant
  private var limit = 200

  /// A batch should take about this long at most; the next one is smaller if one took longer.
  private static let short = Duration.milliseconds(15)

  /// - Parameter then: what belongs to issues frozen before then may go.
  package init(_ ledger: any PruneBook, before then: Instant) {
    self.ledger = ledger
    self.then = then
  }

  /// - Parameters:
  ///   - elapsed: the time since any fixed moment.
  ///   - rest: called between batches, with how long the last one took, so that others can write.
  package mutating func run(elapsed: () -> Duration, rest: (Duration) -> Void) throws -> Pruned {
    var all = Pruned()
    while true {
      let begun = elapsed()
      let pruned = try ledger.prune(before: then, atMost: limit)
      let took = elapsed() - begun
      if pruned.isEmpty { return all }
      all += pruned
      adapt(to: took)
      rest(took)
    }
  }

  private mutating func adapt(to took: Duration) {
    // Below that, only syncing takes time.
    if took > Self.short { limit = max(50, limit / 2) }
    if took < Self.short / 2 { limit = min(300, limit * 2) }
  }
}
