import ArgumentParser
import LedgerSQL
import Model
import Office
import Press
import Time

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Show the sources of articles and their state, or try one.",
    subcommands: [ListSources.self, TrySource.self], defaultSubcommand: ListSources.self)
}

struct ListSources: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show each source: when it is checked, when it last brought something new, and any problem.",
    discussion: """
      A source is `quiet` if nothing new came for five times its usual time, at least a week; `incomplete` if its last \
      document was cut off; `waiting` if its host asked to be left alone; `failing` if it cannot be read at \
      present; `ended` if it is gone for good, so that it is not asked any more. Folders are read by each run. \
      Times are in the site's time zone, with --json in UTC.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Flag(help: JSONHelp.text) var json = false

  func run() throws {
    let opened = try options.open()
    let ledger = try SQLLedger(reading: opened.ledgerPlace())
    let list = try SourceList(opened.site, ledger: ledger, now: moment.instant)
    if json { return try printJSON(list) }
    let header = ["NEXT", "LEFT", "LAST", "PASSED", "NEWS", "ARTICLES", "SOURCE", "KIND", "STATE"]
    printTable(header, list.sources.map { cells($0, in: opened.site.zone) })
  }

  private func cells(_ row: SourceList.Row, in zone: Zone) -> [String] {
    let next = row.next_check.flatMap { Instant(rfc3339: $0) }
    let last = row.last_check.flatMap { Instant(rfc3339: $0) }
    let news = row.news.flatMap { Instant(rfc3339: $0) }
    let now = moment.instant
    let held = row.held > 0 ? "\(row.held) articles wait for `courant release \(row.name)`" : nil
    let state = row.state.map { ([$0.rawValue] + [held, row.remark].compactMap(\.self)).joined(separator: "; ") }
    return [
      next.map(zone.shown) ?? (row.state == nil ? "each run" : "-"),
      next.map { max(.zero, $0 - now).roughly } ?? "-",
      last.map(zone.shown) ?? "-", last.map { (now - $0).roughly } ?? "-",
      news.map { (now - $0).roughly + " ago" } ?? "-",
      "\(row.articles)", row.name, row.kind, state ?? row.place,
    ]
  }
}
