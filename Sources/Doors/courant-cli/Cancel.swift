import ArgumentParser
import LedgerSQL
import Model
import Office
import Press

struct Cancel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract: "Cancel the unsent rest of an issue, or discard a held slot's articles.",
    discussion: """
      A held slot's articles are discarded, or wait for the next issue with --later. A slot that only waits for its \
      `delay` leaves no trace: its articles always wait for the next issue.

      Works during a run: messages that are not yet in flight stay unsent. Email that has been sent cannot be recalled. \
      The articles of a cancelled issue count as sent, so no later issue contains them. Its page in the archive stays.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Flag(help: "Keep the articles of a held slot for the next issue.") var later = false
  @Argument(help: "An issue (weekly#12), or a held slot (weekly@2026-11-23T07:00).") var issue: String

  func run() throws {
    let opened = try options.open()
    let ledger = try options.ledger(of: opened)
    try issue.contains("@") ? letGo(opened, ledger) : cancel(ledger)
  }

  private func cancel(_ ledger: SQLLedger) throws {
    let recorded = try ledger.issue(named: issue)
    guard !later else {
      throw CommandError("\(issue): frozen, so its articles are in no later issue; --later is for held slots")
    }
    let dropped = try ledger.acts(at: moment).perform(.cancel, .issue(issue)) { act in
      act.before = recorded.cancelled == nil ? "frozen" : "cancelled"
      let dropped = try ledger.cancel(recorded.id, at: moment.instant)
      act.after = "cancelled; \(dropped) unsent"
      return dropped
    }
    let left = try ledger.tally(of: recorded.id).filter { [.accepted, .claimed, .uncertain].contains($0.key) }
    output.printResult(Self.sentence(issue, dropped: dropped, left: left.values.reduce(0, +)))
  }

  private static func sentence(_ issue: String, dropped: Int, left: Int) -> String {
    if dropped == 0 {
      return "\(issue) is cancelled, but it had no unsent messages: all were sent, or it had no readers"
    }
    let had = left == 0 ? "" : "; \(left) had already left"
    return "\(issue) is cancelled; \(dropped) \(dropped == 1 ? "message" : "messages") will not be sent\(had)"
  }

  private func letGo(_ opened: OpenedSite, _ ledger: SQLLedger) throws {
    let slots = HeldSlots(opened, ledger: ledger, now: moment.instant)
    let hold = try slots.hold(of: issue)
    let isPutOff = later || hold?.reason == .delay
    let count = try ledger.acts(at: moment).perform(.cancel, .slot(issue)) { act in
      act.before = "held" + (hold.map { " (\($0.reason.rawValue))" } ?? "")
      let count = try isPutOff ? slots.putOff(issue) : slots.letGo(issue)
      act.after = isPutOff ? "cancelled; \(count) articles wait" : "cancelled; \(count) articles unmailed"
      return count
    }
    output.printResult(
      "\(issue) is cancelled; its \(count) articles "
        + (isPutOff ? "wait for the next issue" : "will never be mailed"))
  }
}
