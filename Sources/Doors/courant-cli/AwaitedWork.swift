import Dispatch
import Synchronization

/// Blocks this thread until `work` ends, and throws what it throws.
func awaitEnd(of work: @escaping @Sendable () async throws -> Void) throws {
  let outcome = Outcome()
  Task.detached {
    do { try await work() } catch { outcome.failure.withLock { $0 = error } }
    outcome.ended.signal()
  }
  outcome.ended.wait()
  if let error = outcome.failure.withLock({ $0 }) { throw error }
}

/// What a thread and a task share.
private final class Outcome: Sendable {
  let failure = Mutex<(any Error)?>(nil)
  let ended = DispatchSemaphore(value: 0)
}
