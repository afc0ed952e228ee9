import ArgumentParser
import Couriers
import LedgerSQL
import Model
import Press
internal import Time

struct Schedule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Show the next and last slot of each digest.",
    discussion: "Times are in the site's time zone, with --json in UTC. IN is the time until the next slot.")

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Flag(help: JSONHelp.text) var json = false

  /// Property names are the keys of the JSON.
  private struct Row: Encodable {
    let digest: String
    let cron: String
    let next: String?
    let last: String?
    let became: String?
  }

  private struct Table: Encodable {
    let digests: [Row]
    /// Why nothing is mailed, one sentence each.
    let doubts: [String]
  }

  func run() throws {
    let opened = try options.open()
    let ledger = try SQLLedger(reading: opened.ledgerPlace())
    let now = moment.instant
    let press = PressRun(opened, ledger: ledger, now: now, clock: Moment.clock, courier: { RecordingCourier() })
    let doubts = try press.doubts()
    let lines = try opened.site.digests.map { digest in
      Line(
        digest: digest, next: digest.slot(after: now, zone: opened.site.zone),
        last: try ledger.newestSlot(of: digest.name))
    }
    if json { return try printJSON(Table(digests: lines.map(\.row), doubts: doubts)) }
    doubts.forEach(printError)
    printTable(["NEXT", "IN", "LAST", "BECAME", "DIGEST", "CRON"], lines.map { $0.cells(at: now) })
  }

  /// A digest with its next and its newest slot.
  private struct Line {
    let digest: Digest
    let next: Slot?
    let last: RecordedSlot?

    var row: Row {
      Row(
        digest: digest.name, cron: digest.cron.source, next: next?.due.rfc3339, last: last?.slot.due.rfc3339,
        became: last?.state.rawValue)
    }

    func cells(at now: Instant) -> [String] {
      [
        next?.wallTime.replacing("T", with: " ") ?? "never", next.map { ($0.due - now).roughly } ?? "-",
        last?.slot.wallTime.replacing("T", with: " ") ?? "-", last?.state.rawValue ?? "-", digest.name,
        digest.cron.source,
      ]
    }
  }
}
