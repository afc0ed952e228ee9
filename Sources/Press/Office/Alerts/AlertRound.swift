internal import Model
package import Press
internal import Time

/// Writes to the operators what needs them (`[alerts] to`): at once, then daily, and when it is over.
package struct AlertRound {
  private let press: PressRun

  package init(_ press: PressRun) { self.press = press }

  /// At the end of a run, which proves that runs go on.
  package func tell(after report: inout RunReport) throws {
    try RelayRecord.note(report.relay, at: press.now, in: press.ledger)
    var facts = try AlertFacts(press)
    facts.lastRun = press.now
    if try queue(facts) { try press.sendLetters(&report) }
  }

  /// Between runs. The letter is only queued.
  package func tell() throws { _ = try queue(try AlertFacts(press)) }

  /// Queues a letter if there is news, in the transaction that records it.
  private func queue(_ facts: AlertFacts) throws -> Bool {
    let site = press.site
    let ledger = press.ledger
    let now = press.now
    guard !site.alerts.to.isEmpty else { return false }
    let alerts = facts.alerts(site.zone.shown)
    let before = try ledger.knownAlerts()
    guard AlertNews(alerts, known: before, of: facts.machine, at: now).known != before else { return false }
    var isQueued = false
    try ledger.together {
      // Another process may have reported it since.
      let news = AlertNews(alerts, known: try ledger.knownAlerts(), of: facts.machine, at: now)
      try ledger.setKnownAlerts(news.known)
      isQueued = news.mustTell
      if isQueued { try ledger.queue(AlertLetter(site: site, news: news).note, to: site.alerts.to, at: now) }
    }
    return isQueued
  }
}
