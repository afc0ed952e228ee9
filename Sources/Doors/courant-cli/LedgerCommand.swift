import ArgumentParser
import Foundation
import LedgerSQL
import Model
import Office
import Press
import Time

struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Move the ledger to another database, or choose who gathers.",
    subcommands: [Move.self, GatherHere.self])

  struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "move",
      abstract: "Copy the ledger into an empty database, and leave the old one unusable.",
      discussion: """
        FROM and TO are sqlite:var/courant.sqlite, or the URL of a PostgreSQL server as in [ledger]. Nothing may use the \
        ledger during the move: disable the crontab lines and stop `courant serve`. Then write TO into `url` of [ledger].

        A file is kept in a folder var/moved-TIME, with its journal; a ledger on a server remains there, and commands refuse \
        to use it.
        """)

    @OptionGroup var options: SiteOptions
    @OptionGroup var moment: Moment
    @OptionGroup var output: Output
    @Argument(help: "Where the ledger is.") var from: String
    @Argument(help: "An empty database, or the file.") var to: String

    func run() throws {
      let move = try LedgerMove(from: try place(from), to: try place(to), at: moment.instant)
      output.printResult("moved: \(move.readers) readers, \(move.issues) issues")
      if let aside = move.aside { output.printResult("kept aside: \(aside)") }
      let isNamed = try OpenedSite.ledgerServer(in: options.site)?.url == (to.hasPrefix("sqlite:") ? nil : to)
      if !isNamed { output.printNotice("write url = \"\(to)\" into [ledger] of schedule.conf before the next run") }
    }

    /// A password comes from the file of the settings if they name this server, otherwise from where libpq looks for it.
    private func place(_ text: String) throws -> LedgerPlace {
      if text == "sqlite:var/courant.sqlite" { return .file(options.site + "/var/courant.sqlite") }
      guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else {
        throw CommandError("`\(text)` must be sqlite:var/courant.sqlite or postgres://USER@HOST/DATABASE")
      }
      let known = try OpenedSite.ledgerServer(in: options.site)
      return .server(PostgresAddress(text, password: known?.url == text ? known?.password : nil))
    }
  }

  struct GatherHere: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gather-here",
      abstract: "Make this machine the one that gathers articles, publishes and freezes.",
      discussion: """
        Of several machines with one ledger, one does this, and runs on the others only deliver, unless gather = "any" is in \
        [ledger]. First make sure that the articles are here as they were there: the next run withdraws what is missing. The \
        former machine only delivers from then on.
        """)

    @OptionGroup var options: SiteOptions
    @OptionGroup var moment: Moment
    @OptionGroup var output: Output

    func run() throws {
      let ledger = try options.existingLedger()
      guard let here = GatheringMachine(here: try options.open().folder, ledger, at: moment.instant) else {
        return output.printResult("the ledger is a file, so only this machine can gather")
      }
      let before = try GatheringMachine(in: ledger)
      if let before, before.isSame(as: here) {
        return output.printResult("this machine is the one that gathers already")
      }
      try ledger.acts(at: moment).perform(.gatherHere, .ledger) { act in
        act.before = before?.name
        act.after = here.name
        try here.record(in: ledger)
      }
      output.printResult(
        "from now on, articles are gathered on \(here.name)" + (before.map { ", no longer on \($0.name)" } ?? ""))
    }
  }
}
