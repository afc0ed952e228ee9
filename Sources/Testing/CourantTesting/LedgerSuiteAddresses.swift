internal import Model
internal import Time

/// A reader's address changes: consent and mail move, and a departure holds under both addresses.
extension LedgerSuite {
  static let addressCases = [
    LedgerSuite("whoMovesKeepsWhatTheyReadAndGetsWhatWaits") { ledger in
      try enrol(ledger, "ann@old.example", "weekly", feeds: "ms")
      try enrol(ledger, "ann@old.example", "daily", status: .pending)
      let before = try addressee(ledger, "ann@old.example", "weekly")
      _ = try ledger.freeze(freezing(sections: [("ms", "a")]), edition: edition)
      try expect(try change(ledger), .changed(moved: ["daily", "weekly"], ended: []), "change")
      try expect(try reads(ledger, "ann@new.example"), ["daily * pending", "weekly ms confirmed"], "reads")
      try expect(try reads(ledger, "ann@old.example"), [], "the old address reads")
      let after = try addressee(ledger, "ann@new.example", "weekly")
      try expect(after.0.token, before.0.token, "the token in mails that were sent")
      let claims = try ledger.claim(9, at: morning)
      try expect(claims.map(\.addressee.address.description), ["ann@new.example"], "who gets what waits")
    },
    LedgerSuite("noImportBringsTheOldAddressBack") { ledger in
      try enrol(ledger, "ann@old.example", "weekly")
      _ = try change(ledger)
      for digest in ["weekly", "daily"] {
        var row = Enrolment(address: address("ann@old.example"), digest: digest, status: .confirmed)
        try expect(try ledger.enrol([row], at: morning), [.staysEnded], digest)
        row.isReturning = true
        try expect(try ledger.enrol([row], at: morning), [.added], "\(digest), asked for by the reader")
        _ = try ledger.end(address("ann@old.example"), digest: nil, at: morning)
      }
    },
    LedgerSuite("whatWasLeftStaysLeftUnderBothAddresses") { ledger in
      try enrol(ledger, "ann@old.example", "weekly")
      try enrol(ledger, "ann@old.example", "daily")
      _ = try ledger.end(address("ann@old.example"), digest: "daily", at: morning)
      try expect(try change(ledger), .changed(moved: ["weekly"], ended: ["daily"]), "change")
      for reader in ["ann@old.example", "ann@new.example"] {
        let row = Enrolment(address: address(reader), digest: "daily", status: .confirmed)
        try expect(try ledger.enrol([row], at: morning), [.staysEnded], reader)
      }
    },
    LedgerSuite("anAddressThatReadsOtherDigestsGetsTheseToo") { ledger in
      try enrol(ledger, "ann@old.example", "weekly")
      try enrol(ledger, "ann@new.example", "daily")
      try expect(try change(ledger), .changed(moved: ["weekly"], ended: []), "change")
      try expect(try reads(ledger, "ann@new.example"), ["daily * confirmed", "weekly * confirmed"], "reads")
    },
    LedgerSuite("whatTheNewAddressReadsStaysEvenIfTheOldOneLeftIt") { ledger in
      try enrol(ledger, "ann@old.example", "weekly")
      try enrol(ledger, "ann@old.example", "daily")
      _ = try ledger.end(address("ann@old.example"), digest: "daily", at: morning)
      try enrol(ledger, "ann@new.example", "daily")
      try expect(try change(ledger), .changed(moved: ["weekly"], ended: []), "change")
      try expect(try reads(ledger, "ann@new.example"), ["daily * confirmed", "weekly * confirmed"], "reads")
      let row = Enrolment(address: address("ann@new.example"), digest: "daily", status: .confirmed)
      try expect(try ledger.enrol([row], at: morning), [.unchanged], "an import of what it reads")
    },
    LedgerSuite("nothingChangesWhereTheTwoAddressesDisagree") { ledger in
      try enrol(ledger, "ann@old.example", "weekly")
      try enrol(ledger, "ann@new.example", "weekly")
      try expect(try change(ledger), .readsAlready("weekly"), "both read it")
      _ = try ledger.end(address("ann@new.example"), digest: "weekly", at: morning)
      try expect(try change(ledger), .hasEnded("weekly"), "the new one left")
      try expect(try reads(ledger, "ann@old.example"), ["weekly * confirmed"], "the old one reads")
    },
    LedgerSuite("nobodyMovesWhoComplainedOrWasRemovedAndNobodyMovesThere") { ledger in
      try enrol(ledger, "ann@old.example", "weekly")
      _ = try ledger.end(address("ann@new.example"), digest: nil, at: morning)
      try expect(try change(ledger), .suppressed(address("ann@new.example"), .operatorRequest), "the new one")
      _ = try ledger.end(address("ann@old.example"), digest: nil, at: morning)
      try expect(try change(ledger), .suppressed(address("ann@old.example"), .operatorRequest), "the old one")
      try expect(
        try ledger.change(address("bob@old.example"), to: address("bob@new.example"), at: morning), .unknown, "nobody")
    },
    LedgerSuite("aMailThatFailedAtTheOldAddressSaysNothingOfTheNewOneButAComplaintDoes") { ledger in
      let claim = try claims(["ann@old.example"], of: ledger)[0]
      try expect(try ledger.commit(claim.delivery, at: morning), true, "commit")
      let taken = Attempt(
        delivery: claim.delivery, at: morning, outcome: .accepted(Reply(stage: .finalDot, code: 250, text: "ok")),
        verdict: .accepted)
      _ = try ledger.write(Turn(at: morning, attempts: [taken]))
      let later = morning + .seconds(60)
      _ = try ledger.change(address("ann@old.example"), to: address("ann@new.example"), at: later)
      var bounce = Bounce(kind: .hard, status: "5.1.1", words: "no such user", report: "1")
      bounce.token = ledger.bounceToken(of: claim.delivery)
      try expect(try ledger.record(bounce, at: later), .noted(address("ann@new.example")), "a bounce")
      var complaint = Bounce(kind: .complaint, status: nil, words: "", report: "2")
      complaint.token = ledger.bounceToken(of: claim.delivery)
      try expect(
        try ledger.record(complaint, at: later), .suppressed(address("ann@new.example"), .complaint), "a complaint")
    },
    LedgerSuite("anotherSpellingOfOneAddressSuppressesNobody") { ledger in
      try enrol(ledger, "ann@old.example", "weekly")
      let spelling = address("Ann@OLD.example")
      try expect(
        try ledger.change(address("ann@old.example"), to: spelling, at: morning),
        .changed(moved: ["weekly"], ended: []), "change")
      try expect(try ledger.suppression(of: spelling), nil, "suppression")
      try expect(try reads(ledger, "ann@old.example"), ["weekly * confirmed"], "reads")
    },
  ]
}

private func address(_ text: String) -> EmailAddress { mailbox(text) }

private func change(_ ledger: any Ledger) throws -> AddressChange {
  try ledger.change(mailbox("ann@old.example"), to: mailbox("ann@new.example"), at: morning)
}

private func enrol(
  _ ledger: any Ledger, _ reader: String, _ digest: String, feeds: String = "*",
  status: Subscription.Status = .confirmed
) throws {
  let row = Enrolment(address: mailbox(reader), digest: digest, follows: Following(feeds), status: status)
  try expect(try ledger.enrol([row], at: .at("2026-01-01T00:00:00Z")), [.added], "enrolment of \(reader)")
}

/// `weekly ms confirmed`, in the order of digests.
private func reads(_ ledger: any Ledger, _ reader: String) throws -> [String] {
  try ledger.subscriptions(of: mailbox(reader)).map { "\($0.digest) \($0.follows.text) \($0.status.rawValue)" }
}

private func addressee(_ ledger: any Ledger, _ reader: String, _ digest: String) throws -> (Addressee, Following) {
  guard let found = try ledger.addressee(mailbox(reader), digest: digest) else {
    throw LedgerSuite.Broken(description: "\(reader) does not read \(digest)")
  }
  return found
}
