internal import Model
internal import Time

/// Readers change their address, see and erase what is held, with a permit from a letter.
extension LedgerSuite {
  static let movingCases: [LedgerSuite] = [
    LedgerSuite("aNewAddressIsConfirmedFromThereAndUndoneFromTheOldOne") { ledger in
      let desk = Desk(ledger: ledger)
      let token = try desk.join("ann@old.example", at: morning)
      let access = try desk.access("ann@old.example", at: morning.minutes(11))
      let now = morning.minutes(12)
      let new = mailbox("ann@new.example")
      try expect(try ledger.askToMove(to: new, by: access, under: LetterLimits(), at: now), .done(new), "asked")
      let letter = try desk.letter(at: now)
      try expect(letter.kind, .newAddress, "kind")
      try expect(letter.address, new, "to whom")
      try expect(try desk.reads("ann@old.example"), ["weekly * confirmed"], "until then the old one is served")
      let done = try ledger.move(letter.permit ?? "", at: now)
      guard case .done(let account) = done else { throw Broken(description: "\(done)") }
      try expect(account.address, new, "address")
      try expect(try ledger.move(letter.permit ?? "", at: now), done, "pressed again")
      try expect(account.subscriptions[0].token, token, "tokens of mails stay good")
      try expect(try desk.reads("ann@old.example"), [], "the old one reads")
      try expect(try ledger.account(accessedBy: access, at: now), .over, "the old permit")
      let notice = try desk.letter(at: now)
      try expect(notice.kind, .oldAddress, "kind of the notice")
      try expect(notice.address, mailbox("ann@old.example"), "its recipient")
      let undo = notice.permit ?? ""
      let undone = try ledger.moveBack(undo, at: now.days(6))
      guard case .done(let back) = undone else { throw Broken(description: "\(undone)") }
      try expect(back.address, mailbox("ann@old.example"), "back")
      try expect(try ledger.moveBack(undo, at: now.days(6)), undone, "pressed again")
      try expect(try desk.reads("ann@old.example"), ["weekly * confirmed"], "reads")
      try expect(try ledger.suppression(of: mailbox("ann@old.example")), nil, "suppression")
      try expect(try ledger.suppression(of: new), nil, "suppression of the other")
      try expect(
        try desk.events(of: "ann@old.example"), ["asked weekly", "confirmed weekly", "moved", "moved"], "events")
      _ = try ledger.freeze(freezing(), edition: edition)
      try expect(
        try ledger.claim(9, at: now).map(\.addressee.address), [mailbox("ann@old.example")], "who is mailed")
    },
    LedgerSuite("aMoveToOneWhoReadsOtherDigestsIsUndoneWithoutTheirs") { ledger in
      let desk = Desk(ledger: ledger)
      try desk.join("ann@old.example", at: morning)
      try desk.join("ann@new.example", .daily, at: morning)
      let access = try desk.access("ann@old.example", at: morning.minutes(11))
      let now = morning.minutes(12)
      _ = try ledger.askToMove(to: mailbox("ann@new.example"), by: access, under: LetterLimits(), at: now)
      guard case .done = try ledger.move(desk.permit(at: now), at: now) else { throw Broken(description: "not moved") }
      try expect(try desk.reads("ann@new.example"), ["daily * confirmed", "weekly * confirmed"], "moved")
      try expect(
        try desk.events(of: "ann@new.example"),
        ["asked weekly", "confirmed weekly", "asked daily", "confirmed daily", "moved"], "both histories")
      guard case .done = try ledger.moveBack(desk.permit(at: now), at: now) else {
        throw Broken(description: "not moved back")
      }
      try expect(try desk.reads("ann@old.example"), ["weekly * confirmed"], "the old one")
      try expect(try desk.reads("ann@new.example"), ["daily * confirmed"], "the new one")
    },
    LedgerSuite("nobodyLearnsWhetherTheNewAddressIsKnown") { ledger in
      let desk = Desk(ledger: ledger)
      try desk.join("ann@old.example", at: morning)
      try desk.join("known@example.org", at: morning)
      _ = try ledger.end(mailbox("left@example.org"), digest: nil, at: morning)
      let access = try desk.access("ann@old.example", at: morning.minutes(11))
      let now = morning.minutes(12)
      for (name, letters) in [("known", 1), ("left", 0), ("new", 1), ("new", 0)] {
        let new = mailbox("\(name)@example.org")
        let before = try desk.due(at: now)
        try expect(try ledger.askToMove(to: new, by: access, under: LetterLimits(), at: now), .done(new), name)
        try expect(try desk.due(at: now) - before, letters, "letters to \(name)")
      }
      try expect(try ledger.move(desk.permit(at: now), at: now), .over, "who reads it already may not take over")
      try expect(try desk.reads("ann@old.example"), ["weekly * confirmed"], "nothing changed")
    },
    LedgerSuite("aMoveNobodyAskedForIsRefusedFromTheNewAddress") { ledger in
      let desk = Desk(ledger: ledger)
      try desk.join("ann@old.example", at: morning)
      let access = try desk.access("ann@old.example", at: morning.minutes(11))
      let now = morning.minutes(12)
      _ = try ledger.askToMove(to: mailbox("eve@example.org"), by: access, under: LetterLimits(), at: now)
      let permit = try desk.permit(at: now)
      try expect(try ledger.refuse(permit, at: now), .done(mailbox("eve@example.org")), "refused")
      try expect(try ledger.move(permit, at: now), .over, "then moved")
      try expect(try desk.reads("ann@old.example"), ["weekly * confirmed"], "reads")
    },
    LedgerSuite("anAccessPermitShowsAndErasesForAnHour") { ledger in
      let desk = Desk(ledger: ledger)
      let token = try desk.join("ann@example.org", at: morning)
      let now = morning.minutes(11)
      let access = try desk.access("ann@example.org", at: now)
      guard case .done(let account) = try ledger.account(accessedBy: access, at: now) else {
        throw Broken(description: "no account")
      }
      try expect(try ledger.account(of: token), account, "the same account")
      try expect(try ledger.permit(access)?.used, nil, "looking does not use it")
      try expect(try ledger.erase(access, at: now.minutes(60)), .lapsed, "after an hour")
      try expect(try ledger.erase(access, at: now), .done(mailbox("ann@example.org")), "erased")
      try expect(try ledger.erase(access, at: now), .over, "again")
      try expect(try ledger.counts(of: now)["erased"], 1, "counted without a name")
      try expect(try ledger.permit(access), nil, "the permit")
      try expect(try ledger.account(accessedBy: access, at: now), .over, "account")
      try expect(try desk.events(of: "ann@example.org"), ["forgotten"], "events")
      try expect(try ledger.suppression(of: mailbox("ann@example.org"))?.reason, .forgotten, "suppression")
      try expect(try ledger.ask(.subscribe("ann@example.org"), at: now), 0, "letters after it")
    },
    LedgerSuite("renamedDigestsAndFeedsAreConfirmedUnderTheirNewNames") { ledger in
      let desk = Desk(ledger: ledger)
      let request = ReaderRequest.subscribe("ann@example.org", WantedDigest("daily", .some(feeds("ms"))))
      try ledger.ask(request, at: morning)
      let permit = try desk.permit(at: morning)
      _ = try ledger.rename(digest: "daily", to: "morning", at: morning)
      _ = try ledger.rename(feed: feeds("ms")[0], to: feeds("sclerosis")[0], at: morning)
      guard case .done = try ledger.confirm(permit, origin: "", at: morning) else {
        throw Broken(description: "not confirmed")
      }
      try expect(try desk.reads("ann@example.org"), ["morning sclerosis confirmed"], "reads")
    },
  ]
}

extension Desk {
  /// The permit of a lost link.
  func access(_ address: String, at now: Instant) throws -> String {
    try ledger.ask(ReaderRequest(.findLink, from: mailbox(address)), at: now)
    return try permit(at: now)
  }
}
