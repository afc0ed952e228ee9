internal import Model
internal import Time

/// Someone of whom the ledger has no trace, and what it will record about them.
struct Newcomer {
  let row: Enrolment
  /// The keyed hash of the address.
  let hash: String
  let subscription: HeldSubscription
  /// Nil if it is not to be recorded.
  let event: ConsentEvent?
  let result: EnrolmentResult
}

extension Enrolment {
  /// The person as a newcomer.
  var person: KnownReader.Person { KnownReader.Person(name: name, language: language) }
}

/// Enrols the rows of a long list in one transaction. Newcomers, who are nearly all, are inserted many at a time; every other row is
/// processed by itself.
struct EnrolmentOfMany {
  let now: Instant
  let db: any SQLConnection

  /// How many rows are looked up, and inserted, by one statement. SQLite accepts 32,766 arguments in one.
  static let portion = 200

  func enrol(_ rows: [EnrolmentTransaction]) throws -> [EnrolmentResult] {
    var results: [EnrolmentResult] = []
    results.reserveCapacity(rows.count)
    for start in stride(from: 0, to: rows.count, by: Self.portion) {
      results += try enrol(portion: Array(rows[start..<min(start + Self.portion, rows.count)]))
    }
    return results
  }

  private func enrol(portion rows: [EnrolmentTransaction]) throws -> [EnrolmentResult] {
    var seen = try traces(of: rows)
    // A second row with the same address must find what the first one wrote.
    let newcomers = rows.map { seen.insert($0.hash).inserted ? $0.newcomer : nil }
    try insert(newcomers.compactMap(\.self))
    return try zip(rows, newcomers).map { row, newcomer in try newcomer?.result ?? row.enrol() }
  }

  /// The hashes of the addresses of which the ledger knows anything: a reader, a suppression, or a departure.
  private func traces(of rows: [EnrolmentTransaction]) throws -> Set<String> {
    let given = rows.map { [SQLArgument.text($0.hash), .text($0.row.address.canonical)] }
    let found = try db.texts(
      """
      WITH given (hash, address) AS (VALUES \(rows: given))
      SELECT hash FROM given g
      WHERE EXISTS (SELECT 1 FROM subscriber WHERE hash = g.hash)
        OR EXISTS (SELECT 1 FROM subscriber WHERE address = g.address)
        OR EXISTS (SELECT 1 FROM suppression WHERE hash = g.hash)
        OR EXISTS (SELECT 1 FROM departure WHERE hash = g.hash)
      """)
    return Set(found)
  }

  private func insert(_ newcomers: [Newcomer]) throws {
    if newcomers.isEmpty { return }
    let people = newcomers.map { SQLLedger.subscriber($0.row.address, $0.row.person, $0.hash, now) }
    let inserted = try db.rows(
      "INSERT INTO subscriber (\(sql: SQLLedger.subscriberColumns)) VALUES \(rows: people) RETURNING id, hash")
    var ids: [String: Int64] = [:]
    for row in inserted { ids[try row.text("hash")] = try row.int64("id") }
    var number = try SQLLedger.firstNumber(in: "subscription", db)
    var subscriptions: [[SQLArgument]] = []
    var events: [[SQLArgument]] = []
    for newcomer in newcomers {
      guard let id = ids[newcomer.hash] else { throw SQLFault("a reader was inserted without a number") }
      subscriptions.append(
        SQLLedger.subscription(newcomer.subscription, id: number, to: newcomer.row.digest, of: id))
      if let event = newcomer.event { events.append(SQLLedger.consentEvent(event, of: .subscriber(id))) }
      number += 1
    }
    try db.execute(
      "INSERT INTO subscription (\(sql: SQLLedger.subscriptionColumns)) VALUES \(rows: subscriptions)")
    if events.isEmpty { return }
    try db.execute("INSERT INTO consent_event (\(sql: SQLLedger.eventColumns)) VALUES \(rows: events)")
  }
}
