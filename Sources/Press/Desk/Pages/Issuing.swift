internal import Model
internal import Press
internal import Text
internal import Time
internal import Web

/// `/issues`: the outcome of each message of each issue.
extension Desk {
  func issues(_ visit: DeskVisit) async throws -> WebResponse {
    let digest = visit.request.parameters["digest"]
    return try await asking(visit) { press in
      let issues = try IssuesPage(press, digest: digest)
      return try visit.answer(issues.page(of: digest, visit.clock), json: issues)
    }
  }

  func issue(_ name: DeskRoute.IssueName, _ visit: DeskVisit) async throws -> WebResponse {
    let mayAct = visit.signed?.person.role == .act
    return try await look { ledger in
      let issue = try IssuePage(name.recorded(in: ledger), ledger, visit.house.site)
      return try visit.answer(issue.page(visit.clock, mayAct: mayAct), json: issue)
    }
  }

  func undelivered(_ name: DeskRoute.IssueName, _ visit: DeskVisit) async throws -> WebResponse {
    let query = visit.request.parameters
    let state = query["state"].flatMap { Delivery.State(rawValue: $0) } ?? .refused
    guard DeskText.listed.contains(state) else { throw DeskRefusal.missing("There is no list of \(state.rawValue)") }
    let after = query["after"].flatMap { Int64($0) } ?? 0
    let most = visit.format == .csv ? UndeliveredPage.mostInAFile : UndeliveredPage.most
    return try await look { ledger in
      let list = try UndeliveredPage(of: name.recorded(in: ledger), in: state, after: after, most: most, ledger)
      if visit.format == .csv { return list.csv }
      return try visit.answer(list.page(visit.clock), json: list)
    }
  }

  /// GET asks, POST acts.
  func act(_ act: DeskRoute.IssueAct, on name: DeskRoute.IssueName, _ visit: DeskVisit) async throws -> WebResponse {
    let page = try await look { try IssuePage(name.recorded(in: $0), $0, visit.house.site) }
    if visit.request.isSafe { return try visit.answer(page.question(act), json: page) }
    guard visit.fields?["number"]?.filter({ $0 != " " }) == "\(name.number)" else {
      let again = page.question(act, mistake: "That is not \(name.number). Nothing was done.")
      return try visit.answer(again, json: page)
    }
    let now = visit.now
    try await perform(visit.act(act == .cancel ? .cancel : .resend, .issue(page.issue))) { ledger in
      let issue = try name.recorded(in: ledger)
      switch act {
      case .cancel: return "\(DeskText.counted(try ledger.cancel(issue.id, at: now), "message")) stopped"
      case .resend:
        let queued = try ledger.resend(issue.id, to: [.refused, .givenUp], at: now)?.queued ?? 0
        return "\(DeskText.counted(queued, "message")) queued again"
      }
    }
    return .see(DeskText.path(ofIssue: page.issue))
  }
}

extension DeskRoute.IssueName {
  func recorded(in ledger: any DeskLedger) throws -> RecordedIssue {
    guard let issue = try ledger.issue(digest, number: number) else {
      throw DeskRefusal.missing("There is no issue \(digest)#\(number)")
    }
    return issue
  }
}

extension DeskVisit {
  var clock: DeskClock { DeskClock(zone: house.site.zone, now: now) }
}
