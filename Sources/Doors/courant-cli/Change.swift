import ArgumentParser
import LedgerSQL
import Model
import Press

struct Change: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give a reader another address; what they follow, their consent and their past go with it.",
    discussion: """
      Only for a reader who asked for it from the old address, or whom you know. Digests that they left stay left. Mail that
      waits goes to the new address. The old one is never mailed again, and no import brings it back. Links in mails that were
      sent still unsubscribe. An address whose mailbox failed can be changed; one that complained or was removed cannot.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The address that is known.") var old: String
  @Argument(help: "The address to write to from now on.") var new: String

  func run() throws {
    let old = try emailAddress(old)
    let new = try emailAddress(new)
    let ledger = try options.ledger(of: options.open())
    switch try ledger.change(old, to: new, at: moment.instant) {
    case .changed(let moved, let ended):
      output.printResult("\(old): is \(new) from now on" + reading(moved) + stillEnded(ended))
    case .unknown: throw CommandError("\(old) subscribes to nothing")
    case .suppressed(let address, let reason):
      throw CommandError("\(address) is suppressed (\(reason.rawValue)), so nothing is changed", .badContent)
    case .hasEnded(let digest):
      throw CommandError(
        "\(new) left \(digest), so nothing is changed; if they want it again: courant subscribers add \(new) --digest \(digest) "
          + "--confirmed --returning, and remove \(old)", .badContent)
    case .readsAlready(let digest):
      throw CommandError(
        "\(new) reads \(digest) already, so nothing is changed; end the other: courant subscribers remove \(old) --digest "
          + "\(digest)", .badContent)
    }
  }

  private func reading(_ moved: [String]) -> String {
    moved.isEmpty ? "" : ", and reads \(moved.joined(separator: ", "))"
  }

  private func stillEnded(_ ended: [String]) -> String {
    ended.isEmpty ? "" : "; \(ended.joined(separator: ", ")) stays left"
  }
}
