import CourantTesting
import Model
import Testing
import Time

/// Promise 1 as a table: the ledger's record, the request of a row, and the result.
@Suite struct EnrolmentRuleTests {
  private static let then = Instant.at("2026-01-01T00:00:00Z")
  private static let now = Instant.at("2026-11-23T07:00:00Z")

  private static func held(_ status: Subscription.Status, follows: String = "*") -> HeldSubscription {
    HeldSubscription(
      status: status, follows: follows, consent: status == .pending ? nil : then, origin: "form",
      ended: status == .ended ? then : nil)
  }

  private static func reader(
    _ subscriptions: [String: Subscription.Status], suppression: Suppression.Reason? = nil, departed: Set<String> = []
  ) -> KnownReader {
    KnownReader(
      person: subscriptions.isEmpty ? nil : .init(name: "Ann", language: nil),
      subscriptions: subscriptions.mapValues { held($0) }, suppression: suppression, departed: departed)
  }

  private static func row(_ status: Subscription.Status?, returning: Bool = false) -> Enrolment {
    var row = Enrolment(address: mailbox("ann@example.org"), digest: "weekly", status: status)
    row.isReturning = returning
    return row
  }

  /// The subscription's status afterwards; nil if unchanged.
  private struct Case {
    let known: KnownReader
    var offered: Set<String>?
    let row: Enrolment
    let result: EnrolmentResult
    let status: Subscription.Status?

    init(
      _ known: KnownReader, _ row: Enrolment, _ result: EnrolmentResult, _ status: Subscription.Status?,
      offered: Set<String>? = nil
    ) {
      self.known = known
      self.row = row
      self.result = result
      self.status = status
      self.offered = offered
    }
  }

  private static let newcomers = [
    Case(reader([:]), row(nil), .added, .pending),
    Case(reader([:]), row(.confirmed), .added, .confirmed),
    Case(reader([:]), row(.ended), .ended, .ended),
    Case(reader(["daily": .confirmed]), row(.confirmed), .added, .confirmed),
  ]

  private static let forward = [
    Case(reader(["weekly": .pending]), row(nil), .unchanged, nil),
    Case(reader(["weekly": .pending]), row(.confirmed), .changed, .confirmed),
    Case(reader(["weekly": .pending]), row(.ended), .ended, .ended),
    Case(reader(["weekly": .confirmed]), row(.pending), .unchanged, nil),
    Case(reader(["weekly": .confirmed]), row(.ended), .ended, .ended),
  ]

  private static let left = [
    Case(reader(["weekly": .ended]), row(nil), .staysEnded, nil),
    Case(reader(["weekly": .ended]), row(.confirmed), .staysEnded, nil),
    Case(reader(["weekly": .ended]), row(.ended), .unchanged, nil),
    // The last one they had, of another digest.
    Case(reader(["daily": .ended]), row(.confirmed), .staysEnded, nil),
    Case(reader(["daily": .ended, "weekly": .pending]), row(.confirmed), .staysEnded, nil),
    Case(reader(["daily": .ended, "weekly": .pending]), row(.pending), .unchanged, nil),
    // They still read something else.
    Case(reader(["daily": .ended, "monthly": .confirmed]), row(.confirmed), .added, .confirmed),
    Case(reader(["daily": .ended, "monthly": .pending]), row(.confirmed), .staysEnded, nil),
    // The digest they left is no longer offered: perhaps this is its new name.
    Case(
      reader(["daily": .ended, "monthly": .confirmed]), row(.confirmed), .staysEnded, nil,
      offered: ["weekly", "monthly"]),
    Case(
      reader(["daily": .ended, "monthly": .confirmed]), row(.confirmed), .added, .confirmed,
      offered: ["weekly", "monthly", "daily"]),
    // Known to the journal alone.
    Case(reader([:], departed: ["weekly"]), row(.confirmed), .staysEnded, nil),
    Case(reader([:], departed: ["daily"]), row(.confirmed), .staysEnded, nil),
    Case(reader(["monthly": .confirmed], departed: ["daily"]), row(.confirmed), .added, .confirmed),
    Case(reader(["weekly": .confirmed], departed: ["weekly"]), row(nil), .staysEnded, nil),
  ]

