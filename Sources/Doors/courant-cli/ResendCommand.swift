import ArgumentParser
import LedgerSQL
import Model
import Office
import Press

struct ResendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resend",
    abstract: "Send an issue again to readers who did not get it.",
    discussion: """
      Queues the issue, as it was frozen and with the same Message-ID, for the readers whose message was refused or \
      given up after two days; the next run sends it. Readers who got it, unsubscribed or are suppressed do not get \
      it. Messages that are still queued are not affected. Works during a run.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The issue, for example weekly#12.") var issue: String
  @Flag(help: "Only to readers whose message was refused, not to those given up after two days.") var refused = false
  @Flag(help: "Also to readers whose message may have arrived because the reply was lost. They may get it twice.")
  var uncertain = false

  func run() throws {
    let opened = try options.open()
    let ledger = try options.ledger(of: opened)
    let recorded = try ledger.issue(named: issue)
    var recipients: Resend.Recipients = refused ? .refused : [.refused, .givenUp]
    if uncertain { recipients.insert(.uncertain) }
    let resend = try ledger.acts(at: moment).perform(.resend, .issue(issue)) { act in
      guard let resend = try ledger.resend(recorded.id, to: recipients, at: moment.instant) else {
        throw CommandError("\(issue): cancelled; it is not sent again")
      }
      act.after = "\(resend.queued) queued again"
      return resend
    }
    output.printResult(Self.sentence(issue, resend))
  }

  static func sentence(_ issue: String, _ resend: Resend) -> String {
    var parts = [
      resend.queued == 0
        ? "\(issue): there are no readers to send it to again"
        : "\(issue): \(readers(resend.queued)) will get it; the next run sends it"
    ]
    if resend.unwanted > 0 {
      let isOne = resend.unwanted == 1
      let are = isOne ? "is" : "are"
      let get = isOne ? "gets" : "get"
      parts.append("\(readers(resend.unwanted)) who unsubscribed or \(are) suppressed \(get) nothing")
    }
    if resend.uncertain > 0 {
      parts.append(
        "\(readers(resend.uncertain)) may have got it; --uncertain sends it to them again")
    }
    return parts.joined(separator: "; ")
  }

  private static func readers(_ count: Int) -> String { count == 1 ? "1 reader" : "\(count) readers" }
}
