import ArgumentParser
import Couriers
import LedgerSQL
import Model
import Press

struct Schedule: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The next and the last slot of each digest.",
    discussion: "Times are those of the site's time zone. LEFT counts from now.")

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment

  func run() throws {
    let opened = try options.open()
    let ledger = try SQLiteLedger(reading: opened.ledgerPath)
    let now = moment.instant
    let rows = try opened.site.digests.map { digest in
      let next = digest.slot(after: now, zone: opened.site.zone)
      let last = try ledger.newestSlot(of: digest.name)
      return [
        next?.wallTime.replacing("T", with: " ") ?? "never", next.map { ($0.due - now).roughly } ?? "-",
        last?.slot.wallTime.replacing("T", with: " ") ?? "-", last?.state.rawValue ?? "-", digest.name,
        digest.cron.source,
      ]
    }
    let press = PressRun(opened, ledger: ledger, now: now, clock: Moment.clock, courier: { RecordingCourier() })
    try press.doubts().forEach(printError)
    printTable(["NEXT", "LEFT", "LAST", "BECAME", "DIGEST", "CRON"], rows)
  }
}
