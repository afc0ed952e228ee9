internal import Foundation
package import Model
package import Press
internal import Time

extension AlertFacts {
  /// What the ledger and the disk say.
  package init(_ press: PressRun) throws {
    self.init(at: press.now)
    let ledger = press.ledger
    let site = press.site
    machine = ledger.thisMachine
    lastRun = try RunRecord(in: ledger).last
    runWithin = site.alerts.runWithin
    relay = try Self.relay(ledger, press.now)
    if let web = site.web { signUps = try SignUpTraffic(ledger, web, at: press.now) }
    if let counts = ledger as? any DeskBook { try add(counts, ledger) }
    outside = try OutsideRecord.facts(in: ledger)
    disk = DiskSpace(of: press)
    backup = try BackupAge(ledger, site.ledger).fault(at: press.now, in: site.zone)
    webhooks = try Self.webhooks(ledger, site)
  }

  /// Nil if nothing waits for it any more.
  private static func relay(_ ledger: any Ledger, _ now: Instant) throws -> RelayTrouble? {
    guard let trouble = try RelayRecord.trouble(in: ledger) else { return nil }
    let waits = try ledger.oldestOpen() != nil || ledger.letterTally(failedSince: now).waiting > 0
    return waits ? trouble : nil
  }

  /// Those that fail.
  private static func webhooks(_ ledger: any Ledger, _ site: Site) throws -> [WebhookTrouble] {
    guard !site.webhooks.isEmpty else { return [] }
    return try ledger.webhooks().compactMap { state in
      guard let since = state.failingSince, let webhook = site.webhooks.first(where: { $0.name == state.name })
      else { return nil }
      let waiting = try ledger.countEvents(after: state.last, of: webhook.events)
      return WebhookTrouble(state.name, since: since, waiting: waiting, state.answer ?? "")
    }
  }

  private mutating func add(_ counts: any DeskBook, _ ledger: any Ledger) throws {
    let today = now.civil.daysSince1970
    destinations = try counts.destinationTallies(since: today - Self.complaintDays, limit: .max)
    let recent = try ledger.issues(of: nil, limit: Self.mostIssues).filter { issue in
      now - issue.frozen < .seconds(Self.issueDays * 86_400)
    }
    guard !recent.isEmpty else { return }
    let tallies = try ledger.tallies()
    issues = try recent.map { issue in
      let tally = tallies[issue.id] ?? [:]
      let failed = try (tally[.refused] ?? 0) + counts.aftermath(of: issue.id).bounced
      let name = "\(issue.digest)#\(issue.number)"
      return IssueFailures(name, deliveries: tally.values.reduce(0, +), failed: failed)
    }
  }

  private static let mostIssues = 50
}

extension SignUpTraffic {
  fileprivate init(_ ledger: any Ledger, _ web: WebSettings, at now: Instant) throws {
    self.init()
    lettersInHour = try ledger.lettersAsked(after: now - .seconds(3600))
    mostInHour = web.limits.perSite
    limited = try ledger.counts(of: now)["letters limited"] ?? 0
  }
}

extension DiskSpace {
  /// Nil if the folder cannot be asked: then it has other faults, which runs report.
  init?(of press: PressRun) {
    let system = try? FileManager.default.attributesOfFileSystem(forPath: press.folder)
    guard let free = (system?[.systemFreeSize] as? NSNumber)?.int64Value else { return nil }
    let file = try? FileManager.default.attributesOfItem(atPath: press.folder + "/var/courant.sqlite")
    self.init(free: free, ledger: (file?[.size] as? NSNumber)?.int64Value ?? 0)
  }
}

extension PressRun {
  /// What needs an operator now, the most urgent first.
  package func alerts() throws -> [Alert] { try AlertFacts(self).alerts(site.zone.shown) }
}
