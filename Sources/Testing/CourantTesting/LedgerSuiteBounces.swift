internal import Model
internal import Time

private let day = Duration.seconds(86_400)
private let token = "aaaaaaaaaaaacq6h7m2nkx3b5vwtd"

extension LedgerSuite {
  static let bounceCases: [LedgerSuite] = [
    LedgerSuite("aTokenNamesItsDeliveryAndNoOther") { ledger in
      for number in [1, 2, 1 << 40, Int64.max] {
        let delivery = Delivery.ID(number)
        let token = ledger.bounceToken(of: delivery)
        try expect(token.utf8.count, 29, "length")
        try expect(ledger.delivery(bounceToken: token), delivery, "back")
        try expect(ledger.delivery(bounceToken: token.uppercased()), delivery, "in capitals")
        try expect(ledger.bounceToken(of: delivery), token, "again")
      }
      var forged = Array(ledger.bounceToken(of: Delivery.ID(1)))
      forged[12] = forged[12] == "a" ? "b" : "a"  // the number is the first 13 letters
      for text in [String(forged), token, "", "a", String(repeating: "7", count: 29), "ä"] {
        try expect(ledger.delivery(bounceToken: text), nil, "forged")
      }
    },
    LedgerSuite("aHardBounceWithATokenSuppressesWhateverAddressItShows") { ledger in
      let claims = try send(to: ["ann@example.org", "bob@example.org"], ledger)
      let bounce = bounce(.hard, claims[0], "elsewhere@example.com", ledger)
      let ann = claims[0].addressee.address
      try expect(try ledger.record(bounce, at: morning), .suppressed(ann, .bounce), "consequence")
      try expect(try ledger.suppression(of: ann)?.reason, .bounce, "suppression")
      try expect(try ledger.suppression(of: claims[1].addressee.address), nil, "the other reader")
      try expect(try ledger.tally(of: nil), [.accepted: 2], "the relay did accept it")
    },
    LedgerSuite("aForgedHardBounceOnlyCountsAsASoftOne") { ledger in
      let ann = try send(to: ["ann@example.org"], ledger)[0].addressee.address
      for (kind, report) in [(Bounce.Kind.hard, "r1"), (.complaint, "r2"), (.soft, "r3")] {
        let forged = Bounce(kind: kind, words: "", report: report)
          .about(mailbox("ANN@example.org"), token: token)
        try expect(try ledger.record(forged, at: morning), .counted(ann, score: 1), "\(kind)")
      }
      for days in 1...9 {
        let forged = Bounce(kind: .hard, words: "", report: "day \(days)").about(ann)
        let consequence = try ledger.record(forged, at: morning + day * days)
        guard case .counted(_, let score) = consequence, score <= 1 else {
          throw Broken(description: "one mail fails once, but: \(consequence)")
        }
      }
      try expect(try ledger.suppression(of: ann), nil, "suppression")
    },
    LedgerSuite("aReportWithoutTokenAboutAnOldMailCountsAsNothing") { ledger in
      let ann = try send(to: ["ann@example.org"], ledger)[0].addressee.address
      let late = Bounce(kind: .hard, words: "", report: "late").about(ann)
      try expect(try ledger.record(late, at: morning + day * 15), .noted(ann), "two weeks later")
      let subscriber = try ledger.subscriptions(of: ann)[0].subscriber.id
      try expect(
        try ledger.bounces(of: subscriber, limit: 9),
        [RecordedBounce(kind: .hard, at: morning + day * 15, words: "", counts: false)], "kept")
    },
    LedgerSuite("softBouncesOfManyIssuesSuppress") { ledger in
      var scores: [Double] = []
      let (ann, claims) = try issues(5, ledger)
      for (index, claim) in claims.enumerated() {
        switch try ledger.record(bounce(.soft, claim, nil, ledger, "r\(index)"), at: morning + day * index) {
        case .counted(ann, let score): scores.append((score * 100).rounded() / 100)
        case let consequence: try expect(consequence, .suppressed(ann, .bounce), "the last")
        }
      }
      try expect(scores, [1, 1.98, 2.93, 3.87], "scores")
      try expect(try ledger.suppression(of: ann)?.reason, .bounce, "suppression")
      var row = Enrolment.confirmed("ann@example.org")
      row.isReturning = true
      _ = try ledger.enrol([row], at: morning + day * 5)
      let again = bounce(.soft, claims[0], nil, ledger, "again")
      try expect(try ledger.record(again, at: morning + day * 5), .counted(ann, score: 1), "a returning reader")
    },
    LedgerSuite("aComplaintSuppressesAndOutweighsABounce") { ledger in
      let claim = try send(to: ["ann@example.org"], ledger)[0]
      let ann = claim.addressee.address
      _ = try ledger.record(bounce(.hard, claim, nil, ledger), at: morning)
      try expect(
        try ledger.record(bounce(.complaint, claim, nil, ledger, "r2"), at: morning + day),
        .suppressed(ann, .complaint),
        "consequence")
      try expect(
        try ledger.suppression(of: ann), Suppression(reason: .complaint, since: morning + day), "suppression")
      _ = try ledger.record(bounce(.hard, claim, nil, ledger, "r3"), at: morning + day)
      try expect(try ledger.suppression(of: ann)?.reason, .complaint, "it stays one")
      var row = Enrolment.confirmed("ann@example.org")
      row.isReturning = true
      try expect(try ledger.enrol([row], at: morning), [.suppressed], "and nothing lifts it")
    },
    LedgerSuite("aRefusalByPolicyIsOnlyNoted") { ledger in
      let claim = try send(to: ["ann@example.org"], ledger)[0]
      let bounce = bounce(.policy, claim, nil, ledger)
      try expect(try ledger.record(bounce, at: morning), .noted(claim.addressee.address), "consequence")
      try expect(try ledger.record(bounce, at: morning), .repeated, "again")
      try expect(try ledger.suppression(of: claim.addressee.address), nil, "suppression")
    },
    LedgerSuite("theSameReportCountsOnce") { ledger in
      let (ann, claims) = try issues(2, ledger)
      let bounce = bounce(.soft, claims[0], nil, ledger)
      try expect(try ledger.record(bounce, at: morning), .counted(ann, score: 1), "once")
      try expect(try ledger.record(bounce, at: morning + day), .repeated, "twice")
      let subscriber = try ledger.subscriptions(of: ann)[0].subscriber.id
      try expect(try ledger.bounces(of: subscriber, limit: 9).count, 1, "kept")
    },
    LedgerSuite("aReportAboutNobodyChangesNothing") { ledger in
      _ = try send(to: ["ann@example.org"], ledger)
      let stranger = Bounce(kind: .hard, words: "", report: "r").about(mailbox("x@example.com"))
      try expect(try ledger.record(stranger, at: morning), .unknown, "a stranger")
      try expect(try ledger.record(Bounce(kind: .hard, words: "", report: "r"), at: morning), .unknown, "no name")
      let gone = Bounce(kind: .hard, words: "", report: "r")
        .about(token: ledger.bounceToken(of: Delivery.ID(999)))
      try expect(try ledger.record(gone, at: morning), .unknown, "a delivery of another ledger with our secret")
    },
    LedgerSuite("theForgottenLoseTheWordsOfTheirBounces") { ledger in
      let claim = try send(to: ["ann@example.org"], ledger)[0]
      let subscriber = try ledger.subscriptions(of: claim.addressee.address)[0].subscriber.id
      _ = try ledger.record(bounce(.policy, claim, nil, ledger), at: morning)
      var recorded = RecordedBounce(kind: .policy, at: morning, words: "their words", counts: false)
      recorded.status = "5.1.1"
      recorded.issue = "weekly#1"
      try expect(try ledger.bounces(of: subscriber, limit: 9), [recorded], "before")
      _ = try ledger.forget(claim.addressee.address, at: morning)
      try expect(try ledger.bounces(of: subscriber, limit: 9).map(\.words), [""], "after")
      let late = bounce(.hard, claim, "ann@example.org", ledger, "late")
      try expect(try ledger.record(late, at: morning), .unknown, "a late report")
      try expect(try ledger.suppression(of: claim.addressee.address)?.reason, .forgotten, "suppression")
    },
    LedgerSuite("whatTheRelaySaysOfAFullMailboxCounts") { ledger in
      let (ann, claims) = try issues(5, ledger)
      for (index, claim) in claims.enumerated() {
        // Two rounds of the same delivery count as one failure.
        for _ in 0..<2 {
          try ledger.noteSoftBounces([claim.delivery], status: "5.2.2", text: "full", at: morning + day * index)
        }
        try expect(try ledger.suppression(of: ann)?.reason, index < 4 ? nil : .bounce, "after \(index + 1)")
      }
      try expect(try ledger.delivery(of: "weekly", issue: 5, to: ann), claims[4].delivery, "the delivery by its issue")
      try expect(try ledger.delivery(of: "weekly", issue: 6, to: ann), nil, "no such issue")
    },
  ]
}

