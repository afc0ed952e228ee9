import Model
import Office
import Synchronization
import Testing
import Time

/// Batches become smaller if one takes too long.
@Suite struct PrunerTests {
  private final class SlowLedger: PruneBook {
    let limits = Mutex<[Int]>([])
    let clock = Mutex<Duration>(.zero)
    let perRow: Duration

    init(perRow: Duration) { self.perRow = perRow }

    func prunable(before then: Instant) throws -> Pruned { Pruned() }

    func prune(before then: Instant, atMost limit: Int) throws -> Pruned {
      let count = limits.withLock { limits in
        limits.append(limit)
        return limits.count
      }
      clock.withLock { $0 += perRow * limit }
      var pruned = Pruned()
      pruned.deliveries = count < 12 ? limit : 0
      return pruned
    }
  }

  @Test(arguments: [(Duration.microseconds(500), 50), (.microseconds(1), 300)])
  func aBatchTakesAbout15Milliseconds(_ perRow: Duration, _ last: Int) throws {
    let ledger = SlowLedger(perRow: perRow)
    var pruner = Pruner(ledger, before: Instant(seconds: 0))
    var rests = 0
    let pruned = try pruner.run(elapsed: { ledger.clock.withLock { $0 } }, rest: { _ in rests += 1 })
    let limits = ledger.limits.withLock { $0 }
    #expect(abs(limits.last! - last) <= last / 2)
    #expect(pruned.deliveries == limits.dropLast().reduce(0, +))
    #expect(rests == 11)
  }
}
