import CourantTesting
import Model
import Testing

private let start: Int64 = 1_795_417_205_000  // 2026-11-23T07:00:05Z

private let hour: Int64 = 3_600_000
private let day = 24 * hour

private func fresh(_ rate: String, record: String = "") throws -> Pace {
  Pace(try #require(Rate(rate)), record: record)
}

extension Pace {
  /// The instants at which `count` messages leave, each as early as it may, from `now` on.
  fileprivate mutating func send(_ count: Int, at now: Int64) -> [Int64] {
    var now = now
    return (0..<count).map { _ in
      now = opens(at: now)
      spend(at: now)
      return now
    }
  }
}

struct PaceTests {
  @Test(
    arguments: [
      // 20 a second: two at once, then one each 50 ms.
      ("20/s", [0, 0, 50, 100, 150]), ("1/s", [0, 1000, 2000]), ("3/s", [0, 334, 668, 1002]),
      ("2500/s", Array(repeating: 0, count: 250) + [1, 1, 2, 2, 2, 3]),
      // 120 a minute are 2 a second: both at once, then one each half second.
      ("120/min", [0, 0, 500, 1000, 1500]), ("6/min", [0, 10_000, 20_000]),
      ("3/h", [0, 0, 0, hour, hour, hour, 2 * hour]), ("2/day", [0, 0, day, day, 2 * day]),
    ] as [(String, [Int64])])
  func messagesLeaveAsEarlyAsTheirRateAllows(_ rate: String, _ instants: [Int64]) throws {
    var pace = try fresh(rate)
    #expect(pace.send(instants.count, at: start).map { $0 - start } == instants)
  }

  @Test func idleTimeIsNotSaved() throws {
    var pace = try fresh("20/s")
    _ = pace.send(5, at: start)
    #expect(pace.send(4, at: start + day) == [0, 0, 50, 100].map { start + day + $0 })
  }

  @Test func aDaysQuotaComesBackADayAfterItsMessages() throws {
    var pace = try fresh("4/day")
    #expect(pace.send(2, at: start) == [start, start])
    #expect(pace.send(3, at: start + 8 * hour) == [start + 8 * hour, start + 8 * hour, start + day])
    #expect(pace.send(2, at: start + day + 1) == [start + day + 1, start + day + 8 * hour])
  }

  /// The two leave within the quarter of an hour from 7:00 and come back together.
  @Test func messagesOfAQuarterOfAnHourComeBackWithTheLastOfThem() throws {
    var pace = try fresh("3/day")
    pace.spend(at: start)
    pace.spend(at: start + 60_000)
    pace.spend(at: start + hour)
    #expect(pace.opens(at: start + day) == start + day + 60_000)
    #expect(pace.record == "\(start + 60_000):2 \(start + hour):1")
  }

  @Test(arguments: [("20/s", 50), ("120/min", 500), ("4/h", hour), ("4/day", day)] as [(String, Int64)])
  func aReturnedSendMayBeTakenAgain(_ rate: String, _ wait: Int64) throws {
    var pace = try fresh(rate)
    while pace.opens(at: start) == start { pace.spend(at: start) }
    #expect(pace.opens(at: start) == start + wait)
    pace.giveBack()
    #expect(pace.opens(at: start) == start)
    pace.spend(at: start)
    #expect(pace.opens(at: start) == start + wait)
  }

  @Test(arguments: ["20/s", "4/day"])
  func aSendNeverTakenCannotBeReturned(_ rate: String) throws {
    var pace = try fresh(rate)
    pace.giveBack()
    #expect(try pace.send(4, at: start) == fresh(rate).sent(4))
  }
}

extension Pace {
  fileprivate func sent(_ count: Int) -> [Int64] {
    var pace = self
    return pace.send(count, at: start)
  }
}

// MARK: - What is kept between runs

extension PaceTests {
  @Test(arguments: [
    ("20/s", "\((start + 100) * 1000)"), ("120/min", "\((start + 1000) * 1000)"), ("5/h", "\(start):2"),
    ("5/day", "\(start):2"),
    // Rounded up to whole microseconds: 4, not 3.33.
    ("300000/s", "\(start * 1000 + 8)"),
  ])
  func aRecordRestoresThePace(_ rate: String, _ record: String) throws {
    var pace = try fresh(rate)
    _ = pace.send(2, at: start)
    #expect(pace.record == record)
    #expect(try fresh(rate, record: record) == pace)
  }

  @Test(arguments: [
    "x", "-5", "1:2:3", "1:", ":1", "1:0", "1:-1", "1:2 x", "99999999999999999999", "9223372036854775807",
    "9223372036854775807:1", "1.5", "é",
  ])
  func anUnreadableRecordIsAsIfNothingHadLeft(_ record: String) throws {
    for rate in ["20/s", "120/min", "5/h", "5/day"] {
      #expect(try fresh(rate, record: record).sent(3) == fresh(rate).sent(3))
    }
  }

  @Test func aChangedRateKeepsWhatLeft() throws {
    #expect(try fresh("3/day", record: "\(start):4 \(start + hour):2").opens(at: start + 2 * hour) == start + day)
    #expect(
      try fresh("2/day", record: "\(start):4 \(start + hour):2").opens(at: start + 2 * hour) == start + day + hour)
    #expect(try fresh("7/day", record: "\(start):4 \(start + hour):2").opens(at: start + 2 * hour) == start + 2 * hour)
    // Another kind of record: as if nothing had left.
    #expect(try fresh("7/s", record: "\(start):4").opens(at: start) == start)
    #expect(try fresh("7/day", record: "\((start + 100) * 1000)").opens(at: start) == start)
  }

  /// The record was written by a clock a year ahead, or a little ahead.
  @Test(arguments: ["20/s", "120/min", "4/h", "4/day"])
  func aClockSetBackDoesNotBlockForLong(_ rate: String) throws {
    let period = try #require(Rate(rate)).period.duration.components.seconds * 1000
    var late = try fresh(rate)
    while late.opens(at: start + 365 * day) == start + 365 * day { late.spend(at: start + 365 * day) }
    #expect(late.opens(at: start) == start)
    late.spend(at: start)
    #expect(late.opens(at: start) <= start + period)

    var early = try fresh(rate)
    while early.opens(at: start) == start { early.spend(at: start) }
    #expect(early.opens(at: start - 2) > start)
    #expect(early.opens(at: start - period) <= start + period)
  }
}

