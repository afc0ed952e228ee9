import ArgumentParser
import Couriers
import LedgerSQL
import Model
import Press
internal import Time

struct Schedule: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The next and the last slot of each digest.",
    discussion: "Times are those of the site's time zone; with --json, UTC. LEFT counts from now.")

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
    let ledger = try SQLLedger(reading: opened.ledgerPath)
    let now = moment.instant
    let press = PressRun(opened, ledger: ledger, now: now, clock: Moment.clock, courier: { RecordingCourier() })
    let doubts = try press.doubts()
    let slots = try opened.site.digests.map { digest in
      (
        digest: digest, next: digest.slot(after: now, zone: opened.site.zone),
        last: try ledger.newestSlot(of: digest.name)
      )
    }
    if json {
      let rows = slots.map { digest, next, last in
        Row(
          digest: digest.name, cron: digest.cron.source, next: next?.due.rfc3339, last: last?.slot.due.rfc3339,
          became: last?.state.rawValue)
      }
      return try printJSON(Table(digests: rows, doubts: doubts))
    }
    doubts.forEach(printError)
    let rows = slots.map { digest, next, last in
      [
        next?.wallTime.replacing("T", with: " ") ?? "never", next.map { ($0.due - now).roughly } ?? "-",
        last?.slot.wallTime.replacing("T", with: " ") ?? "-", last?.state.rawValue ?? "-", digest.name,
        digest.cron.source,
      ]
    }
    printTable(["NEXT", "LEFT", "LAST", "BECAME", "DIGEST", "CRON"], rows)
  }
}
