internal import Model
internal import Office
internal import Text
internal import Web

/// `/audit`: what operators did, at the desk and on the command line, newest first.
struct AuditPage {
  static let most = 100

  let acts: [RecordedAct]

  var report: AuditReport { AuditReport(acts) }

  func page(_ clock: DeskClock) -> DeskPage {
    var page = DeskPage("Audit")
    var part = DeskPart()
    var table = DeskTable("Acts, newest first", ["When", "Who", "What", "On", "Before", "After"])
    table.rows = acts.map { act in
      [
        .init(clock.shown(act.at)), .init("\(act.by)"), .init(act.verb), target(of: act), .init(act.before ?? ""),
        .init(act.after ?? ""),
      ]
    }
    if acts.isEmpty { part.texts = ["Nothing was done yet."] } else { part.tables = [table] }
    if acts.count == Self.most, let last = acts.last {
      part.links = [DeskLink("Earlier", "/audit?before=\(last.id.number)")]
    }
    page.parts = [part]
    page.command = "courant audit"
    page.json = "/audit.json"
    page.place = "/audit"
    return page
  }

  private func target(of act: RecordedAct) -> DeskTable.Cell {
    let name = act.target.name ?? ""
    switch act.target.kind {
    case "reader": return .init(act.target.description, to: act.target.reader.map { "/readers/\($0.number)" } ?? "")
    case "slot": return .init(name, to: "/held/\(name)")
    case "issue": return .init(name, to: "/issues/\(name.replacing("#", with: "/"))")
    default: return .init(act.target.description)
    }
  }
}

extension Desk {
  func audit(_ visit: DeskVisit) async throws -> WebResponse {
    let page = visit.request.parameters["before"].flatMap { Int64($0) }.map { RecordedAct.ID($0) }
    return try await look { ledger in
      let audit = AuditPage(acts: try ledger.acts(since: nil, before: page, limit: AuditPage.most))
      return try visit.answer(audit.page(visit.clock), json: audit.report)
    }
  }
}
