internal import Dispatch
package import Model
internal import Synchronization

/// Where the data of one ledger are kept. A case of the suite opens them as often as it has workers.
package protocol LedgerHouse: AnyObject {
  /// The ledger of one more worker.
  func open() throws -> any Ledger & Sendable

  /// All workers are killed: what they had not written is lost, nothing is closed, and no clean-up runs. Ledgers that were
  /// opened before are dead; those that are opened after see what the disk holds.
  func crash() throws
}

extension LedgerHouse {
  /// As many workers.
  func open(_ workers: Int) throws -> [any Ledger & Sendable] { try (0..<workers).map { _ in try open() } }
}

/// Runs `body` for each worker, all at the same time, each in a thread of its own.
///
/// - Returns: what they returned, in their order.
/// - Throws: the first error of the first worker that had one.
func atOnce<Result: Sendable>(
  _ workers: [any Ledger & Sendable], _ body: @Sendable (_ number: Int, any Ledger) throws -> Result
) throws -> [Result] {
  let results = Mutex<[Int: Swift.Result<Result, any Error>]>([:])
  DispatchQueue.concurrentPerform(iterations: workers.count) { number in
    let result = Swift.Result { try body(number, workers[number]) }
    results.withLock { $0[number] = result }
  }
  let all = results.withLock { $0 }
  return try workers.indices.map { try all[$0]!.get() }
}
