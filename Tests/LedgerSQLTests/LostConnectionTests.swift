@testable import CourantTesting
import Glibc
@testable import LedgerSQL
import Model
import PQ
import Synchronization
import Testing
import Time

private let faults: [PostgresRelay.Fault] = [.requestLost, .answerLost, .cutAtOnce]

private let now = Instant.at("2026-11-23T07:00:05Z")

/// A server that is lost in the midst of a run, and found again.
@Suite(.enabled(if: PostgresServer.isInstalled, Comment(rawValue: PostgresServer.absence)))
struct LostConnectionTests {
  private let house: PostgresHouse
  private let relay: PostgresRelay
  private let time = TestPatience()

  init() throws {
    house = try PostgresHouse()
    relay = try PostgresRelay(to: PostgresServer.shared().socket)
  }

  /// A ledger behind the relay.
  private func openBehindRelay() throws -> SQLLedger {
    try SQLLedger(on: PostgresAddress(relay.url(of: house.name)), patience: time.patience)
  }

  private func reply() -> Reply { Reply(stage: .finalDot, code: 250, text: "ok") }

  // MARK: - Delivery

  /// Loses each request of a claim and its turns in turn. Every message is allowed to leave exactly once, and every reply is
  /// recorded once.
  @Test(arguments: faults)
  func deliveryGoesOnWhicheverRequestIsLost(fault: PostgresRelay.Fault) throws {
    defer { relay.stop() }
    let direct = try house.openLedger()
    let ledger = try openBehindRelay()
    _ = try direct.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: now)
    let worker = try ledger.newWorker()
    let lease = Lease(worker, until: now + Worker.lease)
    var faults = 0
    while true {
      let slot = Slot(digest: "weekly", wallTime: "week \(faults)", due: now)
      let article = ("all", "a\(faults)")
      #expect(
        try direct.freeze(freezing(number: faults + 1, slot: slot, sections: [article]), edition: edition) == 2)
      relay.fail(request: faults + 1, fault)
      try deliver(ledger, lease)
      guard !relay.isArmed else { break }
      faults += 1
    }
    #expect(faults > 10)
    #expect(try direct.tally(of: nil) == [.accepted: 2 * (faults + 1)])
    try settleRest(ledger, lease, at: now, seenBy: direct)
    let counted = try direct.read { try $0.int("SELECT sum(attempts) FROM delivery") }
    #expect(counted == 2 * (faults + 1))
    try CountTests.expectDeliveriesCounted(direct)
    #expect(time.slept == .zero)
  }

  private func deliver(_ ledger: SQLLedger, _ lease: Lease) throws {
    let claims = try ledger.claim(9, except: [], under: lease, at: now)
    try #require(claims.count == 2)
    #expect(try ledger.isPaused() == false)
    // The first message; then its reply together with the second message.
    #expect(try ledger.commit(claims[0].delivery, by: lease.worker, at: now))
    var turn = Turn(by: lease.worker, at: now, committing: [claims[1].delivery])
    turn.attempts = [accepted(claims[0])]
    #expect(try ledger.write(turn) == [claims[1].delivery])
    try ledger.record([accepted(claims[1])], by: lease.worker, at: now)
  }

  private func accepted(_ claim: Claim) -> Attempt {
    Attempt(delivery: claim.delivery, at: now, outcome: .accepted(reply()), verdict: .accepted)
  }

  // MARK: - Departures

  /// Another worker, for example, which was looking at all claims until it was lost.
  @Test func aClaimThatAnotherTransactionHoldsIsNotOverlooked() throws {
    let ledger = try house.openLedger()
    _ = try ledger.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: now)
    let slot = Slot(digest: "weekly", wallTime: "week 0", due: now)
    #expect(try ledger.freeze(freezing(number: 1, slot: slot, sections: [("all", "a0")]), edition: edition) == 2)
    let worker = try ledger.newWorker()
    let claims = try ledger.claim(9, except: [], under: Lease(worker, until: now + Worker.lease), at: now)
    let ofAnn = try #require(claims.first { $0.addressee.address.description.hasPrefix("ann") }).delivery
    let ofBob = try #require(claims.first { $0.addressee.address.description.hasPrefix("bob") }).delivery
    let holder = try PQConnection(house.address.url)
    try holder.script("BEGIN; SELECT 1 FROM claim WHERE delivery = \(ofAnn.number) FOR UPDATE")
    try PQConnection(house.address.url).script(
      """
      UPDATE subscription SET status = 'ended', ended = 1 WHERE subscriber =
        (SELECT id FROM subscriber WHERE address = 'ann@example.org')
      """)
    let watcher = try PQConnection(house.address.url)
    let isDone = Atomic(false)
    let maySend = try atOnce([ledger, ledger]) { number, ledger in
      if number == 0 {
        defer { isDone.store(true, ordering: .relaxed) }
        return try ledger.commit(ofBob, by: worker, at: now)
      }
      while !isDone.load(ordering: .relaxed), try !Self.isSomeoneWaiting(watcher) { usleep(1_000) }
      try holder.script("ROLLBACK")
      return true
    }
    #expect(maySend[0])
    #expect(try !ledger.commit(ofAnn, by: worker, at: now))
    #expect(try ledger.tally(of: nil)[.dropped] == 1)
  }

  private static func isSomeoneWaiting(_ watcher: PQConnection) throws -> Bool {
    let waiting = try watcher.run(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
    return !waiting.rows.isEmpty
  }

  // MARK: - Books

  @Test(arguments: faults)
  func whatMayRunAgainIsDoneOnce(fault: PostgresRelay.Fault) throws {
    defer { relay.stop() }
    let ledger = try openBehindRelay()
    var numbers: [Int64] = []
    while true {
      relay.fail(request: numbers.count + 1, fault)
      numbers.append(try ledger.newWorker().number)
      guard !relay.isArmed else { break }
    }
    #expect(numbers.count > 4)
    #expect(numbers == Array(1...Int64(numbers.count)))
  }

  /// Its functions have other effects as well, so it is not repeated. If its COMMIT was carried out, it has succeeded.
  @Test(arguments: faults)
  func aTransactionThatCannotRunAgainFailsOrHasHappened(fault: PostgresRelay.Fault) throws {
    defer { relay.stop() }
    let ledger = try openBehindRelay()
    let direct = try house.openLedger()
    var request = 1
    var runs = 0
    while true {
      relay.fail(request: request, fault)
      let before = runs
      let isDone: Bool
      do {
        try ledger.write { db in
          runs += 1
          try SQLLedger.setNote("k", "\(request)", db)
        }
        isDone = true
      } catch is LedgerError {
        isDone = false
      }
      #expect(runs <= before + 1)
      #expect(try (direct.note("k") == "\(request)") == isDone)
      guard !relay.isArmed else { break }
      request += 1
    }
    #expect(request > 3)
  }

  @Test func aReadIsRepeated() throws {
    defer { relay.stop() }
    let ledger = try openBehindRelay()
    try ledger.setNote("k", "kept")
    try house.crash()
    #expect(try ledger.note("k") == "kept")
    relay.fail(request: 2, .answerLost)
    #expect(try ledger.note("k") == "kept")
    #expect(!relay.isArmed)
  }

  /// Its rows may have been printed.
  @Test func aReadThatHandedOutRowsIsNot() throws {
    defer { relay.stop() }
    let ledger = try openBehindRelay()
    _ = try ledger.enrol([.confirmed("ann@example.org")], at: now)
    var rows = 0
    #expect(throws: LedgerError.self) {
      try ledger.forEachSubscription(digest: nil) { _ in
        rows += 1
        try house.crash()
      }
    }
    #expect(rows == 1)
  }

  // MARK: - When it takes long

  @Test func aServerThatStaysAwayEndsTheTransactionAfterTwoMinutes() throws {
    let ledger = try openBehindRelay()
    relay.stop()
    try house.crash()
    let error = #expect(throws: LedgerError.self) { try ledger.note("k") }
    let advice = "; check that the database server runs and can be reached, then run again"
    #expect(error?.sentence.hasSuffix(advice) == true)
    #expect(Array(time.waits.prefix(6)) == [200, 400, 800, 1600, 3200, 5000].map { Duration.milliseconds($0) })
    #expect(time.waits.max() == .seconds(5))
    #expect((Duration.seconds(110)...Duration.seconds(120)).contains(time.slept))
  }

  /// The COMMIT was carried out, and nobody says so.
  @Test func noMessageLeavesWithoutATurnThatIsKnownToBeCommitted() throws {
    let direct = try house.openLedger()
    let ledger = try openBehindRelay()
    let claims = try LedgerSuite.claims(["ann@example.org", "bob@example.org", "cy@example.org"], of: direct)
    // Prepares the statements.
    #expect(try ledger.commit(claims[0].delivery, at: now))
    relay.fail(request: .max, .serverLost)
    #expect(try ledger.commit(claims[1].delivery, at: now))
    // The last request of a turn is its COMMIT.
    relay.fail(request: relay.requests, .serverLost)
    let error = #expect(throws: LedgerError.self) { try ledger.commit(claims[2].delivery, at: now) }
    #expect(error?.sentence.contains(", and whether the last transaction was completed is unknown") == true)
    #expect(try direct.read { try $0.int("SELECT count(*) FROM claim WHERE committed IS NOT NULL") } == 3)
  }

  /// As when a standby takes over that had not received them.
  @Test func aServerThatLacksWhatItHadConfirmedIsNotUsed() throws {
    defer { relay.stop() }
    let ledger = try openBehindRelay()
    try ledger.setNote("k", "1")
    try ledger.setNote("k", "2")
    try PQConnection(house.address.url).script("UPDATE receipt SET number = number - 2")
    try house.crash()
    let error = #expect(throws: LedgerError.self) { try ledger.setNote("k", "3") }
    let loss = LedgerLoss(.overtaken, writes: 2)
    #expect(error?.sentence == "\(loss)")
    #expect(throws: LedgerError.self) { try ledger.setNote("k", "3") }
    let other = try house.openLedger()
    #expect(try other.loss() == loss)
    #expect(try other.note("k") == "2")
  }
}

/// A clock that only sleeping moves.
private final class TestPatience: Sendable {
  private let all = Mutex<[Duration]>([])

  var waits: [Duration] { all.withLock(\.self) }
  var slept: Duration { waits.reduce(.zero, +) }

  var patience: Patience {
    Patience(limit: .seconds(120), elapsed: { [self] in slept }) { [self] time in all.withLock { $0.append(time) } }
  }
}
