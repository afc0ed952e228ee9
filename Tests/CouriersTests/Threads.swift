import Foundation
import Testing

/// Runs `work` on `count` threads and waits for all; what one throws is an issue of the test.
func withThreads(_ count: Int, _ work: @escaping @Sendable (Int) throws -> Void) {
  let group = DispatchGroup()
  for number in 0..<count {
    group.enter()
    Thread.detachNewThread {
      do {
        try work(number)
      } catch {
        Issue.record(error)
      }
      group.leave()
    }
  }
  group.wait()
}
