internal import Model
internal import Office
internal import Press
internal import Web

/// `/held/SLOT`: reviewing a held issue, and deciding about it.
extension Desk {
  func held(_ key: String, _ visit: DeskVisit) async throws -> WebResponse {
    try await asking(visit) { press in
      let held = try Self.held(key, press)
      return try visit.answer(held.page, json: held)
    }
  }

  private static func held(_ key: String, _ press: PressRun) throws -> HeldPage {
    guard let ledger = press.ledger as? any DeskLedger else { throw DeskRefusal.impossible("no ledger") }
    let digest = String(key.prefix { $0 != "@" })
    return try HeldPage(key, press, readers: ledger.mailableReaders(of: digest))
  }

  /// GET asks, POST decides.
  func decide(_ decision: DeskRoute.Decision, _ key: String, _ visit: DeskVisit) async throws -> WebResponse {
    let held = try await asking(visit) { try Self.held(key, $0) }
    let isOpen = held.state == "held" || held.state == "released" && decision == .cancel
    guard isOpen else { return .see("/held/\(key)") }
    if visit.request.isSafe { return try visit.answer(held.question(decision), json: held) }
    guard visit.fields?["number"]?.filter({ $0 != " " }) == held.code else {
      return try visit.answer(
        held.question(decision, mistake: "That is not \(held.code). Nothing was done."), json: held)
    }
    let (opened, now) = (visit.house.opened, visit.now)
    var act = visit.act(decision == .release ? .release : .cancel, .slot(key))
    act.before = held.state
    do {
      try await perform(act) { ledger in
        let slots = HeldSlots(opened, ledger: ledger, now: now)
        switch decision {
        case .release:
          try slots.release(key)
          return "released"
        case .cancel: return "cancelled, with \(DeskText.counted(try slots.letGo(key), "article"))"
        }
      }
    } catch let refusal as HeldSlots.SlotError {
      throw DeskRefusal.impossible(refusal.sentence)
    }
    return .see("/held/\(key)")
  }
}

// MARK: - Acts

extension Desk {
  /// Performs and records an act, in one transaction. All acts go through here.
  ///
  /// - Parameter body: returns the state afterwards, in a few words.
  func perform(
    _ act: Act, _ body: @escaping @Sendable (any DeskLedger) throws -> String
  ) async throws {
    let record = ways.record
    try await self.act { ledger in
      try ledger.together {
        var act = act
        let after = try body(ledger)
        act.after = after.isEmpty ? nil : after
        try record(act, ledger)
      }
    }
  }
}

extension DeskVisit {
  /// An act by the operator who is signed in.
  func act(_ verb: Act.Verb, _ target: Act.Target) -> Act {
    Act(verb, target, by: Operator(signed?.person.name ?? "", at: .desk, from: machine), at: now)
  }
}
