/// How much time a run has taken, for what must not leave all at once. Its beginning is the run's `now`.
package struct Stopwatch: Sendable {
  let elapsed: @Sendable () -> Duration
  /// Nil: time passes by itself.
  let pass: (@Sendable (Duration) -> Void)?

  /// - Parameter pass: for tests: called in place of waiting.
  package init(elapsed: @escaping @Sendable () -> Duration, pass: (@Sendable (Duration) -> Void)? = nil) {
    self.elapsed = elapsed
    self.pass = pass
  }

  /// Starts now.
  package static func started() -> Stopwatch {
    let start = ContinuousClock.now
    return Stopwatch(elapsed: { ContinuousClock.now - start })
  }

  /// Time does not pass.
  package static let stopped = Stopwatch(elapsed: { .zero }, pass: { _ in })
}