  private static let suppressed =
    Suppression.Reason.allCases.map { reason in
      Case(
        reader(["weekly": .confirmed], suppression: reason), row(.confirmed),
        reason == .operatorRequest ? .staysEnded : .suppressed, nil)
    } + [
      Case(reader(["weekly": .confirmed], suppression: .bounce), row(.ended), .ended, .ended),
      Case(reader(["weekly": .confirmed], suppression: .forgotten), row(.ended), .suppressed, nil),
      Case(reader([:], suppression: .forgotten), row(.ended), .suppressed, nil),
    ]

  private static let returning = [
    Case(reader(["weekly": .ended]), row(.confirmed, returning: true), .changed, .confirmed),
    Case(reader(["weekly": .ended]), row(nil, returning: true), .changed, .pending),
    Case(reader(["daily": .ended]), row(.confirmed, returning: true), .added, .confirmed),
    Case(reader([:], departed: ["weekly"]), row(.confirmed, returning: true), .added, .confirmed),
    Case(reader(["weekly": .confirmed], suppression: .bounce), row(.confirmed, returning: true), .unchanged, nil),
    Case(reader(["weekly": .ended], suppression: .operatorRequest), row(nil, returning: true), .changed, .pending),
    Case(reader(["weekly": .ended], suppression: .complaint), row(.confirmed, returning: true), .suppressed, nil),
    Case(reader([:], suppression: .forgotten), row(.confirmed, returning: true), .suppressed, nil),
  ]

  @Test(arguments: [newcomers, forward, left, suppressed, returning])
  private func aRowHasItsOutcome(cases: [Case]) {
    for (number, one) in cases.enumerated() {
      let outcome = EnrolmentRule(one.row, offered: one.offered, at: Self.now).outcome(for: one.known)
      #expect(outcome.result == one.result, "case \(number)")
      #expect(outcome.subscription?.status == one.status, "case \(number)")
      #expect(outcome.suppression == nil, "case \(number)")
    }
  }

  /// Suppression changes nothing about earlier consent.
  @Test func aRowThatSuppressesKeepsTheSubscription() {
    var row = Self.row(.confirmed)
    row.suppression = Suppression(reason: .complaint, since: Self.then)
    let rule = EnrolmentRule(row, offered: nil, at: Self.now)
    let known = rule.outcome(for: Self.reader(["weekly": .pending]))
    #expect(known.result == .suppressed)
    #expect(known.suppression == row.suppression)
    #expect(known.subscription == nil)
    let again = rule.outcome(for: Self.reader(["weekly": .pending], suppression: .bounce))
    #expect(again.result == .unchanged)
    #expect(again.suppression == row.suppression)
  }

  @Test func valuesThatARowLacksStayUnchanged() {
    var row = Self.row(.confirmed)
    row.channel = "import readers.csv"
    let known = KnownReader(
      person: .init(name: "Ann", language: "de"), subscriptions: ["weekly": Self.held(.pending, follows: "ms")])
    let outcome = EnrolmentRule(row, offered: nil, at: Self.now).outcome(for: known)
    #expect(outcome.person == nil)
    #expect(
      outcome.subscription
        == HeldSubscription(
          status: .confirmed, follows: "ms", consent: Self.now, origin: "import readers.csv", ended: nil))
  }

  @Test func aNameInTheFileIsKept() {
    var row = Self.row(nil)
    row.name = "Ann B."
    let outcome = EnrolmentRule(row, offered: nil, at: Self.now).outcome(for: Self.reader(["weekly": .confirmed]))
    #expect(outcome.result == .changed)
    #expect(outcome.person == .init(name: "Ann B.", language: nil))
    #expect(outcome.subscription == nil)
  }

  @Test func aStricterReasonReplacesAMilderOne() {
    let giving = Suppression.Reason.allCases.flatMap { old in
      Suppression.Reason.allCases.filter(old.gives(wayTo:)).map { "\(old) → \($0)" }
    }
    #expect(giving == ["bounce → complaint", "operatorRequest → complaint"])
  }
}
