/// The time a run has taken so far, for rate limits. It begins at the run's `now`.
package struct Stopwatch: Sendable {
  package let elapsed: @Sendable () -> Duration
  /// Nil for real time.
  let pass: (@Sendable (Duration) -> Void)?

  /// - Parameter pass: called instead of waiting, for tests.
  package init(elapsed: @escaping @Sendable () -> Duration, pass: (@Sendable (Duration) -> Void)? = nil) {
    self.elapsed = elapsed
    self.pass = pass
  }

  /// Starts now. It also counts the time during which the machine sleeps (`CLOCK_BOOTTIME`).
  package static func started() -> Stopwatch {
    let start = ContinuousClock.now
    return Stopwatch(elapsed: { ContinuousClock.now - start })
  }

  /// A stopwatch that never advances.
  package static let stopped = Stopwatch(elapsed: { .zero }, pass: { _ in })
}
