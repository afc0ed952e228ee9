internal import Dispatch
package import Model
internal import Synchronization

/// The place where one ledger's data is stored. A case opens it once per worker.
package protocol LedgerHouse: AnyObject {
  /// The ledger for one more worker.
  func open() throws -> any Ledger & Sendable

  /// Kills all workers: unwritten data is lost, nothing is closed, and no clean-up runs. Ledgers opened earlier are
  /// dead; those opened later see what is on the disk.
  func crash() throws

  /// Lets time pass for leases that the database judges by its own clock. Elsewhere, time is an argument only.
  func pass(_ time: Duration) throws
}

extension LedgerHouse {
  /// Opens this many workers.
  func open(_ workers: Int) throws -> [any Ledger & Sendable] { try (0..<workers).map { _ in try open() } }
}

/// Runs `body` for all workers at the same time, each in a separate thread.
///
/// - Returns: their results, in the order of the workers.
/// - Throws: the error of the first worker that failed.
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
