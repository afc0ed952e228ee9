import ArgumentParser
import Couriers
import Curl
import DNS
import Delivery
import Foundation
import LedgerSQL
import Model
import Office
import Press
internal import PublicPlace
internal import Time

extension PressRun.Part: ExpressibleByArgument {}

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Publish what changed and mail the digests that are due.",
    discussion: """
      Reads what changed in the sources, writes feeds and pages to public/ (or to the place in [public]), and for each \
      digest that is due freezes an issue and mails it. Prints nothing if there is nothing to do. A second run at the \
      same time does nothing.

      A fault is reported when it is new, then daily until it is fixed; the exit code reflects it every time. On a \
      terminal, and with --json, faults of settings and relay are reported every time. With --quiet, only faults are \
      printed, without notices or a summary. With --log-format, events take the place of the summary.

      At the end, it notifies operators of what needs them ([alerts]) and other programs of events ([webhooks]).

      A new site starts with its next slot: it never mails the past.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Flag(help: "Write the exact feeds, pages and .eml files to --out and change nothing else.") var dryRun = false
  @Option(help: ArgumentHelp("The folder that --dry-run writes to.", valueName: "dir")) var out: String?
  @Option(help: ArgumentHelp("Run one part only: publish, digests or deliveries.", valueName: "part"))
  var only: PressRun.Part?
  @Flag(help: "Compare the bucket with what was published first, and publish what is missing or changed there.")
  var verifyPublic = false
  @OptionGroup var logging: LogOption
  @Flag(help: JSONHelp.text) var json = false

  func validate() throws {
    if dryRun != (out != nil) { throw ValidationError("--dry-run and --out DIR must be given together.") }
    if json, logging.logFormat != nil { throw ValidationError("--json and --log-format cannot be given together.") }
  }

  func run() throws {
    let opened = try open()
    if dryRun {
      let report = try rehearse(opened)
      try show(report, problems: report.problems)
      leave(report.exitCode)
    }
    let watch = RunWatch(opened, by: DeadMansSwitch(agent: "Courant/" + Courant.version))
    watch.begin()
    let begun = ContinuousClock.now
    let (report, problems) = try perform(opened, watch)
    try show(report, problems: problems, log(of: opened), took: ContinuousClock.now - begun)
    tell(missed: watch.end(report))
    leave(report.exitCode)
  }

  /// With --json, the report is the only output.
  private func log(of opened: OpenedSite) -> EventLog? { json ? nil : logging.log(of: opened.site) }

  /// Once a day, even on a terminal: the run itself is not at fault.
  private func tell(missed faults: [String]) {
    guard !faults.isEmpty else { return }
    do {
      let ledger = try options.existingLedger()
      let note = "watch_fault"
      let last = try ledger.note(note).flatMap { Instant(rfc3339: $0) }
      if let last, moment.instant - last < .seconds(86_400), moment.instant >= last { return }
      try ledger.setNote(note, moment.instant.rfc3339)
    } catch {}  // without a record, they are reported again
    faults.forEach(printError)
  }

  /// Errors in the settings are also reported only once a day.
  private func open() throws -> OpenedSite {
    do {
      return try options.open()
    } catch let faults as OpenedSite.Faults {
      (unreported(faults.lines) ?? faults.lines).forEach(printError)
      leave(.badConfiguration)
    }
  }

  /// Nil if that is unknown: without a ledger nothing is remembered.
  private func unreported(_ faults: [String]) -> [String]? {
    guard isToldOnce, let ledger = try? options.existingLedger() else { return nil }
    return try? ReportedFaults(ledger, now: moment.instant).unreported(faults)
  }

  /// On a terminal, all problems are reported each time.
  private var isToldOnce: Bool { !dryRun && !json && isatty(STDERR_FILENO) == 0 }

  /// The problems to report now.
  private func problems(of report: RunReport, _ ledger: SQLLedger) -> [String] {
    guard isToldOnce else { return report.problems }
    let reported = ReportedFaults(ledger, now: moment.instant)
    do {
      // While mail is queued, the relay may still be failing.
      if try report.exitCode == .done && ledger.oldestOpen() == nil { try reported.forgetAll() }
      let unreported = Set(try reported.unreported(report.problems.filter(report.lasting.contains)))
      return report.problems.filter { !report.lasting.contains($0) || unreported.contains($0) }
    } catch {
      return report.problems  // without a record, problems are reported again
    }
  }

  /// Also returns the problems to report. The ledger is closed by then.
  private func perform(_ opened: OpenedSite, _ watch: RunWatch) throws -> (RunReport, [String]) {
    let stop = StopSignal.ofThisProcess()
    let bar = ProgressBar()
    defer { bar.finish() }
    let ledger = try options.ledger(of: opened)
    try tellExposure(of: ledger)
    var ways = RunWays(courier: { try opened.smtpCourier() })
    ways.cards = cards(of: opened, mayCache: true)
    ways.hubCaller = WebSubCaller(agent: "Courant/" + Courant.version)
    ways.verifiesPublic = verifyPublic
    ways.askSources()
    ways.stop = stop
    ways.stopwatch = .started()
    ways.progress = { bar.show($0, of: $1) }
    ways.announce = printError
    if let log = log(of: opened) { ways.log = log.write }
    let press = PressRun(opened, ledger: ledger, now: moment.instant, clock: Moment.clock, ways: ways)
    var report = try press.run(only: only)
    if !report.isIdle {
      alert(press, opened, ledger, &report)
      write(metrics: press, watch, &report)
      inform(press, &report)
    }
    return (report, problems(of: report, ledger))
  }

  /// After all other work: what it finds out may take seconds.
  private func alert(_ press: PressRun, _ opened: OpenedSite, _ ledger: SQLLedger, _ report: inout RunReport) {
    do {
      if !opened.site.alerts.to.isEmpty {
        let look = OutsideLook(opened, token: ledger.probeToken, names: SystemResolver(seconds: 2)) { HTTPExchange($0) }
        try look.look(ledger, at: moment.instant)
      }
      try AlertRound(press).tell(after: &report)
      try WeeklyLetter(press).send(&report)
    } catch {
      report.fail("[alerts]: \(error)", .waiting)
    }
  }

  /// Last, because a server that does not answer takes seconds.
  private func inform(_ press: PressRun, _ report: inout RunReport) {
    do {
      try WebhookRound(press) { HTTPExchange($0) }.run(&report)
    } catch {
      report.fail("[webhooks]: \(error)", .waiting)
    }
  }

  private func write(metrics press: PressRun, _ watch: RunWatch, _ report: inout RunReport) {
    do {
      try watch.writeMetrics(of: press)
    } catch {
      report.fail("metrics_file: \(error)", .waiting)
    }
  }

  /// Once: the permissions were corrected when the ledger was opened.
  private func tellExposure(of ledger: SQLLedger) throws {
    guard !ledger.exposed.isEmpty else { return }
    for file in ledger.exposed {
      printError("\(file): other users of this machine could read it, with your readers' addresses; corrected")
    }
    try ledger.setNote("exposed", moment.instant.rfc3339)
  }

  /// The same run on a copy of the ledger, with folders in place of the web server and the relay.
  private func rehearse(_ opened: OpenedSite) throws -> RunReport {
    let out = out ?? ""
    var ways = RunWays(courier: { FolderCourier(folder: out + "/mail") })
    ways.output = PublicFolder(out + "/public")
    ways.cards = cards(of: opened)
    ways.askSources()
    ways.isRehearsal = true
    let copy = try SQLLedger(copying: opened.ledgerPlace())
    let press = PressRun(opened, ledger: copy, now: moment.instant, clock: Moment.clock, ways: ways)
    return try press.run(only: only)
  }

  private func show(
    _ report: RunReport, problems: [String], _ log: EventLog? = nil, took time: Duration = .zero
  ) throws {
    if json { return try printJSON(report) }
    problems.forEach(printError)
    report.notices.prefix(20).forEach(output.printNotice)
    if report.notices.count > 20 { output.printNotice("… and \(report.notices.count - 20) more like these") }
    if let log { return report.events(took: time).forEach(log.write) }
    if let summary = report.summary { output.printResult(summary) }
  }
}
