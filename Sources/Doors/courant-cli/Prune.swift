import ArgumentParser
import Foundation
import LedgerSQL
import Model
import Office
import Press
import Time

struct Prune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Delete what is older than `keep` in [ledger] from the ledger.",
    discussion: """
      Deletes who got which issue, the attempts, and the emails as they were rendered, of issues that were frozen longer ago \
      and have ended; never the newest issue of a digest. The counts of each issue stay. Never deleted are readers, their \
      consent, suppressions, what was in which issue, bounces, and what operators did.

      Works while everything runs, a few rows at a time. The file does not shrink: its free pages are used again, and \
      `courant backup` leaves them out.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Flag(help: "Print what would be deleted, and change nothing.") var dryRun = false

  func run() throws {
    let opened = try options.open()
    guard let keep = opened.site.ledger?.keep else {
      throw CommandError("schedule.conf: `keep` in [ledger] says how long to keep it; add, for example, keep = \"2y\"")
    }
    let then = moment.instant - keep
    if dryRun {
      let pruned = try SQLLedger(reading: opened.ledgerPlace()).prunable(before: then)
      return output.printResult("would be deleted: " + Self.words(pruned))
    }
    let ledger = try options.ledger(of: opened)
    let acts = ledger.acts(at: moment)
    try acts.begin(.prune, .ledger)
    var pruner = Pruner(ledger, before: then)
    let start = ContinuousClock.now
    // A process that waits for the ledger checks every millisecond.
    let pruned = try pruner.run(elapsed: { ContinuousClock.now - start }, rest: { _ in usleep(3_000) })
    try acts.end(.prune, .ledger, after: Self.words(pruned))
    output.printResult("deleted: " + Self.words(pruned))
  }

  private static func words(_ pruned: Pruned) -> String {
    if pruned.isEmpty { return "nothing" }
    return "\(pruned.deliveries) deliveries, \(pruned.attempts) attempts, \(pruned.editions) editions, "
      + "\(pruned.tests) test messages"
  }
}
