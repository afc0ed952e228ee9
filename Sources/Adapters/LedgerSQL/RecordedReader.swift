internal import Model
internal import Time

/// The ledger's record of the person with an address.
struct RecordedReader {
  /// The number of their row in `subscriber`; nil if they have none.
  let id: Int64?
  let known: KnownReader

  init(_ address: EmailAddress, hash: String, _ db: any SQLConnection) throws {
    let person = try db.row(
      "SELECT id, name, language, paused_until FROM subscriber WHERE address = \(address.canonical)")
    id = try person?.int64("id")
    known = KnownReader(
      person: try person.map { row in
        KnownReader.Person(
          name: try row.text(orNil: "name"), language: try row.text(orNil: "language"),
          pausedUntil: try row.instant(orNil: "paused_until"))
      }, subscriptions: try id.map { try Self.subscriptions(of: $0, db) } ?? [:],
      suppression: try SQLLedger.suppressionReason(of: hash, db),
      departed: Set(try db.texts("SELECT digest FROM departure WHERE hash = \(hash)")))
  }

  private static func subscriptions(of id: Int64, _ db: any SQLConnection) throws -> [String: HeldSubscription] {
    let rows = try db.rows(
      "SELECT digest, status, feeds, consent, origin, ended FROM subscription WHERE subscriber = \(id)")
    var found: [String: HeldSubscription] = [:]
    for row in rows {
      guard let status = Subscription.Status(rawValue: try row.text("status")) else { continue }
      found[try row.text("digest")] = HeldSubscription(
        status: status, follows: try row.text("feeds"), consent: try row.instant(orNil: "consent"),
        origin: try row.text(orNil: "origin"), ended: try row.instant(orNil: "ended"))
    }
    return found
  }
}

extension SQLLedger {
  static func suppressionReason(of hash: String, _ db: any SQLConnection) throws -> Suppression.Reason? {
    try db.text(orNil: "SELECT reason FROM suppression WHERE hash = \(hash)")
      .flatMap(Suppression.Reason.init(rawValue:))
  }

  static func insertSubscriber(
    _ address: EmailAddress, _ person: KnownReader.Person, hash: String, at now: Instant, _ db: any SQLConnection
  ) throws -> Int64 {
    try db.int64(
      """
      INSERT INTO subscriber (\(sql: subscriberColumns)) VALUES (\(arguments: subscriber(address, person, hash, now)))
      RETURNING id
      """)
  }

  static let subscriberColumns: SQL = "address, written, domain, name, language, hash, created"

  /// The values of ``subscriberColumns``.
  static func subscriber(
    _ address: EmailAddress, _ person: KnownReader.Person, _ hash: String, _ now: Instant
  ) -> [SQLArgument] {
    [
      .text(address.canonical), .text(address.description), .text(address.domain), .text(person.name),
      .text(person.language), .text(hash), .integer(now.seconds),
    ]
  }

  static func insert(
    _ new: HeldSubscription, to digest: String, of subscriber: Int64, _ db: any SQLConnection
  ) throws {
    let values = subscription(new, id: try firstNumber(in: "subscription", db), to: digest, of: subscriber)
    try db.execute("INSERT INTO subscription (\(sql: subscriptionColumns)) VALUES (\(arguments: values))")
  }

  static let subscriptionColumns: SQL = "id, subscriber, digest, feeds, status, consent, origin, ended"

  /// The values of ``subscriptionColumns``.
  static func subscription(
    _ new: HeldSubscription, id: Int64, to digest: String, of subscriber: Int64
  ) -> [SQLArgument] {
    [
      .integer(id), .integer(subscriber), .text(digest), .text(new.follows), .text(new.status.rawValue),
      .integer(new.consent?.seconds), .text(new.origin), .integer(new.ended?.seconds),
    ]
  }

  static func update(
    _ next: HeldSubscription, to digest: String, of subscriber: Int64, _ db: any SQLConnection
  ) throws {
    if next.status == .confirmed { try forfeit(digest, of: subscriber, db) }
    try db.execute(
      """
      UPDATE subscription SET status = \(next.status.rawValue), feeds = \(next.follows), consent = \(next.consent),
        origin = \(next.origin), ended = \(next.ended),
        lapses = CASE WHEN status = 'pending' AND \(next.status.rawValue) = 'pending' THEN lapses END
      WHERE subscriber = \(subscriber) AND digest = \(digest)
      """)
  }
}
