internal import Model
internal import Time

extension LedgerSuite {
  private static let ann = Operator("ann", at: .shell, from: "host")

  private static func act(_ verb: Act.Verb, _ target: Act.Target, minutes: Int = 0) -> Act {
    Act(verb, target, by: ann, at: morning.minutes(minutes))
  }

  static let auditCases: [LedgerSuite] = [
    LedgerSuite("actsAreReadNewestFirstPageByPage") { ledger in
      for number in 1...5 { try ledger.record(act(.resend, .issue("weekly#\(number)"), minutes: number)) }
      let first = try ledger.acts(since: nil, before: nil, limit: 2)
      try expect(first.map(\.target.description), ["weekly#5", "weekly#4"], "the first page")
      let second = try ledger.acts(since: nil, before: first.last?.id, limit: 9)
      try expect(second.map(\.target.description), ["weekly#3", "weekly#2", "weekly#1"], "the second page")
      let since = try ledger.acts(since: morning.minutes(4), before: nil, limit: 9)
      try expect(since.map(\.target.description), ["weekly#5", "weekly#4"], "since then")
    },
    LedgerSuite("anActKeepsEverythingThatWasSaidOfIt") { ledger in
      var act = Act(.release, .source("journal"), by: Operator("Ann", at: .desk), at: morning)
      act.before = "held"
      act.after = "3 articles released"
      try ledger.record(act)
      let found = try ledger.acts(since: nil, before: nil, limit: 9)
      try expect(found.map(\.by), [Operator("Ann", at: .desk)], "who")
      try expect(found.map(\.verb), ["release"], "what")
      try expect(found.map(\.target), [RecordedTarget(kind: "source", name: "journal", reader: nil)], "on what")
      try expect(found.map(\.at), [morning], "when")
      try expect(found.map(\.before), ["held"], "before")
      try expect(found.map(\.after), ["3 articles released"], "after")
    },
    LedgerSuite("anActNamesAReaderByNumberAndMaskedEvenAfterErasure") { ledger in
      _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
      let reader = try ledger.subscriptions(of: mailbox("ann@example.org")).first?.subscriber.id
      try ledger.record(act(.add, .reader(mailbox("ann@example.org"))))
      _ = try ledger.forget(mailbox("ann@example.org"), at: morning)
      try ledger.record(act(.forget, .reader(mailbox("Ann@example.org"))))
      try ledger.record(act(.end, .reader(mailbox("who@example.org"))))
      let found = try ledger.acts(since: nil, before: nil, limit: 9)
      try expect(found.map(\.target.reader), [nil, reader, reader], "numbers")
      let about = try ledger.acts(since: nil, about: mailbox("ann@example.org"), before: nil, limit: 9)
      try expect(about.map(\.verb), ["forget", "add"], "about one reader")
      let unknown = try ledger.acts(since: nil, about: mailbox("eve@example.org"), before: nil, limit: 9)
      try expect(unknown.count, 0, "about someone unknown")
      try expect(found.map(\.target.name), ["w…@e…e.org", "A…@e…e.org", "a…@e…e.org"], "names")
    },
    LedgerSuite("anActAndItsRecordHappenTogetherOrNotAtAll") { ledger in
      do {
        try ledger.together {
          _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
          try ledger.record(act(.add, .reader(mailbox("ann@example.org"))))
          throw Broken(description: "the whole")
        }
      } catch is Broken {}
      try expect(try ledger.acts(since: nil, before: nil, limit: 9).count, 0, "acts")
      try expect(try ledger.subscriptions(of: mailbox("ann@example.org")).count, 0, "subscriptions")
    },
  ]
}
