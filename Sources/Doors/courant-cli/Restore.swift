import ArgumentParser
import Couriers
import Foundation
import LedgerSQL
import Model
import Office
import Press

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in place of the ledger, and recover what happened since.",
    discussion: """
      First end `courant serve` and disable the crontab line: nothing is replaced while a process uses the ledger. The \
      replaced ledger is kept in var/replaced-TIME/; var/courant.journal and var/courant.pulse stay, because they know what \
      the backup does not. On a new machine, put a copy of the newest journal there first.

      With a ledger on PostgreSQL, `url` must name an empty database. Nothing there records who has left since the backup.

      Then does what `courant recover --yes` does: whoever left since the backup, according to the journal and to \
      var/leaving/, stays unsubscribed; issues that were sent since are recorded as sent; messages that were open in the \
      backup may have been sent, so they are not sent again, unless --resend says so.

      --smtp-log names a log of the mail server since the backup: messages whose Message-ID it accepted count as accepted. \
      Understood are Postfix, and lines of other servers with a Message-ID and a word such as `accepted` or `sent`. \
      Messages in no log stay uncertain; with --resend they are sent, under the same Message-ID.

      Exit codes: 0 restored; 65 the file is not a usable backup; 75 a process uses the ledger; 78 restored, but the settings \
      lack new names of digests and feeds: correct them, then run `courant recover --yes`. Until then nothing is mailed.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Argument(help: "What `courant backup` wrote.") var file: String
  @Option(help: ArgumentHelp("A log of the mail server. May be repeated.", valueName: "file"))
  var smtpLog: [String] = []
  @Flag(help: "Send what may have been sent, and is in no log, again.") var resend = false

  func run() throws {
    let opened = try options.open()
    for log in smtpLog where !FileManager.default.isReadableFile(atPath: log) {
      throw CommandError("\(log): cannot be read; check the path and its permissions")
    }
    let replacement = try replace(opened)
    show(replacement, opened)
    let ledger = try options.ledger(of: opened)
    let acts = ledger.acts(at: moment)
    try acts.begin(.restore, .file(file))
    let press = PressRun(
      opened, ledger: ledger, now: moment.instant, clock: Moment.clock, courier: { RecordingCourier() })
    let result = try finish(press)
    guard let restored = result.restored else {
      throw CommandError("a run has begun in the meantime; run `courant recover --yes` when it has ended", .waiting)
    }
    try acts.end(.restore, .file(file), after: Recover.counts(restored, resend: resend))
    show(result, restored)
  }

  private func replace(_ opened: OpenedSite) throws -> LedgerReplacement {
    let place = try opened.ledgerPlace()
    do throws(LedgerError) {
      return switch place {
      case .file(let path): try LedgerReplacement(of: path, by: file, at: moment.instant)
      case .server(let address): try LedgerReplacement(on: address, by: file, near: opened.ledgerPath)
      }
    } catch {
      let isBusy = error.sentence.contains("in progress") || error.sentence.contains("uses it")
      throw CommandError(error.sentence, isBusy ? .waiting : .badContent)
    }
  }

  private func finish(_ press: PressRun) throws -> Restoration.Result {
    do {
      return try Restoration(press).finish(logs: smtpLog, sendingAgain: resend)
    } catch let refusal as PressRun.RecoveryError {
      refusal.sentences.forEach(printError)
      throw CommandError(
        "the backup is in place, but nothing is mailed; correct this, then run `courant recover --yes`",
        .badConfiguration)
    }
  }

  private func show(_ replacement: LedgerReplacement, _ opened: OpenedSite) {
    let made = replacement.made.map { "the backup of \(opened.site.zone.shown($0))" } ?? "a copy of unknown age"
    print("in place: \(made)")
    if let aside = replacement.aside { print("kept aside: \(aside)") }
    if opened.site.ledger?.server != nil {
      print("nothing records who has left since the backup; end those subscriptions by hand")
    } else if !FileManager.default.fileExists(atPath: LedgerFiles(ledger: opened.ledgerPath).journal) {
      print("there is no var/courant.journal, so readers who left since the backup are unknown; remove them by hand")
    }
  }

  private func show(_ result: Restoration.Result, _ restored: Restored) {
    if result.departures > 0 { print("readers who left meanwhile (var/leaving/): \(result.departures)") }
    if !smtpLog.isEmpty { print("messages that the mail server accepted: \(result.accepted)") }
    for (issue, messages) in result.doubtful { print("may have been sent: \(issue), \(messages) messages") }
    Recover.show(restored, resend: resend)
    print("readers who joined since the backup are not in it; add them again")
    print("the next run mails again; start `courant serve` and enable the crontab line")
  }
}
