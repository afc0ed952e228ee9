internal import Model
internal import Time

/// Two workers with one ledger: neither sends nor ends a delivery that the other has claimed.
extension LedgerSuite {
  static let leaseCases: [LedgerSuite] = [
    LedgerSuite("aWorkerHasANumberThatNoneHadBefore") { ledger in
      let workers = try (1...3).map { _ in try ledger.newWorker() }
      try expect(Set(workers).count, 3, "numbers")
    },
    LedgerSuite("twoWorkersNeverHoldOneClaim") { ledger in
      try queue(5, ledger)
      let first = try ledger.claim(3, except: [], under: anns, at: morning)
      let second = try ledger.claim(9, except: [], under: bobs, at: morning)
      try expect((first + second).map(\.delivery.number).sorted(), [1, 2, 3, 4, 5], "claims of both")
      try expect(try ledger.claim(9, except: [], under: anns, at: morning), [], "nothing is left")
    },
    LedgerSuite("whatAnotherWorkerClaimedIsNeitherSentNorEnded") { ledger in
      try queue(1, ledger)
      let claim = try ledger.claim(1, except: [], under: anns, at: morning)[0]
      try expect(try ledger.commit(claim.delivery, by: bobs.worker, at: morning), false, "commit")
      for (outcome, verdict) in results { try record(outcome, verdict, claim, bobs.worker, ledger) }
      try ledger.unclaim([claim.delivery], of: bobs.worker)
      var turn = Turn(by: bobs.worker, at: morning)
      turn.returning = [claim.delivery]
      turn.refusing = [claim.delivery]
      _ = try ledger.write(turn)
      try expect(try ledger.tally(of: nil), [.claimed: 1], "state")
      try expect(try ledger.commit(claim.delivery, by: anns.worker, at: morning), true, "commit by its worker")
    },
    LedgerSuite(inHouse: "aLivingWorkersClaimsStayItsOwn") { house in
      let ledger = try house.open()
      try queue(2, ledger)
      let claims = try ledger.claim(2, except: [], under: anns, at: morning)
      try expect(try ledger.commit(claims[0].delivery, by: anns.worker, at: morning), true, "commit")
      try house.pass(.seconds(890))
      try expect(try recover(ledger, at: anns.until), Recovery(), "while it lives")
      try expect(try ledger.tally(of: nil), [.claimed: 2], "state")
      try house.pass(.seconds(11))
      let after = anns.until + .seconds(1)
      let found = Recovery(returned: 1, uncertain: [claims[0].addressee.address])
      try expect(try recover(ledger, at: after), found, "after its lease")
      try expect(try recover(ledger, at: after), Recovery(), "once")
    },
    LedgerSuite(inHouse: "aWorkerThatSpeaksKeepsItsClaims") { house in
      let ledger = try house.open()
      try queue(1, ledger)
      let claim = try ledger.claim(1, except: [], under: anns, at: morning)[0]
      var turn = Turn(by: anns.worker, at: morning)
      turn.lease = anns.until + .seconds(60)
      _ = try ledger.write(turn)
      try house.pass(.seconds(950))
      try expect(try recover(ledger, at: anns.until + .seconds(60)), Recovery(), "renewed")
      try expect(try ledger.commit(claim.delivery, by: anns.worker, at: morning), true, "commit")
    },
    LedgerSuite(inHouse: "whatIsRecoveredOfOneWorkerLeavesTheOthers") { house in
      let ledger = try house.open()
      try queue(4, ledger)
      _ = try ledger.claim(2, except: [], under: anns, at: morning)
      let living = try ledger.claim(
        2, except: [], under: Lease(Worker(12), until: anns.until + .seconds(60)), at: morning)
      try house.pass(.seconds(901))
      try expect(try recover(ledger, at: anns.until + .seconds(1)).returned, 2, "of the dead one")
      for claim in living {
        try expect(try ledger.commit(claim.delivery, by: Worker(12), at: morning), true, "commit of the living one")
      }
    },
    // It was wrongly taken for dead: its messages are not sent, and its results change nothing.
    LedgerSuite(inHouse: "aWorkerThatWasTakenForDeadSendsNothingMore") { house in
      let ledger = try house.open()
      try queue(2, ledger)
      let claims = try ledger.claim(2, except: [], under: anns, at: morning)
      _ = try ledger.commit(claims[0].delivery, by: anns.worker, at: morning)
      let after = anns.until + .seconds(1)
      try house.pass(.seconds(901))
      _ = try recover(ledger, at: after)
      try expect(try ledger.commit(claims[1].delivery, by: anns.worker, at: after), false, "commit")
      let again = try ledger.claim(9, except: [], under: bobs, at: after)
      try expect(again.map(\.delivery.number).sorted(), [1, 2], "both are due again")
      for (outcome, verdict) in results { try record(outcome, verdict, claims[1], anns.worker, ledger) }
      var turn = Turn(by: anns.worker, at: after)
      turn.lease = after + .seconds(9_000)
      _ = try ledger.write(turn)
      try expect(try ledger.tally(of: nil), [.claimed: 2], "the other's")
      try house.pass(.seconds(5_000))
      try expect(try recover(ledger, at: bobs.until + .seconds(1)).returned, 2, "its lease is not renewed by the first")
    },
  ]
}

/// The leases of two workers.
private let anns = Lease(Worker(11), until: morning + .seconds(900))
private let bobs = Lease(Worker(22), until: morning + .seconds(5_000))

private let results: [(Outcome, Model.Verdict)] = [
  (.accepted(Reply(stage: .finalDot, code: 250, text: "taken")), .accepted),
  (.deferred(Reply(stage: .recipient, code: 451, text: "later")), .deferred(until: morning)),
  (.refused(Reply(stage: .recipient, code: 550, text: "no")), .refused),
  (.uncertain("lost"), .uncertain(resend: morning)),
  (.unsent(RelayFailure(sentence: "lost", isPermanent: false)), .returned),
]

private func queue(_ readers: Int, _ ledger: any Ledger) throws {
  _ = try ledger.enrol((1...readers).map { .confirmed("r\($0)@example.org") }, at: morning)
  _ = try ledger.freeze(freezing(), edition: edition)
}

private func record(
  _ outcome: Outcome, _ verdict: Model.Verdict, _ claim: Claim, _ worker: Worker, _ ledger: any Ledger
) throws {
  let attempt = Attempt(delivery: claim.delivery, at: morning, outcome: outcome, verdict: verdict)
  try ledger.record([attempt], by: worker, at: morning)
}

private func recover(_ ledger: any Ledger, at now: Instant) throws -> Recovery {
  try ledger.recover(.resend, from: .expired, at: now) { _ in }
}
