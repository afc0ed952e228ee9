internal import Model
internal import Time

extension LedgerSuite {
  private static func pause(_ reason: String, letters: Bool = false) -> SendingPause {
    SendingPause(reason, since: morning, by: "ann@host (shell)", stopsLetters: letters)
  }

  static let pauseCases: [LedgerSuite] = [
    LedgerSuite("aPauseIsKeptUntilItIsEndedAndASecondOneOnlyChangesItsReason") { ledger in
      try expect(try ledger.sendingPause(), nil, "before")
      try ledger.pauseSending(pause("wrong template"))
      try ledger.pauseSending(SendingPause("wrong list", since: morning.days(1), by: "bob", stopsLetters: true))
      let both = SendingPause("wrong list", since: morning, by: "ann@host (shell)", stopsLetters: true)
      try expect(try ledger.sendingPause(), both, "both")
      try expect(try ledger.resumeSending(), both, "ended")
      try expect(try ledger.resumeSending(), nil, "no other")
      try expect(try ledger.sendingPause(), nil, "after")
    },
    LedgerSuite(inHouse: "duringAPauseNothingIsDueAndAClaimEntersNoFinalExchange") { house in
      let worker = try house.open()
      _ = try worker.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: morning)
      _ = try worker.freeze(freezing(), edition: edition)
      let claim = try worker.claim(1, at: morning)[0]
      try house.open().pauseSending(pause("wrong template"))
      try expect(try worker.isPaused(), true, "stopped")
      try expect(try worker.commit(claim.delivery, at: morning), false, "may go")
      try expect(try worker.due(at: morning), 0, "due")
      try expect(try worker.claim(9, at: morning).count, 0, "claims")
      try house.crash()
      let next = try house.open()
      try expect(try next.recover(.resend, at: morning), Recovery(returned: 1), "recovery")
      try expect(try next.due(at: morning), 0, "still paused after a crash")
      _ = try next.resumeSending()
      try expect(try next.claim(9, at: morning).count, 2, "claims after the pause")
    },
    LedgerSuite("lettersThatAnswerReadersLeaveDuringAPauseUnlessItStopsThemToo") { ledger in
      try ledger.ask(.subscribe("ann@a.example"), at: morning)
      try ledger.pauseSending(pause("wrong template"))
      try expect(try ledger.letterHands.isPaused(), false, "letters")
      try expect(try ledger.letterHands.due(at: morning), 1, "due")
      try ledger.pauseSending(pause("the relay", letters: true))
      try expect(try ledger.letterHands.due(at: morning), 0, "due with letters stopped")
      try expect(try ledger.letterHands.claim(9, at: morning).count, 0, "claims with letters stopped")
    },
    LedgerSuite("aWelcomeWaitsDuringAPause") { ledger in
      let desk = Desk(ledger: ledger)
      try desk.join("bob@example.org", at: morning)
      _ = try ledger.freeze(freezing(), edition: edition)
      try ledger.ask(.subscribe("ann@example.org"), at: morning.minutes(11))
      let permit = try desk.permit(at: morning.minutes(11))
      _ = try ledger.confirm(permit, origin: "", welcoming: ["weekly"], at: morning.minutes(12))
      try expect(try desk.due(at: morning.minutes(12)), 1, "the welcome")
      try ledger.pauseSending(pause("wrong template"))
      try expect(try desk.due(at: morning.minutes(12)), 0, "the welcome during the pause")
      _ = try ledger.resumeSending()
      try expect(try desk.letter(at: morning.minutes(12)).kind, .welcome, "the welcome afterwards")
    },
  ]
}
