package import Delivery
internal import Digests
package import Model
package import PublicPlace
package import Templates
internal import Themes
package import Time

/// One run: gather → publish → select → freeze → print → deliver. One file a step.
///
/// Everything a run depends on is given: the folder, the decoded site, the ledger, the moment and the way out.
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
  /// When the run begins: the moment by which everything is decided.
  package let now: Instant
  /// The machine's clock when it began, which `--now` does not move; only to tell which clock was wrong.
  let clock: Instant
  /// Where feeds and pages go.
  package let output: PublicFolder
  /// True for a dry run: publish everything, whatever was published before.
  package let isRehearsal: Bool
  /// Sign the mails, or what is wrong with their keys; read once a run.
  let signers: Result<MailSigners, Finding>
  /// Makes a courier for each connection, on the thread that will use it.
  package let courier: @Sendable () throws -> any Courier
  /// Calls WebSub hubs; nil: nobody does.
  let hubCaller: (any HubCaller)?
  /// Asks the run to end soon.
  let stop: StopSignal
  /// How much time passes in the run.
  let stopwatch: Stopwatch
  /// Told how many of how many deliveries are done, now and then.
  package let progress: (Int, Int) -> Void
  /// Told at once what must not be lost with the report if this run is killed too.
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

  /// Does one run, or the part asked for: under the lock of the site until all that fell due is frozen, then under the lock of
  /// deliveries, so that a long send keeps no later run from publishing.
  ///
  /// Faults of content are reported and the rest goes on; a fault of the ledger or the disk ends the run, and is the last
  /// problem of its report.
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

  /// What is left of a run when all is frozen.
  private struct Rest {
    /// With the ids' beginning that the site keeps.
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
      // The new archive pages, before a mail links to them.
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
        try takeBounces(&report)
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

  /// A ledger that lacks something may not know who left or who was mailed: feeds and pages go on, and nothing is frozen or
  /// mailed.
  private func knowsAll(_ report: inout RunReport) throws -> Bool {
    guard let doubt = try doubt() else { return true }
    report.fail("\(doubt)", .waiting)
    return false
  }

  /// Without the keys that should sign it nothing is frozen and nothing is mailed.
  private func canSign(_ report: inout RunReport) -> Bool {
    guard case .failure(let fault) = signers else { return true }
    report.fail(fault.description, .badConfiguration)
    return false
  }

  /// False, and a problem in the report, if `public/` cannot be written: what is frozen can leave all the same.
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
