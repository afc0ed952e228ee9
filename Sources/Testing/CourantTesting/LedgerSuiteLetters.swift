internal import Model
internal import Time

/// Letters are delivered like issues: claimed, committed, recorded, recovered.
extension LedgerSuite {
  static let letterCases: [LedgerSuite] = [
    LedgerSuite(inHouse: "anUncommittedLetterIsSentByTheNextWorkerAndACommittedOneIsReported") { house in
      let first = try house.open()
      try first.ask(.subscribe("ann@a.example"), at: morning)
      try first.ask(.subscribe("bob@b.example"), at: morning)
      let claims = try first.letterHands.claim(9, at: morning)
      try expect(try first.letterHands.commit(claims[0].delivery, at: morning), true, "committed")
      try house.crash()
      let second = try house.open()
      var reported: [EmailAddress] = []
      let recovery = try second.letterHands.recover(.skip, at: morning) { reported.append($0) }
      try expect(recovery, Recovery(returned: 1, uncertain: [mailbox("ann@a.example")]), "recovery")
      try expect(reported, [mailbox("ann@a.example")], "reported")
      try expect(try second.letterHands.claim(9, at: morning).map(\.delivery), [claims[1].delivery], "sent again")
      try expect(try second.letter(Letter.id(of: claims[0].delivery)!)?.kind, .confirm, "the letter stays")
    },
    LedgerSuite("anUncertainLetterIsSentAgainUnderItsOwnNumber") { ledger in
      try ledger.ask(.subscribe("ann@a.example"), at: morning)
      let claims = try ledger.letterHands.claim(9, at: morning)
      _ = try ledger.letterHands.commit(claims[0].delivery, at: morning)
      _ = try ledger.letterHands.recover(.resend, at: morning)
      let again = try ledger.letterHands.claim(9, at: morning)
      try expect(again.map(\.delivery), claims.map(\.delivery), "the same letter")
      try expect(again.map(\.earlier.uncertain), [1], "tries without a reply")
    },
    LedgerSuite(inHouse: "twoWorkersNeverSendOneLetter") { house in
      let ledger = try house.open()
      let addresses = (0..<40).map { "reader\($0)@domain\($0).example" }
      for address in addresses {
        var request = ReaderRequest.subscribe(address)
        request.network = ""
        try ledger.ask(request, at: morning)
      }
      let claimed = try atOnce(house.open(2)) { _, worker in
        var mine: [String] = []
        let hands = worker.letterHands
        while case let some = try hands.claim(3, at: morning), !some.isEmpty {
          mine += some.map(\.addressee.address.canonical)
        }
        return mine
      }
      try expect((claimed[0] + claimed[1]).sorted(), addresses.sorted(), "each once")
    },
    LedgerSuite("lettersAndIssuesDoNotMixTheirClaims") { ledger in
      _ = try ledger.enrol([.confirmed("reader@example.org")], at: morning)
      _ = try ledger.freeze(freezing(), edition: edition)
      try ledger.ask(.subscribe("ann@a.example"), at: morning)
      try expect(try ledger.due(at: morning), 1, "issues due")
      try expect(try ledger.letterHands.due(at: morning), 1, "letters due")
      let letter = try ledger.letterHands.claim(9, at: morning)[0]
      let issue = try ledger.claim(9, at: morning)[0]
      try expect(letter.delivery.number < 0, true, "negative")
      try expect(issue.delivery.number > 0, true, "positive")
      try expect(try ledger.recover(.resend, from: .all, at: morning) { _ in }.returned, 1, "issues returned")
      try expect(try ledger.letterHands.due(at: morning), 0, "the letter stays claimed")
      try ledger.letterHands.unclaim([letter.delivery])
      try expect(try ledger.letterHands.due(at: morning), 1, "until it is returned")
      try ledger.letterHands.setNote("k", "letters")
      try expect(try ledger.note("k"), nil, "notes of letters are their own")
      try expect(try ledger.letterHands.note("k"), "letters", "note")
    },
    LedgerSuite("aHeldDestinationHoldsLettersToo") { ledger in
      try ledger.ask(.subscribe("ann@a.example"), at: morning)
      var turn = Turn(at: morning)
      turn.destinations = ["a.example": .held(DestinationHold(until: morning.minutes(5), times: 1))]
      turn.notes = ["pace": "slow"]
      turn.lease = morning.minutes(20)
      _ = try ledger.letterHands.write(turn)
      try expect(try ledger.letterHands.claim(9, at: morning), [], "held")
      try expect(try ledger.destinations().keys.sorted(), ["a.example"], "for issues too")
      try expect(try ledger.letterHands.note("pace"), "slow", "note")
      try expect(try ledger.letterHands.claim(9, at: morning.minutes(6)).count, 1, "later")
    },
    LedgerSuite("aRefusedMailboxIsSuppressedAndWhatItAskedForErased") { ledger in
      let desk = Desk(ledger: ledger)
      try ledger.ask(.subscribe("ann@a.example"), at: morning)
      let claim = try ledger.letterHands.claim(9, at: morning)[0]
      let reply = Reply(stage: .recipient, code: 550, status: "5.1.1", text: "no such user")
      let attempt = Attempt(delivery: claim.delivery, at: morning, outcome: .refused(reply), verdict: .refused)
      _ = try ledger.letterHands.write(Turn(at: morning, attempts: [attempt], suppressing: [claim.delivery]))
      try expect(try ledger.suppression(of: mailbox("ann@a.example"))?.reason, .bounce, "suppression")
      try expect(try desk.reads("ann@a.example"), [], "reads")
    },
    LedgerSuite("aBouncedConfirmationEndsWhatIsPendingAndSuppresses") { ledger in
      let desk = Desk(ledger: ledger)
      for (name, kind) in [("ann", Bounce.Kind.hard), ("bob", .complaint), ("eve", .soft)] {
        let address = mailbox("\(name)@\(name).example")
        try ledger.ask(.subscribe(address.description), at: morning)
        let claim = try ledger.letterHands.claim(1, at: morning)[0]
        _ = try ledger.letterHands.commit(claim.delivery, at: morning)
        let token = ledger.letterHands.bounceToken(of: claim.delivery)
        try expect(ledger.letterHands.delivery(bounceToken: token.uppercased()), claim.delivery, "token")
        let bounce = Bounce(kind: kind, status: "5.1.1", words: "no such user", report: name).about(token: token)
        let consequence = try ledger.record(bounce, at: morning)
        let expected: BounceConsequence =
          switch kind {
          case .hard: .suppressed(address, .bounce)
          case .complaint: .suppressed(address, .complaint)
          default: .noted(address)
          }
        try expect(consequence, expected, name)
        let isGone = kind != .soft
        try expect(try desk.reads(address.description).isEmpty, isGone, "\(name) reads nothing")
        let letters = try ledger.ask(.subscribe(address.description), at: morning.days(2))
        try expect(letters, isGone ? 0 : 1, "\(name) again")
      }
    },
    LedgerSuite("lettersThatWaitOrFailAreCounted") { ledger in
      try expect(try ledger.letterTally(failedSince: morning), LetterTally(), "none")
      try ledger.ask(.subscribe("ann@a.example"), at: morning)
      try ledger.ask(.subscribe("bob@b.example"), at: morning.minutes(1))
      try expect(try ledger.letterTally(failedSince: morning).waiting, 2, "waiting")
      try expect(try ledger.letterTally(failedSince: morning).waitingSince, morning, "since")
      let claim = try ledger.letterHands.claim(1, at: morning.minutes(2))[0]
      let reply = Reply(stage: .recipient, code: 550, status: "5.7.1", text: "not here")
      let refusal = Attempt(
        delivery: claim.delivery, at: morning.minutes(2), outcome: .refused(reply), verdict: .refused)
      try ledger.letterHands.record([refusal], at: morning.minutes(2))
      let tally = try ledger.letterTally(failedSince: morning)
      try expect([tally.waiting, tally.failed], [1, 1], "waiting and failed")
      try expect(tally.lastFailure, morning.minutes(2), "when it failed")
      try expect(tally.lastReply?.contains("not here"), true, "the reply")
      try expect(try ledger.letterTally(failedSince: morning.minutes(2)).failed, 0, "since then")
      let letters = try ledger.letters(to: mailbox("ann@a.example"), limit: 9)
      try expect(letters.map(\.state), [.refused], "the state of the letter")
      try expect(letters.first?.asked, morning, "when it was asked for")
      // The other letter was never sent, and its link has expired.
      try expect(try ledger.letterHands.claim(9, at: morning.days(31)).count, 0, "claims")
      try expect(try ledger.letterTally(failedSince: morning.days(30)).failed, 1, "given up")
      try expect(try ledger.letterTally(failedSince: morning.days(30)).lastReply, nil, "without a reply")
    },
    LedgerSuite("whoReadsAlreadyKeepsOtherDigestsWhenAConfirmationBounces") { ledger in
      let desk = Desk(ledger: ledger)
      try desk.join("ann@a.example", at: morning)
      let now = morning.minutes(11)
      try ledger.ask(.subscribe("ann@a.example", .daily), at: now)
      let claim = try ledger.letterHands.claim(1, at: now)[0]
      let token = ledger.bounceToken(of: claim.delivery)
      let bounce = Bounce(kind: .hard, status: "5.1.1", words: "no such user", report: "r").about(token: token)
      try expect(try ledger.record(bounce, at: now), .suppressed(mailbox("ann@a.example"), .bounce), "bounce")
      try expect(try ledger.record(bounce, at: now), .repeated, "again")
      try expect(try desk.reads("ann@a.example"), ["weekly * confirmed"], "consent stays, under the suppression")
      try expect(try desk.events(of: "ann@a.example").last, "lapsed", "events")
    },
  ]
}
