/// When messages may leave under a ``Rate``. Instants are milliseconds since 1970.
///
/// If no message is taken before ``opens(at:)``, this holds for every interval of one period, wherever it begins
/// (including its first instant, excluding its last):
/// - `/h`, `/day`: at most `count` messages leave. All may leave at once, because runs from cron often need that.
/// - `/s`, `/min`: at most `count + burst - 1` leave, and at most `burst` at once. `burst` is a tenth of `count` for
///   `/s` and a sixtieth (one second's worth) for `/min`, at least 1. Over n periods, at most
///   `n * count + burst - 1` leave.
package struct Pace: Hashable, Sendable {
  package let rate: Rate
  private var memory: Memory

  /// `record` is an earlier value of ``record``, possibly from a different rate; an unreadable one counts
  /// as if no message had left.
  package init(_ rate: Rate, record: String = "") {
    self.rate = rate
    memory =
      switch rate.period {
      case .second: .spacing(Spacing(rate, burst: rate.count / 10, record: record))
      case .minute: .spacing(Spacing(rate, burst: rate.count / 60, record: record))
      case .hour, .day: .quota(Quota(rate, record: record))
      }
  }

  /// What the ledger must store between runs: one line of ASCII digits, colons and spaces, at most 2,500
  /// bytes, usually below 50.
  package var record: String {
    switch memory {
    case .spacing(let spacing): spacing.record
    case .quota(let quota): quota.record
    }
  }

  /// The earliest time at which the next message may leave; `now` means at once.
  ///
  /// If the clock was set back, messages wait at most two periods.
  package func opens(at now: Int64) -> Int64 {
    switch memory {
    case .spacing(let spacing): spacing.opens(at: now)
    case .quota(let quota): quota.opens(at: now)
    }
  }

  /// Counts a message that leaves at `now`.
  package mutating func spend(at now: Int64) {
    switch memory {
    case .spacing(var spacing):
      spacing.spend(at: now)
      memory = .spacing(spacing)
    case .quota(var quota):
      quota.spend(at: now)
      memory = .quota(quota)
    }
  }

  /// Counts a message that leaves at `now` or a little later, at `latest`. A quota counts it until a period after that.
  mutating func spend(at now: Int64, leavingBy latest: Int64) {
    guard case .quota(var quota) = memory else { return spend(at: now) }
    quota.spend(at: now, leavingBy: latest)
    memory = .quota(quota)
  }

  /// Messages that were counted to leave by that time did not. Evenly spaced ones stay counted, because others may have
  /// followed at intervals since.
  mutating func giveBack(_ messages: Int, leavingBy latest: Int64) {
    guard case .quota(var quota) = memory else { return }
    quota.giveBack(messages, leavingBy: latest)
    memory = .quota(quota)
  }

  /// Undoes the count of the last message, because it did not leave.
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
