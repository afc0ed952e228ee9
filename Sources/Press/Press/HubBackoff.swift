internal import Model
internal import Time

/// A hub's consecutive failures and the time of the next call, at growing intervals so that a silent hub does not delay
/// every run.
struct HubBackoff: Equatable {
  let failures: Int
  let next: Instant

  private static let delays: [Duration] = [.seconds(300), .seconds(1800), .seconds(2 * 3600), .seconds(6 * 3600)]

  /// - Parameter earlier: the state before this failure; nil if the last call succeeded.
  init(failedAt now: Instant, after earlier: HubBackoff?) {
    failures = (earlier?.failures ?? 0) + 1
    next = now + Self.delays[min(failures, Self.delays.count) - 1]
  }

  /// Reads the note in the ledger; nil for anything else.
  init?(_ note: String) {
    let numbers = note.split(separator: " ").compactMap { Int64($0) }
    guard numbers.count == 2 else { return nil }
    failures = Int(numbers[0])
    next = Instant(seconds: numbers[1])
  }

  var note: String { "\(failures) \(next.seconds)" }

  /// Whether the hub may be called; a clock that was set back far does not prolong the wait.
  func isOver(at now: Instant) -> Bool { now >= next || now + Ping.patience < next }
}
