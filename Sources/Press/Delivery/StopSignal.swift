internal import Dispatch
internal import Synchronization

/// Asks a run to end soon, on SIGTERM or Ctrl-C. Messages in flight are finished, the rest returns to the queue.
package final class StopSignal: Sendable {
  private struct State {
    var isRaised = false
    var wake: (@Sendable () -> Void)?
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  package init() {}

  package var isRaised: Bool { state.withLock { $0.isRaised } }

  /// From any thread.
  package func raise() {
    let wake = state.withLock { state in
      state.isRaised = true
      return state.wake
    }
    wake?()
    resumeWaiting()
  }

  /// Returns when the signal is raised, or the task is cancelled.
  package func raised() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.isRaised || Task.isCancelled { return true }
          state.waiting.append(continuation)
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      resumeWaiting()
    }
  }

  /// Returns after that time, or as soon as the signal is raised.
  package func wait(atMost duration: Duration) {
    let isOver = DispatchSemaphore(value: 0)
    whenRaised { isOver.signal() }
    if isRaised { return }
    _ = isOver.wait(timeout: .now() + .milliseconds(Int(duration / .milliseconds(1))))
  }

  private func resumeWaiting() {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    waiting.forEach { $0.resume() }
  }

  /// Called when the signal is raised, on the thread that raises it.
  func whenRaised(_ wake: @escaping @Sendable () -> Void) { state.withLock { $0.wake = wake } }
}
