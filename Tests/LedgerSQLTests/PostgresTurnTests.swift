@testable import CourantTesting
@testable import LedgerSQL
import Model
import PQ
import Testing
import Time

private let now = Instant.at("2026-11-23T07:00:05Z")

/// The statements of a turn go to the server together.
@Suite(.enabled(if: PostgresServer.isInstalled, Comment(rawValue: PostgresServer.absence)))
struct PostgresTurnTests {
  private let house: PostgresHouse
  private let relay: PostgresRelay
  private let direct: SQLLedger
  private let ledger: SQLLedger
  private let lease: Lease

  init() throws {
    house = try PostgresHouse()
    relay = try PostgresRelay(to: PostgresServer.shared().socket)
    direct = try house.openLedger()
    ledger = try SQLLedger(on: PostgresAddress(relay.url(of: house.name)))
    _ = try direct.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: now)
    lease = Lease(try ledger.newWorker(), until: now + Worker.lease)
  }

  private func freeze(_ number: Int) throws {
    let slot = Slot(digest: "weekly", wallTime: "week \(number)", due: now)
    let article = ("all", "a\(number)")
    #expect(try direct.freeze(freezing(number: number, slot: slot, sections: [article]), edition: edition) == 2)
  }

  private func claims() throws -> [Claim] { try ledger.claim(9, except: [], under: lease, at: now) }

  /// The reply to one message, together with the request of another.
  private func turn(after one: Claim?, before other: Claim?) -> Turn {
    var turn = Turn(by: lease.worker, at: now, committing: other.map { [$0.delivery] } ?? [])
    if let one { turn.attempts = [accepted(one.delivery)] }
    return turn
  }

  private func accepted(_ delivery: Delivery.ID) -> Attempt {
    let reply = Reply(stage: .finalDot, code: 250, text: "ok")
    return Attempt(delivery: delivery, at: now, outcome: .accepted(reply), verdict: .accepted)
  }

  private func deliver() throws {
    let claims = try claims()
    try #require(claims.count == 2)
    #expect(try ledger.write(turn(after: nil, before: claims[0])) == [claims[0].delivery])
    #expect(try ledger.write(turn(after: claims[0], before: claims[1])) == [claims[1].delivery])
    #expect(try ledger.write(turn(after: claims[1], before: nil)) == [])
  }

  /// Otherwise each turn would read all of `claim`, with every row that was deleted since the last vacuum.
  @Test func turnsAndClaimsAreReadByIndex() throws {
    #expect(try ledger.writeDelivering { try plannerSettings($0) } == ["off", "off", "off", "off"])
    #expect(try ledger.write { try plannerSettings($0) } == ["on", "on", "on", "on"])
  }

  private func plannerSettings(_ db: any SQLConnection) throws -> [String?] {
    try ["enable_seqscan", "enable_hashjoin", "enable_mergejoin", "jit"].map { name in
      try db.text(orNil: "SELECT current_setting(\(name))")
    }
  }

  private func expectAllAccepted(_ count: Int) throws {
    #expect(try direct.tally(of: nil) == [.accepted: count])
    try settleRest(ledger, lease, at: now, seenBy: direct)
    let attempts = try direct.read { try $0.int("SELECT sum(attempts) FROM delivery") }
    #expect(attempts == count)
    try CountTests.expectDeliveriesCounted(direct)
  }

  // MARK: - Round trips

  /// Everything, then COMMIT. In between, the last one moves what was accepted.
  @Test func aTurnIsTwoRoundTrips() throws {
    defer { relay.stop() }
    try ledger.withSharedDeliveryLock {
      try freeze(1)
      try deliver()
      try freeze(2)
      let claims = try claims()
      _ = try ledger.write(turn(after: nil, before: claims[0]))  // looks for readers who have left
      #expect(try requests { _ = try ledger.write(turn(after: claims[0], before: claims[1])) } == 2)
      #expect(try requests { _ = try ledger.write(turn(after: claims[1], before: nil)) } == 3)
    }
  }

  /// The first takes what was accepted, the third asks for the addresses, the fourth for the issue.
  @Test func aClaimIsFiveRoundTrips() throws {
    defer { relay.stop() }
    try ledger.withSharedDeliveryLock {
      try freeze(1)
      #expect(try requests { _ = try claims() } == 5)
      #expect(try requests { _ = try claims() } == 3)
    }
  }

  /// In several statements, all of them in one turn.
  @Test func aTurnSettlesEverythingThatWasAccepted() throws {
    defer { relay.stop() }
    let count = 2 * PostgresHands.mostSettled + 1
    _ = try direct.enrol((3...count).map { .confirmed("r\($0)@example.org") }, at: now)
    #expect(try direct.freeze(freezing(), edition: edition) == count)
    let deliveries = try ledger.claim(count, except: [], under: lease, at: now).map(\.delivery)
    let turn = Turn(by: lease.worker, at: now, committing: deliveries)
    #expect(try ledger.write(turn).count == count)
    var last = Turn(by: lease.worker, at: now)
    last.attempts = deliveries.map(accepted)
    _ = try ledger.write(last)
    #expect(try direct.read { try $0.int("SELECT count(*) FROM claim") } == 0)
    try expectAllAccepted(count)
  }

  private func requests(_ body: () throws -> Void) throws -> Int {
    relay.fail(request: .max, .requestLost)
    try body()
    return relay.requests
  }

  // MARK: - Faults

  /// Loses the connection within each request, after each message to the server or from it.
  @Test(arguments: [true, false])
  func deliveryGoesOnWhereverARequestIsCut(isAnswer: Bool) throws {
    defer { relay.stop() }
    var issues = 0
    var request = 1
    var messages = 0
    var faults = 0
    while true {
      issues += 1
      try freeze(issues)
      relay.fail(request: request, isAnswer ? .answerCut(messages: messages) : .requestCut(messages: messages))
      try deliver()
      if relay.isArmed, relay.requests < request { break }
      // The relay says that the request was not longer.
      let wasCut = !relay.isArmed
      faults += wasCut ? 1 : 0
      request += wasCut ? 0 : 1
      messages = wasCut ? messages + 1 : 0
    }
    #expect(faults > 50)
    try expectAllAccepted(2 * issues)
  }

  /// What each statement of a claim and its turns writes.
  private static let written = ["receipt", "claim", "delivery", "tally", "issue_pace", "destination_day"]

  /// The server rolls a transaction back for the sake of another one: lock_not_available, deadlock_detected,
  /// serialization_failure.
  @Test(arguments: written, ["55P03", "40P01", "40001"])
  func aConflictInAnyStatementIsRepeated(table: String, state: String) throws {
    defer { relay.stop() }
    var conflicts = 0
    while true {
      try freeze(conflicts + 1)
      try fail(write: conflicts + 1, to: table, with: state)
      try deliver()
      if try !hasFailed(table, write: conflicts + 1) { break }
      conflicts += 1
    }
    #expect(conflicts > 0)
    try expectAllAccepted(2 * (conflicts + 1))
  }

  /// The server's disk is full, for example: nothing of the turn is in the ledger, and no message leaves.
  @Test(arguments: written)
  func anyOtherErrorInAnyStatementUndoesTheTurn(table: String) throws {
    defer { relay.stop() }
    try freeze(1)
    var failures = 0
    while true {
      try fail(write: failures + 1, to: table, with: "53100")
      do {
        try deliverWhatRemains()
        break
      } catch let error as LedgerError {
        #expect(error.sentence.hasSuffix("; the server lacks space, memory or connections; mend that, then run again"))
        failures += 1
      }
    }
    #expect(try !hasFailed(table, write: failures + 1))
    #expect(failures > 0)
    try expectAllAccepted(2)
  }

  /// Goes on from what is recorded, as the process does that had the claims.
  private func deliverWhatRemains() throws {
    for claim in try claims() {
      #expect(try ledger.write(turn(after: nil, before: claim)) == [claim.delivery])
    }
    let left: SQL = "SELECT delivery, committed IS NULL AS waits FROM claim ORDER BY delivery"
    for row in try direct.read({ try $0.rows(left) }) {
      let delivery = Delivery.ID(try row.int64("delivery"))
      if try row.bool("waits") {
        #expect(try ledger.write(Turn(by: lease.worker, at: now, committing: [delivery])) == [delivery])
      }
      var turn = Turn(by: lease.worker, at: now)
      turn.attempts = [accepted(delivery)]
      #expect(try ledger.write(turn) == [])
    }
  }

  /// A row of the table can be written this many times less one, then an error is raised once. A sequence is not rolled back.
  private func fail(write: Int, to table: String, with state: String) throws {
    try PQConnection(house.address.url).script(
      """
      DROP TRIGGER IF EXISTS failing ON \(table); DROP SEQUENCE IF EXISTS failing; CREATE SEQUENCE failing;
      CREATE OR REPLACE FUNCTION failing() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('failing') = \(write) THEN RAISE EXCEPTION 'planned' USING ERRCODE = '\(state)'; END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER failing BEFORE INSERT OR UPDATE OR DELETE ON \(table) FOR EACH ROW EXECUTE FUNCTION failing();
      """)
  }

  /// Also ends the plan.
  private func hasFailed(_ table: String, write: Int) throws -> Bool {
    let hasFailed = try direct.read { try $0.bool("SELECT last_value >= \(write) AND is_called FROM failing") }
    try PQConnection(house.address.url).script("DROP TRIGGER failing ON \(table); DROP SEQUENCE failing")
    return hasFailed
  }
}
