package import Model
internal import Time

/// Promise 1 between claim and final dot: every way to leave, after an earlier check found that all readers
/// still wanted their mail.
extension LedgerSuite {
  static let departureCases = [
    departure("whoEndsOneSubscription") { ledger, claim in
      _ = try ledger.end(claim.addressee.address, digest: "weekly", at: morning)
    },
    departure("whomTheOperatorRemoves") { ledger, claim in
      _ = try ledger.end(claim.addressee.address, digest: nil, at: morning)
    },
    departure("whoUnsubscribesByToken") { ledger, claim in
      _ = try ledger.end(token: claim.addressee.token, at: morning)
    },
    departure("whoIsForgotten") { ledger, claim in _ = try ledger.forget(claim.addressee.address, at: morning) },
    departure("whoComplains") { ledger, claim in try record(.complaint, claim, ledger) },
    departure("whoseMailboxIsGone") { ledger, claim in try record(.hard, claim, ledger) },
    LedgerSuite("whomTheSameTurnSuppressesIsNotMailed") { ledger in
      let claims = try claimThree(ledger)
      try expect(try ledger.commit(claims[0].delivery, at: morning), true, "commit of another")
      let turn = Turn(at: morning, suppressing: [claims[1].delivery], committing: claims.dropFirst().map(\.delivery))
      try expect(try ledger.write(turn), [claims[2].delivery], "who may go")
    },
    LedgerSuite("whatWasTakenIsSeenAcceptedAtEveryInstant") { ledger in
      let claims = try claimThree(ledger)
      try expect(try ledger.commit(claims[0].delivery, at: morning), true, "commit")
      let taken = Attempt(
        delivery: claims[0].delivery, at: morning, outcome: .accepted(Reply(stage: .finalDot, code: 250, text: "ok")),
        verdict: .accepted)
      _ = try ledger.write(Turn(at: morning, attempts: [taken], committing: [claims[1].delivery]))
      try expectFirstAccepted(claims, ledger, [.accepted: 1, .claimed: 2])
      try expect(try ledger.claim(9, at: morning), [], "claims")
      try expectFirstAccepted(claims, ledger, [.accepted: 1, .claimed: 2])
      let recovery = try ledger.recover(.skip, at: morning)
      try expect(recovery, Recovery(returned: 1, uncertain: [claims[1].addressee.address]), "recovery")
      try expectFirstAccepted(claims, ledger, [.accepted: 1, .uncertain: 1, .queued: 1])
      try expect(try ledger.due(at: morning), 1, "due")
    },
  ]

  private static func departure(
    _ who: String, _ leave: @escaping @Sendable (any Ledger, Claim) throws -> Void
  ) -> LedgerSuite {
    LedgerSuite(who + "BetweenClaimAndDotIsNotMailed") { ledger in
      let claims = try claimThree(ledger)
      try expect(try ledger.commit(claims[0].delivery, at: morning), true, "commit of one who stays")
      try leave(ledger, claims[1])
      try expect(try ledger.commit(claims[1].delivery, at: morning), false, "commit of the one who left")
      try expect(try ledger.commit(claims[2].delivery, at: morning), true, "commit of another who stays")
      try expect(try ledger.tally(of: nil), [.claimed: 2, .dropped: 1], "tally")
    }
  }
}

private func claimThree(_ ledger: any Ledger) throws -> [Claim] {
  try LedgerSuite.claims(["ann@example.org", "bob@example.org", "cy@example.org"], of: ledger)
}

extension LedgerSuite {
  /// One issue to these readers, all of it claimed.
  package static func claims(_ addresses: [String], of ledger: any Ledger) throws -> [Claim] {
    _ = try ledger.enrol(addresses.map { .confirmed($0) }, at: morning)
    _ = try ledger.freeze(freezing(), edition: edition)
    let claims = try ledger.claim(addresses.count, at: morning)
    try expect(claims.count, addresses.count, "claims")
    return claims
  }
}

private func record(_ kind: Bounce.Kind, _ claim: Claim, _ ledger: any Ledger, report: String = "r") throws {
  let token = ledger.bounceToken(of: claim.delivery)
  _ = try ledger.record(
    Bounce(kind: kind, words: "", recipient: claim.addressee.address, token: token, report: report), at: morning)
}

private func expectFirstAccepted(_ claims: [Claim], _ ledger: any Ledger, _ tally: [Delivery.State: Int]) throws {
  try expect(try ledger.tally(of: nil), tally, "tally")
  let subscriber = try ledger.subscriptions(of: claims[0].addressee.address)[0].subscriber
  let history = try ledger.history(of: subscriber.id, limit: 9)
  try expect(history.map(\.state), [.accepted], "state")
  try expect(history[0].reply, "250 ok", "reply")
  try expect(history[0].nextAttempt, nil, "next attempt")
  try expect(try ledger.due(at: morning + .seconds(1_000_000)), tally[.queued] ?? 0, "due")
}
