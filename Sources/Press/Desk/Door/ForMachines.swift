internal import Model
internal import Office
internal import Press
internal import Text
internal import Web

/// Requests from machines, without a session: whether the process answers, whether everything is ready, and metrics. A request
/// passed on by a web server is not answered, because these are only for this machine.
extension Desk {
  func answerMachine(_ route: DeskRoute, _ visit: DeskVisit) async -> WebResponse? {
    guard [.alive, .ready, .metrics].contains(route) else { return nil }
    guard visit.request.field("x-forwarded-for") == nil, visit.request.field("forwarded") == nil else {
      return missing(visit.house)
    }
    if route == .alive { return .text(200, "ok") }
    do {
      return route == .metrics ? try await metrics(visit) : try await readiness(visit)
    } catch {
      return .text(503, "the ledger does not answer: \(oneLine("\(error)"))")
    }
  }

  private func metrics(_ visit: DeskVisit) async throws -> WebResponse {
    let families = try await asking(visit) { try SiteMetrics($0).families() } + ways.moreMetrics()
    let text = families.map(\.text).joined()
    return WebResponse(200, [.init("Content-Type", "text/plain; version=0.0.4; charset=utf-8")], body: Array(text.utf8))
  }

  private func readiness(_ visit: DeskVisit) async throws -> WebResponse {
    let reasons = try await asking(visit) { try Readiness($0).reasons }
    return reasons.isEmpty ? .text(200, "ready") : .text(503, reasons.joined(separator: "\n"))
  }
}
