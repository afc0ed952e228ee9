package import Delivery
internal import Digests
package import Model
package import PublicPlace
package import Templates
internal import Themes
package import Time

/// One run: gather → publish → select → freeze → deliver. One file per step.
///
/// Everything a run depends on is an argument: the folder, the decoded site, the ledger, the time and the output.
package struct PressRun {
  /// Absolute path of the site folder.
  package let folder: String
  /// Set once, before the run begins.
  package var site: Site
  package let templates: TemplateSet
  let themes: [String: Theme]
  /// Changes whenever settings or templates do.
  let settingsKey: String
  package let ledger: any Ledger
  /// The time at which the run begins, which decides everything.
  package let now: Instant
  /// The machine's clock when the run began, which `--now` does not change; used only to find out which clock is wrong.
  let clock: Instant
  /// The folder for feeds and pages.
  package let output: PublicFolder
  /// True for a dry run: publishes everything, regardless of what was published before.
  package let isRehearsal: Bool
  /// The signers of messages, or what is wrong with their keys; read once per run.
  let signers: Result<MailSigners, Finding>
  /// Makes a courier for each connection, on the thread that will use it.
  package let courier: @Sendable () throws -> any Courier
  /// Calls WebSub hubs; nil if none are called.
  let hubCaller: (any HubCaller)?
  /// Asks the run to end soon.
  let stop: StopSignal
  /// Measures the time that the run takes.
  let stopwatch: Stopwatch
  /// Called now and then with the number of finished deliveries and the total.
  package let progress: (Int, Int) -> Void
  /// Prints at once what must not be lost with the report if this run is killed.
  package let tell: (String) -> Void

  package init(
    _ opened: OpenedSite, ledger: any Ledger, now: Instant, clock: Instant? = nil, output: PublicFolder? = nil,
    isRehearsal: Bool = false,
    stop: StopSignal = StopSignal(), stopwatch: Stopwatch = .stopped,
    courier: @escaping @Sendable () throws -> any Courier, hubCaller: (any HubCaller)? = nil,
    progress: @escaping (Int, Int) -> Void = { _, _ in },
    tell: @escaping (String) -> Void = { _ in }
  ) {
    folder = opened.folder
    site = opened.site
    settingsKey = opened.key
    templates = opened.templates
    themes = opened.themes
    signers = Result { () throws(Finding) in try opened.mailSigners() }
    self.ledger = ledger
    self.now = now
    self.clock = clock ?? now
    let output = output ?? PublicFolder(opened.publicPath)
    self.output = output
    self.isRehearsal = isRehearsal
    self.courier = courier
    self.hubCaller = hubCaller
    self.stop = stop
    self.stopwatch = stopwatch
    self.progress = progress
    self.tell = tell
  }

  /// The part of a run to do.
  package enum Part: String, CaseIterable, Sendable {
    case publish, digests, deliveries
  }

  /// Does one run, or one part of it: under the lock of the site until everything due is frozen, then under the lock of
  /// deliveries, so that a long send does not keep later runs from publishing.
  ///
  /// Faults of content are reported, and the run continues; a fault of the ledger or the disk ends the run and is the
  /// last problem in its report.
  package func run(only part: Part? = nil) throws -> RunReport {
    var report = RunReport()
    let prepared = try ledger.withRunLock {
      reporting(in: &report) { report in try withKnownTagPrefix(&report).prepare(part, &report) }
    }
    guard let prepared else { return busy }
    if let rest = prepared { _ = reporting(in: &report) { report in try rest.run.finish(rest, &report) } }
    return report
  }

  private func reporting<Result>(
    in report: inout RunReport, _ body: (inout RunReport) throws -> Result?
  ) -> Result? {
    do {
      return try body(&report)
    } catch let faults as OpenedSite.Faults {
      for line in faults.lines { report.fail(line, .badConfiguration) }
    } catch {
      report.fail("\(error)", .waiting)
    }
    return nil
  }

  /// The rest of a run after everything is frozen.
  private struct Rest {
    /// The run with the prefix of ids that the site keeps.
    let run: PressRun
    let hubs: HubRound?
    let delivers: Bool
    let mayMail: Bool
  }

  /// Nil if there is nothing left to do.
  private func prepare(_ part: Part?, _ report: inout RunReport) throws -> Rest? {
    guard try hasRightClock(&report) else { return nil }
    try begin(&report)
    if part != .deliveries { try gather(&report) }
    var isPublished = true
    if part == nil || part == .publish { isPublished = try published(&report) }
    if stop.isRaised {
      report.fail("stopped by a signal; the next run goes on", .waiting, lasts: false)
      return nil
    }
    let knowsAll = try knowsAll(&report)
    let mayMail = part == .publish || (canSign(&report) && knowsAll)
    if isPublished, mayMail, part == nil || part == .digests {
      try freezeDueIssues(&report)
      // The new archive pages are published before a message links to them.
      if !report.issues.isEmpty { isPublished = try published(&report) }
    }
    guard isPublished || report.issues.isEmpty else { return nil }
    let hubs = part == .deliveries ? nil : try callHubs()
    return Rest(run: self, hubs: hubs, delivers: part == nil || part == .deliveries, mayMail: mayMail)
  }

  private func finish(_ rest: Rest, _ report: inout RunReport) throws {
    if rest.delivers {
      let isDone = try ledger.withDeliveryLock {
        if rest.mayMail { try deliver(&report) }
        try recordBounces(&report)
        return true
      }
      if isDone == nil, rest.mayMail { try leaveDelivery(&report) }
    }
    try hearHubs(rest.hubs, &report)
    try ledger.setNote("last_run", "\(now.rfc3339), exit code \(report.exitCode.rawValue)")
  }

  private func begin(_ report: inout RunReport) throws {
    if try !isRehearsal && isNewBesidePages() {
      report.notices.append(
        "this ledger is new, but public/ was published before: if var/ was lost, restore it, or your readers are nobody"
      )
    }
    let departures = try ledger.beginRun(at: now)
    guard departures > 0 else { return }
    report.notices.append("\(departures) who left or must not be mailed were known to the journal alone: taken back")
  }

  /// An incomplete ledger may not know who unsubscribed or who was mailed: feeds and pages are still published, but
  /// nothing is frozen or mailed.
  private func knowsAll(_ report: inout RunReport) throws -> Bool {
    guard let doubt = try doubt() else { return true }
    report.fail("\(doubt)", .waiting)
    return false
  }

  /// Without the keys that should sign messages, nothing is frozen or mailed.
  private func canSign(_ report: inout RunReport) -> Bool {
    guard case .failure(let fault) = signers else { return true }
    report.fail(fault.description, .badConfiguration)
    return false
  }

  /// False, with a problem in the report, if `public/` cannot be written; frozen issues can still be sent.
  private func published(_ report: inout RunReport) throws -> Bool {
    do {
      try publish(&report)
      return true
    } catch let error as PublicFolder.Failure {
      report.fail("\(error)", .waiting)
      return false
    }
  }

  var busy: RunReport {
    var report = RunReport()
    report.notices = ["another run is at work on \(folder); nothing was done"]
    return report
  }
}
