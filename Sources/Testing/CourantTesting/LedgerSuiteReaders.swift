internal import Model

extension LedgerSuite {
  static let readerCases: [LedgerSuite] = [
    LedgerSuite("enrollingTwiceIsEnrollingOnce") { ledger in
      let row = Enrolment.confirmed("Ann@Example.org", follows: "ms,als")
      try expect(try ledger.enrol([row, row], at: morning), [.added, .unchanged], "results")
      let known = try ledger.subscriptions(of: mailbox("ann@example.org"))
      try expect(known.map(\.status), [.confirmed], "status")
      try expect(known[0].follows, .some(feeds("als", "ms")), "feeds")
      try expect(known[0].consentAt, morning, "consent")
      try expect(known[0].subscriber.address.description, "Ann@example.org", "the address as it is sent to")
    },
    LedgerSuite("aConfirmedReaderNeverBecomesPendingAgain") { ledger in
      var row = Enrolment.confirmed("ann@example.org")
      _ = try ledger.enrol([row], at: morning)
      row.status = .pending
      row.follows = .some(feeds("ms"))
      try expect(try ledger.enrol([row], at: morning), [.changed], "result")
      try expect(try ledger.subscriptions(of: row.address).map(\.status), [.confirmed], "status")
    },
    LedgerSuite("nobodyWhoLeftIsBroughtBackByAnImport") { ledger in
      var row = Enrolment.confirmed("ann@example.org")
      _ = try ledger.enrol([row], at: morning)
      try expect(try ledger.end(row.address, digest: nil, at: morning), 1, "ended")
      try expect(try ledger.end(row.address, digest: nil, at: morning), 0, "ended again")
      try expect(try ledger.enrol([row], at: morning), [.staysEnded], "import")
      try expect(try ledger.subscriptions(of: row.address).map(\.status), [.ended], "status")
      row.isReturning = true
      try expect(try ledger.enrol([row], at: morning), [.changed], "by their own wish")
      try expect(try ledger.subscriptions(of: row.address).map(\.status), [.confirmed], "status")
    },
    LedgerSuite("theForgottenLeaveOnlyASuppression") { ledger in
      var row = Enrolment.confirmed("ann@example.org")
      row.name = "Ann"
      _ = try ledger.enrol([row], at: morning)
      _ = try ledger.freeze(freezing(), edition: edition)
      try expect(try ledger.forget(row.address, at: morning), true, "known")
      try expect(try ledger.subscriptions(of: row.address), [], "subscriptions")
      try expect(try ledger.suppression(of: row.address)?.reason, .forgotten, "suppression")
      try expect(try ledger.enrol([row], at: morning), [.suppressed], "import")
      try expect(try ledger.claim(9, at: morning), [], "claims")
      try expect(try ledger.tally(of: nil), [.dropped: 1], "tally")
      try expect(try ledger.forget(mailbox("nobody@example.org"), at: morning), false, "unknown")
    },
    LedgerSuite("aTokenEndsItsSubscriptionAndNoOther") { ledger in
      let (ann, bob) = (Enrolment.confirmed("ann@example.org"), Enrolment.confirmed("bob@example.org"))
      _ = try ledger.enrol([ann, bob, .confirmed("ann@example.org", digest: "daily")], at: morning)
      guard let token = try ledger.addressee(ann.address, digest: "weekly")?.0.token else {
        throw LedgerSuite.Broken(description: "Ann has no token")
      }
      try expect(token.utf8.count, 39, "length")
      _ = try ledger.freeze(freezing(), edition: edition)
      for index in token.indices {
        let forged = token.replacingCharacters(at: index, with: token[index] == "a" ? "b" : "a")
        try expect(try ledger.end(token: forged, at: morning), nil, "a forged token")
      }
      for forged in ["", "a", token + "a", String(token.dropLast()), "é" + token.dropFirst()] {
        try expect(try ledger.end(token: forged, at: morning), nil, "no token")
      }
      try expect(
        try ledger.end(token: token.uppercased(), at: morning), .init(digest: "weekly", isNew: true), "first time")
      try expect(try ledger.end(token: token, at: morning), .init(digest: "weekly", isNew: false), "again")
      try expect(try ledger.subscriptions(of: ann.address).map(\.status), [.confirmed, .ended], "daily, weekly")
      try expect(try ledger.enrol([ann], at: morning), [.staysEnded], "import")
      try expect(try ledger.claim(9, at: morning).map(\.addressee.address), [bob.address], "claims")
      _ = try ledger.forget(ann.address, at: morning)
      try expect(
        try ledger.end(token: token, at: morning), .init(digest: "weekly", isNew: false), "of one who is forgotten")
    },
    LedgerSuite("onlyConfirmedReadersCount") { ledger in
      let pending = Enrolment(address: mailbox("p@example.org"), digest: "weekly")
      _ = try ledger.enrol(
        [
          .confirmed("a@example.org"), .confirmed("b@example.org", follows: "ms"), pending,
          .confirmed("gone@example.org"),
        ],
        at: morning)
      _ = try ledger.end(mailbox("gone@example.org"), digest: "weekly", at: morning)
      try expect(try ledger.followings(of: "weekly"), [.all: 1, .some(feeds("ms")): 1], "followings")
      try expect(try ledger.counts(of: "weekly"), [.confirmed: 2, .pending: 1, .ended: 1], "counts")
      try expect(try ledger.freeze(freezing(), edition: edition), 1, "deliveries: ms has no news")
    },
    LedgerSuite("subscriptionsAreListedByAddress") { ledger in
      _ = try ledger.enrol([.confirmed("b@example.org"), .confirmed("a@example.org", digest: "daily")], at: morning)
      var found: [String] = []
      try ledger.forEachSubscription(digest: nil) { found.append($0.subscriber.address.description) }
      try expect(found, ["a@example.org", "b@example.org"], "all")
      found = []
      try ledger.forEachSubscription(digest: "weekly") { found.append($0.subscriber.address.description) }
      try expect(found, ["b@example.org"], "weekly")
    },
  ]
}

extension String {
  fileprivate func replacingCharacters(at index: Index, with character: Character) -> String {
    String(self[..<index]) + String(character) + self[self.index(after: index)...]
  }
}
