internal import Model
internal import Time

/// Readers choose, pause, leave and come back with the token of a mail.
extension LedgerSuite {
  static let leavingCases: [LedgerSuite] = [
    LedgerSuite("leavingTakesEffectAtOnceAndSaysTheSameAgain") { ledger in
      let desk = Desk(ledger: ledger)
      let token = try desk.join("ann@example.org", at: morning)
      try desk.join("ann@example.org", .daily, at: morning.minutes(11))
      _ = try ledger.freeze(freezing(), edition: edition)
      let claims = try ledger.claim(9, at: morning)
      let later = morning.minutes(12)
      let left = try ledger.leave(token.uppercased(), all: false, origin: "https://x.example", at: later)
      try expect(left?.digests, ["weekly"], "digests")
      try expect(left?.isNew, true, "is new")
      try expect(try ledger.commit(claims[0].delivery, at: morning), false, "the message that was ready")
      let again = try ledger.leave(token, all: false, origin: "", at: later)
      try expect(again, Left(["weekly"], isNew: false), "again")
      try expect(try desk.reads("ann@example.org"), ["daily * confirmed", "weekly * ended"], "reads")
      let all = try ledger.leave(token, all: true, origin: "", at: later)
      try expect(all?.digests, ["weekly", "daily"], "all digests")
      try expect(try desk.reads("ann@example.org"), ["daily * ended", "weekly * ended"], "reads")
      try expect(try ledger.suppression(of: mailbox("ann@example.org")), nil, "they may ask again")
      try expect(
        try desk.events(of: "ann@example.org"),
        ["asked weekly", "confirmed weekly", "asked daily", "confirmed daily", "left weekly", "left daily"], "events")
    },
    LedgerSuite("eventsOfAnotherLedgerAreCarriedOnceAndChangeNothingElse") { ledger in
      let desk = Desk(ledger: ledger)
      try desk.join("ann@example.org", at: morning)
      _ = try ledger.enrol([.confirmed("eve@example.org")], at: morning)
      _ = try ledger.forget(mailbox("eve@example.org"), at: morning)
      var old = ConsentEvent(.left, at: morning.days(-9), digest: "daily", origin: "one-click")
      old.words = "Stop."
      let paused = HistoricEvent(mailbox("Ann@example.org"), ConsentEvent(.paused, at: morning.days(-8)))
      let events =
        [paused, paused]
        + ["ann@example.org", "eve@example.org", "who@example.org"].map { HistoricEvent(mailbox($0), old) }
      try expect(try ledger.carry(events), [.added, .added, .added, .nobody, .nobody], "first")
      try expect(try ledger.carry(events), [.known, .known, .known, .nobody, .nobody], "again")
      try expect(
        try desk.events(of: "ann@example.org"), ["left daily", "paused", "paused", "asked weekly", "confirmed weekly"],
        "events")
      try expect(try ledger.consentEvents(of: mailbox("ann@example.org")).first, old, "the whole event")
      try expect(try desk.reads("ann@example.org"), ["weekly * confirmed"], "reads")
      try expect(try desk.events(of: "eve@example.org"), ["forgotten"], "who is forgotten")
    },
    LedgerSuite("whatIsDoneTogetherFailsOneByOneOrAltogether") { ledger in
      let desk = Desk(ledger: ledger)
      let names = ["ann@example.org", "ben@example.org", "cleo@example.org", "dan@example.org"]
      let tokens = try names.map { try desk.join($0, at: morning) }
      try ledger.together {
        _ = try ledger.leave(tokens[0], all: false, origin: "", at: morning)
        let failed: Void? = try? ledger.together {
          _ = try ledger.leave(tokens[3], all: false, origin: "", at: morning)
          throw Broken(description: "a part")
        }
        try expect(failed == nil, true, "one that fails")
        try ledger.record([.subscribe("eve@example.org")], at: morning)
        try expect(try desk.reads("ann@example.org"), ["weekly * ended"], "seen within")
      }
      do {
        try ledger.together {
          _ = try ledger.leave(tokens[1], all: false, origin: "", at: morning)
          throw Broken(description: "the whole")
        }
      } catch is Broken {}
      _ = try ledger.leave(tokens[2], all: false, origin: "", at: morning)
      try expect(try desk.reads("ann@example.org"), ["weekly * ended"], "done")
      try expect(try desk.reads("ben@example.org"), ["weekly * confirmed"], "undone with the whole")
      try expect(try desk.reads("cleo@example.org"), ["weekly * ended"], "alone again")
      try expect(try desk.reads("dan@example.org"), ["weekly * confirmed"], "undone alone")
      let settled = try ledger.settleRequests(9, offered: openDigests, under: LetterLimits(), at: morning)
      try expect(settled.letters, 1, "letters")
    },
    LedgerSuite("aPauseEndsWhenWhoeverHadLeftConfirmsAgain") { ledger in
      let desk = Desk(ledger: ledger)
      let token = try desk.join("ann@example.org", at: morning)
      try desk.join("ann@example.org", .daily, at: morning.minutes(11))
      _ = try ledger.pause(until: morning.days(28), by: token, at: morning.minutes(12))
      _ = try ledger.leave(token, all: false, origin: "", at: morning.minutes(13))
      try desk.join("ann@example.org", at: morning.minutes(23))
      try expect(try ledger.account(of: token)?.pausedUntil, morning.days(28), "they still follow the daily mail")
      _ = try ledger.leave(token, all: true, origin: "", at: morning.days(2))
      try desk.join("ann@example.org", at: morning.days(3))
      try expect(try ledger.account(of: token)?.pausedUntil, nil, "they had left everything")
      try expect(try desk.events(of: "ann@example.org").suffix(2), ["resumed", "confirmed weekly"], "events")
    },
    LedgerSuite("leavingNeverFailsForWhatVanished") { ledger in
      let desk = Desk(ledger: ledger)
      let token = try desk.join("ann@example.org", at: morning)
      _ = try ledger.forget(mailbox("ann@example.org"), at: morning)
      try expect(
        try ledger.leave(token, all: true, origin: "", at: morning), Left(["weekly"], isNew: false), "forgotten")
      try expect(try ledger.account(of: token), nil, "account")
      try expect(ledger.hasMade(token.uppercased()), true, "made the token")
      try expect(ledger.hasMade(String(token.dropLast())), false, "made a part of it")
      try expect(try ledger.pause(until: morning.days(9), by: token, at: morning), nil, "pause")
      try expect(try ledger.leave("", all: false, origin: "", at: morning), nil, "no token")
    },
    LedgerSuite("leavingIsUndoneOnceWithinAnHour") { ledger in
      let desk = Desk(ledger: ledger)
      let token = try desk.join("ann@example.org", WantedDigest("weekly", .some(feeds("ms"))), at: morning)
      let consent = try ledger.subscriptions(of: mailbox("ann@example.org"))[0].consentAt
      let left = try ledger.leave(token, all: false, origin: "", at: morning)
      let undo = left?.comeBack ?? ""
      let done = try ledger.comeBack(undo, at: morning.minutes(30))
      guard case .done(let account) = done else { throw Broken(description: "\(done)") }
      try expect(account.subscriptions.map(\.status), [.confirmed], "status")
      try expect(try desk.reads("ann@example.org"), ["weekly ms confirmed"], "reads")
      try expect(account.subscriptions[0].consentAt, consent, "the consent that they had")
      try expect(try ledger.comeBack(undo, at: morning.minutes(31)), done, "pressed again")
      let second = try ledger.leave(token, all: false, origin: "", at: morning.minutes(40))
      try expect(try ledger.comeBack(undo, at: morning.minutes(41)), .over, "the first undo brings nobody back twice")
      try expect(try ledger.comeBack(second?.comeBack ?? "", at: morning.minutes(100)), .lapsed, "after an hour")
      try expect(try desk.reads("ann@example.org"), ["weekly ms ended"], "reads")
      try expect(
        try desk.events(of: "ann@example.org"),
        ["asked weekly", "confirmed weekly", "left weekly", "returned weekly", "left weekly"], "events")
    },
    LedgerSuite("whoWasSuppressedSinceIsNotBroughtBackByUndo") { ledger in
      let desk = Desk(ledger: ledger)
      let token = try desk.join("ann@example.org", at: morning)
      let left = try ledger.leave(token, all: false, origin: "", at: morning)
      _ = try ledger.end(mailbox("ann@example.org"), digest: nil, at: morning)
      try expect(try ledger.comeBack(left?.comeBack ?? "", at: morning), .over, "undo")
    },
    LedgerSuite("choicesAreSavedOnceAndNewDigestsAskedFor") { ledger in
      let desk = Desk(ledger: ledger)
      let token = try desk.join("ann@example.org", at: morning)
      var choices = ReaderChoices([WantedDigest("weekly", .some(feeds("ms"))), .daily], language: "fr")
      choices.origin = "https://x.example/preferences/"
      choices.words = "Save"
      let limits = LetterLimits()
      let now = morning.minutes(11)
      let saved = try ledger.save(choices, by: token, under: limits, at: now)
      try expect(saved?.asked, ["daily"], "asked")
      try expect(saved?.before.subscriptions.map(\.follows), [.all], "before")
      try expect(saved?.after.subscriptions.map(\.status), [.confirmed, .pending], "after")
      try expect(saved?.after.language, "fr", "language")
      try expect(try desk.reads("ann@example.org"), ["daily * pending", "weekly ms confirmed"], "reads")
      let letter = try desk.letter(at: now)
      try expect(letter.language, "fr", "of the letter")
      let events = ["asked weekly", "confirmed weekly", "changed", "changed weekly", "asked daily"]
      try expect(try desk.events(of: "ann@example.org"), events, "events")
      let again = try ledger.save(choices, by: token, under: limits, at: now)
      try expect(again?.before, again?.after, "pressed twice, nothing changes")
      try expect(again?.asked, [], "no reader is asked twice")
      try expect(try desk.events(of: "ann@example.org"), events, "events")
      _ = try ledger.save(ReaderChoices([.daily], language: "fr"), by: token, under: limits, at: now)
      try expect(try desk.reads("ann@example.org"), ["daily * pending", "weekly ms ended"], "what is missing ends")
      try expect(try ledger.freeze(freezing(), edition: edition), 0, "deliveries")
      let back = try ledger.save(ReaderChoices([.weekly], language: "fr"), by: token, under: limits, at: now.days(1))
      try expect(back?.asked, ["weekly"], "what had ended is asked for")
      try expect(try desk.reads("ann@example.org"), ["daily * ended", "weekly ms ended"], "reads")
    },
    LedgerSuite("nobodyIsMailedDuringAPauseAndItEndsByItself") { ledger in
      let desk = Desk(ledger: ledger)
      let token = try desk.join("ann@example.org", at: morning)
      try desk.join("bob@example.org", at: morning)
      _ = try ledger.freeze(freezing(), edition: edition)
      let claims = try ledger.claim(9, at: morning)
      let until = morning.days(14)
      let paused = try ledger.pause(until: until, by: token, at: morning)
      try expect(paused?.pausedUntil, until, "until")
      try expect(try ledger.pause(until: until, by: token, at: morning), paused, "pressed again")
      let may = try ledger.write(Turn(at: morning, committing: claims.map(\.delivery)))
      try expect(may.count, 1, "who may be mailed")
      try expect(try ledger.tally(of: nil)[.dropped], 1, "dropped")
      let next = Slot(digest: "weekly", wallTime: "2026-11-30T07:00", due: .at("2026-11-30T07:00:00Z"))
      let second = freezing(number: 2, slot: next, sections: [("all", "b")])
      try expect(try ledger.freeze(second, edition: edition), 1, "who gets the next")
      try expect(try ledger.followings(of: "weekly"), [.all: 1], "followings")
      try expect(try ledger.endPauses(at: morning.days(13)), 0, "too early")
      try expect(try ledger.endPauses(at: until), 1, "ended")
      try expect(try ledger.endPauses(at: until), 0, "once")
      try expect(try ledger.account(of: token)?.pausedUntil, nil, "account")
      let last = Slot(digest: "weekly", wallTime: "2026-12-07T07:00", due: .at("2026-12-07T07:00:00Z"))
      let third = freezing(number: 3, slot: last, sections: [("all", "c")])
      try expect(try ledger.freeze(third, edition: edition), 2, "who gets the third")
      let events = ["asked weekly", "confirmed weekly", "paused", "resumed"]
      try expect(try desk.events(of: "ann@example.org"), events, "events")
      _ = try ledger.pause(until: until.days(9), by: token, at: until)
      try expect(try ledger.pause(until: nil, by: token, at: until)?.pausedUntil, nil, "resumed by hand")
      try expect(try desk.events(of: "ann@example.org"), events + ["paused", "resumed"], "events")
    },
    LedgerSuite("everyPathWritesConsentEvents") { ledger in
      let desk = Desk(ledger: ledger)
      var row = Enrolment.confirmed("ann@example.org")
      row.channel = "import readers.csv"
      _ = try ledger.enrol([row], at: morning)
      row.follows = .some(feeds("ms"))
      row.channel = "cli"
      _ = try ledger.enrol([row, row], at: morning)
      let token = try ledger.addressee(row.address, digest: "weekly")?.0.token ?? ""
      _ = try ledger.end(token: token, at: morning)
      _ = try ledger.end(token: token, at: morning)
      row.isReturning = true
      _ = try ledger.enrol([row], at: morning)
      _ = try ledger.end(row.address, digest: nil, at: morning)
      let history = ["imported weekly", "changed weekly", "left weekly", "returned weekly", "left weekly"]
      try expect(try desk.events(of: "ann@example.org"), history, "ann")
      try expect(
        try ledger.consentEvents(of: row.address).map(\.origin), ["import readers.csv", "cli", "", "cli", "cli"],
        "origins")
      _ = try ledger.enrol([Enrolment(address: mailbox("bob@example.org"), digest: "weekly")], at: morning)
      _ = try ledger.change(mailbox("bob@example.org"), to: mailbox("bob@new.example"), at: morning)
      try expect(try desk.events(of: "bob@new.example"), ["asked weekly", "moved"], "bob")
      var all: [String] = []
      try ledger.forEachConsentEvent { all.append("\($0) \($1.kind.rawValue)") }
      try expect(all.suffix(2), ["bob@new.example asked", "bob@new.example moved"], "of all readers")
      try expect(all.count, 7, "events of all readers")
      _ = try ledger.forget(mailbox("bob@new.example"), at: morning)
      try expect(try desk.events(of: "bob@new.example"), ["forgotten"], "what is left of bob")
    },
    LedgerSuite("countsOfADayAddUp") { ledger in
      try ledger.count(["boxes": 2, "tokens": 1], at: morning)
      try ledger.count(["boxes": 3, "none": 0], at: morning.minutes(60))
      try ledger.count(["boxes": 1], at: morning.days(1))
      try expect(try ledger.counts(of: morning), ["boxes": 5, "tokens": 1], "the day")
      try expect(try ledger.counts(of: morning.days(1)), ["boxes": 1], "the next")
    },
  ]
}
