internal import Dispatch
internal import Model
internal import Synchronization

/// A ledger on its own thread, because its calls block. It is opened when it is first needed; if that fails, the next
/// call tries again.
package final class LedgerThread<Ledger: Sendable>: Sendable {
  /// The ledger did not answer in time; it may still carry out the request.
  package struct Late: Error {}

  private let queue = DispatchQueue(label: "courant ledger")
  private let opened = Mutex<Ledger?>(nil)
  private let open: @Sendable () throws -> Ledger
  private let parts = Mutex<[LedgerPart<Ledger>]>([])

  /// The maximum number of parts in one transaction, because other processes wait for it.
  private static var mostParts: Int { 64 }

  package init(open: @escaping @Sendable () throws -> Ledger) { self.open = open }

  /// - Parameter limit: how long the caller waits; then this throws ``Late``.
  package func use<Result: Sendable>(
    within limit: Duration, _ body: @escaping @Sendable (Ledger) throws -> Result
  ) async throws -> Result {
    try await waiting(limit) { waiting in
      self.queue.async { waiting.end(with: Swift.Result { try body(self.ledger()) }) }
    }
  }

  /// The same, for a thread that may wait.
  package func useNow<Result: Sendable>(_ body: @Sendable (Ledger) throws -> Result) throws -> Result {
    try queue.sync { try body(ledger()) }
  }

  private func ledger() throws -> Ledger {
    if let ledger = opened.withLock({ $0 }) { return ledger }
    let ledger = try open()
    opened.withLock { $0 = ledger }
    return ledger
  }

  private func waiting<Result: Sendable>(
    _ limit: Duration, _ start: (Waiting<Result>) -> Void
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Result, any Error>) in
      let waiting = Waiting(continuation)
      start(waiting)
      let seconds = Double(limit.components.seconds) + Double(limit.components.attoseconds) / 1e18
      DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { waiting.end(with: .failure(Late())) }
    }
  }
}

// MARK: - Together

extension LedgerThread where Ledger == any ReaderDesk {
  /// The same, in one transaction with what others request at the same time, so that one disk sync serves all. The result is
  /// returned once it is durable.
  func useTogether<Result: Sendable>(
    within limit: Duration, _ body: @escaping @Sendable (Ledger) throws -> Result
  ) async throws -> Result {
    try await waiting(limit) { waiting in
      self.parts.withLock { $0.append(LedgerPart(body, waiting)) }
      self.queue.async { self.workTogether() }
    }
  }

  /// How many parts wait for the next transaction.
  var waitingParts: Int { parts.withLock { $0.count } }

  /// Does what waits; nothing if an earlier turn has done it.
  private func workTogether() {
    let parts = parts.withLock { parts in
      let first = Array(parts.prefix(Self.mostParts))
      parts.removeFirst(first.count)
      return first
    }
    if parts.isEmpty { return }
    do {
      let desk = try ledger()
      var ends: [() -> Void] = []
      try desk.together { ends = parts.map { $0.work(desk) } }
      ends.forEach { $0() }
    } catch {
      parts.forEach { $0.fail(error) }
    }
  }
}

/// What one caller wants of a ledger.
private struct LedgerPart<Ledger>: Sendable {
  /// Returns a value that shows the caller how it ended.
  let work: @Sendable (Ledger) -> () -> Void
  let fail: @Sendable (any Error) -> Void

  init<Result: Sendable>(_ body: @escaping @Sendable (Ledger) throws -> Result, _ waiting: Waiting<Result>) {
    work = { ledger in
      let result = Swift.Result { try body(ledger) }
      return { _ = waiting.end(with: result) }
    }
    fail = { _ = waiting.end(with: .failure($0)) }
  }
}

/// Resumes once: with the ledger's answer or at the deadline, whichever comes first.
final class Waiting<Result: Sendable>: Sendable {
  private let continuation: Mutex<CheckedContinuation<Result, any Error>?>

  init(_ continuation: CheckedContinuation<Result, any Error>) { self.continuation = Mutex(continuation) }

  /// Ends the wait with a result. Returns whether it was the first.
  @discardableResult func end(with result: sending Swift.Result<Result, any Error>) -> Bool {
    let waiting = continuation.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    waiting?.resume(with: result)
    return waiting != nil
  }
}
