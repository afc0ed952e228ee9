internal import Delivery
internal import Model
internal import Time

/// Step 6 of a run: sends messages that are queued or due for another attempt.
extension PressRun {
  func deliver(_ report: inout RunReport) throws {
    guard let mail = site.mail else { return }
    try recover(mail, &report)
    let aside = unsignedIssues
    let due = try ledger.due(at: now, without: aside)
    guard due > 0 else { return }
    if let fault = try ledger.sendingFault(clock: clock + ways.stopwatch.elapsed()) {
      return report.fail("nothing was sent: \(fault)", .waiting)
    }
    let log = DeliveryLog("delivery", secret: ledger.secret, ways.log)
    let reporter = NewsReporter(report, zone: site.zone, ways.announce, log)
    defer { report = reporter.report }
    let deliveryWays = DeliveryWays(
      courier: ways.courier, messages: { try EditionMessages(self, $0) }, progress: ways.progress, report: reporter.add)
    let pace = DeliveryPace(begun: now, zone: site.zone, stopwatch: ways.stopwatch, stop: ways.stop)
    var round = try DeliveryRound(mail, total: due, without: aside, ledger: ledger, pace: pace, ways: deliveryWays)
    try round.run()
  }

  /// Another run holds the lock of deliveries and continues with its own; the rest waits.
  func leaveDelivery(_ report: inout RunReport) throws {
    let waiting = try ledger.due(at: now)
    guard waiting > 0 else { return }
    report.notices.append(
      "another run is delivering; \(waiting == 1 ? "1 message waits" : "\(waiting) messages wait") for it or a later run"
    )
  }

  private func recover(_ mail: MailSettings, _ report: inout RunReport) throws {
    let consequence = mail.uncertain == .resend ? "resending with the same Message-ID" : "it is not sent again"
    // Under the lock of deliveries.
    let recovery = try ledger.recover(mail.uncertain, from: ledger.lostUnderLock, at: now) { address in
      ways.announce(
        "\(address): the last run ended mid-exchange, so the message may have arrived; \(consequence)"
      )
    }
    if !recovery.uncertain.isEmpty, mail.uncertain == .skip {
      report.deliveries[.uncertain, default: 0] += recovery.uncertain.count
    }
  }
}

/// The report while a round adds to it.
final class NewsReporter {
  private(set) var report: RunReport
  private let zone: Zone
  /// Prints at once what must not be lost with the report.
  private let announce: (String) -> Void
  private let log: DeliveryLog

  init(_ report: RunReport, zone: Zone, _ announce: @escaping (String) -> Void, _ log: DeliveryLog) {
    self.report = report
    self.zone = zone
    self.announce = announce
    self.log = log
  }

  func add(_ news: DeliveryNews) {
    if case .news(let one) = news { log.add(one) }
    switch news {
    case .news(.uncertain(let address, let why, let isSentAgain)):
      announce(report.uncertainty(address, why, isSentAgain: isSentAgain))
    case .news(let news): report.add(news, in: zone)
    case .ended(let end): report.add(end, in: zone)
    }
  }
}
