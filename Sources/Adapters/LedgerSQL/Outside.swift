internal import Foundation
internal import Cryptography
package import Model
package import Time

extension SQLLedger: OutsideBook {
  package func beginRun(at now: Instant) throws -> Int {
    var number: Int64 = 0
    let departures = try write { db in
      number = try db.int64("UPDATE run SET number = number + 1, began = \(now) RETURNING number")
      guard let journal else { return 0 }
      try compareIssues(journal.account(tail: Self.tail), db)
      try dropUnmade(in: journal, tail: Self.tail, db)
      let departures = try restore(journal.account(tail: Self.tail).withoutBounces, at: now, db)
      try keep(journal, db)
      try compareMachine(db)
      return departures
    }
    if journal != nil { copyLog() }
    pulse?.noted(runs: number)
    return departures
  }

  package func loss() throws -> LedgerLoss? { try read(Self.loss) ?? unremembered }

  package func lostIssues() throws -> [LostIssue] {
    guard let journal = outsideJournal else { return [] }
    let account = try journal.account()
    return try read { db in
      var seen = Set<Slot>()
      return try account.issues.compactMap(Self.lostIssue)
        .filter { try !Self.hasIssue($0, db) && seen.insert($0.slot).inserted }
        .sorted { ($0.frozen, $0.number) < ($1.frozen, $1.number) }
    }
  }

  package func lostDepartures() throws -> Int {
    guard let account = try outsideJournal?.account() else { return 0 }
    try expectWritable()
    return try LedgerError.wrap("the ledger cannot be read") {
      try database.transaction(.trial) { db in
        _ = try repeatRenames(account, at: Instant(seconds: 0), db)
        return try restore(account, at: Instant(seconds: 0), db)
      }
    }
  }

  package func doubtfulDeliveries() throws -> Int {
    try read { db in
      let claimed = try Self.loss(db)?.claimed
      return try db.int("SELECT count(*) FROM delivery WHERE \(sql: Self.isDoubtful(claimed))")
    }
  }

  package func doubtful() throws -> [DoubtfulDelivery] {
    try read { db in
      let claimed = try Self.loss(db)?.claimed
      let rows = try db.rows("SELECT id, issue, subscription FROM delivery WHERE \(sql: Self.isDoubtful(claimed))")
      return try rows.map { row in
        DoubtfulDelivery(
          .init(try row.int64("id")), of: .init(try row.int64("issue")),
          token: tokens.token(.subscription, of: try row.int64("subscription")))
      }
    }
  }

  package func settle(accepted deliveries: [Delivery.ID], reply: String, at now: Instant) throws -> Int {
    try write { db in
      try hands.settleAccepted(db)
      return try deliveries.count { one in
        try db.execute("DELETE FROM claim WHERE delivery = \(one.number)")
        return try db.execute(
          """
          UPDATE delivery SET state = 'accepted', next = NULL, changed = \(now), attempts = attempts + 1,
            first_attempt = coalesce(first_attempt, \(now)), reply = \(reply)
          WHERE id = \(one.number) AND next IS NOT NULL
          """) == 1
      }
    }
  }

  package func restore(_ issues: [LostIssue], sendingAgain: Bool, at now: Instant) throws -> Restored {
    let known = files.flatMap { Pulse.read($0.pulse) }
    let account = try outsideJournal?.account() ?? Journal.Account()
    var beat = Pulse.Beat(ledger: Self.lineage(secret))
    let done = try write { db in
      let renames = try repeatRenames(account, at: now, db)
      let departures = try restore(account, at: now, db)
      let count = try issues.map { try Self.restore($0, db) }.count { $0 }
      let doubtful = try settleDoubtful(sendingAgain: sendingAgain, at: now, db)
      try Self.moveNumbersOn(db)
      try Self.goOn(from: known, db)
      try setHome(db)
      try db.execute("DELETE FROM note WHERE key = 'loss'")
      beat = try Self.beat(beat.ledger, db)
      return Restored(departures: departures, issues: count, doubtful: doubtful, renames: renames)
    }
    if let journal { try write { try rewrite(journal, $0) } }
    pulse?.begin(beat)
    return done
  }
}

extension SQLLedger {
  /// How much of the journal a run reads: a crash can lose only the latest records.
  private static let tail: UInt64 = 65_536

  /// The journal; for a copy, that of the original ledger.
  var outsideJournal: Journal? { originalFiles.map { Journal(path: $0.journal) } }

  /// The loss found when a copy was opened, which is not recorded in the copy.
  private var unremembered: LedgerLoss? { files == nil ? foundLoss : nil }

