import Dispatch
import Synchronization

/// Blocks this thread until `work` ends, and returns or throws what it does.
func awaited<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) throws -> Value {
  let outcome = Outcome<Value>()
  Task.detached { outcome.end(with: await Result(catching: work)) }
  return try outcome.awaited().get()
}

/// What a thread and a task share.
private final class Outcome<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let ended = DispatchSemaphore(value: 0)

  func end(with result: Result<Value, any Error>) {
    self.result.withLock { $0 = result }
    ended.signal()
  }

  /// Called once.
  func awaited() -> Result<Value, any Error> {
    ended.wait()
    return result.withLock { $0 } ?? .failure(CancellationError())
  }
}

extension Result where Failure == any Error {
  fileprivate init(catching work: () async throws -> Success) async {
    do { self = .success(try await work()) } catch { self = .failure(error) }
  }
}
