internal import Foundation
internal import Model
internal import Office
internal import Press
internal import Text
internal import Time
internal import Web

/// Is all well? The same as `courant status`, with anything that needs a decision first.
struct StatusPage {
  let status: SiteStatus
  let schedule: [(digest: String, next: Slot?)]
  private let readiness: Readiness
  private let alerts: [Alert]
  private let lastRun: Instant?
  let site: Site
  let now: Instant

  /// - Parameter press: on a read-only ledger.
  init(_ press: PressRun) throws {
    alerts = try press.alerts()
    status = try SiteStatus(press, alerts: alerts)
    readiness = try Readiness(press, alerts: alerts)
    lastRun = try RunRecord(in: press.ledger).last
    site = press.site
    now = press.now
    schedule = try site.digests.map { digest in
      (digest.name, try Selector(site: press.site, ledger: press.ledger, digest: digest).nextSlot(at: press.now))
    }
  }

  var page: DeskPage {
    let worries = worries
    var page = DeskPage(worries.isEmpty ? "All is well" : "Something needs you")
    let machines = Self.machines(status.machines, status.gatherer, clock)
    page.parts = worries + [overview] + [machines, issues].compactMap(\.self)
    page.command = "courant status"
    page.json = "/status.json"
    page.place = "/"
    return page
  }

  private var clock: DeskClock { DeskClock(zone: site.zone, now: now) }

  /// Anything that is waiting for a decision or failing, most urgent first.
  private var worries: [DeskPart] {
    [paused].compactMap(\.self) + readiness.reasons.map { DeskPart(.warning, "Not ready", $0) } + otherAlerts
      + status.holds.map(held)
      + status.losses.map { DeskPart(.warning, "Articles are held", $0) }
      + status.sources.filter { $0.state != .well && $0.state != .new }.map { source in
        DeskPart(.warning, "The source \(source.name) is \(source.state.rawValue)", source.remark ?? "")
      }
  }

  private var otherAlerts: [DeskPart] {
    alerts.filter { !readiness.reasons.contains($0.sentence) }.map { alert in
      let title = alert.kind.title
      return DeskPart(.warning, title.prefix(1).uppercased() + title.dropFirst(), alert.sentence)
    }
  }

  private var paused: DeskPart? {
    guard let pause = status.paused else { return nil }
    let since = Instant(rfc3339: pause.since).map(clock.shown) ?? pause.since
    let letters = pause.letters ? "" : " Only letters that answer readers are sent."
    var part = DeskPart(.warning, "All mail is stopped", "Since \(since), by \(pause.by): \(pause.reason).\(letters)")
    part.code = "courant resume"
    return part
  }

  private func held(_ hold: SiteStatus.HoldStatus) -> DeskPart {
    let reason = hold.reason.flatMap { SlotHold.Reason(rawValue: $0) } ?? .many
    let sentence = reason.sentence
    var part = DeskPart(
      .warning, "\(hold.slot) waits for you", sentence.prefix(1).uppercased() + sentence.dropFirst() + ".")
    part.links = [DeskLink("Look at it", "/held/\(hold.slot)")]
    return part
  }

  private var overview: DeskPart {
    var part = DeskPart(worries.isEmpty ? .fine : .plain, "Now")
    part.facts = status.digests.map { digest in
      DeskPart.Fact(
        label: "Readers of \(digest.name)", value: grouped(digest.confirmed),
        note: "\(grouped(digest.pending)) pending, \(grouped(digest.ended)) ended, "
          + "\(grouped(digest.suppressed)) suppressed" + (digest.named ? "" : "; not in schedule.conf, so not mailed"))
    }
    part.facts += schedule.map { digest, next in
      DeskPart.Fact(
        label: "Next \(digest)", value: next.map { clock.ahead($0.due) } ?? "never",
        note: next.map { clock.shown($0.due) } ?? "")
    }
    part.facts += [
      .init(
        label: "Last run", value: lastRun.map(clock.ago) ?? "never",
        note: status.last_run.map { $0.drop { $0 != "," }.dropFirst(2) }.map(String.init) ?? ""),
      .init(
        label: "Messages", value: waiting, note: DeskText.states(status.deliveries)),
    ]
    if let letters = status.letters {
      part.facts.append(
        .init(
          label: "Letters to single readers", value: "\(grouped(letters.waiting)) waiting",
          note: letters.failed > 0 ? "\(grouped(letters.failed)) failed in the last 7 days" : ""))
    }
    if let backup = status.last_backup {
      part.facts.append(.init(label: "Last backup", value: Instant(rfc3339: backup).map(clock.ago) ?? backup))
    }
    if status.faults > 0 {
      part.facts.append(
        .init(label: "Articles", value: grouped(status.articles), note: "\(grouped(status.faults)) faults"))
    }
    return part
  }

