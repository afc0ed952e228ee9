package import Model
package import Time

/// Deletes old data, in batches so short that neither a run nor a reader waits noticeably.
package struct Pruner {
  private let ledger: any PruneBook
  private let then: Instant
  private var limit = 200

  /// A batch should take at most about this long; if it took longer, the next one is smaller.
  private static let short = Duration.milliseconds(15)

  /// - Parameter then: data of issues frozen before then may be deleted.
  package init(_ ledger: any PruneBook, before then: Instant) {
    self.ledger = ledger
    self.then = then
  }

  /// - Parameters:
  ///   - elapsed: the time since any fixed moment.
  ///   - rest: called between batches with the duration of the last one, so that others can write.
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
    // With fewer rows, nearly all the time would be syncing.
    if took > Self.short { limit = max(50, limit / 2) }
    if took < Self.short / 2 { limit = min(300, limit * 2) }
  }
}
