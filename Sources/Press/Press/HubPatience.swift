internal import Model
internal import Time

/// How often a hub has failed in a row, and when it is called again: less and less often, so that one that is silent does
/// not hold up every run.
struct HubPatience: Equatable {
  let failures: Int
  let next: Instant

  private static let delays: [Duration] = [.seconds(300), .seconds(1800), .seconds(2 * 3600), .seconds(6 * 3600)]

  /// - Parameter earlier: before it failed now; nil if it had heard what it was told last.
  init(failedAt now: Instant, after earlier: HubPatience?) {
    failures = (earlier?.failures ?? 0) + 1
    next = now + Self.delays[min(failures, Self.delays.count) - 1]
  }

  /// As it is noted in the ledger; nil for anything else.
  init?(_ note: String) {
    let numbers = note.split(separator: " ").compactMap { Int64($0) }
    guard numbers.count == 2 else { return nil }
    failures = Int(numbers[0])
    next = Instant(seconds: numbers[1])
  }

  var note: String { "\(failures) \(next.seconds)" }

  /// A clock that went back far makes nobody wait for it.
  func isOver(at now: Instant) -> Bool { now >= next || now + Ping.patience < next }
}
