import Model
import Testing
import Time

private let morning = Instant(rfc3339: "2026-11-23T07:00:00Z")!

private func deferred(_ status: String?, code: Int = 451) -> Outcome {
  .deferred(Reply(stage: .recipient, code: code, status: status, text: "words"))
}

private func refused(_ status: String) -> Outcome {
  .refused(Reply(stage: .recipient, code: 550, status: status, text: "words"))
}

@Suite struct DestinationPolicyTests {
  /// (the reply, given three times; earlier attempts; whether the whole destination is held)
  @Test(arguments: [
    (deferred("4.3.2"), 0, true), (deferred("4.4.5"), 0, true), (deferred("4.7.28", code: 421), 0, true),
    (deferred("4.7.1"), 0, false), (deferred("4.7.1"), 1, true), (deferred("4.7.0"), 0, false),
    (deferred(nil), 0, false), (deferred(nil), 1, true), (deferred("4.2.2"), 5, false), (deferred("4.1.1"), 5, false),
    (refused("5.7.1"), 0, true), (refused("5.1.1"), 0, false), (refused("5.2.2"), 0, false),
  ])
  func threeRepliesAboutTheWholeDestinationHoldIt(_ outcome: Outcome, _ attempts: Int, _ isHeld: Bool) {
    var policy = DestinationPolicy()
    var changes: [DestinationChange?] = []
    for _ in 1...3 { changes.append(policy.note(outcome, from: "a.example", attempts: attempts, at: morning)) }
    let hold = DestinationChange.held(DestinationHold(until: morning + .seconds(300), times: 1))
    #expect(changes == [nil, nil, isHeld ? hold : nil])
    #expect(policy.isHeld("a.example", at: morning) == isHeld)
    #expect(!policy.isHeld("b.example", at: morning))
    #expect(!policy.isHeld("a.example", at: morning + .seconds(300)))
  }

  @Test func eachHoldIsTwiceAsLongUntilTheDestinationAcceptsMail() {
    let taken = Outcome.accepted(Reply(stage: .finalDot, code: 250, text: "taken"))
    var policy = DestinationPolicy(holds: ["a.example": DestinationHold(until: morning, times: 3)])
    for _ in 1...2 { #expect(policy.note(deferred("4.3.2"), from: "a.example", attempts: 0, at: morning) == nil) }
    let hold = DestinationHold(until: morning + .seconds(2400), times: 4)
    #expect(policy.note(deferred("4.3.2"), from: "a.example", attempts: 0, at: morning) == .held(hold))
    #expect(policy.note(taken, from: "a.example", attempts: 0, at: morning) == .free)
    #expect(policy.note(taken, from: "a.example", attempts: 0, at: morning) == nil)
  }
}
