@testable import CourantTesting
@testable import LedgerSQL
import Model
import Synchronization
import Testing
import Time

private let now = Instant.at("2026-11-23T07:00:05Z")

/// Limits that several machines keep together.
@Suite(.enabled(if: PostgresServer.isInstalled, Comment(rawValue: PostgresServer.absence)))
struct PostgresGrantTests {
  /// By the clock of the server, at which grants are made.
  @Test(arguments: [("50/s", 54), ("2000/s", 2199), ("600/min", 609), ("40/h", 40)])
  func grantsOfFourWorkersNeverExceedTheRate(_ text: String, _ most: Int) throws {
    let rate = try #require(Rate(text))
    let house = try PostgresHouse()
    _ = try house.openLedger()
    let seed = SeededNumbers().seed
    let granted = Mutex<[Int64]>([])
    _ = try atOnce(house.open(4)) { number, ledger in
      var random = SeededNumbers(seed: seed + UInt64(number))
      let worker = try ledger.newWorker()
      for _ in 0..<120 {
        let count = Int.random(in: 1...20, using: &random)
        let limits = CommonLimits(rate: rate, domain: nil, warmUp: nil, today: "2026-11-23")
        let grant = try ledger.grant(GrantRequest(by: worker, to: nil, count: count, inFlight: 0, under: limits))
        granted.withLock { $0 += Array(repeating: grant.at, count: grant.count) }
      }
    }
    let departures = granted.withLock { $0.sorted() }
    let period = Int64(rate.period.duration / .milliseconds(1))
    for (place, departure) in departures.enumerated() {
      let within = departures[place...].prefix { $0 < departure + period }.count
      #expect(within <= most, "seed \(seed), from \(departure)")
      if within > most { return }
    }
    // Within these few seconds nothing is lost between them.
    if !rate.isSpaced { #expect(departures.count == rate.count) }
    #expect(departures.count >= 5)
  }

  /// A server that crashes may lose it. If it were confirmed like a turn, all mail would stop afterwards.
  @Test func aGrantIsNotConfirmed() throws {
    let ledger = try PostgresHouse().openLedger()
    let worker = try ledger.newWorker()
    let receipts = { try ledger.read { try $0.int64s("SELECT number FROM receipt ORDER BY holder") } }
    let before = try receipts()
    #expect(!before.isEmpty)
    #expect(try grant(5, to: "slow.example", by: worker, ledger) == Granted(3, .whenOthersEnd))
    #expect(try receipts() == before)
    _ = try ledger.write(Turn(by: worker, at: now))
    #expect(try receipts() != before)
  }

  @Test func whatIsInFlightToADomainCountsForAllWorkers() throws {
    let house = try PostgresHouse()
    let (one, other) = (try house.openLedger(), try house.openLedger())
    let (ann, bob) = (try one.newWorker(), try other.newWorker())
    #expect(try grant(5, to: "slow.example", by: ann, one) == Granted(3, .whenOthersEnd))
    #expect(try grant(5, to: "slow.example", by: bob, other) == Granted(0, .whenOthersEnd))
    #expect(try grant(5, to: "other.example", by: bob, other) == Granted(3, .whenOthersEnd))
    var turn = Turn(by: ann, at: now)
    turn.places = ["slow.example": 1]
    _ = try one.write(turn)
    #expect(try grant(5, to: "slow.example", by: bob, other) == Granted(2, .whenOthersEnd))
    #expect(try grant(5, to: "slow.example", inFlight: 1, by: ann, one) == Granted(0, .whenOthersEnd))
    // Ann's lease ends.
    try house.pass(Worker.lease + .seconds(1))
    #expect(try grant(5, to: "slow.example", inFlight: 2, by: bob, other) == Granted(1, .whenOthersEnd))
    _ = try other.newWorker()
    #expect(try one.read { try $0.int("SELECT count(*) FROM seat") } == 0, "those of the dead are deleted")
  }

  @Test func oneWarmUpPlanIsForAllWorkers() throws {
    let house = try PostgresHouse()
    let (one, other) = (try house.openLedger(), try house.openLedger())
    let (ann, bob) = (try one.newWorker(), try other.newWorker())
    let limits = CommonLimits(rate: nil, domain: nil, warmUp: WarmUp([5]), today: "2026-11-23")
    let first = try one.grant(GrantRequest(by: ann, to: nil, count: 3, inFlight: 0, under: limits))
    #expect(Granted(first) == Granted(3, .atOnce))
    let second = GrantRequest(by: bob, to: nil, count: 9, inFlight: 0, under: limits)
    #expect(try Granted(other.grant(second)) == Granted(2, .tomorrow))
    var turn = Turn(by: ann, at: now)
    turn.unused = [UnusedGrant(domain: nil, count: 2, at: first.at, under: limits)]
    _ = try one.write(turn)
    #expect(try Granted(other.grant(second)) == Granted(2, .tomorrow))
    #expect(try other.note("warm_up") == "2026-11-23 5")
  }

  /// The counts of a single machine go on after its ledger has moved to a server.
  @Test func countsOfASingleMachineGoOn() throws {
    let house = try PostgresHouse()
    let ledger = try house.openLedger()
    var mail = MailSettings(from: Mailbox(address: mailbox("a@example.org")), smtp: .init(host: "h", port: 25))
    mail.rate = Rate(10, per: .day)
    var throttles = Throttles(mail, zone: .utc, now: now) { _ in nil }
    let clock = try ledger.read { try $0.int64("SELECT \(sql: PostgresHands.clock)") }
    for _ in 0..<7 { throttles.spend("example.org", at: clock * 1000) }
    for (key, value) in throttles.changedNotes() { try ledger.setNote(key, value) }
    let limits = CommonLimits(rate: mail.rate, domain: nil, warmUp: nil, today: "2026-11-23")
    let request = GrantRequest(by: try ledger.newWorker(), to: nil, count: 9, inFlight: 0, under: limits)
    #expect(try ledger.grant(request).count == 3)
  }

  /// How much was granted, and why not more.
  private struct Granted: Equatable {
    let count: Int
    let rest: Grant.Rest

    init(_ count: Int, _ rest: Grant.Rest) {
      self.count = count
      self.rest = rest
    }

    init(_ grant: Grant) { self.init(grant.count, grant.rest) }
  }

  /// At most three messages at a time to a domain.
  private func grant(
    _ count: Int, to domain: String, inFlight: Int = 0, by worker: Worker, _ ledger: SQLLedger
  ) throws -> Granted {
    let limits = CommonLimits(rate: nil, domain: DomainLimits(sessions: 3), warmUp: nil, today: "2026-11-23")
    return Granted(
      try ledger.grant(GrantRequest(by: worker, to: domain, count: count, inFlight: inFlight, under: limits)))
  }
}
