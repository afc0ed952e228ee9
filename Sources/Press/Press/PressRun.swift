internal import Delivery
internal import Digests
package import Gathering
internal import Leaving
package import Model
package import PublicPlace
package import Templates
internal import Themes
package import Time

/// One run: gather → publish → select → freeze → print → deliver. One folder a step.
///
/// Everything a run depends on is an argument: the folder, the decoded site, the ledger, the time and the output.
package struct PressRun {
  /// Absolute path of the site folder.
  package let folder: String
  /// Set once, before the run begins.
  package var site: Site
  /// The pages that are not articles, as they are now.
  package let standing: StandingPages
  /// The files in `static/`, as they are now.
  let statics: StaticFiles
  package let templates: TemplateSet
  /// The same with the phrases of the site's other languages, by tag.
  let templatesOfLanguages: [String: TemplateSet]
  let themes: [MailLook: Theme]
  /// Changes whenever settings or templates do.
  let settingsKey: String
  package let ledger: any Ledger
  /// The time at which the run begins, which decides everything.
  package let now: Instant
  /// The machine's clock when the run began, which `--now` does not change; used only to find out which clock is wrong.
  let clock: Instant
  /// Where feeds and pages go.
  package let output: any PublishingPlace
  let ways: RunWays
  /// The cards that exist; set when pages are published.
  var cards = DrawnCards()
  /// The signers of messages, or what is wrong with their keys; read once per run.
  let signers: MailSigners

  /// - Parameter clock: the machine's; nil if it shows `now`.
  package init(_ opened: OpenedSite, ledger: any Ledger, now: Instant, clock: Instant? = nil, ways: RunWays) {
    folder = opened.folder
    let standing = PagesFolder(of: opened.site, in: opened.folder)?.read(at: now) ?? StandingPages()
    self.standing = standing
    statics = StaticFolder(of: opened.site, in: opened.folder)?.list() ?? StaticFiles()
    site = opened.site
    site.standing = standing.pages
    settingsKey = opened.key
    templates = opened.templates
    templatesOfLanguages = opened.templatesOfLanguages
    themes = opened.themes
    signers = opened.mailSigners()
    self.ledger = ledger
    self.now = now
    self.clock = clock ?? now
    self.ways = ways
    output = ways.output ?? opened.publicPlace(record: ledger, now: now) { [stop = ways.stop] in stop.isRaised }
  }

  package init(
    _ opened: OpenedSite, ledger: any Ledger, now: Instant, clock: Instant? = nil,
    courier: @escaping @Sendable () throws -> any Courier
  ) {
    self.init(opened, ledger: ledger, now: now, clock: clock, ways: RunWays(courier: courier))
  }

  /// Whether it is a dry run.
  var isRehearsal: Bool { ways.isRehearsal }

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
    guard let prepared else { return try deliverBeside(part) }
    if let rest = prepared { _ = reporting(in: &report) { report in try rest.run.finish(rest, &report) } }
    return report
  }

  /// Another run gathers, publishes and freezes. If that may be on another machine, this one delivers what is already frozen.
  private func deliverBeside(_ part: Part?) throws -> RunReport {
    guard ledger.isShared, part == nil || part == .deliveries else { return busy }
    var report = RunReport()
    _ = reporting(in: &report) { report in
      let knowsAll = try knowsAll(&report)
      let mayMail = try canSign(&report) && knowsAll && !isPaused(&report)
      try finish(Rest(run: self, hubs: nil, delivers: true, mayMail: mayMail), &report)
    }
    return report
  }

  func reporting<Result>(
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
  private func prepare(_ asked: Part?, _ report: inout RunReport) throws -> Rest? {
    guard try hasRightClock(&report) else { return nil }
    try begin(&report)
    let gatherer = try asked == .deliveries ? nil : otherGatheringMachine()
    if let gatherer, try !leavesGathering(to: gatherer, asked, &report) { return nil }
    let part = gatherer == nil ? asked : .deliveries
    try tellBackup(&report)
    if part != .deliveries {
      try gather(&report, keepsStates: !isRehearsal)
      tellStandingFaults(&report)
    }
    var isPublished = true
    if part == nil || part == .publish {
      isPublished = try published(&report)
      try tellStaticFaults(&report)
      if !isRehearsal { try tellPodcastImages(&report) }
    }
    if ways.stop.isRaised {
      report.fail("stopped by a signal; the next run continues", .waiting, lasts: false)
      return nil
    }
    let knowsAll = try knowsAll(&report)
    let mayAnswer = part == .publish || (canSign(&report) && knowsAll)
    try answerReaders(mayAnswer && (part == nil || part == .deliveries), &report)
    if part != .publish { tellFaultyDigests(&report) }
    let mayMail = try mayAnswer && (part == .publish || !isPaused(&report))
    if isPublished, mayMail, part == nil || part == .digests {
      try freezeDueIssues(&report)
      try tellHeldSlots(&report)
      // The new archive pages are published before a message links to them.
      if !report.issues.isEmpty { isPublished = try published(&report) }
    }
    if part == nil || part == .digests { try tellMailFaults(&report) }
    guard isPublished || report.issues.isEmpty else { return nil }
    let hubs = part == .deliveries ? nil : try callHubs()
    return Rest(run: self, hubs: hubs, delivers: part == nil || part == .deliveries, mayMail: mayMail)
  }

  private func finish(_ rest: Rest, _ report: inout RunReport) throws {
    if rest.delivers {
      let isDone = try ledger.withSharedDeliveryLock {
        if rest.mayMail { try deliver(&report) }
        try recordBounces(&report)
        return true
      }
      if isDone == nil, rest.mayMail { try leaveDelivery(&report) }
    }
    try hearHubs(rest.hubs, &report)
    try RunRecord.note(report.exitCode, of: now, took: ways.stopwatch.elapsed(), in: ledger)
  }

  private func tellBackup(_ report: inout RunReport) throws {
    guard !isRehearsal, let fault = try BackupAge(ledger, site.ledger).fault(at: now, in: site.zone) else { return }
    report.fail(fault, .waiting)
  }

  private func begin(_ report: inout RunReport) throws {
    if try !isRehearsal && isNewBesidePages() {
      report.notices.append(
        "this ledger is new, but public/ was published before; if var/ was lost, restore it, or there are no readers"
      )
    }
    let departures = try ledger.beginRun(at: now)
    if departures > 0 {
      report.notices.append("restored \(departures) departures and suppressions that only the journal had")
    }
    try takeInDepartures(&report)
  }

  /// Departures of readers who left on the web while the ledger could not be written.
  private func takeInDepartures(_ report: inout RunReport) throws {
    guard !isRehearsal else { return }
    let count = try LeavingSpool(site: folder).takeIn { departure in
      _ = try ledger.leave(departure.token, all: departure.all, origin: departure.origin, at: departure.at)
    }
    guard count > 0 else { return }
    let readers = count == 1 ? "1 reader" : "\(count) readers"
    report.notices.append("recorded \(readers) who left while the ledger could not take it")
  }

  /// An incomplete ledger may not know who unsubscribed or who was mailed: feeds and pages are still published, but
  /// nothing is frozen or mailed.
  func knowsAll(_ report: inout RunReport) throws -> Bool {
    guard let doubt = try doubt() else { return true }
    report.fail("\(doubt)", .waiting)
    return false
  }

  /// The operator stopped all mail: nothing is frozen either, so that the problem can be fixed first.
  private func isPaused(_ report: inout RunReport) throws -> Bool {
    guard let pause = try ledger.sendingPause() else { return false }
    report.fail(pause.sentence(in: site.zone), .waiting)
    return true
  }

  /// False, with a problem in the report, if not everything is where readers see it; frozen issues can still be sent.
  private func published(_ report: inout RunReport) throws -> Bool {
    var isDone = true
    do {
      try publish(&report)
    } catch let error as any PublishingFailure {
      report.fail("\(error)", .waiting)
      isDone = false
    } catch let missing as MissingKeys {
      report.fail(missing.description, .badConfiguration)
      isDone = false
    }
    let isCopied = try tellChanges(&report)
    return isDone && isCopied
  }

  var busy: RunReport {
    var report = RunReport()
    report.isIdle = true
    report.notices = ["another run is in progress on \(folder); nothing was done"]
    return report
  }
}
