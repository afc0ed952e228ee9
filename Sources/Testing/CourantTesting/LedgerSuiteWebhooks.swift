internal import Model
internal import Time

extension LedgerSuite {
  private static let all = Set(WebhookEvent.Kind.allCases)

  private static func kinds(_ ledger: any Ledger, after number: Int64 = 0) throws -> [String] {
    try ledger.events(after: number, of: all, limit: 99).map { "\($0.kind.rawValue) \($0.address?.description ?? "-")" }
  }

  static let webhookCases: [LedgerSuite] = [
    LedgerSuite("eventsAreRecordedInOrderWhileThereIsAWebhook") { ledger in
      let desk = Desk(ledger: ledger)
      try desk.join("ann@example.org", at: morning)
      try ledger.keepEvents(for: ["crm"])
      try expect(try kinds(ledger), [], "nothing from before")
      let token = try desk.join("bob@example.org", at: morning.minutes(1))
      _ = try ledger.leave(token, all: false, origin: "", at: morning.minutes(2))
      let both = [
        "reader.subscribed bob@example.org", "reader.confirmed bob@example.org", "reader.left bob@example.org",
      ]
      try expect(try kinds(ledger), both, "of bob")
      let events = try ledger.events(after: 0, of: [.confirmed], limit: 9)
      try expect(events.map(\.digest), ["weekly"], "the digest")
      try expect(events.map(\.at), [morning.minutes(1)], "when")
      try ledger.keepEvents(for: [])
      _ = try ledger.end(mailbox("ann@example.org"), digest: nil, at: morning.minutes(3))
      try expect(try ledger.countEvents(after: 0, of: all), 3, "nothing without a webhook")
    },
    LedgerSuite("anEventOfAnErasedReaderHasNoAddress") { ledger in
      try ledger.keepEvents(for: ["crm"])
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      _ = try ledger.forget(mailbox("ann@example.org"), at: morning.minutes(1))
      try expect(Set(try kinds(ledger)).subtracting(["reader.confirmed -", "reader.left -"]), [], "no address")
      try expect(try ledger.events(after: 0, of: [.left], limit: 9).map(\.reader?.number), [1], "their number stays")
    },
    LedgerSuite("readersWhoAreSuppressedHaveBouncedOrComplained") { ledger in
      try ledger.keepEvents(for: ["crm"])
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      _ = try ledger.freeze(freezing(), edition: edition)
      let claim = try ledger.claim(1, at: morning)[0]
      let before = try ledger.events(after: 0, of: all, limit: 9).last?.number ?? 0
      let token = ledger.bounceToken(of: claim.delivery)
      for (kind, report) in [(Bounce.Kind.hard, "r1"), (.complaint, "r2"), (.complaint, "r3")] {
        let bounce = Bounce(kind: kind, words: "", report: report).about(token: token)
        _ = try ledger.record(bounce, at: morning.minutes(1))
      }
      let wanted = ["reader.bounced ann@example.org", "reader.complained ann@example.org"]
      try expect(try kinds(ledger, after: before), wanted, "each once")
    },
    LedgerSuite("anIssueIsSentWhenNoMessageWaits") { ledger in
      try ledger.keepEvents(for: ["crm"])
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      _ = try ledger.freeze(freezing(), edition: edition)
      try ledger.recordSentIssues(at: morning)
      let claim = try ledger.claim(1, at: morning)[0]
      try ledger.recordSentIssues(at: morning)
      try expect(try ledger.countEvents(after: 0, of: [.issueSent]), 0, "while it waits")
      try expect(try ledger.commit(claim.delivery, at: morning), true, "it may go")
      let reply = Reply(stage: .finalDot, code: 250, text: "OK")
      let attempt = Attempt(delivery: claim.delivery, at: morning, outcome: .accepted(reply), verdict: .accepted)
      try ledger.record([attempt], at: morning)
      _ = try ledger.claim(1, at: morning)
      for _ in 1...2 { try ledger.recordSentIssues(at: morning.minutes(1)) }
      let sent = try ledger.events(after: 0, of: [.issueSent], limit: 9)
      try expect(sent.map(\.issue?.number), [1], "once")
      try expect(sent.map(\.at), [morning.minutes(1)], "when it was noticed")
    },
    LedgerSuite("eachWebhookGoesAtItsPaceAndEventsStayUntilAllHaveThem") { ledger in
      try ledger.keepEvents(for: ["a", "b"])
      let rows = ["ann@example.org", "bob@example.org", "cy@example.org"].map { Enrolment.confirmed($0) }
      for row in rows { _ = try ledger.enrol([row], at: morning) }
      let events = try ledger.events(after: 0, of: [.confirmed], limit: 9)
      try expect(events.count, 3, "events")
      var (a, b) = (try ledger.webhooks()[0], try ledger.webhooks()[1])
      a.take(events[2])
      b.take(events[0])
      b.fail("it answered 500", at: morning)
      try ledger.record(a)
      try ledger.record(b)
      try expect(try ledger.webhooks(), [a, b], "their states")
      try ledger.deleteTakenEvents()
      try expect(try ledger.events(after: 0, of: all, limit: 9).map(\.number), [2, 3], "one is left for b")
      try ledger.keepEvents(for: ["a"])
      try ledger.deleteTakenEvents()
      try expect(try ledger.events(after: 0, of: all, limit: 9).map(\.number), [3], "the newest stays")
      _ = try ledger.end(mailbox("ann@example.org"), digest: "weekly", at: morning)
      try expect(try ledger.events(after: 3, of: all, limit: 9).map(\.number), [4], "no number is used twice")
    },
  ]
}
