internal import Model
internal import Press
internal import Text
internal import Web

/// `/readers`: finding one of them, and what may be done for them.
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
    let done = visit.request.parameters["done"]
    return try await asking(visit) { press in
      let reader = try Self.reader(number, press, visit)
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
    let digest = act == .end ? (visit.fields?["digest"] ?? visit.request.parameters["digest"]) : nil
    let reader = try await asking(visit) { try Self.reader(number, $0, visit) }
    if act == .end {
      guard let digest, reader.subscriptions.contains(where: { $0.digest == digest }) else {
        throw DeskRefusal.missing("They are not subscribed to that")
      }
    }
    if visit.request.isSafe { return try visit.answer(reader.question(act, digest: digest), json: reader) }
    guard let address = EmailAddress(reader.email) else { throw DeskRefusal.missing("There is no such reader") }
    let now = visit.now
    var recorded = visit.act(act.verb, .reader(address))
    recorded.before = reader.subscriptions.map { "\($0.digest) \($0.status)" }.joined(separator: ", ")
    try await perform(recorded) { ledger in
      switch act {
      case .end: _ = try ledger.end(address, digest: digest, at: now)
      case .suppress: _ = try ledger.end(address, digest: nil, at: now)
      case .forget: _ = try ledger.forget(address, at: now)
      case .sendLink: try ledger.record([ReaderRequest(.findLink, from: address)], at: now)
      }
      return digest.map { "\(act.rawValue) of \($0)" } ?? act.rawValue
    }
    if act == .sendLink { ways.recorded() }
    return .see(act == .forget ? "/readers" : "/readers/\(number)?done=\(act.rawValue)")
  }
}

extension DeskRoute.ReaderAct {
  fileprivate var verb: Act.Verb {
    switch self {
    case .end: .end
    case .suppress: .suppress
    case .forget: .forget
    case .sendLink: .sendLink
    }
  }
}
