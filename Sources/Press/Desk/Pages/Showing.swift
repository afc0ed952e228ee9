internal import Foundation
internal import Model
internal import Press
internal import Templates
internal import Web

/// The pages of those who are signed in.
extension Desk {
  func show(_ route: DeskRoute, _ visit: DeskVisit) async throws -> WebResponse {
    switch route {
    case .home:
      try await asking(visit) { press in
        let status = try StatusPage(press)
        return try visit.answer(status.page, json: status.status)
      }
    case .signOut: try await signOut(visit)
    case .style, .link: throw DeskRefusal.missing("There is no such page")
    }
  }

  /// Asks a run of the site on the ledger, which it only reads.
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
