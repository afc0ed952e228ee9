internal import Model
internal import Time

/// Readers ask for digests and confirm them.
extension LedgerSuite {
  static let deskCases: [LedgerSuite] = [
    LedgerSuite("aNewAddressIsPendingAndGetsOneLetterThatConfirmsIt") { ledger in
      let desk = Desk(ledger: ledger)
      var request = ReaderRequest.subscribe("ann@example.org", WantedDigest("weekly", .some(feeds("ms"))))
      request.name = "Ann"
      request.machine = "192.0.2.7"
      try expect(try ledger.ask(request, at: morning), 1, "letters")
      try expect(try desk.reads("ann@example.org"), ["weekly ms pending"], "before")
      let letter = try desk.letter(at: morning)
      try expect(letter.kind, .confirm, "kind")
      try expect(letter.address, request.address, "address")
      try expect(letter.language, "de", "language")
      try expect(letter.wanted, [WantedDigest("weekly", .some(feeds("ms")))], "wanted")
      try expect(letter.preferences, nil, "no preferences yet")
      let token = letter.permit ?? ""
      let permit = try ledger.permit(token)
      try expect(permit?.purpose, .confirm, "purpose")
      try expect(permit?.wanted, letter.wanted, "the permit's digests")
      try expect(permit?.lapses, morning.days(30), "lapses")
      try expect(try ledger.permit(token.uppercased()), permit, "in capitals")
      try expect(try desk.due(at: morning), 0, "letters that wait")
      let later = morning.days(2)
      guard case .done(let account) = try ledger.confirm(token, origin: "https://x.example", at: later) else {
        throw Broken(description: "not confirmed")
      }
      try expect(account.name, "Ann", "name")
      try expect(account.language, "de", "language of the reader")
      try expect(account.subscriptions.map(\.status), [.confirmed], "status")
      try expect(account.subscriptions.map(\.consentAt), [later], "consent")
      try expect(account.subscriptions.map(\.origin), [request.origin], "origin")
      try expect(try ledger.account(of: account.subscriptions[0].token), account, "the account of the token")
      let events = try ledger.consentEvents(of: request.address)
      try expect(events.map(\.kind), [.asked, .confirmed], "events")
      try expect(events.map(\.at), [morning, later], "when")
      try expect(events.map(\.words), ["Yes, mail me.", nil], "words")
      try expect(events.map(\.machine), ["192.0.2.7", nil], "machine")
      try expect(events.map(\.origin), [request.origin, "https://x.example"], "origins")
      try expect(events.map(\.follows), [.some(feeds("ms")), .some(feeds("ms"))], "feeds")
    },
    LedgerSuite("aLinkConfirmsAnyNumberOfTimesAndSaysTheSame") { ledger in
      let desk = Desk(ledger: ledger)
      try ledger.ask(.subscribe("ann@example.org"), at: morning)
      let token = try desk.permit(at: morning)
      let first = try ledger.confirm(token, origin: "", at: morning.days(1))
      try expect(try ledger.confirm(token, origin: "", at: morning.days(2)), first, "again")
      try expect(try ledger.confirm(token, origin: "", at: morning.days(29)), first, "and again")
      try expect(try desk.events(of: "ann@example.org"), ["asked weekly", "confirmed weekly"], "events")
      try expect(try ledger.confirm(token, origin: "", at: morning.days(30)), .lapsed, "after 30 days")
      _ = try ledger.eraseLapsed(at: morning.days(30))
      try expect(try ledger.confirm(token, origin: "", at: morning.days(30)), .lapsed, "when it is erased")
      try expect(try desk.reads("ann@example.org"), ["weekly * confirmed"], "a reader who confirmed stays")
    },
    LedgerSuite("aLinkOfWhatWasLeftSinceIsOver") { ledger in
      let desk = Desk(ledger: ledger)
      try ledger.ask(.subscribe("ann@example.org", .weekly, .daily), at: morning)
      let token = try desk.permit(at: morning)
      guard case .done(let account) = try ledger.confirm(token, origin: "", at: morning) else {
        throw Broken(description: "not confirmed")
      }
      _ = try ledger.leave(account.subscriptions[0].token, all: false, origin: "", at: morning)
      guard case .done = try ledger.confirm(token, origin: "", at: morning) else {
        throw Broken(description: "one of two goes on")
      }
      try expect(try desk.reads("ann@example.org"), ["daily * confirmed", "weekly * ended"], "reads")
      _ = try ledger.leave(account.subscriptions[1].token, all: false, origin: "", at: morning)
      try expect(try ledger.confirm(token, origin: "", at: morning), .over, "both left")
      try expect(try desk.reads("ann@example.org"), ["daily * ended", "weekly * ended"], "reads")
    },
    LedgerSuite("whoLeftComesBackByAskingAndConfirmingOnly") { ledger in
      let desk = Desk(ledger: ledger)
      let token = try desk.join("ann@example.org", at: morning)
      _ = try ledger.leave(token, all: true, origin: "", at: morning)
      let later = morning.days(1)
      try expect(try ledger.ask(.subscribe("Ann@Example.org"), at: later), 1, "letters")
      try expect(try desk.reads("ann@example.org"), ["weekly * ended"], "before they confirm")
      _ = try ledger.freeze(freezing(), edition: edition)
      try expect(try ledger.claim(9, at: later), [], "nobody is mailed")
      guard case .done = try ledger.confirm(desk.permit(at: later), origin: "", at: later) else {
        throw Broken(description: "not confirmed")
      }
      try expect(try desk.reads("ann@example.org"), ["weekly * confirmed"], "after")
      let row = Enrolment.confirmed("ann@example.org")
      try expect(try ledger.enrol([row], at: later), [.unchanged], "an import now")
    },
    LedgerSuite("aConfirmedReaderIsToldOnceADayAndKeepsEverything") { ledger in
      let desk = Desk(ledger: ledger)
      let token = try desk.join("ann@example.org", at: morning)
      let request = ReaderRequest.subscribe("ann@example.org", WantedDigest("weekly", .some(feeds("ms"))))
      try expect(try ledger.ask(request, at: morning.minutes(11)), 1, "letters")
      let letter = try desk.letter(at: morning.minutes(11))
      try expect(letter.kind, .alreadyFollowing, "kind")
      try expect(letter.preferences, token, "preferences")
      try expect(letter.permit, nil, "permit")
      try expect(try ledger.ask(request, at: morning.minutes(300)), 0, "on the same day")
      try expect(try ledger.ask(request, at: morning.days(2)), 1, "later")
      try expect(try desk.reads("ann@example.org"), ["weekly * confirmed"], "what they read")
      try expect(try desk.events(of: "ann@example.org"), ["asked weekly", "confirmed weekly"], "events")
    },
    LedgerSuite("aSecondDigestIsConfirmedWhileTheFirstGoesOn") { ledger in
      let desk = Desk(ledger: ledger)
      try desk.join("ann@example.org", at: morning)
      try ledger.ask(.subscribe("ann@example.org", .weekly, .daily), at: morning.minutes(11))
      try expect(try desk.reads("ann@example.org"), ["daily * pending", "weekly * confirmed"], "before")
      let letter = try desk.letter(at: morning.minutes(11))
      try expect(letter.wanted, [.daily], "asks about the new one only")
      _ = try ledger.confirm(letter.permit ?? "", origin: "", at: morning.minutes(12))
      try expect(try desk.reads("ann@example.org"), ["daily * confirmed", "weekly * confirmed"], "after")
    },
    LedgerSuite("askingAgainSendsTheLetterAgainWithinLimits") { ledger in
      try ledger.ask(.subscribe("ann@example.org"), at: morning)
      let later = [1: 0, 9: 0, 10: 1, 15: 0, 25: 1, 40: 0, 60: 0]
      for (minutes, letters) in later.sorted(by: { $0.key < $1.key }) {
        try expect(try ledger.ask(.subscribe("ann@example.org"), at: morning.minutes(minutes)), letters, "\(minutes)")
      }
      try expect(try ledger.ask(.subscribe("ann@example.org"), at: morning.days(1).minutes(30)), 1, "the next day")
      try expect(try ledger.counts(of: morning), ["letters": 3, "letters limited": 5], "counts")
    },
    LedgerSuite("closedAndUnknownDigestsAreNeverBegun") { ledger in
      let desk = Desk(ledger: ledger)
      let request = ReaderRequest.subscribe("ann@example.org", .weekly, .daily, WantedDigest("none"))
      try expect(try ledger.ask(request, offered: ["daily"], at: morning), 1, "letters")
      try expect(try desk.reads("ann@example.org"), ["daily * pending"], "reads")
      try expect(try ledger.ask(.subscribe("bob@example.org"), offered: ["daily"], at: morning), 0, "none is open")
      try expect(try desk.reads("bob@example.org"), [], "nothing of bob")
    },
    LedgerSuite("nobodyWhoIsSuppressedGetsALetter") { ledger in
      let gone: [(String, Suppression.Reason)] = [
        ("b@example.org", .bounce), ("c@example.org", .complaint), ("o@example.org", .operatorRequest),
      ]
      for (address, reason) in gone {
        var row = Enrolment.confirmed(address)
        row.suppression = Suppression(reason: reason, since: morning)
        _ = try ledger.enrol([row], at: morning)
      }
      _ = try ledger.forget(mailbox("f@example.org"), at: morning)
      for address in gone.map(\.0) + ["f@example.org"] {
        try expect(try ledger.ask(.subscribe(address, .daily), at: morning), 0, address)
        let lost = ReaderRequest(.findLink, from: mailbox(address))
        try expect(try ledger.ask(lost, at: morning), 0, "link of \(address)")
      }
      try expect(try ledger.counts(of: morning), [:], "no limit was hit")
    },
    LedgerSuite("aLetterIsDroppedWhenItsAddressIsSuppressedOrItsLinkOver") { ledger in
      let desk = Desk(ledger: ledger)
      for name in ["a", "b", "c"] { try ledger.ask(.subscribe("\(name)@\(name).example"), at: morning) }
      let claims = try ledger.letterHands.claim(9, at: morning)
      try expect(claims.map(\.addressee.address.domain), ["a.example", "b.example", "c.example"], "oldest first")
      _ = try ledger.end(mailbox("a@a.example"), digest: nil, at: morning)
      _ = try ledger.end(mailbox("b@b.example"), digest: "weekly", at: morning)
      let may = try ledger.letterHands.write(Turn(at: morning, committing: claims.map(\.delivery)))
      try expect(may, [claims[2].delivery], "what may go")
      try expect(
        try ledger.letterHands.dropped(among: claims.map(\.delivery)), Set(claims.prefix(2).map(\.delivery)), "dropped")
      try ledger.ask(.subscribe("d@d.example"), at: morning)
      _ = try ledger.forget(mailbox("d@d.example"), at: morning)
      try ledger.ask(.subscribe("e@e.example"), at: morning)
      try expect(try ledger.letterHands.claim(9, at: morning.days(31)), [], "after 30 days")
      try expect(try desk.due(at: morning.days(31)), 0, "due")
    },
    LedgerSuite("itWasNotMeSuppressesAndErasesWhatWasAsked") { ledger in
      let desk = Desk(ledger: ledger)
      try ledger.ask(.subscribe("ann@example.org"), at: morning)
      let token = try desk.permit(at: morning)
      try expect(try ledger.refuse(token, at: morning), .done(mailbox("ann@example.org")), "refused")
      try expect(try ledger.refuse(token, at: morning.days(1)), .done(mailbox("ann@example.org")), "again")
      try expect(try ledger.confirm(token, origin: "", at: morning), .over, "then confirmed")
      try expect(try desk.reads("ann@example.org"), [], "reads")
      try expect(try ledger.suppression(of: mailbox("ann@example.org"))?.reason, .operatorRequest, "suppression")
      try expect(try ledger.ask(.subscribe("ann@example.org"), at: morning.days(9)), 0, "asked again")
      try expect(try ledger.enrol([.confirmed("ann@example.org")], at: morning), [.staysEnded], "an import")
      try expect(try desk.events(of: "ann@example.org"), ["refused"], "events")
    },
    LedgerSuite("theFateOfALinkIsKnown") { ledger in
      let desk = Desk(ledger: ledger)
      try ledger.ask(.subscribe("ann@example.org"), at: morning)
      let token = try desk.permit(at: morning)
      let state = { (now: Instant) in try ledger.fate(ofPermit: token, at: now).state }
      try expect(try ledger.fate(ofPermit: "nonsense", at: morning), PermitFate(.unknown), "unknown")
      try expect(try state(morning), .open, "not used yet")
      try expect(try state(morning.days(31)), .lapsed, "too old")
      guard case .done(let account) = try ledger.confirm(token, origin: "", at: morning) else {
        throw LedgerSuite.Broken(description: "not confirmed")
      }
      let fate = try ledger.fate(ofPermit: token, at: morning.days(31))
      try expect(fate.state, .done, "used")
      try expect(fate.purpose, .confirm, "purpose")
      try expect(fate.account?.address, account.address, "reader")
      _ = try ledger.leave(account.subscriptions[0].token, all: false, origin: "", at: morning.minutes(1))
      try expect(try state(morning.minutes(2)), .open, "left since")
      _ = try ledger.end(mailbox("ann@example.org"), digest: nil, at: morning.minutes(3))
      try expect(try state(morning.minutes(4)), .refused, "suppressed")
      _ = try ledger.forget(mailbox("ann@example.org"), at: morning.minutes(5))
      try expect(try state(morning.minutes(6)), .erased, "erased")
    },
    LedgerSuite("aLostLinkIsAnsweredByCase") { ledger in
      let desk = Desk(ledger: ledger)
      let token = try desk.join("ann@example.org", at: morning)
      try ledger.ask(.subscribe("bob@example.org"), at: morning)
      _ = try desk.letter(at: morning)
      let later = morning.minutes(11)
      for name in ["ann", "bob", "eve"] {
        try expect(try ledger.ask(ReaderRequest(.findLink, from: mailbox("\(name)@example.org")), at: later), 1, name)
      }
      let known = try desk.letter(at: later)
      try expect(known.kind, .link, "known")
      try expect(known.preferences, token, "preferences")
      try expect(try ledger.permit(known.permit ?? "")?.purpose, .access, "purpose")
      let pending = try desk.letter(at: later)
      try expect(pending.kind, .confirm, "pending")
      try expect(pending.wanted, [.weekly], "what bob asked for")
      let unknown = try desk.letter(at: later)
      try expect(unknown.kind, .link, "unknown")
      try expect(unknown.preferences, nil, "no preferences")
      let refusal = unknown.permit ?? ""
      try expect(try ledger.confirm(refusal, origin: "", at: later), .over, "there is nothing to confirm")
      try expect(try ledger.account(accessedBy: refusal, at: later), .unknown, "nor to see")
      try expect(try ledger.refuse(refusal, at: later), .done(mailbox("eve@example.org")), "but to refuse")
    },
    LedgerSuite("whatNobodyConfirmedIsErased") { ledger in
      let desk = Desk(ledger: ledger)
      try ledger.ask(.subscribe("ann@example.org"), at: morning)
      try desk.join("bob@example.org", at: morning)
      try ledger.ask(.subscribe("bob@example.org", .daily), at: morning.minutes(20))
      _ = try ledger.enrol([Enrolment(address: mailbox("eve@example.org"), digest: "weekly")], at: morning)
      try expect(try ledger.eraseLapsed(at: morning.days(29)), 0, "before")
      try expect(try ledger.eraseLapsed(at: morning.days(31)), 2, "after")
      try expect(try desk.reads("ann@example.org"), [], "ann")
      try expect(try desk.events(of: "ann@example.org"), [], "nothing is left of ann")
      try expect(try desk.reads("bob@example.org"), ["weekly * confirmed"], "bob")
      try expect(
        try desk.events(of: "bob@example.org"), ["asked weekly", "confirmed weekly", "asked daily", "lapsed"], "events")
      try expect(try desk.reads("eve@example.org"), ["weekly * pending"], "a reader whom the operator added")
      // The number of an erased subscription is in a token, so no other gets it.
      let tokens = try ["bob@example.org", "new@example.org"].map { address in
        try desk.join(address, .daily, at: morning.days(40))
      }
      try expect(Set(tokens).count, 2, "tokens")
    },
    LedgerSuite("forgedTokensAndPermitsForOtherThingsDoNothing") { ledger in
      let desk = Desk(ledger: ledger)
      let subscription = try desk.join("ann@example.org", at: morning)
      try ledger.ask(.subscribe("bob@example.org"), at: morning)
      let permit = try desk.permit(at: morning)
      for forged in ["", "a", subscription, String(permit.dropLast()), permit + "a"] {
        try expect(try ledger.permit(forged), nil, "permit")
        try expect(try ledger.confirm(forged, origin: "", at: morning), .unknown, "confirm")
        try expect(try ledger.refuse(forged, at: morning), .unknown, "refuse")
        try expect(try ledger.comeBack(forged, at: morning), .unknown, "come back")
        try expect(try ledger.erase(forged, at: morning), .unknown, "erase")
      }
      for wrong in [permit] {
        try expect(try ledger.account(accessedBy: wrong, at: morning), .unknown, "access")
        try expect(try ledger.comeBack(wrong, at: morning), .unknown, "come back")
        try expect(try ledger.move(wrong, at: morning), .unknown, "move")
        try expect(try ledger.moveBack(wrong, at: morning), .unknown, "move back")
        try expect(try ledger.erase(wrong, at: morning), .unknown, "erase")
        try expect(try ledger.leave(wrong, all: true, origin: "", at: morning), nil, "leave")
        try expect(try ledger.account(of: wrong), nil, "account")
        try expect(try ledger.pause(until: morning.days(3), by: wrong, at: morning), nil, "pause")
        try expect(try ledger.save(ReaderChoices([]), by: wrong, under: LetterLimits(), at: morning), nil, "save")
      }
      try expect(try desk.reads("bob@example.org"), ["weekly * pending"], "bob")
    },
    LedgerSuite(inHouse: "twoDesksJudgeEachRequestOnce") { house in
      let ledger = try house.open()
      let requests = (0..<60).map { ReaderRequest.subscribe("reader\($0)@example\($0 / 5).org") }
      let unnetworked = requests.map { request in
        var request = request
        request.network = ""
        return request
      }
      try ledger.record(unnetworked, at: morning)
      let settled = try atOnce(house.open(2)) { _, desk in
        var count = 0
        while true {
          let done = try desk.settleRequests(7, offered: openDigests, under: LetterLimits(), at: morning)
          if done.count == 0 { return count }
          count += done.letters
        }
      }
      try expect(settled[0] + settled[1], 60, "letters")
      try expect(try ledger.letterHands.due(at: morning), 60, "due")
    },
    LedgerSuite(inHouse: "aCrashLosesNoRequestAndNoLetter") { house in
      let ledger = try house.open()
      try ledger.record([.subscribe("ann@example.org"), .subscribe("bob@other.example")], at: morning)
      try house.crash()
      let after = try house.open()
      try expect(
        try after.settleRequests(1, offered: openDigests, under: LetterLimits(), at: morning).letters, 1, "the first")
      try house.crash()
      let last = try house.open()
      try expect(
        try last.settleRequests(9, offered: openDigests, under: LetterLimits(), at: morning).letters, 1, "the second")
      try expect(try last.letterHands.due(at: morning), 2, "letters")
    },
  ]
}
