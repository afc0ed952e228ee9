import ArgumentParser
import LedgerSQL
import Model
import Office
import Press

struct Change: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Change a reader's address, and keep their feeds, consent and history.",
    discussion: """
      Only for readers who asked for it from the old address, or whom you know. Ended subscriptions stay ended. Queued \
      mail goes to the new address. The old one is never mailed again, and no import brings it back. Links in emails \
      already sent still unsubscribe. An address whose mailbox failed can be changed; one that complained or was removed \
      cannot.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The current address.") var old: String
  @Argument(help: "The new address.") var new: String

  func run() throws {
    let old = try emailAddress(old)
    let new = try emailAddress(new)
    let ledger = try options.ledger(of: options.open())
    // Recorded with the new address, because the old one has no number afterwards.
    let (moved, ended) = try ledger.acts(at: moment).perform(.change, .reader(new)) { act in
      act.before = old.masked
      act.after = new.masked
      return try change(old, to: new, in: ledger)
    }
    output.printResult("\(old): is now \(new)" + reading(moved) + stillEnded(ended))
  }

  private func change(
    _ old: EmailAddress, to new: EmailAddress, in ledger: SQLLedger
  ) throws -> (moved: [String], ended: [String]) {
    switch try ledger.change(old, to: new, at: moment.instant) {
    case .changed(let moved, let ended): return (moved, ended)
    case .unknown: throw CommandError("\(old): has no subscriptions")
    case .suppressed(let address, let reason):
      throw CommandError("\(address): suppressed (\(reason.rawValue)); nothing was changed", .badContent)
    case .hasEnded(let digest):
      throw CommandError(
        "\(new): unsubscribed from \(digest), so nothing was changed; if they asked to return, run "
          + "`courant subscribers add \(new) --digest \(digest) --confirmed --returning` and remove \(old)", .badContent
      )
    case .readsAlready(let digest):
      throw CommandError(
        "\(new): already subscribed to \(digest), so nothing was changed; run "
          + "`courant subscribers remove \(old) --digest \(digest)`", .badContent)
    }
  }

  private func reading(_ moved: [String]) -> String {
    moved.isEmpty ? "" : ", and follows \(moved.joined(separator: ", "))"
  }

  private func stillEnded(_ ended: [String]) -> String {
    ended.isEmpty ? "" : "; \(ended.joined(separator: ", ")) stays ended"
  }
}
