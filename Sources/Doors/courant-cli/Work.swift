import ArgumentParser
import Couriers
import Delivery
import Glibc
import LedgerSQL
import Model
import Office
import Press
import Time

struct Work: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work",
    abstract: "Deliver until stopped.",
    discussion: """
      Delivers what runs have frozen, as `courant run --only deliveries` does, but does not end: it looks every five \
      seconds for what is due. With a ledger on PostgreSQL, any number of machines may do this at a time, beside runs; \
      all of them together keep `rate`, `warm_up` and [mail.domains] (docs/scale.md). With a ledger in var/, one process \
      delivers at a time, and the others wait.

      It gathers, publishes and freezes nothing, and reads no bounces: a run must still be started regularly on one machine.

      After SIGTERM or SIGINT, messages in flight are finished, nothing more is claimed, what was claimed and has not begun \
      returns to the queue, and the exit code is 0. A second signal ends it at once. Changed settings apply to the next \
      messages; if they have errors, the last valid ones stay in use. Under systemd, use Type=notify.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var output: Output
  @OptionGroup var logging: LogOption

  func run() throws {
    let stop = StopSignal.ofThisProcess()
    let opened = try options.open()
    let ledger = try options.ledger(of: opened)
    let log = logging.log(of: opened.site)
    let site = WorkedSite(opened, folder: options.site)
    let ways = DeliveryWork.Ways(
      stop: stop, clock: { Moment.clock }, rest: { stop.wait(atMost: $0) },
      report: { show($0, site.faults, ledger, log) })
    var work = DeliveryWork(ledger, ways: ways) { now in
      let opened = site.current()
      var ways = RunWays(courier: { try opened.smtpCourier() })
      ways.stop = stop
      ways.stopwatch = .started()
      ways.announce = printError
      if let log { ways.log = log.write }
      return PressRun(opened, ledger: ledger, now: now, clock: Moment.clock, ways: ways)
    }
    let manager = ServiceManager()
    manager.send(.ready)
    work.run()
    manager.send(.stopping)
  }

  /// Each fault once a day, as runs do.
  private func show(_ report: RunReport, _ faults: [String], _ ledger: SQLLedger, _ log: EventLog?) {
    let reported = ReportedFaults(ledger, now: Moment.clock)
    let lasting = report.problems.filter(report.lasting.contains) + faults
    // Without a record, they are reported again.
    let unreported = Set((try? reported.unreported(lasting)) ?? lasting)
    for problem in report.problems + faults where !lasting.contains(problem) || unreported.contains(problem) {
      printError(problem)
    }
    report.notices.prefix(20).forEach(output.printNotice)
    if log == nil, let summary = report.summary { output.printResult(summary) }
    fflush(nil)
  }
}

/// The site as it was last read without errors.
private final class WorkedSite {
  private let folder: String
  private var opened: OpenedSite
  /// What is wrong with the settings now.
  private(set) var faults: [String] = []

  init(_ opened: OpenedSite, folder: String) {
    self.opened = opened
    self.folder = folder
  }

  func current() -> OpenedSite {
    do {
      opened = try OpenedSite(folder: folder)
      faults = []
    } catch {
      faults = error.lines
    }
    return opened
  }
}
