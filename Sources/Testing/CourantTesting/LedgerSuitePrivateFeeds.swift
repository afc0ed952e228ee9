internal import Model
internal import Time

private let ann = mailbox("ann@example.org")

extension LedgerSuite {
  /// The tokens and documents of private feeds.
  static let privateFeedCases: [LedgerSuite] = [
    LedgerSuite("aFeedTokenLeadsToWhatItsReaderFollows") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org", follows: "ms"), .confirmed("bob@example.org")], at: morning)
      let made = try newToken(ledger)
      let follows = [WantedDigest("weekly", .some(feeds("ms")))]
      try expect(made.follows, follows, "what she follows")
      try expect(made.token.utf8.count, MailSettings.tokenLength, "its length")
      try expect(try ledger.follows(ofFeedToken: made.token), follows, "with the token")
      try expect(try ledger.follows(ofFeedToken: made.token.uppercased()), follows, "in capitals")
      try expect(try ledger.feedTokenDate(of: ann), morning, "when it was made")
      try expect(try ledger.feedTokenDate(of: mailbox("bob@example.org")), nil, "Bob has none")
      for wrong in ["", "x", String(made.token.dropLast()), made.token + "a", "!", String(repeating: "a", count: 39)] {
        try expect(try ledger.follows(ofFeedToken: wrong), [], "with `\(wrong)`")
      }
      let subscription = try ledger.addressee(ann, digest: "weekly")?.0.token ?? ""
      try expect(try ledger.follows(ofFeedToken: subscription), [], "the weak token of her emails")
    },
    LedgerSuite("onlyAConfirmedReaderGetsAFeedToken") { ledger in
      try ledger.ask(.subscribe("ann@example.org"), at: morning)
      try expect(try ledger.newFeedToken(for: ann, at: morning), nil, "pending")
      try expect(try ledger.newFeedToken(for: mailbox("who@example.org"), at: morning), nil, "unknown")
    },
    LedgerSuite("aNewFeedTokenRevokesTheEarlierOne") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: morning)
      let bob = try ledger.newFeedToken(for: mailbox("bob@example.org"), at: morning)
      let first = try newToken(ledger)
      let second = try newToken(ledger, at: morning.minutes(1))
      try expect(first == second, false, "the same")
      try expect(try ledger.follows(ofFeedToken: first.token), [], "the first")
      try expect(try ledger.follows(ofFeedToken: second.token), [.weekly], "the second")
      try expect(try ledger.follows(ofFeedToken: bob?.token ?? ""), [.weekly], "Bob's")
      try expect(try ledger.feedTokenDate(of: ann), morning.minutes(1), "when")
    },
    LedgerSuite("aLetterThatIsSentAgainDoesNotRevokeItsFirstCopy") { ledger in
      let desk = Desk(ledger: ledger)
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      let byOperator = try newToken(ledger)
      try expect(try ledger.ask(ReaderRequest(.privateFeeds, from: ann), at: morning), 1, "letters")
      try expect(try ledger.follows(ofFeedToken: byOperator.token), [.weekly], "until the letter is sent")
      let letter = try desk.letter(at: morning)
      try expect(letter.kind, .privateFeeds, "kind")
      try expect(letter.permit, nil, "no permit")
      try expect(letter.preferences, try ledger.addressee(ann, digest: "weekly")?.0.token, "preferences")
      let copies = try (0..<2).map { try ledger.newFeedToken(for: letter.id, at: morning.minutes($0))?.token ?? "" }
      try expect(try copies.map(ledger.follows), [[.weekly], [.weekly]], "both copies")
      try expect(try ledger.follows(ofFeedToken: byOperator.token), [], "the earlier one")
      try expect(try ledger.ask(ReaderRequest(.privateFeeds, from: ann), at: morning.minutes(5)), 0, "too soon")
      try expect(try ledger.ask(ReaderRequest(.privateFeeds, from: ann), at: morning.minutes(30)), 1, "again")
      let next = try desk.letter(at: morning.minutes(30))
      let new = try ledger.newFeedToken(for: next.id, at: morning.minutes(30))?.token ?? ""
      try expect(try copies.map(ledger.follows), [[], []], "copies of the first letter")
      try expect(try ledger.follows(ofFeedToken: new), [.weekly], "the second letter")
    },
    LedgerSuite("onlyReadersAreMailedTheirFeeds") { ledger in
      let desk = Desk(ledger: ledger)
      try ledger.ask(.subscribe("pending@example.org"), at: morning)
      _ = try desk.letter(at: morning)
      _ = try ledger.enrol([.confirmed("left@example.org"), .confirmed("never@example.org")], at: morning)
      _ = try ledger.end(mailbox("left@example.org"), digest: "weekly", at: morning)
      _ = try ledger.end(mailbox("never@example.org"), digest: nil, at: morning)
      for address in ["pending@example.org", "left@example.org", "never@example.org", "who@example.org"] {
        let request = ReaderRequest(.privateFeeds, from: mailbox(address))
        try expect(try ledger.ask(request, at: morning.minutes(20)), 0, address)
      }
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      try expect(try ledger.ask(ReaderRequest(.privateFeeds, from: ann), at: morning), 1, "letters")
      _ = try ledger.end(ann, digest: "weekly", at: morning)
      try expect(try ledger.letterHands.claim(9, at: morning), [], "it is dropped when she leaves before it is sent")
    },
    LedgerSuite("everyWayToLeaveRevokesTheFeedTokenForGood") { ledger in
      for (number, way) in departures.enumerated() {
        let address = mailbox("reader\(number)@example.org")
        _ = try ledger.enrol([.confirmed("\(address)")], at: morning)
        let token = try ledger.newFeedToken(for: address, at: morning)?.token ?? ""
        try expect(try ledger.follows(ofFeedToken: token), [.weekly], "before")
        try way.leave(ledger, address)
        try expect(try ledger.follows(ofFeedToken: token), [], way.name)
        try expect(try ledger.feedTokenDate(of: address), nil, "the date after: \(way.name)")
        if way.name == "forgotten" { continue }
        _ = try ledger.lift(address)
        var row = Enrolment.confirmed("\(address)")
        row.isReturning = true
        _ = try ledger.enrol([row], at: morning.minutes(9))
        let weekly = try ledger.subscriptions(of: address).first { $0.digest == "weekly" }
        try expect(weekly?.standing, .confirmed, "back after: \(way.name)")
        try expect(try ledger.follows(ofFeedToken: token), [], "back after: \(way.name)")
      }
    },
    LedgerSuite("leavingOneOfTwoDigestsLeavesTheFeedsOfTheOther") { ledger in
      _ = try ledger.enrol(
        [.confirmed("ann@example.org"), .confirmed("ann@example.org", digest: "daily", follows: "ms")], at: morning)
      let token = try newToken(ledger).token
      _ = try ledger.end(ann, digest: "weekly", at: morning)
      try expect(
        try ledger.follows(ofFeedToken: token), [WantedDigest("daily", .some(feeds("ms")))], "what she follows")
    },
    LedgerSuite("aChangeBetweenDigestsKeepsTheFeedToken") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      let token = try newToken(ledger).token
      var choices = ReaderChoices([.daily])
      choices.families = [["weekly", "daily"]]
      let weekly = try ledger.addressee(ann, digest: "weekly")?.0.token ?? ""
      _ = try ledger.save(choices, by: weekly, under: LetterLimits(), at: morning.minutes(1))
      try expect(try ledger.follows(ofFeedToken: token), [.daily], "on her page")
      var row = Enrolment.confirmed("ann@example.org")
      row.insteadOf = "daily"
      row.isReturning = true
      _ = try ledger.enrol([row], at: morning.minutes(2))
      try expect(try ledger.follows(ofFeedToken: token), [.weekly], "by the operator")
    },
    LedgerSuite("aPauseDoesNotStopAFeed") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      let token = try newToken(ledger).token
      let weekly = try ledger.addressee(ann, digest: "weekly")?.0.token ?? ""
      _ = try ledger.pause(until: morning.days(9), by: weekly, at: morning)
      try expect(try ledger.follows(ofFeedToken: token), [.weekly], "during the pause")
    },
    LedgerSuite("aFeedTokenMovesWithTheReaderButNotToAnother") { ledger in
      _ = try ledger.enrol(
        [.confirmed("ann@example.org"), .confirmed("bob@example.org", digest: "daily")], at: morning)
      let token = try newToken(ledger).token
      _ = try ledger.change(ann, to: mailbox("new@example.org"), at: morning)
      try expect(try ledger.follows(ofFeedToken: token), [.weekly], "at a new address")
      try expect(try ledger.feedTokenDate(of: mailbox("new@example.org")), morning, "the date")
      _ = try ledger.change(mailbox("new@example.org"), to: mailbox("bob@example.org"), at: morning.minutes(1))
      try expect(try ledger.follows(ofFeedToken: token), [], "at the address of another reader")
    },
    LedgerSuite("theOperatorRevokesOneOrAllFeedTokens") { ledger in
      let names = ["ann", "bob", "cat"]
      _ = try ledger.enrol(names.map { .confirmed("\($0)@example.org") }, at: morning)
      let tokens = try names.map { name in
        try ledger.newFeedToken(for: mailbox("\(name)@example.org"), at: morning)?.token ?? ""
      }
      try expect(try ledger.revokeFeedTokens(of: ann), 1, "readers")
      try expect(try ledger.revokeFeedTokens(of: ann), 0, "readers, again")
      try expect(try tokens.map { try ledger.follows(ofFeedToken: $0).count }, [0, 1, 1], "one")
      try expect(try ledger.revokeFeedTokens(of: nil), 2, "all readers")
      try expect(try tokens.map { try ledger.follows(ofFeedToken: $0).count }, [0, 0, 0], "all")
    },
    LedgerSuite("aPrivateDocumentKeepsItsTimeUntilItsBytesChange") { ledger in
      let members = feeds("members")[0]
      let document = { (format: Feed.Format, text: String) in
        PrivateDocument(members, format, bytes: Array(text.utf8))
      }
      let read = { (format: Feed.Format) in
        try ledger.privateDocument(of: members, format).map {
          "\(String(decoding: $0.bytes, as: UTF8.self)) \($0.changed?.seconds ?? 0)"
        }
      }
      try expect(try read(.atom), nil, "before")
      try ledger.record(privateDocuments: [document(.atom, "a\u{1}ü"), document(.rss, "r")], at: morning)
      try ledger.record(privateDocuments: [document(.atom, "b"), document(.rss, "r")], at: morning.minutes(1))
      try expect(try read(.atom), "b \(morning.minutes(1).seconds)", "new bytes")
      try expect(try read(.rss), "r \(morning.seconds)", "the same bytes")
      try expect(try read(.json), nil, "another format")
      try ledger.record(privateDocuments: [document(.rss, "a\u{1}ü")], at: morning.minutes(2))
      try expect(try read(.atom), nil, "removed")
      try expect(try read(.rss), "a\u{1}ü \(morning.minutes(2).seconds)", "any text")
      try ledger.record(privateDocuments: [], at: morning.minutes(3))
      try expect(try read(.rss), nil, "none is private any more")
    },
  ]

  private static func newToken(_ ledger: any Ledger, at now: Instant = morning) throws -> NewFeedToken {
    guard let made = try ledger.newFeedToken(for: ann, at: now) else { throw Broken(description: "no token") }
    return made
  }
}

