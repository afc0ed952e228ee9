/// When messages may leave under a ``Rate``. Instants are milliseconds since 1970.
///
/// What holds when nothing is taken before it ``opens(at:)``, in every stretch of one period, wherever it begins
/// (counting its first instant, not its last):
/// - `/h`, `/day`: at most `count` leave. All of them may leave at once, for these rates are often run from cron.
/// - `/s`, `/min`: at most `count + burst - 1` leave, and at most `burst` at once: a tenth of `count` for `/s`, a sixtieth
///   (one second's worth) for `/min`, at least 1. Over n periods at most `n * count + burst - 1` leave.
package struct Pace: Hashable, Sendable {
  package let rate: Rate
  private var memory: Memory

  /// `record` is what ``record`` said before, perhaps under another rate; what cannot be read is as if nothing had left.
  package init(_ rate: Rate, record: String = "") {
    self.rate = rate
    memory =
      switch rate.period {
      case .second: .spacing(Spacing(rate, burst: rate.count / 10, record: record))
      case .minute: .spacing(Spacing(rate, burst: rate.count / 60, record: record))
      case .hour, .day: .quota(Quota(rate, record: record))
      }
  }

  /// All that a ledger must keep from one run to the next: one line of ASCII digits, colons and spaces, at most 2,500
  /// bytes, mostly below 50.
  package var record: String {
    switch memory {
    case .spacing(let spacing): spacing.record
    case .quota(let quota): quota.record
    }
  }

  /// The earliest instant at which the next message may leave; `now` means at once.
  ///
  /// A clock that was set back does not block for longer than two periods.
  package func opens(at now: Int64) -> Int64 {
    switch memory {
    case .spacing(let spacing): spacing.opens(at: now)
    case .quota(let quota): quota.opens(at: now)
    }
  }

  /// Counts one message that leaves at `now`.
  package mutating func take(at now: Int64) {
    switch memory {
    case .spacing(var spacing):
      spacing.take(at: now)
      memory = .spacing(spacing)
    case .quota(var quota):
      quota.take(at: now)
      memory = .quota(quota)
    }
  }

  /// Gives back the message that was counted last, because it did not leave.
  package mutating func giveBack() {
    switch memory {
    case .spacing(var spacing):
      spacing.giveBack()
      memory = .spacing(spacing)
    case .quota(var quota):
      quota.giveBack()
      memory = .quota(quota)
    }
  }

  private enum Memory: Hashable {
    case spacing(Spacing)
    case quota(Quota)
  }
}

extension Rate {
  /// Seconds in a period.
  var seconds: Int64 { period.duration.components.seconds }
}
