internal import Model
internal import Presentation
internal import Press
internal import Text
internal import Time

/// Issues with the outcome of their messages, newest first.
struct IssuesPage: Encodable {
  struct Row: Encodable {
    let issue: String
    let frozen: String
    let subject: String
    let cancelled: Bool
    let deliveries: [String: Int]
  }

  let issues: [Row]

  static let most = 50

  init(_ press: PressRun, digest: String?) throws {
    let tallies = try press.ledger.tallies()
    issues = try press.ledger.issues(of: digest, limit: Self.most).map { issue in
      Row(
        issue: "\(issue.digest)#\(issue.number)", frozen: issue.frozen.rfc3339, subject: issue.subject,
        cancelled: issue.cancelled != nil,
        deliveries: Dictionary(uniqueKeysWithValues: (tallies[issue.id] ?? [:]).map { ($0.rawValue, $1) }))
    }
  }

  func page(of digest: String?, _ clock: DeskClock) -> DeskPage {
    var page = DeskPage(digest.map { "Issues of \($0)" } ?? "Issues")
    let states: [Delivery.State] = [.accepted, .queued, .claimed, .deferred, .refused, .uncertain, .dropped]
    var table = DeskTable(
      issues.count == Self.most ? "The newest \(Self.most)" : "All of them",
      ["Issue", "Frozen", "Subject"] + states.map(\.rawValue))
    table.rows = issues.map { row in
      let facts: [DeskTable.Cell] = [
        .init(row.issue, to: DeskText.path(ofIssue: row.issue)),
        .init(Instant(rfc3339: row.frozen).map(clock.shown) ?? row.frozen),
        .init((row.cancelled ? "cancelled: " : "") + row.subject),
      ]
      return facts + states.map { DeskTable.Cell(row.deliveries[$0.rawValue] ?? 0) }
    }
    var part = DeskPart()
    if issues.isEmpty { part.texts = ["There is no issue yet."] } else { part.tables = [table] }
    page.parts = [part]
    page.command = "courant status"
    page.json = "/issues.json" + (digest.map { "?digest=" + percentEncoded($0) } ?? "")
    page.place = "/issues"
    return page
  }
}

/// One issue and the outcome of each message.
struct IssuePage: Encodable {
  let issue: String
  let slot: String
  let subject: String
  let frozen: String
  let cancelled: String?
  /// When it was frozen.
  let readers: Int
  let deliveries: [String: Int]
  let bounced: Int
  let complained: Int
  let left: Int
  /// From the first accepted message to the newest; null if there is none, or for issues older than this record.
  let minutes: Int?
  let page_url: String

  init(_ recorded: RecordedIssue, _ ledger: any DeskLedger, _ site: Site) throws {
    let tally = try ledger.tally(of: recorded.id)
    let after = try ledger.aftermath(of: recorded.id)
    issue = "\(recorded.digest)#\(recorded.number)"
    slot = recorded.slot.key
    subject = recorded.subject
    frozen = recorded.frozen.rfc3339
    cancelled = recorded.cancelled?.rfc3339
    readers = tally.values.reduce(0, +)
    deliveries = Dictionary(uniqueKeysWithValues: tally.map { ($0.rawValue, $1) })
    bounced = after.bounced
    complained = after.complained
    left = after.left
    if let first = after.first, let last = after.last {
      minutes = Int((last - first).components.seconds + 59) / 60
    } else {
      minutes = nil
    }
    page_url = site.address(PagePath.issue(digest: recorded.frozenAs, number: recorded.number))
  }

  private var path: String { DeskText.path(ofIssue: issue) }
  private var digest: String { String(issue.prefix { $0 != "#" }) }
  private var number: String { String(issue.drop { $0 != "#" }.dropFirst()) }

  private func count(_ state: Delivery.State) -> Int { deliveries[state.rawValue] ?? 0 }

  /// Messages that have not been sent.
  private var waiting: Int { count(.queued) + count(.deferred) + count(.claimed) }

