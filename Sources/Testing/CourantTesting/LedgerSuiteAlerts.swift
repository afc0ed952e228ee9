internal import Model
internal import Time

extension LedgerSuite {
  static let alertCases: [LedgerSuite] = [
    LedgerSuite("knownAlertsAreReplacedAsAWhole") { ledger in
      let full = KnownAlert(Alert(.disk, level: 2, "only 80 MB are free"), since: morning, told: morning)
      let bounced = KnownAlert(Alert(.complaints, about: "a.example", "3 of 100"), since: morning)
      var ended = full
      ended.ended = morning.minutes(5)
      try ledger.setKnownAlerts([full, bounced])
      try expect(try ledger.knownAlerts(), [bounced, full], "both, sorted")
      try ledger.setKnownAlerts([ended])
      try expect(try ledger.knownAlerts(), [ended], "the other is gone")
    },
    LedgerSuite("aLetterToOperatorsIsQueuedForEachAndIsNotCountedAsARequest") { ledger in
      let note = OperatorNote(subject: "S", text: "T\n")
      let operators = ["ann@a.example", "bob@b.example"].compactMap { EmailAddress($0) }
      try ledger.queue(note, to: operators, at: morning)
      try expect(try ledger.letterHands.due(at: morning), 2, "letters")
      try expect(try ledger.lettersAsked(after: morning.minutes(-1)), 0, "asked for by readers")
      try ledger.ask(.subscribe("eve@c.example"), at: morning)
      try expect(try ledger.lettersAsked(after: morning.minutes(-1)), 1, "one asked for")
      try expect(try ledger.lettersAsked(after: morning), 0, "later")
      let claims = try ledger.letterHands.claim(2, at: morning)
      try expect(claims.count, 2, "claims")
    },
  ]
}
