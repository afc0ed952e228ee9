import Model
import Testing

@Suite struct BounceWeightTests {
  private struct Case {
    let kind: Bounce.Kind
    var words = "no such user"
    var status: String? = "5.1.1"
    /// The weight of a report with a token; without one; about a former address; without a token and without a message.
    let weights: [BounceWeight]
  }

  private static let cases = [
    Case(kind: .hard, weights: [.suppresses(.bounce), .counts, .nothing, .nothing]),
    Case(
      kind: .hard, words: "host not found: no such domain", status: "5.1.2",
      weights: [.lasts, .counts, .nothing, .nothing]),
    Case(kind: .soft, words: "mailbox full", status: "5.2.2", weights: [.counts, .counts, .nothing, .nothing]),
    Case(kind: .policy, words: "blocked", status: "5.7.1", weights: [.nothing, .nothing, .nothing, .nothing]),
    Case(
      kind: .complaint, words: "spam", status: nil,
      weights: [.suppresses(.complaint), .counts, .suppresses(.complaint), .nothing]),
  ]

  @Test(arguments: cases.indices) func eachBounceHasItsConsequence(number: Int) {
    let one = Self.cases[number]
    let bounce = Bounce(kind: one.kind, status: one.status, words: one.words, report: "r")
    let weights = [
      BounceWeight(of: bounce, isProven: true, hasDelivery: true),
      BounceWeight(of: bounce, isProven: false, hasDelivery: true),
      BounceWeight(of: bounce, isProven: true, isOfFormerAddress: true, hasDelivery: true),
      BounceWeight(of: bounce, isProven: false, hasDelivery: false),
    ]
    #expect(weights == one.weights, "\(one.kind): \(one.words)")
  }

  @Test func onlyCountedBouncesAreInTheScore() {
    let weights: [BounceWeight] = [.suppresses(.bounce), .suppresses(.complaint), .lasts, .counts, .nothing]
    #expect(weights.map(\.isCounted) == [false, false, true, true, false])
  }
}
