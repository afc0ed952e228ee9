internal import Model
internal import Time

extension LedgerSuite {
  static let deliveryCases: [LedgerSuite] = [
    LedgerSuite("aClaimHoldsWhatItsMessageNeeds") { ledger in
      var row = Enrolment.confirmed("ann@example.org")
      row.name = "Ann"
      _ = try ledger.enrol([row], at: morning)
      _ = try ledger.freeze(freezing(), edition: edition)
      let claim = try ledger.claim(9, at: morning)[0]
      try expect(claim.addressee.name, "Ann", "name")
      try expect(claim.addressee.address, row.address, "address")
      try expect(claim.edition.feeds, feeds("all"), "edition")
      try expect(claim.issue, ClaimedIssue(digest: "weekly", number: 1), "issue")
      try expect(try ledger.addressee(row.address, digest: "weekly")?.0, claim.addressee, "the same token")
      try expect(try ledger.claim(9, at: morning), [], "claimed once")
    },
    LedgerSuite("aClaimKnowsWhenItsReaderSignedUpIfAnyoneDoes") { ledger in
      var ann = Enrolment.confirmed("ann@example.org")
      ann.consentAt = morning - .seconds(86_400)
      let bob = Enrolment.confirmed("bob@example.org")
      _ = try ledger.enrol([ann, bob], at: morning)
      _ = try ledger.freeze(freezing(), edition: edition)
      let claims = try ledger.claim(9, at: morning)
      let days = Dictionary(uniqueKeysWithValues: claims.map { ($0.addressee.address, $0.addressee.signedUp) })
      try expect(days, [ann.address: ann.consentAt, bob.address: nil], "dates")
    },
    LedgerSuite("nobodyWhoLeftAfterFreezingIsMailed") { ledger in
      try queue(["ann@example.org", "bob@example.org"], ledger)
      _ = try ledger.end(mailbox("ann@example.org"), digest: "weekly", at: morning)
      try expect(try ledger.claim(9, at: morning).map(\.addressee.address), [mailbox("bob@example.org")], "claims")
      try expect(try ledger.tally(of: nil), [.dropped: 1, .claimed: 1], "tally")
    },
    LedgerSuite("nobodyWhoLeavesBetweenClaimAndDotIsMailed") { ledger in
      try queue(["ann@example.org", "bob@example.org"], ledger)
      let claims = try ledger.claim(9, at: morning)
      _ = try ledger.end(claims[0].addressee.address, digest: "weekly", at: morning)
      try expect(try ledger.commit(claims[0].delivery, at: morning), false, "commit of the one who left")
      _ = try ledger.cancel(try ledger.issue("weekly", number: 1)!.id, at: morning)
      try expect(try ledger.commit(claims[1].delivery, at: morning), false, "commit of a cancelled issue")
      try expect(try ledger.tally(of: nil), [.dropped: 2], "tally")
    },
    LedgerSuite("aDeferredDeliveryIsTriedAgainAfterItsDelay") { ledger in
      try queue(["ann@example.org"], ledger)
      let claim = try ledger.claim(9, at: morning)[0]
      let later = morning + .seconds(300)
      try record(.deferred(reply(451)), .deferred(until: later), claim, ledger)
      try expect(try ledger.claim(9, at: later - .seconds(1)), [], "too early")
      try expect(try ledger.nextAttempt(), later, "next attempt")
      let again = try ledger.claim(9, at: later)[0]
      try expect(again.earlier.count, 1, "attempts")
      try expect(again.earlier.first, morning, "first attempt")
      try expect(again.addressee.token, claim.addressee.token, "token")
    },
    LedgerSuite("anAcceptedOrRefusedDeliveryIsFinal") { ledger in
      try queue(["ann@example.org", "bob@example.org"], ledger)
      let claims = try ledger.claim(9, at: morning)
      try record(.accepted(reply(250)), .accepted, claims[0], ledger)
      try record(.refused(reply(554)), .refused, claims[1], ledger)
      try expect(try ledger.due(at: morning + .seconds(1_000_000)), 0, "due")
      try expect(try ledger.recover(.resend, at: morning), Recovery(), "recovery")
      try expect(try ledger.tally(of: nil), [.accepted: 1, .refused: 1], "tally")
      try expect(try ledger.suppression(of: claims[1].addressee.address), nil, "suppression")
    },
    LedgerSuite("aRefusalThatWasNotProvenIsTriedAgainUntilItIsSettled") { ledger in
      try queue(["ann@example.org"], ledger)
      let claim = try ledger.claim(9, at: morning)[0]
      let later = morning + .seconds(300)
      try record(.refused(reply(550)), .deferred(until: later), claim, ledger)
      try expect(try ledger.due(at: later), 1, "due")
      var turn = Turn(at: morning)
      turn.refusing = [claim.delivery]
      try expect(try ledger.write(turn), [], "committed")
      try expect(try ledger.due(at: later), 0, "due once it is settled")
      try expect(try ledger.tally(of: nil), [.refused: 1], "tally")
    },
    LedgerSuite("oneTurnRecordsWhatWasAndCommitsWhatComes") { ledger in
      try queue(["ann@example.org", "bob@example.org", "cy@example.org"], ledger)
      let claims = try ledger.claim(9, at: morning)
      try expect(try ledger.commit(claims[0].delivery, at: morning), true, "commit")
      _ = try ledger.end(claims[2].addressee.address, digest: "weekly", at: morning)
      var turn = Turn(at: morning)
      turn.attempts = [
        Attempt(delivery: claims[0].delivery, at: morning, outcome: .accepted(reply(250)), verdict: .accepted)
      ]
      turn.committing = [claims[1].delivery, claims[2].delivery]
      turn.notes = ["pace": "7"]
      try expect(try ledger.write(turn), [claims[1].delivery], "who may go")
      try expect(try ledger.note("pace"), "7", "note")
      try expect(try ledger.tally(of: nil), [.accepted: 1, .claimed: 1, .dropped: 1], "tally")
      let recovery = try ledger.recover(.skip, at: morning)
      try expect(recovery, Recovery(returned: 0, uncertain: [claims[1].addressee.address]), "recovery")
    },
    LedgerSuite("whatIsReturnedIsUntriedAndDueAgain") { ledger in
      try queue(["ann@example.org", "bob@example.org"], ledger)
      let claims = try ledger.claim(9, at: morning)
      var turn = Turn(at: morning, committing: [claims[0].delivery])
      turn.returning = [claims[1].delivery]
      _ = try ledger.write(turn)
      let again = try ledger.claim(9, at: morning)
      try expect(again.map(\.delivery), [claims[1].delivery], "claims")
      try expect(again[0].earlier.count, 0, "attempts")
    },
    LedgerSuite("aDestinationThatIsHeldWaitsAndTheRestGoes") { ledger in
      try queue(["ann@example.org", "bob@example.com", "cy@example.net"], ledger)
      var turn = Turn(at: morning)
      let hold = DestinationHold(until: morning + .seconds(300), times: 1)
      turn.destinations = ["example.com": .held(hold)]
      _ = try ledger.write(turn)
      try expect(try ledger.destinations(), ["example.com": hold], "destinations")
      try expect(try ledger.due(at: morning), 2, "due")
      let open = try ledger.claim(9, except: ["example.net"], at: morning)
      try expect(open.map(\.addressee.address), [mailbox("ann@example.org")], "claims")
      try expect(try ledger.claim(9, at: morning).map(\.addressee.address), [mailbox("cy@example.net")], "excepted")
      try expect(try ledger.claim(9, at: hold.until).map(\.addressee.address), [mailbox("bob@example.com")], "later")
      turn.destinations = ["example.com": .free]
      _ = try ledger.write(turn)
      try expect(try ledger.destinations(), [:], "taking mail again")
    },
    LedgerSuite("anAddressThatDoesNotExistIsSuppressed") { ledger in
      try queue(["ann@example.org"], ledger)
      let claim = try ledger.claim(9, at: morning)[0]
      try record(.refused(reply(550)), .refused, claim, ledger)
      try expect(try ledger.suppression(of: claim.addressee.address), nil, "not yet: the relay may be at fault")
      _ = try ledger.write(Turn(at: morning, suppressing: [claim.delivery]))
      try expect(try ledger.suppression(of: mailbox("ANN@example.org"))?.reason, .bounce, "suppression")
      try expect(try ledger.followings(of: "weekly"), [:], "followings")
    },
    LedgerSuite("whatADeadWorkerHeldIsQueuedAgain") { ledger in
      try queue(["ann@example.org", "bob@example.org"], ledger)
      let claims = try ledger.claim(9, at: morning)
      try expect(try ledger.commit(claims[0].delivery, at: morning), true, "commit")
      let recovery = try ledger.recover(.resend, at: morning)
      try expect(recovery, Recovery(returned: 1, uncertain: [claims[0].addressee.address]), "recovery")
      let again = try ledger.claim(9, at: morning)
      try expect(Set(again.map(\.addressee)), Set(claims.map(\.addressee)), "both again")
    },
    LedgerSuite("whatIsUncertainIsNotSentAgainUnderSkip") { ledger in
      try queue(["ann@example.org"], ledger)
      let claim = try ledger.claim(9, at: morning)[0]
      try expect(try ledger.commit(claim.delivery, at: morning), true, "commit")
      _ = try ledger.recover(.skip, at: morning)
      try expect(try ledger.tally(of: nil), [.uncertain: 1], "tally")
      try expect(try ledger.due(at: morning + .seconds(1_000_000)), 0, "due")
    },
    LedgerSuite("anIssueIsSentAgainToThoseWhoDidNotGetItAndToNobodyElse") { ledger in
      try queue((1...7).map { "r\($0)@example.org" }, ledger)
      let claims = try ledger.claim(9, at: morning)
      let issue = try ledger.issue("weekly", number: 1)!.id
      try expect(try ledger.commit(claims[0].delivery, at: morning), true, "commit")
      try record(.accepted(reply(250)), .accepted, claims[0], ledger)
      try record(.refused(reply(554)), .refused, claims[1], ledger)
      try record(.deferred(reply(451)), .refused, claims[2], ledger)
      try record(.uncertain("lost"), .uncertain(resend: nil), claims[3], ledger)
      try record(.refused(reply(554)), .refused, claims[4], ledger)
      _ = try ledger.end(claims[4].addressee.address, digest: "weekly", at: morning)
      try record(.deferred(reply(451)), .deferred(until: morning + .seconds(300)), claims[5], ledger)
      try ledger.unclaim([claims[6].delivery])

      let later = morning + .seconds(3 * 86_400)
      let who = { () throws in try ledger.claim(9, at: later).map(\.addressee.address) }
      let addresses = claims.map(\.addressee.address)
      try expect(
        try ledger.resend(issue, to: .refused, at: later), Resend(queued: 1, unwanted: 1, uncertain: 1), "the refused")
      let refused = try ledger.claim(9, at: later)
      try expect(
        Set(refused.map(\.addressee.address)), [addresses[1], addresses[5], addresses[6]], "without waiting ones")
      let again = refused.first { $0.addressee == claims[1].addressee }
      try expect(again?.earlier.count, 0, "its attempts start again at none")
      try expect(again?.earlier.first, nil, "and so do its two days")
      try expect(
        try ledger.resend(issue, to: [.refused, .givenUp], at: later), Resend(queued: 1, unwanted: 1, uncertain: 1),
        "the given up")
      try expect(try who(), [addresses[2]], "given up")
      try expect(try ledger.resend(issue, to: .uncertain, at: later)?.queued, 1, "the uncertain")
      try expect(try who(), [addresses[3]], "uncertain")
      try expect(
        try ledger.resend(issue, to: [.refused, .givenUp, .uncertain], at: later)?.queued, 0, "nobody is left")
    },
    LedgerSuite("aCancelledIssueIsNotSentAgain") { ledger in
      try queue(["ann@example.org"], ledger)
      try record(.refused(reply(554)), .refused, try ledger.claim(9, at: morning)[0], ledger)
      let issue = try ledger.issue("weekly", number: 1)!.id
      _ = try ledger.cancel(issue, at: morning)
      try expect(try ledger.resend(issue, to: .refused, at: morning), nil, "resend")
      try expect(try ledger.tally(of: nil), [.refused: 1], "tally")
    },
    LedgerSuite("onlyTheDroppedCountAsDropped") { ledger in
      try queue(["ann@example.org", "bob@example.org"], ledger)
      let claims = try ledger.claim(9, at: morning)
      _ = try ledger.end(claims[0].addressee.address, digest: "weekly", at: morning)
      try expect(try ledger.commit(claims[0].delivery, at: morning), false, "commit of the one who left")
      try expect(try ledger.dropped(among: claims.map(\.delivery)), [claims[0].delivery], "dropped")
    },
    LedgerSuite("onlyAClaimedDeliveryCanBeCommitted") { ledger in
      try queue(["ann@example.org"], ledger)
      let claim = try ledger.claim(9, at: morning)[0]
      try ledger.unclaim([claim.delivery])
      try expect(try ledger.commit(claim.delivery, at: morning), false, "a commit without a claim")
      try expect(try ledger.due(at: morning), 1, "due")
    },
    LedgerSuite("theHistoryOfAReaderTellsTheServersWords") { ledger in
      try queue(["ann@example.org"], ledger)
      let claim = try ledger.claim(9, at: morning)[0]
      try record(.accepted(reply(250)), .accepted, claim, ledger)
      let subscriber = try ledger.subscriptions(of: mailbox("ann@example.org"))[0].subscriber
      var history = DeliveryHistory(digest: "weekly", issueNumber: 1, state: .accepted, changed: morning)
      history.reply = "250 words"
      try expect(try ledger.history(of: subscriber.id, limit: 9), [history], "history")
      try expect(try ledger.oldestOpen(), nil, "nothing open")
    },
  ]
}

private func queue(_ addresses: [String], _ ledger: any Ledger) throws {
  _ = try ledger.enrol(addresses.map { .confirmed($0) }, at: morning)
  _ = try ledger.freeze(freezing(), edition: edition)
  try expect(try ledger.due(at: morning), addresses.count, "due")
}

private func reply(_ code: Int) -> Reply { Reply(stage: .recipient, code: code, text: "words") }

private func record(_ outcome: Outcome, _ verdict: Model.Verdict, _ claim: Claim, _ ledger: any Ledger) throws {
  try ledger.record([Attempt(delivery: claim.delivery, at: morning, outcome: outcome, verdict: verdict)], at: morning)
}
