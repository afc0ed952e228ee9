import CourantTesting
@testable import LedgerSQL
import Model
import Testing
import Time

/// A long list does what its rows would do one by one.
@Suite struct EnrolmentOfManyTests {
  private static let morning = Instant.at("2026-11-23T07:00:05Z")

  /// Lists in which addresses are repeated, in other spellings too, of people who are known, left, or are suppressed.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64]) func randomListsMatch(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let together = try SQLLedger(inMemory: ())
    let alone = try SQLLedger(inMemory: ())
    for round in 0..<4 {
      let now = Self.morning + .seconds(round * 3_600)
      let rows = (0..<(EnrolmentOfMany.portion + 60)).map { _ in Self.row(&numbers) }
      let results = try together.write { db in
        try together.readerIndex.whileAddingMany(db) {
          try EnrolmentOfMany(now: now, db: db).enrol(rows.map { Self.transaction($0, in: together, at: now, db) })
        }
      }
      #expect(try results == alone.enrol(rows, offered: ["weekly", "daily"], at: now), "seed \(seed), round \(round)")
      let difference = try Self.everything(in: together).difference(from: Self.everything(in: alone))
      #expect(difference.isEmpty, "seed \(seed), round \(round): \(difference)")
      for _ in 0..<20 {
        let address = Self.address(&numbers)
        let digest = Bool.random(using: &numbers) ? "weekly" : nil
        for ledger in [together, alone] { _ = try ledger.end(address, digest: digest, at: now) }
      }
      let forgotten = Self.address(&numbers)
      for ledger in [together, alone] { _ = try ledger.forget(forgotten, at: now) }
    }
  }

  /// A list that is inserted row by row costs several times as much (decision 0100).
  @Test func newcomersAreInsertedTogether() throws {
    let house = try SQLiteHouse()
    let rows = (0..<SQLLedger.many).map { Enrolment.confirmed("r\($0)@list.example") }
    let ledger = try house.openLedger()
    _ = try ledger.enrol(rows, at: Self.morning)
    let first = "INSERT INTO subscriber (address, written, domain, name, language, hash, created) VALUES (?"
    let counts = house.statements.filter { $0.hasPrefix(first) }.map { $0.count { $0 == "?" } / 7 }
    #expect(counts == [EnrolmentOfMany.portion])
  }
}

extension EnrolmentOfManyTests {
  private static func transaction(
    _ row: Enrolment, in ledger: SQLLedger, at now: Instant, _ db: any SQLConnection
  ) -> EnrolmentTransaction {
    EnrolmentTransaction(
      row: row, hash: ledger.hash(of: row.address), offered: ["weekly", "daily"], now: now, db: db)
  }

  private static func address(_ numbers: inout SeededNumbers) -> EmailAddress {
    let name = "\(["r", "R", "é"].randomElement(using: &numbers) ?? "r")\(Int.random(in: 0..<200, using: &numbers))"
    return mailbox("\(name)@d\(Int.random(in: 0..<3, using: &numbers)).example")
  }

  private static func row(_ numbers: inout SeededNumbers) -> Enrolment {
    let chance = { (one: Int, numbers: inout SeededNumbers) in Int.random(in: 0..<one, using: &numbers) == 0 }
    var row = Enrolment(address: address(&numbers), digest: ["weekly", "daily"].randomElement(using: &numbers) ?? "")
    row.status = [nil, .pending, .confirmed, .confirmed, .ended].randomElement(using: &numbers) ?? nil
    if chance(2, &numbers) { row.name = ["Ann", "Bob"].randomElement(using: &numbers) }
    if chance(3, &numbers) { row.follows = .some(feeds("ms")) }
    if chance(4, &numbers) { row.consentAt = morning - .seconds(86_400 * Int.random(in: 1..<9, using: &numbers)) }
    if chance(9, &numbers) { row.pausedUntil = morning + .seconds(86_400) }
    if chance(20, &numbers) { row.suppression = Suppression(reason: .bounce, since: morning) }
    if chance(20, &numbers) { row.isReturning = true }
    row.hasHistory = chance(5, &numbers)
    row.channel = "import list.csv"
    return row
  }

  /// What a ledger knows of readers, without the numbers of its rows.
  private static func everything(in ledger: SQLLedger) throws -> [String] {
    var lines: [String] = []
    var addresses = Set<EmailAddress>()
    try ledger.forEachSubscription(digest: nil) { subscription in
      let reader = subscription.subscriber
      addresses.insert(reader.address)
      lines.append("\(reader.address) \(subscription.digest) \(subscription.status) \(subscription.follows.text)")
      lines.append("\(subscription.consentAt as Any) \(subscription.origin as Any) \(subscription.endedAt as Any)")
    }
    for address in addresses.sorted() {
      for event in try ledger.consentEvents(of: address) {
        lines.append("\(address) \(event.kind) \(event.at) \(event.digest ?? "") \(event.origin)")
      }
      lines.append("\(try ledger.suppression(of: address)?.reason as Any)")
      lines.append("\(try ledger.readers(matching: address.canonical, limit: 9).map(\.address))")
    }
    for digest in ["weekly", "daily"] {
      lines += try ledger.counts(of: digest).map { "\(digest) \($0.key) \($0.value)" }.sorted()
    }
    return lines
  }
}
