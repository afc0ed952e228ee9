internal import Foundation
internal import Model
internal import Press
internal import Templates
internal import Web

/// The pages for operators who are signed in.
extension Desk {
  func show(_ route: DeskRoute, _ visit: DeskVisit) async throws -> WebResponse {
    switch route {
    case .home: try await status(visit)
    case .signOut: try await signOut(visit)
    case .held(let key): try await held(key, visit)
    case .decide(let key, let decision): try await decide(decision, key, visit)
    case .previews: try previews(visit)
    case .preview(let choice): try await preview(choice, visit)
    case .previewDocument(let choice, let kind): try await previewDocument(choice, kind, visit)
    case .sendTest(let choice): try await sendTest(choice, visit)
    case .issues: try await issues(visit)
    case .issue(let name): try await issue(name, visit)
    case .undelivered(let name): try await undelivered(name, visit)
    case .issueAct(let name, let act): try await self.act(act, on: name, visit)
    case .readers: try await readers(visit)
    case .reader(let number): try await reader(number, visit)
    case .readerAct(let number, let act): try await self.act(act, on: number, visit)
    case .growth: try await growth(visit)
    case .destinations: try await destinations(visit)
    case .deliverability: try await deliverability(visit)
    case .findings: try await findings(visit)
    case .audit: try await audit(visit)
    case .style, .askLink, .link, .alive, .ready, .metrics: throw DeskRefusal.missing("There is no such page")
    }
  }

  private func status(_ visit: DeskVisit) async throws -> WebResponse {
    try await asking(visit) { press in
      let status = try StatusPage(press)
      return try visit.answer(status.page, json: status.status)
    }
  }

  private func growth(_ visit: DeskVisit) async throws -> WebResponse {
    let digests = visit.house.site.digests.map(\.name)
    guard let digest = visit.request.parameters["digest"] ?? digests.first else {
      throw DeskRefusal.missing("schedule.conf has no digest")
    }
    let now = visit.now
    return try await look { ledger in
      guard try digests.contains(digest) || ledger.recordedDigests().contains(digest) else {
        throw DeskRefusal.missing("There is no digest \(digest)")
      }
      let growth = try GrowthPage(of: digest, ledger, at: now)
      return try visit.answer(growth.page(others: digests), json: growth)
    }
  }

  private func destinations(_ visit: DeskVisit) async throws -> WebResponse {
    let now = visit.now
    return try await look { ledger in
      let destinations = try DestinationsPage(ledger, at: now)
      return try visit.answer(destinations.page(visit.clock), json: destinations)
    }
  }

  private func deliverability(_ visit: DeskVisit) async throws -> WebResponse {
    guard let mail = visit.house.site.mail else { throw DeskRefusal.missing("schedule.conf has no [mail]") }
    let sender = SenderPage(mail, visit.house.site.digests, await ways.senderFindings())
    return try visit.answer(sender.page, json: sender)
  }

  private func findings(_ visit: DeskVisit) async throws -> WebResponse {
    let warnings = visit.house.opened.warnings
    return try await look { ledger in
      let findings = FindingsPage(try DeskFindings(ledger, settings: warnings))
      return try visit.answer(findings.page, json: findings)
    }
  }

  /// Queries a run of the site on the ledger, which is only read.
  func asking<Result: Sendable>(
    _ visit: DeskVisit, _ body: @escaping @Sendable (PressRun) throws -> Result
  ) async throws -> Result {
    let (press, now) = (ways.press, visit.now)
    return try await look { ledger in
      guard let run = press(ledger, now) else { throw DeskRefusal.impossible("schedule.conf has errors") }
      return try body(run)
    }
  }
}

extension DeskVisit {
  /// The page, or its values as JSON.
  func answer(_ page: DeskPage, json values: some Encodable) throws -> WebResponse {
    switch format {
    case .html: return try house.answer(page, for: signed)
    case .json: return try Self.json(values)
    case .csv: throw DeskRefusal.missing("There is no such page")
    }
  }

  static func json(_ values: some Encodable) throws -> WebResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let bytes = Array(try encoder.encode(values)) + [UInt8(ascii: "\n")]
    return WebResponse(200, [.init("Content-Type", "application/json; charset=utf-8")], body: bytes)
  }
}
