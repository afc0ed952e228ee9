internal import Model
internal import Time

extension LedgerSuite {
  private static let then = morning.days(400)

  /// Two issues to two readers a week apart, the first one sent: accepted and refused.
  @discardableResult private static func twoIssues(_ ledger: any Ledger) throws -> [Claim] {
    _ = try ledger.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: morning)
    _ = try ledger.freeze(freezing(), edition: edition)
    let claims = try ledger.claim(9, at: morning)
    for claim in claims { _ = try ledger.commit(claim.delivery, at: morning) }
    let refused = Reply(stage: .recipient, code: 550, status: nil, text: "No")
    try ledger.record(
      [
        Attempt(
          delivery: claims[0].delivery, at: morning, outcome: .accepted(Reply(stage: .finalDot, code: 250, text: "OK")),
          verdict: .accepted),
        Attempt(delivery: claims[1].delivery, at: morning, outcome: .refused(refused), verdict: .refused),
      ], at: morning)
    let slot = Slot(digest: "weekly", wallTime: "2026-11-30T07:00", due: .at("2026-11-30T07:00:00Z"))
    _ = try ledger.freeze(freezing(number: 2, slot: slot, sections: [("all", "b")]), edition: edition)
    try ledger.recordTest(digest: "weekly", to: mailbox("me@example.org"), outcome: "accepted", at: morning)
    return claims
  }

  private static func pruneAll(_ ledger: any Ledger, atMost limit: Int = 1) throws -> Pruned {
    var all = Pruned()
    while case let some = try ledger.prune(before: then, atMost: limit), !some.isEmpty { all += some }
    return all
  }

  static let pruneCases: [LedgerSuite] = [
    LedgerSuite("whatIsPrunedIsWhatWasToldAndTheCountsStay") { ledger in
      try twoIssues(ledger)
      let before = try ledger.tallies()
      let told = try ledger.prunable(before: then)
      var expected = Pruned()
      expected.deliveries = 2
      expected.attempts = 1
      expected.editions = 1
      expected.tests = 1
      try expect(told, expected, "told")
      try expect(try pruneAll(ledger), expected, "pruned")
      try expect(try ledger.tallies(), before, "counts")
      try expect(try ledger.prunable(before: then), Pruned(), "left")
      let old = try ledger.issue("weekly", number: 1)!
      try expect(try ledger.content(of: old.id).articles.map(\.id.text), ["a"], "what was in the issue")
      try expect(try ledger.edition([Feed.Name("all")!], of: old.id), nil, "the edition")
      let new = try ledger.issue("weekly", number: 2)!
      try expect(try ledger.edition([Feed.Name("all")!], of: new.id) != nil, true, "the newest issue's")
    },
    LedgerSuite("consentSuppressionsAndActsAreNeverPruned") { ledger in
      try twoIssues(ledger)
      _ = try ledger.end(mailbox("bob@example.org"), digest: nil, at: morning)
      try ledger.record(Act(.prune, .ledger, by: Operator("ann", at: .shell), at: morning))
      _ = try pruneAll(ledger)
      try expect(try ledger.subscriptions(of: mailbox("ann@example.org")).map(\.status), [.confirmed], "readers")
      try expect(try ledger.consentEvents(of: mailbox("bob@example.org")).count, 2, "consent")
      try expect(try ledger.suppression(of: mailbox("bob@example.org"))?.reason, .operatorRequest, "suppressions")
      try expect(try ledger.acts(since: nil, before: nil, limit: 9).count, 1, "acts")
      try expect(try ledger.settled(in: "weekly").map(\.text).sorted(), ["a", "b"], "news")
    },
    LedgerSuite("anIssueWithOpenDeliveriesOrTooNewIsNotPruned") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      _ = try ledger.freeze(freezing(), edition: edition)
      let slot = Slot(digest: "weekly", wallTime: "2026-11-30T07:00", due: .at("2026-11-30T07:00:00Z"))
      _ = try ledger.freeze(freezing(number: 2, slot: slot, sections: [("all", "b")]), edition: edition)
      try expect(try ledger.prunable(before: then), Pruned(), "open")
      _ = try ledger.cancel(try ledger.issue("weekly", number: 1)!.id, at: morning)
      try expect(try ledger.prunable(before: morning), Pruned(), "too new")
      try expect(try ledger.prunable(before: then).deliveries, 1, "cancelled")
    },
    LedgerSuite("aDeliveryThatBouncedStaysWithItsEdition") { ledger in
      let claims = try twoIssues(ledger)
      try ledger.noteSoftBounces([claims[0].delivery], status: "5.2.2", text: "full", at: morning)
      let pruned = try pruneAll(ledger)
      try expect(pruned.deliveries, 1, "deliveries")
      try expect(pruned.editions, 0, "editions")
      let reader = try ledger.subscriptions(of: claims[0].addressee.address)[0].subscriber.id
      try expect(try ledger.bounces(of: reader, limit: 9).map(\.issue), ["weekly#1"], "bounces")
      try expect(try ledger.prunable(before: then), Pruned(), "left")
    },
  ]
}