// MARK: - The bound, at random

extension PaceTests {
  @Test(arguments: [
    "1/s", "7/s", "20/s", "999/s", "1/min", "59/min", "130/min", "1/h", "40/h", "100/h", "30/day", "97/day",
  ])
  func noPeriodExceedsTheQuota(_ text: String) throws {
    let rate = try #require(Rate(text))
    let period = rate.period.duration.components.seconds * 1000
    var random = SeededNumbers()
    for _ in 0..<20 {
      let instants = arrivals(at: rate, period, using: &random)
      for n in 1...3 {
        let most = mostTogether(instants, within: Int64(n) * period)
        #expect(most <= n * rate.count + burst(rate) - 1, "seed \(random.seed)")
      }
    }
  }

  /// Nothing is held back for longer than the bound needs: all that is wanted leaves at the rate, less a 96th for quotas.
  @Test(arguments: ["1/s", "7/s", "20/s", "999/s", "59/min", "130/min", "40/h", "100/h", "30/day", "97/day"])
  func aSenderInAHurryGetsItsRate(_ text: String) throws {
    let rate = try #require(Rate(text))
    let period = rate.period.duration.components.seconds * 1000
    var pace = Pace(rate)
    let last = try #require(pace.send(20 * rate.count + 1, at: start).last)
    #expect(last - start <= 20 * (period + period / 96))
    #expect(last - start >= 20 * period - Int64(burst(rate) - 1) * period / Int64(rate.count) - 1)
  }

  private func burst(_ rate: Rate) -> Int {
    switch rate.period {
    case .second: max(1, rate.count / 10)
    case .minute: max(1, rate.count / 60)
    case .hour, .day: 1
    }
  }

  /// The times at which messages left when they arrived in bursts and after pauses, with the state recorded in between and some
  /// messages given back.
  private func arrivals(at rate: Rate, _ period: Int64, using random: inout SeededNumbers) -> [Int64] {
    var (pace, now, left) = (Pace(rate), start, [Int64]())
    for _ in 0..<8 * rate.count + 100 {
      switch Int.random(in: 0..<60, using: &random) {
      case 0: now += Int64.random(in: 0...2 * period, using: &random)
      case 1...20: now += Int64.random(in: 0...period / Int64(rate.count), using: &random)
      case 21...26: now = pace.opens(at: now)
      case 27...32: now = max(now, pace.opens(at: now) - 1)
      case 33...34: pace = Pace(rate, record: pace.record)
      default: break
      }
      guard pace.opens(at: now) == now else { continue }
      pace.spend(at: now)
      if Int.random(in: 0..<8, using: &random) == 0 { pace.giveBack() } else { left.append(now) }
    }
    return left
  }

  private func mostTogether(_ instants: [Int64], within length: Int64) -> Int {
    var (first, most) = (0, 0)
    for (last, instant) in instants.enumerated() {
      while instants[first] <= instant - length { first += 1 }
      most = max(most, last - first + 1)
    }
    return most
  }
}
