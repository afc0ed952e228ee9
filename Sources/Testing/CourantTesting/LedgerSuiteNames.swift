internal import Model
internal import Time

/// Promise 1 for imports, and the data that move with a renamed digest or feed.
extension LedgerSuite {
  static let nameCases: [LedgerSuite] =
    [
      LedgerSuite("anImportBringsNobodyBackUnderAnotherName") { ledger in
        _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
        _ = try ledger.end(mailbox("ann@example.org"), digest: "weekly", at: morning)
        let row = Enrolment.confirmed("ann@example.org", digest: "news")
        try expect(try ledger.enrol([row], offered: ["news"], at: morning), [.staysEnded], "weekly is gone")
        try expect(
          try ledger.enrol([row], offered: ["news", "weekly"], at: morning), [.staysEnded], "it was her last one")
        try expect(try ledger.subscriptions(of: row.address).map(\.digest), ["weekly"], "subscriptions")
        var pending = row
        pending.status = nil
        try expect(try ledger.enrol([pending], at: morning), [.staysEnded], "nor is she asked again")
        var returning = row
        returning.isReturning = true
        try expect(try ledger.enrol([returning], at: morning), [.added], "by her own wish")
      },
      LedgerSuite("aTokenOfAMergedSubscriptionEndsNobodyElsesLater") { ledger in
        _ = try ledger.enrol(
          [.confirmed("ann@example.org"), .confirmed("ann@example.org", digest: "daily")], at: morning)
        let token = try ledger.addressee(mailbox("ann@example.org"), digest: "daily")?.0.token ?? ""
        _ = try ledger.rename(digest: "weekly", to: "daily", at: morning)
        _ = try ledger.enrol([.confirmed("bob@example.org", digest: "daily")], at: morning)
        _ = try ledger.end(token: token, at: morning)
        try expect(
          try ledger.subscriptions(of: mailbox("bob@example.org")).map(\.status), [.confirmed], "bob stays")
      },
      LedgerSuite("whoLeftOneDigestAndKeptAnotherMayBeImportedForAThird") { ledger in
        _ = try ledger.enrol(
          [.confirmed("ann@example.org"), .confirmed("ann@example.org", digest: "daily")], at: morning)
        _ = try ledger.end(mailbox("ann@example.org"), digest: "weekly", at: morning)
        let row = Enrolment.confirmed("ann@example.org", digest: "monthly")
        try expect(
          try ledger.enrol([row], offered: ["daily", "monthly"], at: morning), [.staysEnded],
          "what she left may be this one")
        try expect(
          try ledger.enrol([row], offered: ["daily", "monthly", "weekly"], at: morning), [.added], "all are named")
      },
      LedgerSuite("aPendingReaderWhoLeftElsewhereIsNotConfirmedByAnImport") { ledger in
        _ = try ledger.enrol([Enrolment(address: mailbox("ann@example.org"), digest: "news")], at: morning)
        _ = try ledger.enrol(
          [.confirmed("ann@example.org", digest: "daily"), .confirmed("ann@example.org")], at: morning)
        _ = try ledger.end(mailbox("ann@example.org"), digest: "weekly", at: morning)
        _ = try ledger.end(mailbox("ann@example.org"), digest: "daily", at: morning)
        try expect(
          try ledger.enrol([.confirmed("ann@example.org", digest: "news")], at: morning), [.staysEnded], "import")
        try expect(
          try ledger.subscriptions(of: mailbox("ann@example.org")).map(\.status), [.ended, .pending, .ended], "statuses"
        )
      },
      LedgerSuite("valuesThatARowLacksStayUnchanged") { ledger in
        var ann = Enrolment.confirmed("ann@example.org", follows: "ms")
        ann.name = "Ann"
        ann.language = "de"
        ann.origin = "form"
        ann.consentAt = morning
        _ = try ledger.enrol([ann], at: morning)
        let before = try ledger.subscriptions(of: ann.address)
        var silent = Enrolment(address: ann.address, digest: "weekly")
        silent.channel = "import b.csv"
        try expect(try ledger.enrol([silent], at: morning + .seconds(60)), [.unchanged], "result")
        try expect(try ledger.subscriptions(of: ann.address), before, "subscription")
        var named = silent
        named.name = "Ann Archer"
        try expect(try ledger.enrol([named, named], at: morning), [.changed, .unchanged], "a new name counts")
        var all = silent
        all.follows = .all
        try expect(try ledger.enrol([all], at: morning), [.changed], "* is said")
        try expect(try ledger.subscriptions(of: ann.address).map(\.follows), [.all], "feeds")
      },
      LedgerSuite("aSuppressedReaderIsShownAndCountedAsThat") { ledger in
        _ = try ledger.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: morning)
        var row = Enrolment(address: mailbox("ann@example.org"), digest: "weekly")
        row.suppression = Suppression(reason: .complaint, since: morning)
        try expect(try ledger.enrol([row], at: morning), [.suppressed], "result")
        try expect(try ledger.enrol([row], at: morning), [.unchanged], "again")
        try expect(try ledger.subscriptions(of: row.address).map(\.standing), [.suppressed], "standing")
        try expect(try ledger.subscriptions(of: row.address).map(\.suppression), [row.suppression], "why")
        try expect(try ledger.counts(of: "weekly"), [.confirmed: 1, .suppressed: 1], "counts")
        try expect(try ledger.followings(of: "weekly"), [.all: 1], "followings")
      },
      LedgerSuite("aForgottenAddressIsNotKeptAgainBecauseAFileSaysThatItLeft") { ledger in
        _ = try ledger.forget(mailbox("ann@example.org"), at: morning)
        var row = Enrolment(address: mailbox("ann@example.org"), digest: "weekly", status: .ended)
        try expect(try ledger.enrol([row], at: morning), [.suppressed], "ended")
        row.suppression = Suppression(reason: .bounce, since: morning)
        try expect(try ledger.enrol([row], at: morning), [.suppressed], "suppressed")
        try expect(try ledger.subscriptions(of: row.address), [], "subscriptions")
        try expect(try ledger.suppression(of: row.address)?.reason, .forgotten, "reason")
        try expect(try ledger.namelessSuppressions(), 1, "hashes without an address")
      },
    ] + renamingCases

  private static let renamingCases: [LedgerSuite] = [
    LedgerSuite("aRenamedDigestKeepsItsReadersIssuesAndNews") { ledger in
      _ = try ledger.begin(digest: "weekly", carrying: .all, at: morning)
      _ = try ledger.enrol([.confirmed("ann@example.org"), .confirmed("gone@example.org")], at: morning)
      _ = try ledger.end(mailbox("gone@example.org"), digest: "weekly", at: morning)
      let token = try ledger.addressee(mailbox("ann@example.org"), digest: "weekly")?.0.token
      _ = try ledger.freeze(freezing(waiting: ["b"], past: ["old"]), edition: edition)
      let slots = try ledger.slots(of: "weekly").map(\.slot.wallTime)
      try expect(
        try ledger.rename(digest: "weekly", to: "news", at: morning), RenamedDigest(subscriptions: 2, issues: 1),
        "moved")
      try expect(try ledger.recordedDigests(), ["news"], "digests")
      try expect(try ledger.beginning(of: "news"), morning, "beginning")
      try expect(try ledger.slots(of: "news").map(\.slot.wallTime), slots, "slots")
      try expect(try ledger.settled(in: "news"), [Article.ID("a"), Article.ID("old")], "settled")
      try expect(try ledger.waiting(in: "news"), [Article.ID("b")], "waiting")
      try expect(try ledger.addressee(mailbox("ann@example.org"), digest: "news")?.0.token, token, "token")
      try expect(try ledger.subscriptions(of: mailbox("gone@example.org")).map(\.status), [.ended], "who left")
      let issue = try ledger.issue("news", number: 1)
      try expect(issue?.frozenAs, "weekly", "frozen as")
      try expect(try ledger.nextNumber(of: "news"), 2, "next number")
      try expect(try ledger.nextNumber(of: "weekly"), 2, "no page of the old name is taken twice")
      let claims = try ledger.claim(9, at: morning)
      try expect(claims.map(\.issue.digest), ["news"], "queued mail")
      try expect(claims.map(\.addressee.token), [token].compactMap(\.self), "its token")
    },
    LedgerSuite("aDigestThatMailedSomebodyIsNoNewName") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org", digest: "news")], at: morning)
      _ = try ledger.freeze(freezing(), edition: edition)
      do {
        _ = try ledger.rename(digest: "news", to: "weekly", at: morning)
        throw LedgerSuite.Broken(description: "it was renamed")
      } catch let refusal as RenameError {
        try expect(refusal, RenameError(issues: 1, cancelled: 0), "refusal")
      }
      try expect(try ledger.recordedDigests(), ["news", "weekly"], "digests")
    },
    LedgerSuite("ofTwoSubscriptionsUnderOldAndNewNameTheNoHolds") { ledger in
      let rows = ["ann", "bob", "cy", "dee"].map { Enrolment.confirmed("\($0)@example.org", follows: "ms") }
      _ = try ledger.enrol(rows, at: morning)
      let token = try ledger.addressee(mailbox("cy@example.org"), digest: "weekly")?.0.token
      _ = try ledger.enrol(
        [
          .confirmed("ann@example.org", digest: "news"), .confirmed("bob@example.org", digest: "news"),
          .confirmed("cy@example.org", digest: "news"),
        ], at: morning)
      _ = try ledger.end(mailbox("ann@example.org"), digest: "weekly", at: morning)
      _ = try ledger.end(mailbox("bob@example.org"), digest: "news", at: morning)
      try expect(
        try ledger.rename(digest: "weekly", to: "news", at: morning), RenamedDigest(subscriptions: 4, issues: 0),
        "moved")
      let found = try ["ann", "bob", "cy", "dee"].flatMap { try ledger.subscriptions(of: mailbox("\($0)@example.org")) }
      try expect(found.map(\.digest), ["news", "news", "news", "news"], "digests")
      try expect(found.map(\.status), [.ended, .ended, .confirmed, .confirmed], "statuses")
      try expect(found.map(\.follows.text), ["*", "*", "*", "ms"], "what was said last")
      try expect(
        try ledger.addressee(mailbox("cy@example.org"), digest: "news")?.0.token, token, "the token that mails hold")
    },
    LedgerSuite("readersOfARenamedFeedFollowItsNewName") { ledger in
      _ = try ledger.enrol(
        [
          .confirmed("ann@example.org", follows: "ms"), .confirmed("bob@example.org", follows: "als,ms"),
          .confirmed("cy@example.org", follows: "als,ms,research"), .confirmed("dee@example.org"),
          .confirmed("eve@example.org", follows: "ms-news"),
        ], at: morning)
      _ = try ledger.end(mailbox("ann@example.org"), digest: "weekly", at: morning)
      try expect(try ledger.rename(feed: feeds("ms")[0], to: feeds("research")[0], at: morning), 3, "changed")
      let found = try ["ann", "bob", "cy", "dee", "eve"].flatMap {
        try ledger.subscriptions(of: mailbox("\($0)@example.org"))
      }
      try expect(
        found.map(\.follows.text), ["research", "als,research", "als,research", "*", "ms-news"], "what they follow")
      try expect(found[0].status, .ended, "who left")
    },
    LedgerSuite("theOrderOfARenamedFeedGoesWithItAndItsDocumentsStay") { ledger in
      let places = ["a", "b", "c"].map { Article.ID($0) }
      try ledger.record([FeedChange(feed: recorded("ms"), newcomers: places)], at: morning)
      // A run between the change of the settings and the command has begun the new feed in a different order.
      try ledger.end(["feeds/ms/"], at: morning)
      try ledger.record(
        [FeedChange(feed: recorded("research", archive: 50), newcomers: [places[2], places[0]])], at: morning)
      _ = try ledger.rename(feed: feeds("ms")[0], to: feeds("research")[0], at: morning)
      try expect(try ledger.articles(inFeed: "feeds/research/"), places, "order")
      try expect(try ledger.articles(inFeed: "feeds/ms/"), [], "order of the old one")
      let found = try ledger.recordedFeeds()
      try expect(found.map(\.folder), ["feeds/ms/", "feeds/research/"], "feeds")
      try expect(found.map(\.ended), [morning, nil], "ended")
      try expect(found.map(\.successor), ["feeds/research/", nil], "successor")
      try expect(found.map(\.archive), [10, 10], "size of an archive")
    },
    LedgerSuite("aFeedWithAPastOfItsOwnKeepsItsOrder") { ledger in
      try ledger.record([FeedChange(feed: recorded("ms"), newcomers: [Article.ID("a")])], at: morning)
      try ledger.record(
        [FeedChange(feed: recorded("research"), newcomers: [Article.ID("x"), Article.ID("a")])], at: morning)
      _ = try ledger.rename(feed: feeds("ms")[0], to: feeds("research")[0], at: morning)
      try expect(
        try ledger.articles(inFeed: "feeds/research/"), [Article.ID("x"), Article.ID("a")], "order")
      try expect(try ledger.recordedFeeds().first?.successor, "feeds/research/", "successor")
    },
    LedgerSuite("whatIsRetiredIsRememberedUntilItIsNamedAgain") { ledger in
      try ledger.retire(.digest("weekly"), at: morning)
      try ledger.retire(.feed("weekly"), at: morning)
      try ledger.retire(.digest("weekly"), at: morning)
      try expect(try ledger.retired(), [.digest("weekly"), .feed("weekly")], "retired")
      try ledger.unretire([.digest("weekly")])
      try expect(try ledger.retired(), [.feed("weekly")], "after its return")
    },
    LedgerSuite("everySetThatIsFollowedIsFoundOnce") { ledger in
      try expect(try ledger.followedSets().isEmpty, true, "nobody")
      _ = try ledger.enrol(
        [
          .confirmed("ann@example.org", follows: "ms"), .confirmed("bob@example.org", follows: "ms"),
          .confirmed("cy@example.org"), .confirmed("dee@example.org", digest: "daily", follows: "als,ms"),
          Enrolment(address: mailbox("eve@example.org"), digest: "monthly"),
        ], at: morning)
      try expect(
        try ledger.followedSets(),
        ["daily": [.some(feeds("als", "ms"))], "weekly": [.all, .some(feeds("ms"))]], "followed")
      try expect(try ledger.recordedDigests(), ["daily", "monthly", "weekly"], "digests")
    },
  ]
}

private func recorded(_ name: String, archive: Int = 10) -> RecordedFeed {
  RecordedFeed(
    folder: "feeds/\(name)/", title: name, description: "About \(name)", formats: [.rss, .atom], archive: archive)
}
