internal import Model
internal import Time

private let tuesday = Slot(digest: "daily", wallTime: "2026-11-24T07:00", due: .at("2026-11-24T07:00:00Z"))
private let ann = mailbox("ann@example.org")

extension LedgerSuite {
  /// Readers who change from one digest to another, and welcomes.
  static let handoverCases: [LedgerSuite] = [
    LedgerSuite("whatIsQueuedForAFormerDigestIsOwedByTheNewOne") { ledger in
      try queueForAnn(ledger)
      let claims = try ledger.claim(9, at: morning)
      try change(to: "daily", ledger)
      try expect(try ledger.commit(claims[0].delivery, at: morning), false, "it may go")
      try expect(try ledger.tally(of: nil), [.dropped: 1], "tally")
      try expect(try ledger.handovers(of: "weekly"), [], "handovers to weekly")
      let handover = try handovers(to: "daily", ledger)
      try expect(handover.formers.map(\.digest), ["weekly"], "formers")
      try expect(handover.formers.map(\.waits), [true], "waits")
      try expect(try ledger.missed(from: handover.formers[0]), ["a"], "missed")
      try expect(
        try ledger.received([handover.subscription], among: ["a"]), [handover.subscription: .init()], "received")
    },
    LedgerSuite("whoeverTheOperatorAddsAgainIsOwedNothing") { ledger in
      try queueForAnn(ledger)
      try change(to: "daily", ledger)
      let token = try ledger.addressee(ann, digest: "daily")?.0.token ?? ""
      _ = try ledger.leave(token, all: true, origin: "", at: morning.minutes(20))
      var row = Enrolment.confirmed("ann@example.org", digest: "daily")
      row.isReturning = true
      _ = try ledger.enrol([row], at: morning.minutes(40))
      try expect(try ledger.subscriptions(of: ann).first { $0.digest == "daily" }?.status, .confirmed, "the daily mail")
      try expect(try ledger.handovers(of: "daily"), [], "handovers")
    },
    LedgerSuite("articlesOfAnIssueThatAreGoneFromTheShelfAreHidden") { ledger in
      try queueForAnn(ledger)
      let hidden = { (since: Instant, former: String) in
        try ledger.hidden(issuedBy: "weekly", since: since, unsettledIn: former).map(\.id.text)
      }
      try expect(try hidden(morning - .seconds(86_400), "daily"), ["a"], "not news of the daily mail yet")
      try expect(try hidden(morning - .seconds(86_400), "weekly"), [], "settled in the weekly mail")
      try expect(try hidden(morning + .seconds(86_400), "daily"), [], "older issues")
    },
    LedgerSuite("aCancelledIssueIsNotOwed") { ledger in
      try queueForAnn(ledger)
      try change(to: "daily", ledger)
      let issue = try ledger.issue("weekly", number: 1)!
      _ = try ledger.cancel(issue.id, at: morning)
      let handover = try handovers(to: "daily", ledger)
      try expect(try ledger.missed(from: handover.formers[0]), [], "missed")
    },
    LedgerSuite("anOldTokenEndsWhatFollowedAlsoAfterAMergeOfReaders") { ledger in
      try queueForAnn(ledger)
      _ = try ledger.enrol([.confirmed("ben@example.org")], at: morning)
      let token = try ledger.addressee(ann, digest: "weekly")?.0.token ?? ""
      try change(to: "daily", ledger)
      _ = try ledger.change(ann, to: mailbox("ben@example.org"), at: morning)
      _ = try ledger.leave(token, all: false, origin: "", at: morning.minutes(5))
      let daily = try ledger.subscriptions(of: mailbox("ben@example.org")).first { $0.digest == "daily" }
      try expect(daily?.status, .ended, "the daily mail")
    },
    LedgerSuite("theTokensOfTwoDigestsEndTheOneThatReplacesThem") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      _ = try ledger.enrol([.confirmed("ann@example.org", digest: "daily")], at: morning)
      let tokens = try ["weekly", "daily"].map { try ledger.addressee(ann, digest: $0)?.0.token ?? "" }
      var choices = ReaderChoices([WantedDigest("monthly")])
      choices.families = [["weekly", "daily", "monthly"]]
      _ = try ledger.save(choices, by: tokens[0], under: LetterLimits(), at: morning)
      for token in tokens {
        try expect(
          try ledger.account(of: token)?.subscriptions.first { $0.digest == "monthly" }?.status, .confirmed, "monthly")
        let left = try ledger.leave(token, all: false, origin: "", at: morning.minutes(1))
        try expect(left?.isNew, true, "it ends something")
        let undone = try ledger.comeBack(left?.comeBack ?? "", at: morning.minutes(2))
        guard case .done = undone else { throw Broken(description: "\(undone)") }
      }
    },
    LedgerSuite("whoeverLeavesAndComesBackLaterIsOwedNothing") { ledger in
      let desk = Desk(ledger: ledger)
      try queueForAnn(ledger)
      try change(to: "daily", ledger)
      let token = try ledger.addressee(ann, digest: "daily")?.0.token ?? ""
      _ = try ledger.leave(token, all: true, origin: "", at: morning.minutes(20))
      try expect(try ledger.handovers(of: "daily"), [], "while they are away")
      try desk.join("ann@example.org", .daily, at: morning.minutes(40))
      try expect(try ledger.handovers(of: "daily"), [], "after they came back")
      // The same when they were away from the weekly digest before the change.
      try change(to: "weekly", ledger)
      try change(to: "daily", ledger)
      let away = try ledger.addressee(ann, digest: "daily")?.0.token ?? ""
      _ = try ledger.leave(away, all: true, origin: "", at: morning.minutes(50))
      try desk.join("ann@example.org", at: morning.minutes(60))
      _ = try ledger.freeze(freezing(number: 1, slot: tuesday, sections: [("all", "b")]))
      let newest = try ledger.issue("daily", number: 1)?.id.number ?? 0
      try change(to: "daily", ledger)
      let handover = try handovers(to: "daily", ledger)
      try expect(handover.formers.map(\.issue), [newest], "only what came since the last change")
    },
    LedgerSuite("aMessageInItsFinalExchangeIsReceived") { ledger in
      try queueForAnn(ledger)
      let claim = try ledger.claim(9, at: morning)[0]
      try expect(try ledger.commit(claim.delivery, at: morning), true, "it may go")
      try change(to: "daily", ledger)
      let handover = try handovers(to: "daily", ledger)
      try expect(try ledger.missed(from: handover.formers[0]), [], "missed")
      let received = try ledger.received([handover.subscription], among: ["a", "b"])[handover.subscription]
      try expect(received?.formerly, ["a"], "received formerly")
      let reply = Reply(stage: .finalDot, code: 250, text: "OK")
      try ledger.record(
        [Attempt(delivery: claim.delivery, at: morning, outcome: .accepted(reply), verdict: .accepted)], at: morning)
      try expect(try ledger.tally(of: nil), [.accepted: 1], "tally")
    },
    LedgerSuite("anIssueIsFrozenWithWhatIsOwed") { ledger in
      try queueForAnn(ledger)
      try change(to: "daily", ledger)
      var issue = freezing(number: 1, slot: tuesday, sections: [("all", "b")])
      try ledger.prepare([edition(feeds("all")), edition(feeds("all")).asVariant(1)], of: issue.identity)
      try expect(try ledger.freeze(issue), .handedOver, "without shares")
      var share = HandoverShare(of: try handovers(to: "daily", ledger), .edition(EditionKey(feeds("all"), variant: 1)))
      share.added = ["a"]
      share.rest = ["z"]
      issue.shares = [share]
      try expect(try ledger.freeze(issue), .frozen(deliveries: 1), "with shares")
      let claim = try ledger.claim(9, at: morning)[0]
      try expect(claim.edition, EditionKey(feeds("all"), variant: 1), "the edition")
      let frozen = try ledger.issue("daily", number: 1)!
      try expect(
        try ledger.edition(claim.edition, of: frozen.id)?.html, "<p>[all]</p><b>shared</b>", "the edition's document")
      let handover = try handovers(to: "daily", ledger)
      try expect(handover.formers.map(\.waits), [false], "waits")
      try expect(handover.owed, ["z"], "owed")
      let received = try ledger.received([handover.subscription], among: ["a", "b", "z"])[handover.subscription]
      try expect(received?.ever, ["a", "b"], "received")
      // The reader changes back: queued and owed articles move along.
      try change(to: "weekly", ledger)
      try expect(try ledger.handovers(of: "daily"), [], "handovers to daily")
      let back = try handovers(to: "weekly", ledger)
      try expect(back.owed, ["z"], "owed by weekly")
      try expect(try ledger.missed(from: back.formers.first { $0.digest == "daily" }!), ["a", "b"], "missed")
      try expect(
        try ledger.received([back.subscription], among: ["a", "b"]), [back.subscription: .init()], "received so far")
    },
    LedgerSuite("anOldTokenLeavesWhatFollowed") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      let token = try ledger.addressee(ann, digest: "weekly")!.0.token
      try change(to: "daily", ledger)
      let own = try ledger.account(of: token)!.subscriptions
      try expect(own.map(\.continued), [own[1].token, nil], "continued")
      try expect(try ledger.leave(token, all: false, origin: "", at: morning)?.digests, ["weekly", "daily"], "left")
      try expect(try Desk(ledger: ledger).reads("ann@example.org"), ["daily * ended", "weekly * ended"], "reads")
    },
    LedgerSuite("theOperatorChangesTheDigestOfAReader") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      var row = Enrolment.confirmed("ann@example.org", digest: "daily")
      row.insteadOf = "weekly"
      try expect(try ledger.enrol([row], at: morning), [.added], "result")
      try expect(try Desk(ledger: ledger).reads("ann@example.org"), ["daily * confirmed", "weekly * ended"], "reads")
      try expect(try handovers(to: "daily", ledger).formers.map(\.digest), ["weekly"], "formers")
    },
    LedgerSuite("aWelcomeIsALetterAndComesOnce") { ledger in
      _ = try ledger.freeze(freezing(), edition: edition)
      let desk = Desk(ledger: ledger)
      try ledger.ask(.subscribe("ann@example.org"), at: morning)
      let permit = try desk.permit(at: morning)
      for minute in 1...2 {
        let answer = try ledger.confirm(
          permit, origin: "", welcoming: ["weekly", "daily"], at: morning.minutes(minute))
        guard case .done(let account) = answer else { throw Broken(description: "\(answer)") }
        try expect(account.welcomed, ["weekly"], "welcomed")
      }
      try expect(try desk.due(at: morning.minutes(2)), 1, "letters")
      let letter = try desk.letter(at: morning.minutes(2))
      try expect(letter.kind, .welcome, "kind")
      try expect(letter.issue, try ledger.issue("weekly", number: 1)?.id, "issue")
      try expect(try ledger.issue(letter.issue!)?.number, 1, "number")
      // Welcomes do not count towards the limits on letters.
      for minute in [20, 40] {
        try expect(try ledger.ask(.subscribe("ann@example.org", .daily), at: morning.minutes(minute)), 1, "letters")
      }
    },
    LedgerSuite("nobodyWhoLeftIsWelcomed") { ledger in
      _ = try ledger.freeze(freezing(), edition: edition)
      let desk = Desk(ledger: ledger)
      try ledger.ask(.subscribe("ann@example.org"), at: morning)
      _ = try ledger.confirm(desk.permit(at: morning), origin: "", welcoming: ["weekly"], at: morning.minutes(1))
      let token = try ledger.addressee(ann, digest: "weekly")!.0.token
      _ = try ledger.leave(token, all: false, origin: "", at: morning.minutes(2))
      try expect(try ledger.letterHands.claim(9, at: morning.minutes(3)), [], "claims")
      try expect(try desk.due(at: morning.minutes(3)), 0, "due")
    },
  ]
}

/// Freezes the first issue of weekly, to which Ann is subscribed.
private func queueForAnn(_ ledger: any Ledger) throws {
  _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
  try expect(try ledger.freeze(freezing(), edition: edition), 1, "deliveries")
}

/// Ann changes to another digest of the same feeds.
private func change(to digest: String, _ ledger: any Ledger) throws {
  let held = try ledger.subscriptions(of: ann).first { $0.status == .confirmed }
  let token = try ledger.addressee(ann, digest: held?.digest ?? "")?.0.token ?? ""
  var choices = ReaderChoices([WantedDigest(digest)])
  choices.families = [["weekly", "daily"]]
  let saved = try ledger.save(choices, by: token, under: LetterLimits(), at: morning)
  try expect(saved?.asked, [], "asked by letter")
}

private func handovers(to digest: String, _ ledger: any Ledger) throws -> Handover {
  guard let handover = try ledger.handovers(of: digest).first else {
    throw LedgerSuite.Broken(description: "nobody changed to \(digest)")
  }
  return handover
}
