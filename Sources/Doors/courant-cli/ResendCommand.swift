import ArgumentParser
import LedgerSQL
import Model
import Press

struct ResendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resend",
    abstract: "Send an issue again to those who did not get it.",
    discussion: """
      Queues the issue, as it was frozen and with the same Message-ID, for the readers whose mail was refused or given up \
      after two days; the next run sends it. Nobody gets it who already got it, who left, or who is suppressed. Mails that \
      still wait are not touched. Works while a run is sending.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The issue, such as weekly#12.") var issue: String
  @Flag(help: "Only to those whose mail a server refused, not to those given up after two days.") var refused = false
  @Flag(help: "Also to those whose mail may have arrived: the answer to it was lost. They may get it twice.")
  var uncertain = false

  func run() throws {
    let opened = try options.open()
    let ledger = try options.ledger(of: opened)
    let recorded = try ledger.issue(named: issue)
    var recipients: Resend.Recipients = refused ? .refused : [.refused, .givenUp]
    if uncertain { recipients.insert(.uncertain) }
    guard let resend = try ledger.resend(recorded.id, to: recipients, at: moment.instant) else {
      throw CommandError("\(issue) is cancelled: it is not sent again")
    }
    output.printResult(Self.sentence(issue, resend))
  }

  static func sentence(_ issue: String, _ resend: Resend) -> String {
    var parts = [
      resend.queued == 0
        ? "\(issue): there is nobody to send it to again"
        : "\(issue): \(readers(resend.queued)) will get it; the next run sends it"
    ]
    if resend.unwanted > 0 {
      let get = resend.unwanted == 1 ? "gets" : "get"
      parts.append("\(readers(resend.unwanted)) left or suppressed \(get) nothing")
    }
    if resend.uncertain > 0 {
      parts.append(
        "for \(readers(resend.uncertain)) it is uncertain whether they got it: --uncertain sends it to them too")
    }
    return parts.joined(separator: "; ")
  }

  private static func readers(_ count: Int) -> String { count == 1 ? "1 reader" : "\(count) readers" }
}
