import ArgumentParser
import LedgerSQL
import Model
import Office
import Press
import Time

struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "List what operators did, newest first.",
    discussion: """
      Each command that changes the ledger or the readers is recorded in the transaction that does it: who, when, from \
      where, what, on what, before and after. Nothing in the record is ever changed or deleted. It names readers by number \
      and masked; --reader finds those about one. Times are in the site's time zone, with --json in UTC.
      """)

  @OptionGroup var options: SiteOptions
  @Option(help: ArgumentHelp("Only acts since then (RFC 3339, for example 2026-11-23T07:00:05Z).", valueName: "time"))
  var since: Instant?
  @Option(help: ArgumentHelp("Only acts about this reader.", valueName: "address")) var reader: String?
  @Option(help: "At most this many.") var limit = 100
  @Option(help: ArgumentHelp("Only acts before this one: the last `id` of an earlier page.", valueName: "id"))
  var before: Int64?
  @Flag(help: JSONHelp.text) var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  func run() throws {
    let opened = try options.open()
    let ledger = try SQLLedger(reading: opened.ledgerPlace())
    let acts = try ledger.acts(
      since: since, about: reader.map(emailAddress), before: before.map(RecordedAct.ID.init), limit: limit)
    if json { return try printJSON(AuditReport(acts)) }
    if acts.isEmpty { return print("no acts are recorded") }
    printTable(
      ["ID", "WHEN", "WHO", "ACT", "BEFORE", "AFTER"],
      acts.map { act in
        [
          "\(act.id.number)", opened.site.zone.shown(act.at), act.by.description, "\(act.verb) \(act.target)",
          act.before ?? "", act.after ?? "",
        ]
      })
  }
}
