internal import Model
internal import Time

extension LedgerSuite {
  static let issueCases: [LedgerSuite] = [
    LedgerSuite("theBeginningOfADigestNeverMoves") { ledger in
      try expect(try ledger.beginning(of: "weekly"), nil, "before")
      try expect(try ledger.begin(digest: "weekly", carrying: .all, at: morning), morning, "first")
      try expect(try ledger.begin(digest: "weekly", carrying: .all, at: morning + .seconds(9)), morning, "again")
    },
    LedgerSuite("aRecordedSlotStaysAsItIsUnlessItWasHeld") { ledger in
      let record = { (state: RecordedSlot.State) in
        try ledger.record([RecordedSlot(slot: monday, state: state, recorded: morning)], past: [])
      }
      try record(.held)
      try record(.released)
      try record(.empty)
      try record(.missed)
      try expect(try ledger.slots(of: "weekly").map(\.state), [.empty], "the state")
      try expect(try ledger.newestSettledSlot(of: "weekly")?.slot, monday, "the settled slot")
    },
    LedgerSuite("whatIsPastIsSettledWithoutAnIssue") { ledger in
      try ledger.record([RecordedSlot(slot: monday, state: .empty, recorded: morning)], past: ["old"])
      try expect(try ledger.settled(in: "weekly"), ["old"], "settled")
      try expect(try ledger.issues(with: "old"), [], "no issue")
    },
    LedgerSuite("anIssueIsFrozenWhole") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org", follows: "ms")], at: morning)
      let frozen = freezing(sections: [("all", "a"), ("ms", "b")], waiting: ["later"], past: ["old"])
      try expect(try ledger.freeze(frozen, edition: edition), 2, "deliveries")
      let issue = try ledger.issue("weekly", number: 1)!
      try expect(try ledger.content(of: issue.id), frozen.issue, "content")
      try expect(try ledger.archivePage(of: issue.id), "<p>page</p>", "page")
      try expect(issue.messageDomain, "example.org", "domain of Message-IDs")
      try expect(
        try ledger.edition(CourantTesting.feeds("ms"), of: issue.id),
        Edition(feeds: feeds("ms"), subject: "S", html: "<p>[ms]</p><b>shared</b>", text: "[ms]"), "edition")
      try expect(
        try ledger.claim(9, at: morning).map { "\($0.addressee.address): \($0.edition.feeds)" },
        ["ann@example.org: [all, ms]", "bob@example.org: [ms]"], "who gets which edition")
      try expect(try ledger.settled(in: "weekly"), ["a", "b", "old"], "settled")
      try expect(try ledger.waiting(in: "weekly"), ["later"], "waiting")
      try expect(try ledger.nextNumber(of: "weekly"), 2, "next number")
      try expect(try ledger.newestSlot(of: "weekly")?.state, .issued, "slot")
      try expect(try ledger.issues(with: "a").map(\.number), [1], "issue of a")
      try expect(try ledger.issue(of: issue.slot), issue, "issue of its slot")
      let other = Slot(digest: "weekly", wallTime: "2026-11-16T07:00", due: morning)
      try expect(try ledger.issue(of: other), nil, "issue of another slot")
      try expect(try ledger.issue(frozenAs: "weekly", number: 1), issue, "issue of its page")
      try expect(try ledger.issue(frozenAs: "weekly", number: 2), nil, "issue of another page")
    },
    LedgerSuite("aFileIsAttachedToOneIssueOfADigest") { ledger in
      let attachment = Attachment(url: "https://example.org/a.pdf", length: 3)
      let file = IssueAttachments.File(attachment, name: "a.pdf", hash: "h1")
      let attached = IssueAttachments([file], areInMail: true)
      func attaching(_ number: Int, _ slot: Slot, _ article: String) -> FreezingIssue {
        var freezing = freezing(number: number, slot: slot, sections: [("all", article)], attached: attached)
        freezing.files = [FrozenFile(hash: "h1", lines: "QUJD\r\nREVG")]
        return freezing
      }
      _ = try ledger.freeze(attaching(1, monday, "a"), edition: edition)
      try expect(try ledger.issue(of: "weekly", withFile: "h1"), 1, "its issue")
      try expect(try ledger.issue(of: "weekly", withFile: "h2"), nil, "another file")
      try expect(try ledger.issue(of: "daily", withFile: "h1"), nil, "another digest")
      try expect(try ledger.attachedFile("h1"), "QUJD\r\nREVG", "its bytes")
      try expect(try ledger.attachedFile("h2"), nil, "no bytes")
      let first = try ledger.issue("weekly", number: 1)!
      try expect(try ledger.content(of: first.id).attached, attached, "as frozen")
      try expect(try ledger.issuedFiles(), [IssuedFile(issue: first.id, name: "a.pdf", hash: "h1")], "files of issues")
      let next = Slot(digest: "weekly", wallTime: "2026-11-30T07:00", due: .at("2026-11-30T07:00:00Z"))
      try expectThrows("the same file again") { _ = try ledger.freeze(attaching(2, next, "b"), edition: edition) }
      try expect(try ledger.issues(of: "weekly", limit: 9).count, 1, "issues")
      let daily = Slot(digest: "daily", wallTime: "2026-11-30T07:00", due: .at("2026-11-30T07:00:00Z"))
      try expect(try ledger.freeze(attaching(1, daily, "a"), edition: edition) != nil, true, "in another digest")
      try expect(try ledger.issuedFiles().count, 2, "files of both")
    },
    LedgerSuite("anIntroductionIsInOneIssueOfADigest") { ledger in
      let intro = Introduction(html: "<p>Dear readers</p>", fingerprint: "f1")
      _ = try ledger.freeze(freezing(intro: intro), edition: edition)
      try expect(try ledger.issue(of: "weekly", withIntro: "f1"), 1, "its issue")
      try expect(try ledger.issue(of: "weekly", withIntro: "f2"), nil, "another one")
      try expect(try ledger.issue(of: "daily", withIntro: "f1"), nil, "another digest")
      let first = try ledger.issue("weekly", number: 1)!
      try expect(try ledger.content(of: first.id).intro, intro, "as frozen")
      let next = Slot(digest: "weekly", wallTime: "2026-11-30T07:00", due: .at("2026-11-30T07:00:00Z"))
      let again = freezing(number: 2, slot: next, sections: [("all", "b")], intro: intro)
      try expectThrows("the same introduction again") { _ = try ledger.freeze(again, edition: edition) }
      try expect(try ledger.issues(of: "weekly", limit: 9).count, 1, "issues")
      let without = freezing(number: 2, slot: next, sections: [("all", "b")])
      try expect(try ledger.freeze(without, edition: edition) != nil, true, "an issue without one")
    },
    LedgerSuite("aSlotHasOneIssue") { ledger in
      _ = try ledger.freeze(freezing(), edition: edition)
      try expect(try ledger.freeze(freezing(number: 2, sections: [("all", "b")]), edition: edition), nil, "again")
      try expect(try ledger.issues(of: "weekly", limit: 9).count, 1, "issues")
    },
    LedgerSuite("anArticleIsInOneIssueOfADigest") { ledger in
      _ = try ledger.freeze(freezing(), edition: edition)
      let next = Slot(digest: "weekly", wallTime: "2026-11-30T07:00", due: .at("2026-11-30T07:00:00Z"))
      try expectThrows("the same article again") {
        _ = try ledger.freeze(freezing(number: 2, slot: next), edition: edition)
      }
      try expect(try ledger.issues(of: "weekly", limit: 9).count, 1, "issues")
      try expect(try ledger.slots(of: "weekly").count, 1, "slots")
    },
    LedgerSuite("anEditionThatDoesNotRenderFreezesNothing") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      try expectThrows("a broken template") {
        _ = try ledger.freeze(freezing()) { _ in throw Broken(description: "article 7") }
      }
      try expect(try ledger.slots(of: "weekly"), [], "slots")
      try expect(try ledger.issues(of: nil, limit: 9), [], "issues")
      try expect(try ledger.settled(in: "weekly"), [], "settled")
      try expect(try ledger.due(at: morning), 0, "deliveries")
    },
    LedgerSuite("anIssueWithoutAnEditionForSomebodyIsNotFrozen") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org", follows: "ms")], at: morning)
      let frozen = freezing(sections: [("all", "a"), ("ms", "b")])
      try expect(try ledger.mailedFollowings(of: "weekly"), [.all, .some(feeds("ms"))], "who is to be printed for")
      try ledger.prepare([edition(feeds("all", "ms"))], of: frozen.identity)
      try expect(try ledger.freeze(frozen), .lacks([feeds("ms")]), "bob's edition")
      try expect(try ledger.slots(of: "weekly"), [], "slots")
      try expect(try ledger.settled(in: "weekly"), [], "settled")
      try ledger.prepare([edition(feeds("ms"))], of: frozen.identity)
      try expect(try ledger.freeze(frozen), .frozen(deliveries: 2), "with both editions")
      try expect(try ledger.freeze(frozen), .hasIssue, "once more")
    },
    LedgerSuite("whatWasPreparedForAnotherIssueIsNotFrozen") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      try ledger.prepare([edition(feeds("all"))], of: "another")
      try expect(try ledger.freeze(freezing()), .lacks([feeds("all")]), "not ours")
      try ledger.prepare([edition(feeds("all")), edition(feeds("ms"))], of: freezing().identity)
      try expect(try ledger.freeze(freezing()), .frozen(deliveries: 1), "ours")
      let issue = try ledger.issue("weekly", number: 1)!
      try expect(try ledger.edition(feeds("ms"), of: issue.id), nil, "an edition for nobody")
    },
    LedgerSuite("onlyWhoMayBeMailedIsPrintedFor") { ledger in
      var gone = Enrolment.confirmed("gone@example.org", follows: "ms")
      gone.suppression = Suppression(reason: .complaint, since: morning)
      let pending = Enrolment(address: mailbox("p@example.org"), digest: "weekly", follows: .some(feeds("sleep")))
      let daily = Enrolment.confirmed("d@example.org", digest: "daily", follows: "trials")
      _ = try ledger.enrol([gone, pending, daily, .confirmed("ann@example.org", follows: "all,ms")], at: morning)
      try expect(try ledger.mailedFollowings(of: "weekly"), [.some(feeds("all", "ms"))], "weekly")
      try expect(try ledger.mailedFollowings(of: "unknown"), [], "a digest without readers")
    },
    LedgerSuite("waitingEndsWithAnIssue") { ledger in
      _ = try ledger.freeze(freezing(waiting: ["b"]), edition: edition)
      let next = Slot(digest: "weekly", wallTime: "2026-11-30T07:00", due: .at("2026-11-30T07:00:00Z"))
      _ = try ledger.freeze(freezing(number: 2, slot: next, sections: [("all", "b")]), edition: edition)
      try expect(try ledger.waiting(in: "weekly"), [], "waiting")
    },
    LedgerSuite("aCancelledIssueDropsWhatHasNotGone") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: morning)
      _ = try ledger.freeze(freezing(), edition: edition)
      let claim = try ledger.claim(1, at: morning)[0]
      let issue = try ledger.issue("weekly", number: 1)!
      try expect(try ledger.cancel(issue.id, at: morning), 2, "dropped, the claimed one too")
      try ledger.unclaim([claim.delivery])
      try expect(try ledger.claim(9, at: morning), [], "nothing to claim")
      try expect(try ledger.tally(of: issue.id), [.dropped: 2], "tally")
    },
  ]
}

func expectThrows(_ what: String, _ body: () throws -> Void) throws {
  do { try body() } catch { return }
  throw LedgerSuite.Broken(description: "\(what) was taken")
}
