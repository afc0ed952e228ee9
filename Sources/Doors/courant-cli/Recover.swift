import ArgumentParser
import Couriers
import LedgerSQL
import Model
import Press

struct Recover: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what the ledger lacks after a loss; with --yes, takes it back and lets mail go.",
    discussion: """
      After an old copy of var/ was restored, var/ was lost, its -wal was deleted after a crash, or a copy of the site came
      to another machine, the ledger does not know who left and who was mailed since. Then `courant run` publishes, mails
      nobody, and leaves with 75.

      What is known outside of the ledger is taken back: renames of digests and feeds, who left and who must not be mailed
      (var/courant.journal), and the issues that went out (the journal, and the pages under public/archive/), with their
      slots, numbers and articles. If you have a newer backup, restore that first.

      Mails in the queue that may have been sent already are not sent again. With --resend they are, with the Message-IDs
      that they had, and articles of issues that are taken back are news again: some readers may get them twice.

      On a new machine, stop the old one's crontab first.

      Exit codes: 0 nothing is missing, or it was taken back; 75 something is missing, or a run is at work; 78 the settings
      do not have the names that digests and feeds got.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Flag(help: "Take it back, and let mail go.") var yes = false
  @Flag(help: "Send again what may have been sent already.") var resend = false

  func validate() throws {
    if resend, !yes { throw ValidationError("--resend goes with --yes.") }
  }

  func run() throws {
    let opened = try options.open()
    guard yes else { return try show(opened) }
    let press = press(opened, try options.ledger(of: opened))
    let loss = try press.ledger.loss()
    guard let restored = try recover(press) else {
      throw CommandError("another run is at work; nothing was taken back", .waiting)
    }
    guard loss != nil || restored != Restored(departures: 0, issues: 0, doubtful: 0) else {
      print("nothing is missing; the next run mails as before")
      return
    }
    for rename in restored.renames { print("renamed again: \(rename.old) is \(rename.new.name) now") }
    print("departures and suppressions taken back: \(restored.departures)")
    print("issues taken back: \(restored.issues)")
    print(
      "mails that may have been sent already: \(restored.doubtful)"
        + (restored.doubtful == 0 ? "" : resend ? "; they are sent again" : "; they are not sent again"))
    if restored.doubtful > 0, !resend {
      print("`courant resend ISSUE --uncertain` sends an issue to those readers; some of them may get it twice")
    }
    if let writes = loss?.writes {
      print("of the \(writes) transactions that were missing, no more is known: enter again who was added since")
    }
    print("the next run mails again")
  }

  private func recover(_ press: PressRun) throws -> Restored? {
    do {
      return try press.recover(sendingAgain: resend)
    } catch let refusal as PressRun.RecoveryError {
      refusal.sentences.forEach(printError)
      throw CommandError("nothing was taken back; then run `courant recover --yes` again", .badConfiguration)
    }
  }

  /// Works on a copy of the ledger.
  private func show(_ opened: OpenedSite) throws {
    let missing = try press(opened, try SQLLedger(copying: opened.ledgerPath)).missing()
    guard !missing.isNothing else {
      print("nothing is missing")
      return
    }
    if let loss = missing.loss { print(loss) }
    for rename in missing.renames { print("missing: the \(rename.old) got the name \(rename.new.name)") }
    for issue in missing.issues {
      let readers = issue.readers.map { ", \($0) readers" } ?? ""
      print(
        "missing: \(issue.digest)#\(issue.number) \"\(issue.subject)\" (\(issue.articles.count) articles\(readers))")
    }
    print("missing: \(missing.departures) departures and suppressions")
    print("mails that may have been sent already: \(missing.doubtful)")
    if missing.isJournalOlder {
      print(
        "var/courant.journal lacks issues too: readers who left since it was written are not known; if you have its newest "
          + "copy, put it back, or remove them with `courant subscribers remove` first")
    }
    print("`courant recover --yes` takes back what is missing and lets mail go; `courant recover --help` says how")
    leave(.waiting)
  }

  private func press(_ opened: OpenedSite, _ ledger: SQLLedger) -> PressRun {
    PressRun(opened, ledger: ledger, now: moment.instant, clock: Moment.clock, courier: { RecordingCourier() })
  }
}
