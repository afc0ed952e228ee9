internal import Model
internal import Time

/// What is set aside is neither due nor claimed, and everything else is.
extension LedgerSuite {
  static let setAsideCases: [LedgerSuite] = [
    LedgerSuite("issuesOfADigestThatIsSetAsideWaitAndTheOthersAreClaimed") { ledger in
      try weeklyAndDaily(ledger)
      let aside = SetAside(digests: ["daily"])
      try expect(try ledger.due(at: morning, without: aside), 2, "due")
      try expect(try claimed(ledger, without: aside), ["ann@example.org", "bob@example.org"], "claims")
      try expect(try ledger.claim(9, without: aside, at: morning).count, 0, "no more")
      try expect(try ledger.due(at: morning), 1, "due afterwards")
      try expect(try claimed(ledger), ["cy@example.org"], "claims afterwards")
    },
    LedgerSuite("singleIssuesAndMessagesAreSetAside") { ledger in
      try weeklyAndDaily(ledger)
      let claims = try ledger.claim(9, at: morning)
      try ledger.unclaim(claims.map(\.delivery))
      var aside = SetAside()
      guard let cy = claims.first(where: { $0.issue.digest == "daily" }),
        let ann = claims.first(where: { $0.issue.digest == "weekly" })
      else { throw Broken(description: "two issues are due") }
      try expect(aside.insertIssue(of: cy), true, "the issue")
      try expect(aside.insertIssue(of: cy), false, "the issue again")
      try expect(aside.insert(ann.delivery), true, "the message")
      try expect(try ledger.due(at: morning, without: aside), 1, "due")
      try expect(try claimed(ledger, without: aside), ["bob@example.org"], "claims")
      try expect(try claimed(ledger), ["ann@example.org", "cy@example.org"], "claims afterwards")
    },
    LedgerSuite("welcomesAreSetAsideWithTheirDigestAndOtherLettersWithTheirSender") { ledger in
      let hands = ledger.letterHands
      let later = morning.minutes(12)
      try Desk(ledger: ledger).join("bob@example.org", at: morning)
      _ = try ledger.freeze(freezing(), edition: edition)
      try ledger.ask(.subscribe("ann@example.org"), at: morning.minutes(11))
      let permit = try Desk(ledger: ledger).permit(at: morning.minutes(11))
      _ = try ledger.confirm(permit, origin: "", welcoming: ["weekly"], at: later)
      try ledger.ask(.subscribe("cy@example.org"), at: later)
      try expect(try hands.due(at: later), 2, "due")
      let claims = { (aside: SetAside) in
        let claims = try hands.claim(9, without: aside, at: later)
        try hands.unclaim(claims.map(\.delivery))
        return claims.map(\.addressee.address.description)
      }
      try expect(try claims(SetAside(letters: true)), ["ann@example.org"], "the welcome")
      try expect(try claims(SetAside(digests: ["weekly"])), ["cy@example.org"], "the letter")
      try expect(try claims(SetAside(digests: ["daily"])).count, 2, "of another digest")
      let both = SetAside(digests: ["weekly"], letters: true)
      try expect(try claims(both), [], "both")
      try expect(try hands.due(at: later, without: both), 0, "none is due")
      var single = SetAside()
      for claim in try hands.claim(9, at: later) where claim.addressee.address.canonical == "ann@example.org" {
        try expect(single.insertIssue(of: claim), true, "a letter is its own issue")
      }
      _ = try hands.recover(.skip, at: later)
      try expect(try claims(single), ["cy@example.org"], "the other")
    },
  ]

  /// An issue of each to three readers.
  private static func weeklyAndDaily(_ ledger: any Ledger) throws {
    let readers = [("ann", "weekly"), ("bob", "weekly"), ("cy", "daily")]
    _ = try ledger.enrol(readers.map { .confirmed("\($0)@example.org", digest: $1) }, at: morning)
    _ = try ledger.freeze(freezing(), edition: edition)
    let slot = Slot(digest: "daily", wallTime: monday.wallTime, due: monday.due)
    var daily = freezing(slot: slot, sections: [("all", "b")])
    daily = FreezingIssue(
      daily.issue, page: daily.page, messageDomain: daily.messageDomain, identity: "identity of daily", at: morning)
    _ = try ledger.freeze(daily, edition: edition)
  }

  private static func claimed(_ ledger: any Ledger, without aside: SetAside = .nothing) throws -> [String] {
    try ledger.claim(9, without: aside, at: morning).map(\.addressee.address.description).sorted()
  }
}
