import ArgumentParser
import LedgerSQL
import Model
import Press

struct Cancel: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The rest of an issue never goes; or the news of a held slot is let go.",
    discussion: """
      Works while a run is sending: what is not yet in its hands stays. Mails that have left cannot be called back. The
      articles of a cancelled issue count as sent: no later issue brings them again. Its page in the archive stays.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The issue, such as weekly#12, or a held slot, such as weekly@2026-11-23T07:00.") var issue: String

  func run() throws {
    let opened = try options.open()
    let ledger = try options.ledger(of: opened)
    try issue.contains("@") ? letGo(opened, ledger) : cancel(ledger)
  }

  private func cancel(_ ledger: SQLLedger) throws {
    let recorded = try ledger.issue(named: issue)
    let dropped = try ledger.cancel(recorded.id, at: moment.instant)
    output.printResult(
      dropped == 0
        ? "\(issue) is cancelled, but none of its mails was waiting: they have gone, or nobody was to get one"
        : "\(issue) is cancelled: \(dropped) \(dropped == 1 ? "mail" : "mails") will not go")
  }

  private func letGo(_ opened: OpenedSite, _ ledger: SQLLedger) throws {
    let count = try HeldSlots(opened, ledger: ledger, now: moment.instant).letGo(issue)
    output.printResult("\(issue) is cancelled: its \(count) articles will never be mailed")
  }
}