/// A report about a claimed delivery, with its token.
private func bounce(
  _ kind: Bounce.Kind, _ claim: Claim, _ recipient: String?, _ ledger: any Ledger, _ report: String = "r"
) -> Bounce {
  Bounce(kind: kind, status: "5.1.1", words: "their words", report: report)
    .about(recipient.map(mailbox), token: ledger.bounceToken(of: claim.delivery))
}

/// Sends an issue to these readers; the relay accepts it.
private func send(to addresses: [String], _ ledger: any Ledger) throws -> [Claim] {
  _ = try ledger.enrol(addresses.map { .confirmed($0) }, at: morning)
  _ = try ledger.freeze(freezing(), edition: edition)
  return try accept(ledger)
}

/// Sends this many issues to Ann.
private func issues(_ count: Int, _ ledger: any Ledger) throws -> (EmailAddress, [Claim]) {
  _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
  let claims = try (1...count).flatMap { number in
    let slot = Slot(digest: "weekly", wallTime: "2026-11-23T07:0\(number)", due: monday.due + .seconds(60 * number))
    _ = try ledger.freeze(
      freezing(number: number, slot: slot, sections: [("all", "a\(number)")]), edition: edition)
    return try accept(ledger)
  }
  return (mailbox("ann@example.org"), claims)
}

private func accept(_ ledger: any Ledger) throws -> [Claim] {
  let claims = try ledger.claim(9, at: morning)
  let reply = Reply(stage: .finalDot, code: 250, text: "ok")
  try ledger.record(
    claims.map { Attempt(delivery: $0.delivery, at: morning, outcome: .accepted(reply), verdict: .accepted) },
    at: morning)
  return claims
}
