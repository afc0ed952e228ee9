internal import Glibc

/// How long a transaction goes on for a server that was lost, and the clock for it.
struct Patience: Sendable {
  /// From the loss to the last attempt.
  let limit: Duration
  /// Since any fixed moment.
  let elapsed: @Sendable () -> Duration
  let sleep: @Sendable (Duration) -> Void

  /// For a restart or a failover, of which most take less.
  static let twoMinutes = Patience(limit: .seconds(120), elapsed: monotonic) { time in
    usleep(UInt32(time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000))
  }

  /// Goes on while the machine sleeps.
  @Sendable private static func monotonic() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

/// The waits of one transaction: none before the first repetition, then 0.2 s, doubled up to 5 s.
struct Backoff {
  private let patience: Patience
  /// When the server was first found lost.
  private var begun: Duration?
  private var next = Duration.zero

  init(_ patience: Patience) { self.patience = patience }

  /// Waits before the next attempt. False if the patience is exhausted.
  mutating func waits() -> Bool {
    let now = patience.elapsed()
    let begun = begun ?? now
    self.begun = begun
    guard now + next - begun <= patience.limit else { return false }
    if next > .zero { patience.sleep(next) }
    next = min(max(next * 2, .milliseconds(200)), .seconds(5))
    return true
  }
}
