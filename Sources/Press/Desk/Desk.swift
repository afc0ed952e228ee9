package import Model
internal import Templates
package import Time
package import Web

/// Answers operators' requests, on a listener that only programs on this machine can reach.
///
/// GET and HEAD change nothing. Each act first shows a page that asks for confirmation, then takes a POST with a token of the
/// session, and ends with 303. Pages are in English, which is the operators' language.
package struct Desk: Sendable {
  /// For acts, which may have to wait for a run that is writing.
  let acting: LedgerThread<any DeskLedger>
  /// For pages, which never wait for an act.
  let reading: LedgerThread<any DeskLedger>
  /// Nil until valid settings have been read.
  let house: @Sendable () -> DeskHouse?
  let clock: @Sendable () -> Instant
  package var ways = DeskWays()

  package init(
    acting: LedgerThread<any DeskLedger>, reading: LedgerThread<any DeskLedger>,
    house: @escaping @Sendable () -> DeskHouse?, clock: @escaping @Sendable () -> Instant
  ) {
    self.acting = acting
    self.reading = reading
    self.house = house
    self.clock = clock
  }

  package func answer(_ request: WebRequest) async -> WebResponse {
    var response = await unguarded(request)
    response.set("Content-Length", "\(response.body.count)")
    if request.method == "HEAD" { response.body = [] }
    return response.guardedForOperators()
  }

  private func unguarded(_ request: WebRequest) async -> WebResponse {
    guard let house = house() else { return .text(503, "schedule.conf has errors; run `courant check`") }
    guard let (route, format) = DeskRoute.read(request.path) else { return missing(house) }
    let visit = DeskVisit(request, at: clock(), house: house, format)
    do {
      if let answer = await answerMachine(route, visit) { return answer }
      if let refusal = try refusal(of: visit, on: route) { return refusal }
      return try await dispatch(route, visit)
    } catch let fault as DeskRefusal {
      return page(fault.page, visit)
    } catch {
      return page(
        DeskPage("Something failed", status: 503, "\(error)", "Nothing was changed. Try again in a minute."), visit)
    }
  }

  func missing(_ house: DeskHouse) -> WebResponse {
    let page = DeskPage("There is no such page", status: 404)
    return (try? house.answer(page)) ?? .text(404, "no such page")  // a template of the site's own failed
  }

  /// What is wrong with a request, regardless of who sent it; nil if nothing is.
  private func refusal(of visit: DeskVisit, on route: DeskRoute) throws -> WebResponse? {
    guard visit.isForThisDesk else {
      return .text(421, "this desk has another address; see `url` of [desk] in schedule.conf")
    }
    guard route.methods.contains(visit.request.method) else {
      var response = try visit.house.answer(DeskPage("That is not possible here", status: 405))
      response.set("Allow", route.methods.joined(separator: ", "))
      return response
    }
    if visit.request.isSafe { return nil }
    guard visit.request.body != nil else {
      var response = WebResponse.text(413, "too long")
      response.closes = true
      return response
    }
    guard visit.fields != nil else { return .text(400, "this is not a form") }
    return visit.comesFromHere ? nil : .text(403, "this form was not sent from the desk")
  }

  private func dispatch(_ route: DeskRoute, _ visit: DeskVisit) async throws -> WebResponse {
    switch route {
    case .style: return visit.house.styleSheet
    case .askLink: return mailLink(visit)
    case .link(let secret): return try await link(secret, visit)
    default: break
    }
    guard let signed = try await signed(in: visit) else { return try signInPage(visit) }
    var visit = visit
    visit.signed = signed
    if !visit.request.isSafe {
      guard visit.hasToken else { throw DeskRefusal.stale }
      guard route == .signOut || signed.person.role == .act else { throw DeskRefusal.mayOnlyLook }
    }
    return try await show(route, visit)
  }

  /// Changes the ledger, within the time that an operator may wait.
  func act<Result: Sendable>(
    _ body: @escaping @Sendable (any DeskLedger) throws -> Result
  ) async throws -> Result {
    try await acting.use(within: ways.patience, body)
  }

  /// Only reads.
  func look<Result: Sendable>(
    _ body: @escaping @Sendable (any DeskLedger) throws -> Result
  ) async throws -> Result {
    try await reading.use(within: ways.patience, body)
  }

  func page(_ page: DeskPage, _ visit: DeskVisit) -> WebResponse {
    if visit.format == .json {
      return .text(page.status, page.title)
    }
    // One of the site's own templates failed.
    return (try? visit.house.answer(page, for: visit.signed)) ?? .text(page.status, page.title)
  }
}