  /// Copies the -wal into the database: the number of a run (see ``Pulse/Beat/runs``), and an issue before its first
  /// message is sent. So without the -wal, only the outcomes of messages are lost. If another process is reading, the
  /// copying happens later, which does no other harm.
  func copyLog() { try? database.copyLog(emptying: false) }

  private func compareIssues(_ account: Journal.Account, _ db: any SQLConnection) throws {
    for issue in account.issues.compactMap(Self.lostIssue) where try !Self.hasIssue(issue, db) {
      return try Self.setLoss(LedgerLoss(.lacksIssues), db)
    }
  }

  /// Detects a site that was copied to a second machine, which would mail the same issues again. Without any
  /// issue there is no danger.
  private func compareMachine(_ db: any SQLConnection) throws {
    guard let here = home else { return }
    let known = try db.text(orNil: "SELECT value FROM note WHERE key = 'home'")
    if known == here { return }
    let hasMailed = try db.bool("SELECT EXISTS (SELECT 1 FROM issue)")
    if known == nil || !hasMailed { return try setHome(db) }
    try Self.setLoss(LedgerLoss(.moved), db)
  }

  /// machine-id(5) advises against exposing the id itself.
  private var home: String? {
    machine.map { lowercaseHex(hmacSHA256(key: secret, Array("machine:\($0)".utf8)).prefix(16)) }
  }

  private func setHome(_ db: any SQLConnection) throws {
    if let home { try Self.setNote("home", home, db) }
  }

  /// Whether the ledger has the issue, under its digest's current name or a former one.
  static func hasIssue(_ issue: LostIssue, _ db: any SQLConnection) throws -> Bool {
    let wallTime = issue.slot.wallTime
    return try db.bool(
      """
      SELECT EXISTS (SELECT 1 FROM issue WHERE digest = \(issue.frozenAs) AND wall_time = \(wallTime))
        OR EXISTS (SELECT 1 FROM issue WHERE frozen_as = \(issue.frozenAs) AND wall_time = \(wallTime))
      """)
  }

  /// Deliveries that still have to be made but may already have been made.
  ///
  /// - Parameter claimed: the highest number ever claimed; nil if unknown.
  private static func isDoubtful(_ claimed: Int64?) -> SQL {
    "(next IS NOT NULL OR id IN (SELECT delivery FROM claim)) AND id <= coalesce(\(claimed), id)"
  }

  private func settleDoubtful(sendingAgain: Bool, at now: Instant, _ db: any SQLConnection) throws -> Int {
    try hands.settleAccepted(db)
    try settleDoubtfulLetters(sendingAgain: sendingAgain, at: now, db)
    let claimed = try Self.loss(db)?.claimed
    guard !sendingAgain else {
      _ = try hands.release(.all, at: now, db)
      return try db.int("SELECT count(*) FROM delivery WHERE \(sql: Self.isDoubtful(claimed))")
    }
    let count = try db.execute(
      """
      UPDATE delivery SET state = 'uncertain', next = NULL, changed = \(now),
        reply = 'the ledger lost what became of it; it may have been sent'
      WHERE \(sql: Self.isDoubtful(claimed))
      """)
    _ = try hands.release(.all, at: now, db)
    return count
  }

  /// Which letters were sent is unknown. Readers who still wait for one will ask again.
  private func settleDoubtfulLetters(sendingAgain: Bool, at now: Instant, _ db: any SQLConnection) throws {
    try handsOfLetters.settleAccepted(db)
    _ = try handsOfLetters.release(.all, at: now, db)
    if sendingAgain { return }
    try db.execute(
      """
      UPDATE letter SET state = 'uncertain', next = NULL, changed = \(now),
        reply = 'the ledger lost what became of it; it may have been sent'
      WHERE next IS NOT NULL
      """)
  }

  /// Numbers the next subscriptions and deliveries from an unused range, beyond all lost numbers.
  private static func moveNumbersOn(_ db: any SQLConnection) throws {
    let last = max(try lastNumber(in: "subscription", db), try lastNumber(in: "delivery", db))
    try setNote("numbers_from", "\((last >> 32 + 1) << 32)", db)
  }

  private static func goOn(from known: Pulse.Beat?, _ db: any SQLConnection) throws {
    guard let known else { return }
    try db.execute("UPDATE pulse SET writes = \(known.writes) WHERE writes < \(known.writes)")
    try db.execute("UPDATE run SET number = \(known.runs) WHERE number < \(known.runs)")
  }
}
