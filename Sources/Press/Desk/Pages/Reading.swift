internal import Model
internal import Press
internal import Text
internal import Web

/// `/readers`: finding a reader, and the possible actions.
extension Desk {
  func readers(_ visit: DeskVisit) async throws -> WebResponse {
    let query = String((visit.request.parameters["q"] ?? "").trimmed.prefix(100))
    return try await look { ledger in
      let found = try ReadersPage(query, ledger)
      return try visit.answer(found.page, json: found)
    }
  }

  func reader(_ number: Int64, _ visit: DeskVisit) async throws -> WebResponse {
    let mayAct = visit.signed?.person.role == .act
    let asked = visit.request.parameters
    return try await asking(visit) { press in
      let reader = try Self.reader(number, press, visit)
      let done = asked["done"].flatMap { DeskRoute.ReaderAct(rawValue: $0) }.map { act in
        reader.donePart(act, digest: asked["digest"], formerFeeds: asked["were"])
      }
      return try visit.answer(reader.page(mayAct: mayAct, done: done), json: reader)
    }
  }

  private static func reader(_ number: Int64, _ press: PressRun, _ visit: DeskVisit) throws -> ReaderPage {
    guard let ledger = press.ledger as? any DeskLedger, let found = try ledger.reader(.init(number)) else {
      throw DeskRefusal.missing("There is no reader \(number), or they were erased")
    }
    return try ReaderPage(found, press, visit.house.opened)
  }

  /// GET asks, POST acts.
  func act(_ act: DeskRoute.ReaderAct, on number: Int64, _ visit: DeskVisit) async throws -> WebResponse {
    let reader = try await asking(visit) { try Self.reader(number, $0, visit) }
    let change = try ReaderChange(act, reader, visit)
    if visit.request.isSafe || !change.mistake.isEmpty {
      return try visit.answer(reader.question(change), json: reader)
    }
    guard let address = EmailAddress(reader.email) else { throw DeskRefusal.missing("There is no such reader") }
    let now = visit.now
    var recorded = visit.act(act.verb, .reader(address))
    recorded.before = reader.recorded(before: change)
    try await perform(recorded) { ledger in try change.perform(for: address, reader, in: ledger, at: now) }
    if act == .sendLink { ways.recorded() }
    return .see(act == .forget ? "/readers" : reader.path + "?done=\(act.rawValue)" + reader.formerFeeds(change))
  }
}

extension ReaderPage {
  /// For the record of acts.
  fileprivate func recorded(before change: ReaderChange) -> String {
    if change.act == .feeds, let row = subscriptions.first(where: { $0.digest == change.digest }) {
      return "\(row.digest): \(row.written)"
    }
    let follows = subscriptions.map { "\($0.digest) \($0.status)" }.joined(separator: ", ")
    return [follows, suppression.map { "suppressed (\($0))" }, pauseEnd.map { "paused until \($0)" }]
      .compactMap(\.self).joined(separator: "; ")
  }

  /// What the page after the change needs to undo it.
  fileprivate func formerFeeds(_ change: ReaderChange) -> String {
    guard change.act == .feeds, let row = subscriptions.first(where: { $0.digest == change.digest }) else { return "" }
    return "&digest=" + percentEncoded(row.digest) + "&were=" + percentEncoded(row.written)
  }
}

extension DeskRoute.ReaderAct {
  fileprivate var verb: Act.Verb {
    switch self {
    case .end: .end
    case .suppress: .suppress
    case .forget: .forget
    case .sendLink: .sendLink
    case .feeds: .change
    case .pause: .pauseReader
    case .resume: .resumeReader
    case .lift: .lift
    }
  }
}