  func page(_ clock: DeskClock, mayAct: Bool) -> DeskPage {
    var page = DeskPage(subject)
    page.parts = [facts(clock), messages, afterwards] + (mayAct ? [acts].compactMap(\.self) : [])
    page.command = "courant why '\(issue)'"
    page.json = path + ".json"
    page.place = "/issues"
    return page
  }

  private func facts(_ clock: DeskClock) -> DeskPart {
    var part = DeskPart(cancelled == nil ? .plain : .warning, cancelled == nil ? "" : "Cancelled")
    part.facts = [
      .init(label: "Issue", value: issue, note: slot),
      .init(label: "Frozen", value: Instant(rfc3339: frozen).map(clock.shown) ?? frozen),
      .init(label: "Readers when it was frozen", value: grouped(readers)),
      .init(label: "Took", value: minutes.map { DeskText.counted($0, "minute") } ?? "not known", note: pace),
    ]
    part.links = [
      DeskLink("Look at it as it was sent", "/preview/\(digest)/\(number)"), DeskLink("Its page on the site", page_url),
    ]
    return part
  }

  private var pace: String {
    guard let minutes, minutes > 0, count(.accepted) > 0 else { return "" }
    return "\(grouped(count(.accepted) / minutes)) messages a minute"
  }

  private var messages: DeskPart {
    var part = DeskPart(.plain, "What became of the messages")
    var table = DeskTable("Each message is in one state", ["State", "Messages", "What it means"])
    table.rows = Delivery.State.allCases.filter { count($0) > 0 || $0 == .accepted }.map { state in
      let isListed = DeskText.listed.contains(state)
      return [
        .init(state.rawValue, to: isListed ? "\(path)/not-delivered?state=\(state.rawValue)" : ""), .init(count(state)),
        .init(DeskText.meaning(of: state)),
      ]
    }
    part.tables = [table]
    if DeskText.listed.contains(where: { count($0) > 0 }) {
      part.links = [DeskLink("Who did not get it, and why", path + "/not-delivered")]
    }
    return part
  }

  private var afterwards: DeskPart {
    var part = DeskPart(.plain, "Afterwards")
    part.facts = [
      .init(label: "Came back", value: grouped(bounced)), .init(label: "Reported as spam", value: grouped(complained)),
      .init(label: "Left with this as their last issue", value: grouped(left)),
    ]
    return part
  }

  private var acts: DeskPart? {
    if cancelled != nil { return nil }
    var part = DeskPart(.plain, "Change it")
    if waiting > 0 { part.links.append(DeskLink("Cancel what has not left…", path + "/cancel")) }
    if count(.refused) > 0 {
      part.links.append(DeskLink("Send it again to those who did not get it…", path + "/resend"))
    }
    return part.links.isEmpty ? nil : part
  }

  /// Asks once more, with the numbers.
  func question(_ act: DeskRoute.IssueAct, mistake: String = "") -> DeskPage {
    var page = DeskPage(
      act == .cancel
        ? "Stop \(DeskText.counted(waiting, "message"))?" : "Send it again to \(DeskText.readers(count(.refused)))?",
      status: mistake.isEmpty ? 200 : 422)
    var part = DeskPart()
    part.texts =
      act == .cancel
      ? [
        "\(DeskText.counted(count(.accepted), "message")) of \(issue) have left and cannot be called back.",
        "The articles count as sent: no later issue brings them.",
      ]
      : ["With the same Message-ID, to readers whose message was refused or given up. Those who left get nothing."]
    var form = DeskForm(to: "\(path)/\(act.rawValue)", act == .cancel ? "Cancel \(issue)" : "Send \(issue) again")
    var line = DeskForm.Line(label: "Type \(number) to confirm", name: "number")
    line.isNumber = true
    line.mistake = mistake
    form.lines = [line]
    part.forms = [form]
    part.links = [DeskLink("Back", path)]
    page.parts = [part]
    page.command = act == .cancel ? "courant cancel '\(issue)'" : "courant resend '\(issue)'"
    return page
  }
}
