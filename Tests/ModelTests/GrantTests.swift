import CourantTesting
@testable import Model
import Testing
import Time

private let start: Int64 = 1_795_417_205_000  // 2026-11-23T07:00:05Z

/// What several workers together may send.
@Suite struct GrantTests {
  /// Workers that request as they like, and whose messages leave as late as they may, or never.
  @Test func fourWorkersTogetherNeverExceedARate() throws {
    var random = SeededNumbers()
    for text in ["1/s", "7/s", "50/s", "2000/s", "6/min", "600/min", "40/h", "3/h", "500/day"] {
      let rate = try #require(Rate(text))
      for _ in 0..<6 {
        let departures = try departures(under: rate, &random)
        #expect(!departures.isEmpty)
        let period = rate.seconds * 1000
        let burst = rate.period == .second ? rate.count / 10 : rate.count / 60
        let most = rate.isSpaced ? rate.count + max(1, burst) - 1 : rate.count
        #expect(mostWithin(period, departures) <= most, "\(text)")
      }
    }
  }

  /// When messages left. Evenly spaced ones are taken to leave when they are granted.
  private func departures(under rate: Rate, _ random: inout SeededNumbers) throws -> [Int64] {
    let limits = CommonLimits(rate: rate, domain: nil, warmUp: nil, today: "2026-11-23")
    var records = ThrottleRecords()
    var now = start
    var departures: [Int64] = []
    var unused: [UnusedGrant] = []
    for _ in 0..<400 {
      now += Int64.random(in: 0...max(2, rate.seconds * 20), using: &random)
      var rule = GrantRule(records, others: 0)
      let worker = Worker(Int64.random(in: 1...4, using: &random))
      let count = Int.random(in: 1...30, using: &random)
      let grant = rule.grant(GrantRequest(by: worker, to: nil, count: count, inFlight: 0, under: limits), at: now)
      #expect((0...count).contains(grant.count))
      #expect((grant.count == count) == (grant.rest == .atOnce))
      for _ in 0..<grant.count {
        if Int.random(in: 0..<10, using: &random) == 0 {
          unused.append(UnusedGrant(domain: nil, count: 1, at: grant.at, under: limits))
        } else {
          departures.append(now + (rate.isSpaced ? 0 : Int64.random(in: 0...Grant.validity, using: &random)))
        }
      }
      while Int.random(in: 0..<3, using: &random) == 0, let one = unused.popLast() { rule.giveBack(one) }
      records = rule.records
    }
    return departures.sorted()
  }

  /// The most in any interval of that length.
  private func mostWithin(_ period: Int64, _ departures: [Int64]) -> Int {
    var most = 0
    var first = 0
    for last in departures.indices {
      while departures[last] - departures[first] >= period { first += 1 }
      most = max(most, last - first + 1)
    }
    return most
  }

  @Test func whatWasGrantedAndDidNotLeaveIsAvailableAgain() throws {
    let limits = CommonLimits(
      rate: Rate(5, per: .hour), domain: nil, warmUp: WarmUp([100]), today: "2026-11-23")
    var rule = GrantRule(ThrottleRecords(["warm_up": "2026-11-23 90"]), others: 0)
    let first = rule.grant(request(7, limits), at: start)
    #expect(first == Grant(domain: nil, count: 5, at: start, rest: .after(3_600_000 + Grant.validity)))
    rule.giveBack(UnusedGrant(domain: nil, count: 2, at: start, under: limits))
    #expect(rule.records.values["warm_up"] == "2026-11-23 93")
    #expect(rule.grant(request(7, limits), at: start + 10).count == 2)
  }

  @Test func theStrictestLimitDecides() throws {
    let gmail = DomainLimits(rate: Rate(3, per: .hour), sessions: 5)
    let limits = CommonLimits(rate: Rate(10, per: .hour), domain: gmail, warmUp: WarmUp([2]), today: "2026-11-23")
    var rule = GrantRule(ThrottleRecords(), others: 4)
    let request = GrantRequest(by: Worker(1), to: "gmail.com", count: 9, inFlight: 0, under: limits)
    #expect(rule.grant(request, at: start) == Grant(domain: "gmail.com", count: 1, at: start, rest: .whenOthersEnd))
    rule = GrantRule(rule.records, others: 0)
    #expect(rule.grant(request, at: start) == Grant(domain: "gmail.com", count: 1, at: start, rest: .tomorrow))
    #expect(rule.records.values["warm_up"] == "2026-11-23 2")
    #expect(GrantRule.keys("gmail.com", under: limits) == ["pace", "pace gmail.com", "warm_up"])
  }

  private func request(_ count: Int, _ limits: CommonLimits) -> GrantRequest {
    GrantRequest(by: Worker(1), to: nil, count: count, inFlight: 0, under: limits)
  }
}
