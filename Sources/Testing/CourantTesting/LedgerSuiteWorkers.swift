internal import Model
internal import Time

/// Several workers with the same data, and what remains when they are killed.
extension LedgerSuite {
  static let workerCases: [LedgerSuite] = [
    LedgerSuite(inHouse: "twoClaimersNeverGetOneDelivery") { house in
      let ledger = try house.open()
      let addresses = (0..<120).map { "reader\($0)@example.org" }
      try queue(addresses, ledger)
      let claimed = try atOnce(house.open(2)) { _, worker in
        var mine: [EmailAddress] = []
        while case let some = try worker.claim(7, at: morning), !some.isEmpty { mine += some.map(\.addressee.address) }
        return mine
      }
      try expect((claimed[0] + claimed[1]).map(\.canonical).sorted(), addresses.sorted(), "each once")
      try expect(try ledger.tally(of: nil), [.claimed: 120], "tally")
    },
    LedgerSuite(inHouse: "theSecondFreezeOfOneSlotAnswersNil") { house in
      let ledger = try house.open()
      _ = try ledger.enrol((0..<20).map { .confirmed("reader\($0)@example.org") }, at: morning)
      let frozen = try atOnce(house.open(2)) { _, worker in try worker.freeze(freezing(), edition: edition) }
      try expect(frozen.compactMap(\.self), [20], "one of them froze it")
      try expect(try ledger.issues(of: "weekly", limit: nil).map(\.number), [1], "issues")
      try expect(try ledger.due(at: morning), 20, "due")
    },
    LedgerSuite(inHouse: "whoIsEnrolledWhileAnIssueIsFrozenGetsItOrNot") { house in
      let ledger = try house.open()
      let found = try atOnce(house.open(2)) { number, worker in
        if number == 0 { return try worker.freeze(freezing(), edition: edition) ?? -1 }
        for reader in 0..<60 { _ = try worker.enrol([.confirmed("reader\(reader)@example.org")], at: morning) }
        return 60
      }
      let claims = try ledger.claim(100, at: morning)
      try expect(claims.count, found[0], "as many as were frozen")
      try expect(Set(claims.map(\.addressee.address)).count, found[0], "each once")
      // They enrolled in sequence, so the first ones get the issue.
      let first = (0..<found[0]).map { "reader\($0)@example.org" }
      try expect(claims.map(\.addressee.address.canonical).sorted(), first.sorted(), "the first")
      try expect(try ledger.followings(of: "weekly").values.reduce(0, +), 60, "all are enrolled")
    },
    LedgerSuite(inHouse: "whoLeavesByAnotherWorkersDoorIsNotCommitted") { house in
      let sender = try house.open()
      let door = try house.open()
      let doors: [(EmailAddress) throws -> Void] = [
        { _ = try door.end($0, digest: "weekly", at: morning) },
        { _ = try door.end($0, digest: nil, at: morning) },
        { _ = try door.forget($0, at: morning) },
        { _ = try door.enrol([ending($0)], at: morning) },
      ]
      try queue(doors.indices.map { "reader\($0)@example.org" } + ["stays@example.org"], sender)
      let claims = try sender.claim(9, at: morning)
      let stays = claims.first { $0.addressee.address.canonical == "stays@example.org" }!
      for (number, leave) in doors.enumerated() {
        let claim = claims.first { $0.addressee.address.canonical == "reader\(number)@example.org" }!
        try leave(claim.addressee.address)
        try expect(try sender.commit(claim.delivery, at: morning), false, "door \(number)")
      }
      try expect(try sender.commit(stays.delivery, at: morning), true, "who stays")
      try expect(try door.tally(of: nil), [.dropped: doors.count, .claimed: 1], "tally")
    },
    LedgerSuite(inHouse: "anIssueThatAnotherWorkerCancelsIsNotCommitted") { house in
      let sender = try house.open()
      try queue(["ann@example.org", "bob@example.org"], sender)
      let claims = try sender.claim(1, at: morning)
      let operators = try house.open()
      _ = try operators.cancel(try operators.issue("weekly", number: 1)!.id, at: morning)
      try expect(try sender.commit(claims[0].delivery, at: morning), false, "commit")
      try expect(try sender.claim(9, at: morning), [], "claims")
      try expect(try sender.tally(of: nil), [.dropped: 2], "tally")
    },
    LedgerSuite(inHouse: "softBouncesThatTwoWorkersReadAtOnceAllCount") { house in
      let ledger = try house.open()
      var claims: [Claim] = []
      for number in 1...4 {
        let time = "2026-11-2\(2 + number)T07:00"
        let slot = Slot(digest: "weekly", wallTime: time, due: .at(time + ":00Z"))
        if number == 1 { _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning) }
        _ = try ledger.freeze(freezing(number: number, slot: slot, sections: [("all", "a\(number)")]), edition: edition)
        claims += try ledger.claim(9, at: slot.due + .seconds(5))
      }
      try expect(claims.count, 4, "claims")
      let mails = claims
      _ = try atOnce(house.open(2)) { number, worker in
        for claim in mails.dropFirst(2 * number).prefix(2) {
          let report = Bounce(kind: .soft, words: "full", report: "report \(claim.delivery.number)")
            .about(claim.addressee.address, token: worker.bounceToken(of: claim.delivery))
          _ = try worker.record(report, at: morning)
        }
        return true
      }
      let subscriber = try ledger.subscriptions(of: mailbox("ann@example.org"))[0].subscriber
      try expect(try ledger.bounces(of: subscriber.id, limit: 9).count, 4, "bounces")
    },
    LedgerSuite(inHouse: "whatKilledWorkersHeldIsQueuedAgainOrUncertain") { house in
      let worker = try house.open()
      try queue(["ann@example.org", "bob@example.org", "cy@example.org"], worker)
      let claims = try worker.claim(9, at: morning)
      try expect(try worker.commit(claims[0].delivery, at: morning), true, "commit")
      try expect(try worker.commit(claims[1].delivery, at: morning), true, "commit")
      let taken = Reply(stage: .finalDot, code: 250, text: "ok")
      try worker.record(
        [Attempt(delivery: claims[1].delivery, at: morning, outcome: .accepted(taken), verdict: .accepted)],
        at: morning)
      try house.crash()
      let next = try house.open()
      let recovery = try next.recover(.skip, at: morning)
      try expect(recovery, Recovery(returned: 1, uncertain: [claims[0].addressee.address]), "recovery")
      try expect(try next.tally(of: nil), [.accepted: 1, .uncertain: 1, .queued: 1], "tally")
      try expect(try next.claim(9, at: morning).map(\.delivery), [claims[2].delivery], "claims")
      try expect(try next.recover(.skip, at: morning).uncertain, [], "reported once")
    },
    LedgerSuite(inHouse: "whatReturnedIsDurableAndTheRestIsNotThere") { house in
      let worker = try house.open()
      try worker.setNote("k", "before")
      _ = try worker.enrol([.confirmed("ann@example.org")], at: morning)
      let frozen = try worker.freeze(freezing(), edition: edition)
      try house.crash()
      let next = try house.open()
      try expect(try next.note("k"), "before", "note")
      try expect(frozen, 1, "frozen")
      try expect(try next.due(at: morning), 1, "due")
      try expect(next.secret, worker.secret, "secret")
      // The issue is already frozen and cannot be frozen again.
      try expect(try next.freeze(freezing(), edition: edition), nil, "freezing again")
    },
    LedgerSuite(inHouse: "whoWasToldUnsubscribedStaysSoAfterACrash") { house in
      let worker = try house.open()
      _ = try worker.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: morning)
      let token = try worker.addressee(mailbox("ann@example.org"), digest: "weekly")!.0.token
      try expect(try worker.end(token: token, at: morning)?.isNew, true, "the first time")
      try house.crash()
      let next = try house.open()
      try expect(try next.end(token: token, at: morning)?.isNew, false, "known")
      try expect(try next.enrol([.confirmed("ann@example.org")], at: morning), [.staysEnded], "an import")
      try expect(try next.counts(of: "weekly"), [.confirmed: 1, .ended: 1], "counts")
    },
    LedgerSuite(inHouse: "numbersThatTwoWorkersGiveAreDifferent") { house in
      let ledger = try house.open()
      _ = try atOnce(house.open(2)) { number, worker in
        try worker.enrol((0..<40).map { .confirmed("reader\(number)-\($0)@example.org") }, at: morning)
      }
      var tokens = Set<String>()
      for number in 0..<2 {
        for reader in 0..<40 {
          let address = mailbox("reader\(number)-\(reader)@example.org")
          tokens.insert(try ledger.addressee(address, digest: "weekly")!.0.token)
        }
      }
      try expect(tokens.count, 80, "tokens")
    },
    LedgerSuite(inHouse: "timePassesForAllWorkers") { house in
      let one = try house.open()
      let other = try house.open()
      try queue(["ann@example.org"], one)
      let claim = try one.claim(9, at: morning)[0]
      let later = morning + .seconds(300)
      let reply = Reply(stage: .recipient, code: 451, text: "later")
      try one.record(
        [Attempt(delivery: claim.delivery, at: morning, outcome: .deferred(reply), verdict: .deferred(until: later))],
        at: morning)
      try expect(try other.claim(9, at: later - .seconds(1)), [], "too early")
      try expect(try other.claim(9, at: later).map(\.delivery), [claim.delivery], "due")
      try expect(try one.claim(9, at: later), [], "the other has it")
    },
  ]
}

private func queue(_ addresses: [String], _ ledger: any Ledger) throws {
  _ = try ledger.enrol(addresses.map { .confirmed($0) }, at: morning)
  _ = try ledger.freeze(freezing(), edition: edition)
  try expect(try ledger.due(at: morning), addresses.count, "due")
}

private func ending(_ address: EmailAddress) -> Enrolment {
  var row = Enrolment.confirmed(address.canonical)
  row.status = .ended
  return row
}