  private var waiting: String {
    guard let oldest = status.oldest_open.flatMap({ Instant(rfc3339: $0) }) else { return "none waits" }
    return "the oldest waits since \(clock.ago(oldest))"
  }

  /// Nil unless several machines may use the ledger.
  static func machines(
    _ machines: [SiteStatus.MachineStatus], _ gatherer: SiteStatus.GathererStatus?, _ clock: DeskClock
  ) -> DeskPart? {
    if machines.isEmpty, gatherer == nil { return nil }
    var part = DeskPart(.plain, "Machines")
    if let gatherer {
      let last = Instant(rfc3339: gatherer.last).map(clock.ago) ?? gatherer.last
      part.texts = ["Articles are gathered on \(gatherer.host) (\(gatherer.folder)), last about \(last)."]
    }
    if !machines.isEmpty { part.tables = [processes(machines, clock)] }
    return part
  }

  private static func processes(_ machines: [SiteStatus.MachineStatus], _ clock: DeskClock) -> DeskTable {
    var table = DeskTable("Processes at work", ["Machine", "Process", "What it does", "Lease"])
    table.rows = machines.map { machine in
      [
        .init(machine.host), .init("\(machine.process)"), .init(machine.does),
        .init(Instant(rfc3339: machine.until).map { "until \(clock.shown($0))" } ?? machine.until),
      ]
    }
    return table
  }

  private var issues: DeskPart? {
    if status.issues.isEmpty { return nil }
    var table = DeskTable("The newest issues", ["Issue", "Frozen", "Messages", "Subject"])
    table.rows = status.issues.map { issue in
      [
        .init(issue.issue, to: DeskText.path(ofIssue: issue.issue)),
        .init(Instant(rfc3339: issue.frozen).map(clock.shown) ?? issue.frozen),
        .init((issue.cancelled == nil ? "" : "cancelled; ") + DeskText.states(issue.deliveries)), .init(issue.subject),
      ]
    }
    var part = DeskPart(.plain, "Issues")
    part.tables = [table]
    return part
  }
}

/// Times as operators read them: in the site's time zone, followed by UTC.
struct DeskClock {
  let zone: Zone
  let now: Instant

  /// `2026-11-23 07:00`, or `2026-07-23 07:00 (06:00 UTC)`.
  func shown(_ instant: Instant) -> String {
    let local = zone.shown(instant)
    let utc = Zone.utc.shown(instant)
    return local == utc ? local : "\(local) (\(utc.suffix(5)) UTC)"
  }

  func ago(_ instant: Instant) -> String {
    instant > now ? "in " + length(instant - now) : length(now - instant) + " ago"
  }

  func ahead(_ instant: Instant) -> String { instant > now ? "in " + length(instant - now) : "due now" }

  private func length(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    return switch seconds {
    case ..<120: "\(seconds) s"
    case ..<7200: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) days"
    }
  }
}

enum DeskText {
  /// A message for operators as HTML. Commands and settings, which messages have between backticks, become code.
  static func markup(of sentence: String) -> String {
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false).map { escapedHTML(String($0)) }
    guard parts.count % 2 == 1 else { return escapedHTML(sentence) }
    return parts.enumerated().map { $0 % 2 == 0 ? $1 : "<code>\($1)</code>" }.joined()
  }

  /// `3 accepted, 1 deferred`, in the order of a delivery's life.
  static func states(_ tally: [String: Int]) -> String {
    let parts = Delivery.State.allCases.compactMap { state in
      tally[state.rawValue].map { "\(grouped($0)) \(state.rawValue)" }
    }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }

  /// - Parameter name: as `weekly#12`.
  static func path(ofIssue name: String) -> String { "/issues/" + name.replacing("#", with: "/") }
}
