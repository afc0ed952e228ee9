import ArgumentParser
import Couriers
import LedgerSQL
import Model
import Office
import Press

struct Recover: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Show what the ledger lacks after a loss; with --yes, restore it and resume mailing.",
    discussion: """
      If an old copy of var/ was restored, var/ was lost, its -wal was deleted after a crash, or a copy of the site was \
      moved to another machine, the ledger does not know who has unsubscribed or was mailed since. Then `courant run` \
      publishes, mails no one, and exits with 75.

      Restores everything that is recorded outside the ledger: renames of digests and feeds, departures and suppressions \
      (var/courant.journal), and the issues that were sent (the journal, and the pages under public/archive/), with \
      their slots, numbers and articles. If you have a newer backup, restore that first.

      Queued messages that may already have been sent are not sent again. With --resend they are, with their old \
      Message-IDs, and articles of restored issues are news again: some readers may get them twice.

      On a new machine, stop the crontab of the old one first.

      A ledger on a server has no such records outside. If the server lost what it had confirmed, because a standby took over \
      without it, all queued messages may have been sent already, and readers may have unsubscribed who are not known to have.

      Exit codes: 0 nothing is missing, or it was restored; 75 something is missing, or a run is in progress; 78 the \
      settings lack the new names of digests and feeds.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Flag(help: "Restore what is missing, and resume mailing.") var yes = false
  @Flag(help: "Send messages again that may already have been sent.") var resend = false

  func validate() throws {
    if resend, !yes { throw ValidationError("--resend needs --yes.") }
  }

  func run() throws {
    let opened = try options.open()
    guard yes else { return try show(opened) }
    let press = press(opened, try options.ledger(of: opened))
    let loss = try press.ledger.loss()
    let acts = Acts(of: .ofThisProcess, ledger: press.ledger, now: moment.instant)
    try acts.begin(.recover, .ledger)
    guard let restored = try recover(press) else {
      throw CommandError("another run is in progress; nothing was restored", .waiting)
    }
    guard loss != nil || restored != Restored(departures: 0, issues: 0, doubtful: 0) else {
      try acts.end(.recover, .ledger, after: "nothing was missing")
      print("nothing is missing; the next run mails as before")
      return
    }
    try acts.end(.recover, .ledger, after: Self.counts(restored, resend: resend))
    Self.show(restored, resend: resend)
    if let writes = loss?.writes {
      print("nothing else is known about the \(writes) missing transactions; add readers again who joined since")
    }
    print("the next run mails again")
  }

  static func counts(_ restored: Restored, resend: Bool) -> String {
    "\(restored.departures) departures, \(restored.issues) issues, \(restored.renames.count) renames, "
      + "\(restored.doubtful) doubtful messages " + (resend ? "sent again" : "not sent again")
  }

  static func show(_ restored: Restored, resend: Bool) {
    for rename in restored.renames { print("renamed again: \(rename.old) is now \(rename.new.name)") }
    print("departures and suppressions restored: \(restored.departures)")
    print("issues restored: \(restored.issues)")
    let consequence = resend ? "; they will be sent again" : "; they will not be sent again"
    print(
      "messages that may already have been sent: \(restored.doubtful)" + (restored.doubtful == 0 ? "" : consequence))
    if restored.doubtful > 0, !resend {
      print("`courant resend ISSUE --uncertain` sends an issue to those readers; some may get it twice")
    }
  }

  private func recover(_ press: PressRun) throws -> Restored? {
    do {
      return try press.recover(sendingAgain: resend)
    } catch let refusal as PressRun.RecoveryError {
      refusal.sentences.forEach(printError)
      throw CommandError(
        "nothing was restored; correct this, then run `courant recover --yes` again", .badConfiguration)
    }
  }

  /// Works on a copy of the ledger.
  private func show(_ opened: OpenedSite) throws {
    let missing = try press(opened, try SQLLedger(copying: opened.ledgerPlace())).missing()
    guard !missing.isNothing else {
      print("nothing is missing")
      return
    }
    if let loss = missing.loss { print(loss) }
    for rename in missing.renames { print("missing: the \(rename.old) was renamed to \(rename.new.name)") }
    for issue in missing.issues {
      let readers = issue.readers.map { ", \($0) readers" } ?? ""
      print(
        "missing: \(issue.digest)#\(issue.number) \"\(issue.subject)\" (\(issue.articles.count) articles\(readers))")
    }
    print("missing: \(missing.departures) departures and suppressions")
    print("messages that may already have been sent: \(missing.doubtful)")
    if missing.isJournalOlder {
      print(
        "var/courant.journal: also lacks issues, so readers who unsubscribed since it was written are unknown; restore "
          + "its newest copy, or first remove those readers with `courant subscribers remove`")
    }
    print("`courant recover --yes` restores what is missing and resumes mailing; `courant recover --help` explains how")
    leave(.waiting)
  }

  private func press(_ opened: OpenedSite, _ ledger: SQLLedger) -> PressRun {
    PressRun(opened, ledger: ledger, now: moment.instant, clock: Moment.clock, courier: { RecordingCourier() })
  }
}
