import ArgumentParser
import Couriers
import LedgerSQL
import Model
import Office
import Press
import Text

struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "Print the state of the site as metrics for Prometheus.",
    discussion: """
      In the text format 0.0.4. With `metrics_file` in [alerts], each run writes the same to that file, for \
      node_exporter's textfile collector. docs/alerts.md lists the names.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment

  func run() throws {
    let opened = try options.open()
    let press = PressRun(
      opened, ledger: try SQLLedger(reading: opened.ledgerPlace()), now: moment.instant, clock: Moment.clock,
      courier: { RecordingCourier() })
    printExactly(try SiteMetrics(press).families().map(\.text).joined())
  }
}
