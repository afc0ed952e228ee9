package import Model
package import Time

/// The table `consent_event`.
extension SQLLedger {
  /// Whose history an event belongs to.
  enum EventOwner {
    /// A row in `subscriber`.
    case subscriber(Int64)
    /// The keyed hash of an address without such a row.
    case hash(String)
  }

  static func add(_ event: ConsentEvent, of owner: EventOwner, _ db: any SQLConnection) throws {
    try db.execute(
      "INSERT INTO consent_event (\(sql: eventColumns)) VALUES (\(arguments: consentEvent(event, of: owner)))")
  }

  static let eventColumns: SQL = "subscriber, hash, kind, at, digest, feeds, origin, language, words, machine"

  /// The values of ``eventColumns``.
  static func consentEvent(_ event: ConsentEvent, of owner: EventOwner) -> [SQLArgument] {
    var subscriber: Int64?
    var hash: String?
    switch owner {
    case .subscriber(let id): subscriber = id
    case .hash(let text): hash = text
    }
    return [
      .integer(subscriber), .text(hash), .text(event.kind.rawValue), .integer(event.at.seconds), .text(event.digest),
      .text(event.follows?.text), .text(event.origin), .text(event.language), .text(event.words), .text(event.machine),
    ]
  }

  /// Runs `body`, in which events may be deleted: only to erase a person.
  static func erasing(_ db: any SQLConnection, _ body: () throws -> Void) throws {
    try db.execute("INSERT INTO erasing (id) VALUES (1)")
    try body()
    try db.execute("DELETE FROM erasing")
  }

  package func consentEvents(of address: EmailAddress) throws -> [ConsentEvent] {
    try read { db in
      let rows = try db.rows(
        """
        SELECT id, kind, at, digest, feeds, origin, language, words, machine FROM consent_event
        WHERE subscriber = (
          SELECT id FROM subscriber WHERE address = \(address.canonical) OR hash = \(hash(of: address)))
        UNION ALL
        SELECT id, kind, at, digest, feeds, origin, language, words, machine FROM consent_event
        WHERE hash = \(hash(of: address)) ORDER BY at, id
        """)
      return try rows.compactMap(Self.event)
    }
  }

  package func forEachConsentEvent(_ body: (EmailAddress, ConsentEvent) throws -> Void) throws {
    try read { db in
      try db.forEach(
        """
        SELECT r.written, e.kind, e.at, e.digest, e.feeds, e.origin, e.language, e.words, e.machine
        FROM subscriber r JOIN consent_event e ON e.subscriber = r.id WHERE r.written IS NOT NULL
        ORDER BY r.address, e.at, e.id
        """
      ) { row in
        guard let address = EmailAddress(try row.text("written")), let event = try Self.event(row) else { return }
        try body(address, event)
      }
    }
  }

  package func carry(_ events: [HistoricEvent]) throws -> [HistoricResult] {
    try write { db in
      let last = try db.int64(orNil: "SELECT max(id) FROM consent_event") ?? 0
      return try events.map { try Self.carry($0, unlessIn: last, db) }
    }
  }

  /// - Parameter last: the newest event before the call; equal events up to it are duplicates, later ones belong to this call.
  private static func carry(
    _ historic: HistoricEvent, unlessIn last: Int64, _ db: any SQLConnection
  ) throws -> HistoricResult {
    let event = historic.event
    let reader = try db.int64(orNil: "SELECT id FROM subscriber WHERE address = \(historic.address.canonical)")
    guard let reader else { return .nobody }
    let isKnown = try db.bool(
      """
      SELECT EXISTS (
        SELECT 1 FROM consent_event WHERE subscriber = \(reader) AND id <= \(last) AND kind = \(event.kind.rawValue)
          AND at = \(event.at) AND origin = \(event.origin) AND coalesce(digest, '') = \(event.digest ?? "")
          AND coalesce(feeds, '') = \(event.follows?.text ?? "") AND coalesce(language, '') = \(event.language ?? "")
          AND coalesce(words, '') = \(event.words ?? "") AND coalesce(machine, '') = \(event.machine ?? ""))
      """)
    if isKnown { return .known }
    try add(event, of: .subscriber(reader), db)
    return .added
  }

  private static func event(_ row: SQLRow) throws -> ConsentEvent? {
    guard let kind = ConsentEvent.Kind(rawValue: try row.text("kind")) else { return nil }
    var event = ConsentEvent(
      kind, at: try row.instant("at"), digest: try row.text(orNil: "digest"), origin: try row.text("origin"))
    event.follows = try row.text(orNil: "feeds").flatMap { Following($0) }
    event.language = try row.text(orNil: "language")
    event.words = try row.text(orNil: "words")
    event.machine = try row.text(orNil: "machine")
    return event
  }
}

/// The table `daily_count`.
extension SQLLedger {
  package func count(_ counts: [String: Int], at now: Instant) throws {
    if counts.isEmpty { return }
    try write { try Self.count(counts, at: now, $0) }
  }

  static func count(_ counts: [String: Int], at now: Instant, _ db: any SQLConnection) throws {
    for (counted, number) in counts.sorted(by: { $0.key < $1.key }) where number > 0 {
      try db.execute(
        """
        INSERT INTO daily_count (day, counted, number) VALUES (\(now.civil.isoDate), \(counted), \(number))
        ON CONFLICT (day, counted) DO UPDATE SET number = daily_count.number + excluded.number
        """)
    }
  }

  package func counts(of day: Instant) throws -> [String: Int] {
    try read { db in
      let rows = try db.rows("SELECT counted, number FROM daily_count WHERE day = \(day.civil.isoDate)")
      return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text("counted"), try $0.int("number")) })
    }
  }
}