/// A way in which a reader's only subscription ends.
private struct Departure: Sendable {
  let name: String
  let leave: @Sendable (any Ledger, EmailAddress) throws -> Void
}

private let departures = [
  Departure(name: "the link in an email") { ledger, address in
    let token = try ledger.addressee(address, digest: "weekly")?.0.token ?? ""
    _ = try ledger.leave(token, all: false, origin: "", at: morning.minutes(1))
  },
  Departure(name: "an email to unsubscribe") { ledger, address in
    let token = try ledger.addressee(address, digest: "weekly")?.0.token ?? ""
    _ = try ledger.end(token: token, at: morning.minutes(1))
  },
  Departure(name: "the preferences page") { ledger, address in
    let token = try ledger.addressee(address, digest: "weekly")?.0.token ?? ""
    _ = try ledger.save(ReaderChoices([.daily]), by: token, under: LetterLimits(), at: morning.minutes(1))
  },
  Departure(name: "the operator") { ledger, address in
    _ = try ledger.end(address, digest: "weekly", at: morning.minutes(1))
  },
  Departure(name: "suppressed by the operator") { ledger, address in
    _ = try ledger.end(address, digest: nil, at: morning.minutes(1))
  },
  Departure(name: "an import") { ledger, address in
    var row = Enrolment.confirmed("\(address)")
    row.status = .ended
    _ = try ledger.enrol([row], at: morning.minutes(1))
  },
  Departure(name: "forgotten") { ledger, address in _ = try ledger.forget(address, at: morning.minutes(1)) },
]
