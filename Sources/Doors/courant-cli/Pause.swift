import ArgumentParser
import LedgerSQL
import Model
import Office
import Press

struct Pause: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause",
    abstract: "Stop all mail until `courant resume`.",
    discussion: """
      A run that is sending stops within seconds: messages in their final exchange are finished, the rest stays queued. \
      Until `courant resume`, no issue is frozen and none is mailed; feeds and pages are still published, and readers can \
      still leave. Slots that fall due meanwhile are decided after the pause: their articles go into an issue then, or, \
      later than `late_within`, into the next one.

      Letters that answer a reader (to confirm, a lost link, a change of address) are still sent, because someone waits \
      for them; with --letters they wait too. A welcome brings an issue and always waits. `courant send-test` still sends.

      The pause does not end by itself, not even after a crash or a restart. `courant status` and every run show it.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "Why, for whoever sees it.") var reason: String
  @Flag(help: "Also stop letters that answer readers.") var letters = false

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("Write a reason, for example \"wrong template\".") }
  }

  func run() throws {
    let ledger = try options.existingLedger()
    let before = try ledger.acts(at: moment).perform(.pause, .mail) { act in
      let before = try ledger.sendingPause()
      act.before = before.map { "paused: \($0.reason)" } ?? "sending"
      act.after = "paused: \(reason)" + (letters ? "; letters too" : "")
      try ledger.pauseSending(
        SendingPause(reason, since: moment.instant, by: Operator.ofThisProcess.description, stopsLetters: letters))
      return before
    }
    let what = letters ? "all mail, with letters to single readers," : "all mail, except letters that answer readers,"
    output.printResult(
      before == nil
        ? "\(what) is paused; `courant resume` ends the pause" : "was paused already; the reason is now: \(reason)")
  }
}

struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "End a pause of all mail.",
    discussion: "The next run freezes what is due, and sends what is queued.")

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output

  func run() throws {
    let ledger = try options.existingLedger()
    guard try ledger.sendingPause() != nil else { return output.printResult("sending is not paused") }
    try ledger.acts(at: moment).perform(.resume, .mail) { act in
      act.before = try ledger.resumeSending().map { "paused: \($0.reason)" }
      act.after = "sending"
    }
    output.printResult("the pause has ended; the next run sends what is due")
  }
}
