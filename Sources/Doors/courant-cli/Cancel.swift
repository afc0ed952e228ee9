import ArgumentParser
import LedgerSQL
import Model
import Office
import Press

struct Cancel: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Cancel the unsent rest of an issue, or discard a held slot's articles.",
    discussion: """
      Works during a run: messages that are not yet in flight stay unsent. Email that has been sent cannot be recalled. \
      The articles of a cancelled issue count as sent, so no later issue contains them. Its page in the archive stays.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "An issue (weekly#12), or a held slot (weekly@2026-11-23T07:00).") var issue: String

  func run() throws {
    let opened = try options.open()
    let ledger = try options.ledger(of: opened)
    try issue.contains("@") ? letGo(opened, ledger) : cancel(ledger)
  }

  private func cancel(_ ledger: SQLLedger) throws {
    let recorded = try ledger.issue(named: issue)
    let dropped = try ledger.acts(at: moment).perform(.cancel, .issue(issue)) { act in
      act.before = recorded.cancelled == nil ? "frozen" : "cancelled"
      let dropped = try ledger.cancel(recorded.id, at: moment.instant)
      act.after = "cancelled; \(dropped) unsent"
      return dropped
    }
    output.printResult(
      dropped == 0
        ? "\(issue) is cancelled, but it had no unsent messages: all were sent, or it had no readers"
        : "\(issue) is cancelled; \(dropped) \(dropped == 1 ? "message" : "messages") will not be sent")
  }

  private func letGo(_ opened: OpenedSite, _ ledger: SQLLedger) throws {
    let count = try ledger.acts(at: moment).perform(.cancel, .slot(issue)) { act in
      act.before = "held"
      let count = try HeldSlots(opened, ledger: ledger, now: moment.instant).letGo(issue)
      act.after = "cancelled; \(count) articles unmailed"
      return count
    }
    output.printResult("\(issue) is cancelled; its \(count) articles will never be mailed")
  }
}
