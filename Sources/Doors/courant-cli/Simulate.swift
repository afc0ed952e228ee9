import ArgumentParser
import Couriers
import Foundation
import LedgerSQL
import Model
import Office
import Press
import PublicPlace
import Time

struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Show which issues a digest would have made of the articles at hand.",
    discussion: """
      For choosing `cron`, `lookback`, `max_articles` and `hold_above` by looking: edit schedule.conf, simulate, compare. \
      It is as if the digest began at --from and a run was on time at each slot. Every article arrives at its date. A held \
      slot stays held, and the next one absorbs its news; with --release, each is released at once.

      Sends nothing, asks no source and changes nothing. Dates are in the site's time zone.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Argument(help: "The digest's name.") var digest: String
  @Option(help: ArgumentHelp("The first day (default: 13 weeks before --until).", valueName: "date"))
  var from: WrittenDate?
  @Option(help: ArgumentHelp("The last day, included (default: today).", valueName: "date"))
  var until: WrittenDate?
  @Flag(help: "Release each held slot at once.") var release = false
  @Option(help: ArgumentHelp("Also draw the issues as an SVG picture.", valueName: "file")) var picture: String?
  @Flag(help: JSONHelp.text) var json = false

  func run() throws {
    let opened = try options.open()
    let digest = try opened.digest(named: digest)
    let (start, end) = try time(in: opened.site.zone)
    let ledger = try SQLLedger(copying: opened.ledgerPlace())
    let press = PressRun(opened, ledger: ledger, now: moment.instant, courier: { RecordingCourier() })
    var report = RunReport()
    let simulated = try press.simulate(digest, from: start, until: end, releasing: release, &report)
    if let picture { try write(simulated.picture, to: picture) }
    if json { return try printJSON(simulated) }
    report.problems.forEach(printError)
    show(simulated)
  }

  private func time(in zone: Zone) throws -> (Instant, Instant) {
    let end = until.map { $0.hasTime ? $0.instant(in: zone) : zone.end(of: $0.civil) } ?? moment.instant
    let start = from?.instant(in: zone) ?? end - .seconds(13 * 7 * 86_400)
    guard start < end else { throw CommandError("--from is later than --until") }
    guard end - start <= .seconds(Self.longest) else { throw CommandError("at most ten years can be simulated") }
    return (start, end)
  }

  private static let longest = 3660 * 86_400

  private func write(_ picture: String, to file: String) throws {
    let url = URL(fileURLWithPath: file)
    _ = try PublicFolder(url.deletingLastPathComponent().path).write(Array(picture.utf8), to: url.lastPathComponent)
  }

  private func show(_ simulated: SimulatedDigest) {
    let rows = simulated.rows
    let most = rows.map { $0.articles.count + $0.waiting.count }.max() ?? 0
    printTable(
      ["SLOT", "ARTICLES", "", "FIRST ARTICLE"],
      rows.map { row in
        [row.time, row.inWords, bar(row, most: most), row.lead ?? "-"]
      })
    print("")
    simulated.summary.forEach { print($0) }
    for article in simulated.unmailed.prefix(10) { print("in no issue: \(article.article); \(article.reason)") }
    if simulated.unmailed.count > 10 { print("… and \(simulated.unmailed.count - 10) more in no issue") }
  }

  /// At most 30 wide: full blocks for articles, light ones for those that are waiting.
  private func bar(_ row: SimulatedDigest.Row, most: Int) -> String {
    let width = 30
    let length = { (count: Int) in most <= width ? count : (count * width + most - 1) / most }
    return String(repeating: "█", count: length(row.articles.count))
      + String(repeating: "░", count: length(row.waiting.count))
  }
}

extension WrittenDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Zone {
  /// The last second of a day.
  fileprivate func end(of day: CivilTime) -> Instant {
    firstInstant(atOrAfter: CivilTime(secondsSince1970: (day.secondsSince1970 / 86_400 + 1) * 86_400)) - .seconds(1)
  }
}
