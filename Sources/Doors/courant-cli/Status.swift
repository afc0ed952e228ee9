import ArgumentParser
import Couriers
import Foundation
import LedgerSQL
import Model
import Office
import Press
import Text
import Time

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show issues, deliveries by state, held slots, the last run and the oldest unsent message.",
    discussion: "Times are in the site's time zone, with --json in UTC.")

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Flag(help: JSONHelp.text) var json = false

  func run() throws {
    let opened = try options.open()
    let ledger = try SQLLedger(reading: opened.ledgerPlace())
    let status = try SiteStatus(
      PressRun(
        opened, ledger: ledger, now: moment.instant, clock: Moment.clock, courier: { RecordingCourier() }))
    if json { try printJSON(status) } else { show(status, in: opened.site.zone) }
  }

  private func show(_ status: SiteStatus, in zone: Zone) {
    for doubt in status.doubts { print("doubt            \(doubt)") }
    for alert in status.alerts { print("alert            \(alert)") }
    for machine in status.machines {
      print("machine          \(machine.host), process \(machine.process): \(machine.does)")
    }
    if let gatherer = status.gatherer {
      print("gathers          \(gatherer.host) (\(gatherer.folder)), last about \(shown(gatherer.last, in: zone))")
    }
    print("last run         \(status.last_run.map { shown(run: $0, in: zone) } ?? "never")")
    if let backup = status.last_backup { print("last backup      \(shown(backup, in: zone))") }
    print("articles         \(status.articles)" + (status.faults > 0 ? ", \(status.faults) faults in files" : ""))
    for digest in status.digests {
      print(
        "readers          \(digest.name): \(digest.confirmed) confirmed"
          + (digest.paused > 0 ? " (\(digest.paused) paused)" : "")
          + ", \(digest.pending) pending, \(digest.ended) ended, "
          + "\(digest.suppressed) suppressed" + (digest.named ? "" : "; not in schedule.conf, so not mailed")
      )
    }
    print("deliveries       " + (status.deliveries.isEmpty ? "none" : states(status.deliveries)))
    if let letters = status.letters { print("letters          \(shown(letters, in: zone))") }
    if let oldest = status.oldest_open { print("oldest waiting   since \(shown(oldest, in: zone))") }
    if let next = status.next_attempt { print("next attempt     \(shown(next, in: zone))") }
    for held in status.holds {
      let until = held.until.map { "; released by itself at \(shown($0, in: zone))" } ?? ""
      print("held             \(held.slot)\(until); `courant release \(held.slot)` sends it")
    }
    for loss in status.losses { print("held             \(loss)") }
    for source in status.sources {
      print("source           \(source.name) is \(source.state.rawValue)\(source.remark.map { "; \($0)" } ?? "")")
    }
    if !status.issues.isEmpty { show(status.issues, in: zone) }
  }

  private func show(_ issues: [SiteStatus.IssueStatus], in zone: Zone) {
    print("")
    printTable(
      ["ISSUE", "FROZEN", "ARTICLES", "DELIVERIES", "SUBJECT"],
      issues.map { issue in
        [
          issue.issue, shown(issue.frozen, in: zone), "\(issue.articles)",
          (issue.cancelled == nil ? "" : "cancelled; ")
            + (issue.deliveries.isEmpty ? "none" : states(issue.deliveries)),
          issue.subject,
        ]
      })
  }

  private func shown(_ moment: String, in zone: Zone) -> String {
    Instant(rfc3339: moment).map(zone.shown) ?? moment
  }

  /// When the run started, and how it ended.
  private func shown(run: String, in zone: Zone) -> String {
    let moment = String(run.prefix { $0 != "," })
    return shown(moment, in: zone) + run.dropFirst(moment.count)
  }

  private func shown(_ letters: SiteStatus.LetterStatus, in zone: Zone) -> String {
    var parts: [String] = []
    if let since = letters.waiting_since { parts.append("\(letters.waiting) waiting, since \(shown(since, in: zone))") }
    if letters.failed > 0 {
      let reply = letters.reply.map { " (the last: \(forDisplay($0, atMost: 120)))" } ?? ""
      parts.append("\(letters.failed) failed in the last 7 days\(reply)")
    }
    return parts.joined(separator: "; ")
  }

  private func states(_ tally: [String: Int]) -> String {
    Delivery.State.allCases.compactMap { state in tally[state.rawValue].map { "\($0) \(state.rawValue)" } }
      .joined(separator: ", ")
  }
}
