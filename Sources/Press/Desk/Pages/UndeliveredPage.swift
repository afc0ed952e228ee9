internal import Model
internal import Press
internal import Text
internal import Time
internal import Web

/// Who did not get an issue, and why.
struct UndeliveredPage: Encodable {
  struct Row: Encodable {
    let reader: Int64
    /// Null if the reader was forgotten.
    let email: String?
    let state: String
    let changed: String
    let reply: String?
  }

  let issue: String
  let state: String
  let deliveries: [Row]
  /// The number from which to continue; null on the last page.
  let next: Int64?

  static let most = 100
  /// The maximum number of lines in a file.
  static let mostInAFile = 100_000

  init(
    of issue: RecordedIssue, in state: Delivery.State, after number: Int64, most: Int, _ ledger: any DeskBook
  ) throws {
    self.issue = "\(issue.digest)#\(issue.number)"
    self.state = state.rawValue
    let found = try ledger.deliveries(of: issue.id, in: state, after: number, limit: most + 1)
    next = found.count > most ? found[most - 1].id.number : nil
    deliveries = found.prefix(most).map { delivery in
      Row(
        reader: delivery.reader.number, email: delivery.address?.description, state: delivery.state.rawValue,
        changed: delivery.changed.rfc3339, reply: delivery.reply)
    }
  }

  private var path: String { DeskText.path(ofIssue: issue) + "/not-delivered" }

  func page(_ clock: DeskClock) -> DeskPage {
    var page = DeskPage("Who did not get \(issue)")
    var part = DeskPart(.plain, state)
    part.texts = [Delivery.State(rawValue: state).map(DeskText.meaning) ?? ""]
    var table = DeskTable("In the server's words", ["Reader", "When", "Why"])
    table.rows = deliveries.map { row in
      [
        .init(row.email ?? "forgotten", to: row.email == nil ? "" : "/readers/\(row.reader)"),
        .init(Instant(rfc3339: row.changed).map(clock.shown) ?? row.changed), .init(row.reply ?? ""),
      ]
    }
    if deliveries.isEmpty { part.texts.append("Nobody.") } else { part.tables = [table] }
    if let next { part.links.append(DeskLink("More", "\(path)?state=\(state)&after=\(next)")) }
    for other in DeskText.listed where other.rawValue != state {
      part.links.append(DeskLink("Those that were \(other.rawValue)", "\(path)?state=\(other.rawValue)"))
    }
    part.links += [
      DeskLink("All \(state) as CSV", "\(path).csv?state=\(state)"),
      DeskLink("The issue", DeskText.path(ofIssue: issue)),
    ]
    page.parts = [part]
    page.command = "courant why '\(issue)'"
    page.json = "\(path).json?state=\(state)"
    page.place = "/issues"
    return page
  }

  var csv: WebResponse {
    let head = ["email", "state", "changed", "reply"]
    let lines = [head] + deliveries.map { [$0.email ?? "", $0.state, $0.changed, $0.reply ?? ""] }
    let text = lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
    var response = WebResponse(200, [.init("Content-Type", "text/csv; charset=utf-8")], body: Array(text.utf8))
    let name = issue.replacing("#", with: "-").filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
    }
    response.set("Content-Disposition", "attachment; filename=\"\(name)-\(state).csv\"")
    return response
  }

  /// Quoted (RFC 4180 §2), and never a formula in a spreadsheet.
  private static func field(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
  }
}

extension DeskText {
  /// The states whose readers are listed.
  static let listed: [Delivery.State] = [.refused, .uncertain, .dropped, .deferred]

  static func meaning(of state: Delivery.State) -> String {
    switch state {
    case .queued: "Waits to be sent."
    case .claimed: "Is being sent."
    case .accepted: "The reader's server took it."
    case .deferred: "The server asked to try again later, which every run does for two days."
    case .refused: "The server rejected it for good, or asked for later for two days."
    case .uncertain: "The connection was lost in the last exchange: it may have arrived."
    case .dropped: "The reader left or was suppressed, or the issue was cancelled, before it was sent."
    }
  }

  static func readers(_ count: Int) -> String { counted(count, "reader") }

  /// `1 reader`, `1,204 readers`.
  static func counted(_ count: Int, _ what: String) -> String {
    count == 1 ? "1 \(what)" : "\(grouped(count)) \(what)s"
  }
}
