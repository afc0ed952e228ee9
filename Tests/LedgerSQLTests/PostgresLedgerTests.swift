@testable import CourantTesting
import Cryptography
import Dispatch
import Glibc
@testable import LedgerSQL
import Model
import PQ
import Synchronization
import Testing
import Time

private let now = Instant.at("2026-11-23T07:00:05Z")

@Suite(.enabled(if: PostgresServer.isInstalled, Comment(rawValue: PostgresServer.absence)))
struct PostgresLedgerTests {
  /// The triggers that count are PostgreSQL's own.
  @Test(arguments: LedgerSuite.cases)
  func conforms(to suite: LedgerSuite) throws {
    let house = try PostgresHouse()
    try suite.run(house)
    let ledger = try house.openLedger()
    try CountTests.expectReadersCounted(ledger)
    let isPruned = LedgerSuite.pruneCases.contains { $0.description == suite.description }
    if !isPruned { try CountTests.expectDeliveriesCounted(ledger) }
  }

  @Test func migrationsAreFrozen() {
    let found = PostgresSchema.migrations.map { migration in
      "\(migration.name): \(lowercaseHex(sha256(Dialect.postgreSQL.definition(migration.script).utf8).prefix(6)))"
    }
    #expect(
      found == [
        "1 a complete ledger: ec346def6062", "2 alerts, webhooks and totals: 741d452f1b01",
        "3 messages in flight: 46bf30797029", "4 receipts of transactions: e298691aebfb",
        "5 objects and changes: 16c78a39c414", "6 introductions: 59ce1de22b89",
        "7 attachments: 8c46e744f1c2", "8 private feeds: 7b5212183e28", "9 quick counts of deliveries: 9571575f9cc4",
        "10 an index of renamed articles: 0e7f23568863", "11 an index of articles that arrived: 43bfd3d6975b",
        "12 articles of which only the body changed: 7a5e3cf2b546",
      ])
  }

  // MARK: - Several machines

  /// Later claims do not look through the beginning of the queue again, until it seems to be empty.
  @Test func claimsGoOnWhereTheLastOneEnded() throws {
    let house = try PostgresHouse()
    let ledger = try house.openLedger()
    _ = try ledger.enrol((1...7).map { .confirmed("r\($0)@example.org") }, at: now)
    #expect(try ledger.freeze(freezing(), edition: edition) == 7)
    let lease = Lease(try ledger.newWorker(), until: now + Worker.lease)
    func claim() throws -> [Int64] {
      try ledger.claim(2, except: [], under: lease, at: now).map(\.delivery.number)
    }
    #expect(try claim() == [1, 2])
    try ledger.unclaim([Delivery.ID(1)], of: lease.worker)
    #expect(try claim() == [3, 4])
    #expect(try claim() == [5, 6])
    #expect(try claim() == [7])
    #expect(try claim() == [1])
    #expect(try claim() == [])
  }

  /// What was passed over for the sake of a domain comes as soon as the domain is not excepted any more.
  @Test func anExceptedDomainIsNotSkippedLater() throws {
    let ledger = try PostgresHouse().openLedger()
    let addresses = ["a@slow.example", "b@slow.example"] + (1...4).map { "r\($0)@example.org" }
    _ = try ledger.enrol(addresses.map { .confirmed($0) }, at: now)
    #expect(try ledger.freeze(freezing(), edition: edition) == 6)
    let lease = Lease(try ledger.newWorker(), until: now + Worker.lease)
    let first = try ledger.claim(2, except: ["slow.example"], under: lease, at: now)
    #expect(first.map(\.delivery.number) == [3, 4])
    #expect(try ledger.claim(2, except: [], under: lease, at: now).map(\.delivery.number) == [1, 2])
  }

  @Test func onlyASharedLedgerHasMachines() throws {
    var name = [CChar](repeating: 0, count: 256)
    #expect(gethostname(&name, 255) == 0)
    let host = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #expect(try PostgresHouse().openLedger().thisMachine == host)
    #expect(try SQLLedger(temporary: ()).thisMachine == nil)
  }

  /// A machine that is paused in a turn keeps others waiting for its locks.
  @Test func theServerEndsATurnSoonerThanABook() throws {
    let ledger = try PostgresHouse().openLedger()
    let show: SQL = "SHOW idle_in_transaction_session_timeout"
    #expect(try ledger.writeDelivering { try $0.text(orNil: show) } == "30s")
    #expect(try ledger.write { try $0.text(orNil: show) } == "5min")
  }

  @Test(arguments: ["26000", "42P05"]) func aPoolerIsNamed(state: String) {
    let remedy = PQError(sqlState: state, message: "prepared statement").remedy
    #expect(remedy == "; connect to the server itself, or set pool_mode = session in the connection pooler")
  }

  @Test func oneMachineAtATimeInformsWebhooks() throws {
    let house = try PostgresHouse()
    _ = try house.openLedger()
    let machines = try house.open(2)
    let inner = try machines[0].withWebhookLock { try machines[1].withWebhookLock { true } }
    #expect(inner == .some(nil))
    #expect(try machines[1].withWebhookLock { true } == true)
  }

  /// Four workers that claim and settle as fast as they can, while readers leave.
  @Test func workersShareTheQueueAndNobodyWhoLeftIsCommitted() throws {
    let house = try PostgresHouse()
    let ledger = try house.openLedger()
    _ = try ledger.enrol((1...200).map { .confirmed("r\($0)@example.org") }, at: now)
    _ = try ledger.freeze(freezing(), edition: edition)
    let sent = Mutex<[String]>([])
    let left = Mutex<Set<String>>([])
    let wrong = Mutex<[String]>([])
    let workers = try house.open(5)
    _ = try atOnce(workers) { number, mine in
      if number == 0 {
        for reader in stride(from: 200, to: 100, by: -5) {
          let address = mailbox("r\(reader)@example.org")
          _ = try mine.end(address, digest: "weekly", at: now)
          left.withLock { _ = $0.insert(address.canonical) }
        }
        return
      }
      let lease = Lease(try mine.newWorker(), until: now + Worker.lease)
      while true {
        let claims = try mine.claim(7, except: [], under: lease, at: now)
        if claims.isEmpty { return }
        for claim in claims {
          let gone = left.withLock { $0.contains(claim.addressee.address.canonical) }
          guard try mine.commit(claim.delivery, by: lease.worker, at: now) else { continue }
          if gone { wrong.withLock { $0.append(claim.addressee.address.canonical) } }
          sent.withLock { $0.append(claim.addressee.address.canonical) }
          let reply = Reply(stage: .finalDot, code: 250, text: "it's \"ok\" \\ {,}")
          try mine.record(
            [Attempt(delivery: claim.delivery, at: now, outcome: .accepted(reply), verdict: .accepted)],
            by: lease.worker, at: now)
        }
      }
    }
    let all = sent.withLock { $0 }
    #expect(Set(all).count == all.count)
    #expect(wrong.withLock { $0 } == [])
    let tally = try ledger.tally(of: nil)
    #expect(tally[.accepted] == all.count)
    #expect((tally[.dropped] ?? 0) == 200 - all.count)
    #expect(all.count < 200)
    try CountTests.expectDeliveriesCounted(ledger)
  }

  /// It was silent for too long, and goes on in the midst of the recovery: what it sends now must not be queued again.
  @Test func whatAWorkerCommitsWhileItIsRecoveredIsNotQueuedAgain() throws {
    let house = try PostgresHouse()
    let ledger = try house.openLedger()
    let silent = try house.openLedger()
    _ = try ledger.enrol([.confirmed("ann@example.org")], at: now)
    _ = try ledger.freeze(freezing(), edition: edition)
    let lease = Lease(try silent.newWorker(), until: now + Worker.lease)
    let claim = try #require(try silent.claim(9, except: [], under: lease, at: now).first)
    try house.pass(Worker.lease + .seconds(1))
    let released = try ledger.write { db in
      #expect(try ledger.hands.settleUncertain(.expired, next: now, at: now, db) == [])
      #expect(try silent.commit(claim.delivery, by: lease.worker, at: now))
      return try ledger.hands.release(.expired, at: now, db)
    }
    #expect(released == 0)
    #expect(try ledger.claim(9, at: now) == [])
    let recovery = try ledger.recover(.resend, from: .expired, at: now) { _ in }
    #expect(recovery == Recovery(returned: 0, uncertain: [claim.addressee.address]))
  }

  /// Otherwise both would report it, and what one adds while the other reports would be removed unreported.
  @Test func oneMachineAtATimeReportsWhatIsUncertain() throws {
    let house = try PostgresHouse()
    let ledger = try house.openLedger()
    let claims = try LedgerSuite.claims(["ann@example.org"], of: ledger)
    #expect(try ledger.commit(claims[0].delivery, at: now))
    try house.pass(Worker.lease + .seconds(1))
    let rival = try PQConnection(house.address.url)
    var reported: [EmailAddress] = []
    _ = try ledger.recover(.resend, from: .expired, at: now) { address in
      reported.append(address)
      #expect(throws: PQError.self) {
        try rival.script("SELECT 1 FROM note WHERE key = 'uncertain and untold' FOR UPDATE NOWAIT")
      }
    }
    #expect(reported == [mailbox("ann@example.org")])
  }

  @Test func aRoleIsHeldByOneProcessUntilItsLeaseEnds() throws {
    let house = try PostgresHouse()
    let one = try house.openLedger()
    let two = try house.openLedger()
    let found = try one.withRunLock {
      let inner = try two.withRunLock { "both" }
      try house.pass(.seconds(61))
      let after = try two.withRunLock { () -> String in
        // The first one was stopped for a minute, and must not go on writing.
        #expect(throws: LedgerError.self) { try one.setNote("k", "late") }
        try two.setNote("k", "new")
        return "taken over"
      }
      return [inner, after]
    }
    #expect(found == [nil, "taken over"])
    #expect(try one.note("k") == "new")
    #expect(try two.withRunLock { "free again" } == "free again")
  }

  @Test func deliveryIsSharedUnlessSomeoneNeedsItAlone() throws {
    let house = try PostgresHouse()
    let one = try house.openLedger()
    let two = try house.openLedger()
    let shared = try one.withSharedDeliveryLock {
      [try two.withSharedDeliveryLock { "shared" }, try two.withDeliveryLock { "alone" }]
    }
    #expect(shared == ["shared", nil])
    let alone = try one.withDeliveryLock { try two.withSharedDeliveryLock { "shared" } }
    #expect(alone == .some(nil))
    #expect(try two.withBothLocks { "free again" } == "free again")
  }

  /// As while a digest is renamed: a worker that was stopped for a minute must not go on with what it knew before.
  @Test func aStoppedWorkerDoesNotDeliverBesideOneThatNeedsItAlone() throws {
    let house = try PostgresHouse()
    let one = try house.openLedger()
    let two = try house.openLedger()
    let lease = Lease(try one.newWorker(), until: now + Worker.lease)
    try one.withSharedDeliveryLock {
      #expect(try one.claim(9, except: [], under: lease, at: now) == [])
      try house.pass(.seconds(61))
      let alone = try two.withDeliveryLock {
        #expect(throws: LedgerError.self) { try one.claim(9, except: [], under: lease, at: now) }
        return true
      }
      #expect(alone == true)
      #expect(throws: LedgerError.self) { try one.claim(9, except: [], under: lease, at: now) }
    }
    #expect(try one.claim(9, except: [], under: lease, at: now) == [])
  }

  // MARK: - What keeps a machine from sending

  @Test func aMachineWithAnotherTimeThanTheServerDoesNotSend() throws {
    let ledger = try PostgresHouse().openLedger()
    let clock = Instant(seconds: try ledger.read { try $0.int64("SELECT \(sql: PostgresHands.clock)") })
    #expect(try ledger.sendingFault(clock: clock + .seconds(20)) == nil)
    #expect(try ledger.sendingFault(clock: clock - .seconds(20)) == nil)
    let late = try ledger.sendingFault(clock: clock - .seconds(300)) ?? ""
    #expect(late.contains(" s behind that of the ledger's server; correct one of them"))
    let early = try ledger.sendingFault(clock: clock + .seconds(300)) ?? ""
    #expect(early.contains(" s ahead of that of the ledger's server; correct one of them"))
  }

  // MARK: - Connections

  @Test func anUnreachableServerIsReportedInOneSentence() throws {
    let error = #expect(throws: LedgerError.self) {
      try SQLLedger(on: PostgresAddress("postgres://ann:secret@127.0.0.1:1/news"))
    }
    let sentence = error?.sentence ?? ""
    #expect(sentence.hasPrefix("cannot open postgres://ann@127.0.0.1:1/news: "))
    #expect(sentence.hasSuffix("; check that the database server runs and can be reached, then run again"))
    #expect(!sentence.contains("secret"))
  }

  // MARK: - Copies

  @Test func aCopyLeavesTheServerAlone() throws {
    let house = try PostgresHouse()
    #expect(try SQLLedger(reading: .server(house.address)).note("k") == nil)
    let ledger = try house.openLedger()
    try ledger.setNote("k", "kept")
    let copy = try SQLLedger(copying: .server(house.address))
    try copy.setNote("k", "changed")
    #expect(copy.secret == ledger.secret)
    #expect(try ledger.note("k") == "kept")
    let seen = try SQLLedger(reading: .server(house.address))
    #expect(try seen.note("k") == "kept")
    #expect(throws: LedgerError.self) { try seen.setNote("k", "changed") }
  }

  @Test func aLedgerMovesToAServerAndBackWithEveryRow() throws {
    let folder = try TemporaryFolder()
    let file = LedgerPlace.file(folder.path + "/var/courant.sqlite")
    let rows: [String: Set<SQLRow>]
    do {
      let ledger = try SQLLedger(at: file)
      let claims = try LedgerSuite.claims(["ann@example.org", "bob@example.org", "cy@example.org"], of: ledger)
      _ = try ledger.commit(claims[0].delivery, at: now)
      _ = try ledger.forget(mailbox("cy@example.org"), at: now)
      rows = try everyRow(of: ledger)
      #expect(rows["delivery"]?.count == 3)
    }
    let first = try PostgresHouse()
    let move = try LedgerMove(from: file, to: .server(first.address), at: now)
    #expect(move.readers == 3)
    #expect(move.issues == 1)
    #expect(folder.text("var/courant.sqlite") == nil)
    do {
      let ledger = try first.openLedger()
      #expect(try everyRow(of: ledger) == rows)
      let known: SQL = "SELECT reltuples::bigint FROM pg_class WHERE oid = 'delivery'::regclass"
      #expect(try ledger.read { try $0.int(known) } == 3)
      // Numbers go on.
      _ = try ledger.enrol([.confirmed("dan@example.org")], at: now)
      #expect(try ledger.addressee(mailbox("dan@example.org"), digest: "weekly") != nil)
    }
    _ = try LedgerMove(from: .server(first.address), to: file, at: now)
    #expect(throws: LedgerError.self) { try first.openLedger() }
    let back = try SQLLedger(at: file)
    #expect(try back.subscriptions(of: mailbox("dan@example.org")).count == 1)
    #expect(try back.readers(matching: "ann@", limit: 9).count == 1)
    #expect(try back.loss() == nil)
    try CountTests.expectReadersCounted(back)
  }

  private func everyRow(of ledger: SQLLedger) throws -> [String: Set<SQLRow>] {
    try ledger.read { db in
      var rows: [String: Set<SQLRow>] = [:]
      for table in LedgerCopy.tables {
        let names = try ledger.database.columns(of: table, db).map(\.name).sorted().joined(separator: ", ")
        rows[table] = Set(try db.rows("SELECT \(name: names) FROM \(name: table)"))
      }
      return rows
    }
  }
}
