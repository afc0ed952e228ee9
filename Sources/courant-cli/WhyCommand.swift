import ArgumentParser
import LedgerSQL
import Model
import Press

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Why an article is or is not in an issue; why a reader did or did not get one.")

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Argument(help: "An article's id or file, or a reader's address.") var subject: String

  func run() throws {
    let opened = try options.open()
    let why = Why(opened, ledger: try SQLiteLedger(reading: opened.ledgerPath), now: moment.instant)
    let lines =
      try why.lines(article: subject)
      ?? EmailAddress(subject).flatMap { try why.lines(address: $0) }
    guard let lines else {
      throw Complaint(
        subject.contains("@")
          ? "\(subject) is not in the ledger: never subscribed, never suppressed"
          : "no article `\(subject)` has been gathered; give its id or its file, such as articles/x.md")
    }
    lines.forEach { print($0) }
  }
}
