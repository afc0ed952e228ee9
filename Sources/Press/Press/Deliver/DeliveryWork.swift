package import Delivery
package import Model
package import Time

/// Delivers until it is stopped: `courant work`. What runs on this or another machine have frozen leaves within seconds; this
/// gathers, publishes and freezes nothing itself.
package struct DeliveryWork {
  /// How long it rests when nothing is due.
  package static let pause = Duration.seconds(5)
  /// How long it rests if limits let nothing leave for longer.
  package static let pauseOfLimits = Duration.seconds(60)
  /// After a fault the rest doubles, up to this.
  package static let longestPause = Duration.seconds(300)
  /// What a lost worker had claimed is looked for this often, even if nothing else is due.
  private static let search = Duration.seconds(60)

  private let ledger: any Ledger
  private let press: (Instant) throws -> PressRun
  private let ways: Ways
  private var searched: Instant?

  /// How it meets the world.
  package struct Ways {
    package var stop: StopSignal
    package var clock: () -> Instant
    /// Waits for so long, or until it is stopped.
    package var rest: (Duration) -> Void
    /// Called after each round that did or found something.
    package var report: (RunReport) -> Void

    package init(
      stop: StopSignal, clock: @escaping () -> Instant, rest: @escaping (Duration) -> Void,
      report: @escaping (RunReport) -> Void
    ) {
      self.stop = stop
      self.clock = clock
      self.rest = rest
      self.report = report
    }
  }

  /// - Parameter press: a run at that moment, with the settings as they are then.
  package init(_ ledger: any Ledger, ways: Ways, press: @escaping (Instant) throws -> PressRun) {
    self.ledger = ledger
    self.ways = ways
    self.press = press
  }

  /// Ends only when it is stopped: messages in flight are finished, and the rest of what was claimed returns to the queue.
  package mutating func run() {
    var pause = Self.pause
    while !ways.stop.isRaised {
      let report = round(at: ways.clock())
      if let report { ways.report(report) }
      pause = Self.pause(after: report, pause)
      if !ways.stop.isRaised { ways.rest(pause) }
    }
  }

  private static func pause(after report: RunReport?, _ last: Duration) -> Duration {
    guard let report else { return pause }
    if !report.lasting.isEmpty { return min(last * 2, longestPause) }
    return report.isThrottled ? pauseOfLimits : pause
  }

  /// Nil if there was nothing to do.
  private mutating func round(at now: Instant) -> RunReport? {
    do {
      guard try hasWork(at: now) else { return nil }
      return try press(now).deliverOnly()
    } catch {
      var report = RunReport()
      report.fail("\(error)", .waiting)
      return report
    }
  }

  private mutating func hasWork(at now: Instant) throws -> Bool {
    if try ledger.due(at: now) > 0 { return true }
    if let searched, now >= searched, now - searched < Self.search { return false }
    searched = now
    return true
  }
}

extension PressRun {
  /// Delivers what is due, and nothing else. While all mail is stopped, or another process needs delivery for itself, it
  /// does nothing.
  func deliverOnly() -> RunReport {
    var report = RunReport()
    _ = reporting(in: &report) { report in
      guard try ledger.sendingPause() == nil else { return }
      let knowsAll = try knowsAll(&report)
      guard canSign(&report), knowsAll else { return }
      _ = try ledger.withSharedDeliveryLock { try deliver(&report) }
    }
    return report
  }
}
