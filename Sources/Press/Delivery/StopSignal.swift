internal import Synchronization

/// Asks a run to end soon, on SIGTERM or Ctrl-C. Messages in flight are finished, the rest returns to the queue.
package final class StopSignal: Sendable {
  private struct State {
    var isRaised = false
    var wake: (@Sendable () -> Void)?
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
  }

  /// Called when the signal is raised, on the thread that raises it.
  func whenRaised(_ wake: @escaping @Sendable () -> Void) { state.withLock { $0.wake = wake } }
}
