/// Spaces messages evenly but lets a few leave early: the generic cell rate algorithm (ITU-T I.371, annex A).
///
/// With interval T, message n + 1 of a sequence leaves no earlier than (n - (burst - 1)) T after the first, hence the
/// bound stated in ``Pace``.
struct Spacing: Hashable {
  /// Microseconds, rounded up, so that the rate is never exceeded.
  private let interval: Int64
  /// How long before its theoretical time a message may leave, in microseconds.
  private let tolerance: Int64
  private let period: Int64
  /// When the next message would be due if all were evenly spaced: microseconds since 1970.
  private var theoretical: Int64

  init(_ rate: Rate, burst: Int, record: String) {
    period = rate.seconds * 1_000_000
    interval = (period + Int64(rate.count) - 1) / Int64(rate.count)
    tolerance = Int64(max(0, burst - 1)) * interval
    theoretical = Int64(record).flatMap { (0..<Int64.max / 2).contains($0) ? $0 : nil } ?? 0
  }

  var record: String { String(theoretical) }

  func opens(at now: Int64) -> Int64 {
    let open = (credible(at: now) - tolerance + 999) / 1000
    return max(now, open)
  }

  mutating func spend(at now: Int64) {
    theoretical = max(now * 1000, credible(at: now)) + interval
  }

  mutating func giveBack() { theoretical -= interval }

  /// No sequence of messages leads further ahead than the tolerance and one interval. If the recorded time is more than
  /// a period beyond that, the clock was set back: one message may then leave now, and the others follow evenly.
  private func credible(at now: Int64) -> Int64 {
    let latest = now * 1000 + tolerance
    return theoretical > latest + period ? latest : theoretical
  }
}
