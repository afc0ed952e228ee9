import ArgumentParser
import Couriers
import Foundation
import LedgerSQL
import Model
import Press

extension PressRun.Part: ExpressibleByArgument {}

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The cron tick: gather, publish, select, freeze, deliver.",
    discussion: """
      Reads what changed in the sources, writes feeds and pages to public/, and for each digest whose slot fell due
      freezes an issue and mails it. Silent when there is nothing to do. A second run at the same time does nothing.

      A fresh site starts with the next slot: it never mails the past.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Flag(help: "Write the exact feeds, pages and .eml files to --out and touch nothing else.") var dryRun = false
  @Option(help: ArgumentHelp("Where --dry-run writes.", valueName: "dir")) var out: String?
  @Option(help: ArgumentHelp("Do one part only: publish, digests or deliveries.", valueName: "part"))
  var only: PressRun.Part?
  @Flag(help: "Print what was done as one JSON object.") var json = false

  func validate() throws {
    if dryRun != (out != nil) { throw ValidationError("--dry-run and --out DIR go together.") }
  }

  func run() throws {
    let opened = try options.open()
    let report = dryRun ? try rehearse(opened) : try perform(opened)
    try show(report)
    leave(report.exitCode)
  }

  private func perform(_ opened: OpenedSite) throws -> RunReport {
    let stop = StopSignal.ofThisProcess()
    let bar = ProgressBar()
    defer { bar.finish() }
    let ledger = try options.ledger(of: opened)
    try tellExposure(of: ledger)
    let press = PressRun(
      opened, ledger: ledger, now: moment.instant, clock: Moment.clock, stop: stop,
      stopwatch: .started(),
      courier: { try opened.smtpCourier() }, hubCaller: WebSubCaller(agent: "Courant/" + Courant.version),
      progress: { bar.show($0, of: $1) }, tell: printError)
    return try press.run(only: only)
  }

  /// Once: it was corrected when the ledger was opened.
  private func tellExposure(of ledger: SQLiteLedger) throws {
    guard !ledger.exposed.isEmpty else { return }
    for file in ledger.exposed {
      printError("\(file): open to other users of this machine, with the addresses of your readers; corrected")
    }
    try ledger.setNote("exposed", moment.instant.rfc3339)
  }

  /// The same run on a copy of the ledger, with folders in place of the web server and the relay.
  private func rehearse(_ opened: OpenedSite) throws -> RunReport {
    let out = out ?? ""
    let press = PressRun(
      opened, ledger: try SQLiteLedger(copying: opened.ledgerPath), now: moment.instant, clock: Moment.clock,
      output: PublicFolder(out + "/public"), isRehearsal: true,
      courier: { FolderCourier(folder: out + "/mail") })
    return try press.run(only: only)
  }

  private func show(_ report: RunReport) throws {
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      printExactly(String(decoding: try encoder.encode(report), as: UTF8.self) + "\n")
      return
    }
    report.problems.forEach(printError)
    report.notices.prefix(20).forEach(printError)
    if report.notices.count > 20 { printError("… and \(report.notices.count - 20) more like these") }
    if let summary = report.summary { print(summary) }
  }
}
