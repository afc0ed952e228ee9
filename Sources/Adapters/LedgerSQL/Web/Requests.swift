package import Model
package import Time

extension SQLLedger {
  package func record(_ requests: [ReaderRequest], at now: Instant) throws {
    if requests.isEmpty { return }
    try write { db in
      for request in requests { try Self.insert(request, at: now, db) }
    }
  }

  package func settleRequests(
    _ limit: Int, offered: Set<String>, under limits: LetterLimits, at now: Instant
  ) throws -> SettledRequests {
    // Nearly always there are none, so check before taking the write lock.
    guard try read({ try $0.bool("SELECT EXISTS (SELECT 1 FROM request)") }) else { return SettledRequests() }
    return try write { db in
      let rows = try db.rows(
        """
        SELECT id, address, name, language, origin, words, network, machine, wanted, kind FROM request
        ORDER BY id LIMIT \(limit)
        """)
      var settling = RequestSettling(
        ledger: self, rule: RequestRule(offered: offered, under: limits, at: now),
        traffic: try Self.traffic(at: now, db), now: now, db: db)
      for row in rows { try settling.settle(Self.request(row)) }
      try db.execute("DELETE FROM request WHERE id <= \(rows.last?.int64("id") ?? 0)")
      try Self.count(["letters limited": settling.done.limited, "letters": settling.done.letters], at: now, db)
      return settling.done
    }
  }

  private static func insert(_ request: ReaderRequest, at now: Instant, _ db: any SQLConnection) throws {
    var wanted: String?
    if case .subscribe(let digests) = request.kind { wanted = Wanted.text(digests) }
    let kind = request.kind == .privateFeeds ? privateFeedsKind : ""
    try db.execute(
      """
      INSERT INTO request (address, name, language, origin, words, network, machine, wanted, kind, at)
      VALUES (\(request.address.description), \(request.name), \(request.language), \(request.origin), \(request.words),
        \(request.network), \(request.machine), \(wanted), \(kind), \(now))
      """)
  }

  /// Nil if the address is invalid.
  private static func request(_ row: SQLRow) throws -> ReaderRequest? {
    guard let address = EmailAddress(try row.text("address")) else { return nil }
    var request = ReaderRequest(try kind(row), from: address)
    request.name = try row.text(orNil: "name")
    request.language = try row.text(orNil: "language")
    request.origin = try row.text("origin")
    request.words = try row.text("words")
    request.network = try row.text("network")
    request.machine = try row.text(orNil: "machine")
    return request
  }

  private static func kind(_ row: SQLRow) throws -> ReaderRequest.Kind {
    if try row.text("kind") == privateFeedsKind { return .privateFeeds }
    return try row.text(orNil: "wanted").map { .subscribe(Wanted.digests($0)) } ?? .findLink
  }

  private static var privateFeedsKind: String { "private-feeds" }

  /// The letters of the last hour.
  static func traffic(at now: Instant, _ db: any SQLConnection) throws -> LetterTraffic {
    var traffic = LetterTraffic()
    let rows = try db.rows(
      """
      SELECT network, domain, count(*) AS letters FROM letter
      WHERE asked > \(now - LetterTraffic.hour) AND kind NOT IN ('welcome', 'operators')
      GROUP BY network, domain
      """)
    for row in rows {
      traffic.add(try row.int("letters"), from: try row.text("network"), to: try row.text("domain"))
    }
    return traffic
  }

  /// The letters to an address that limits consider.
  static func recentLetters(to hash: String, at now: Instant, _ db: any SQLConnection) throws -> [RecentLetter] {
    try db.rows(
      """
      SELECT kind, asked FROM letter
      WHERE hash = \(hash) AND asked > \(now - LetterTraffic.memory) AND kind NOT IN ('welcome', 'operators')
      """
    ).compactMap { row in
      try Letter.Kind(rawValue: row.text("kind")).map { RecentLetter($0, asked: try row.instant("asked")) }
    }
  }
}

/// Judges requests within a transaction and does what follows.
struct RequestSettling {
  let ledger: SQLLedger
  let rule: RequestRule
  var traffic: LetterTraffic
  let now: Instant
  let db: any SQLConnection
  private(set) var done = SettledRequests()

  init(ledger: SQLLedger, rule: RequestRule, traffic: LetterTraffic, now: Instant, db: any SQLConnection) {
    self.ledger = ledger
    self.rule = rule
    self.traffic = traffic
    self.now = now
    self.db = db
  }

  mutating func settle(_ request: ReaderRequest?) throws {
    done.count += 1
    guard let request else { return }
    let hash = ledger.hash(of: request.address)
    let reader = try RecordedReader(request.address, hash: hash, db)
    let earlier = try SQLLedger.recentLetters(to: hash, at: now, db)
    switch rule.outcome(of: request, for: reader.known, earlier: earlier, traffic: traffic) {
    case .nothing: return
    case .limited: done.limited += 1
    case .letter(let plan):
      try carryOut(plan, request, reader, hash)
      traffic.add(from: request.network, to: request.address.domain)
      done.letters += 1
    }
  }

  private func carryOut(
    _ plan: LetterPlan, _ request: ReaderRequest, _ reader: RecordedReader, _ hash: String
  ) throws {
    let person = KnownReader.Person(name: nil, language: nil)
    let subscriber =
      try plan.pending.isEmpty
      ? reader.id : reader.id ?? SQLLedger.insertSubscriber(request.address, person, hash: hash, at: now, db)
    if let subscriber { for wanted in plan.pending { try ask(wanted, request, reader, of: subscriber) } }
    if plan.asks {
      let owner = subscriber.map { SQLLedger.EventOwner.subscriber($0) } ?? .hash(hash)
      for wanted in plan.wanted { try SQLLedger.add(asked(wanted, request), of: owner, db) }
    }
    var letter = NewLetter(plan.kind, to: request.address, hash: hash, at: now)
    letter.network = request.network
    letter.language = reader.known.person?.language ?? request.language
    letter.wanted = plan.wanted
    if let purpose = plan.permit { letter.permit = try issue(purpose, plan, request, hash) }
    if plan.kind != .confirm { letter.subscription = try reader.id.flatMap { try SQLLedger.preferences(of: $0, db) } }
    try SQLLedger.queue(letter, db)
  }

  private func issue(
    _ purpose: Permit.Purpose, _ plan: LetterPlan, _ request: ReaderRequest, _ hash: String
  ) throws -> Int64 {
    var permit = NewPermit(purpose, to: request.address, hash: hash, at: now)
    permit.wanted = plan.wanted
    if plan.asks {
      permit.name = request.name
      permit.language = request.language
      permit.origin = request.origin
    }
    return try SQLLedger.issue(permit, db)
  }

  /// The subscription is pending from now on.
  private func ask(
    _ wanted: WantedDigest, _ request: ReaderRequest, _ reader: RecordedReader, of subscriber: Int64
  ) throws {
    let lapses = now + Permit.Purpose.confirm.life
    if reader.known.subscriptions[wanted.digest] == nil {
      let pending = HeldSubscription(status: .pending, follows: wanted.follows.text, origin: request.origin)
      try SQLLedger.insert(pending, to: wanted.digest, of: subscriber, db)
      try db.execute(
        """
        UPDATE subscription SET lapses = \(lapses) WHERE subscriber = \(subscriber) AND digest = \(wanted.digest)
        """)
    } else {
      // A subscription that the operator added never lapses.
      try db.execute(
        """
        UPDATE subscription SET feeds = \(wanted.follows.text), lapses = \(lapses)
        WHERE subscriber = \(subscriber) AND digest = \(wanted.digest) AND status = 'pending' AND lapses IS NOT NULL
        """)
    }
  }

  private func asked(_ wanted: WantedDigest, _ request: ReaderRequest) -> ConsentEvent {
    var event = ConsentEvent(.asked, at: now, digest: wanted.digest, origin: request.origin)
    event.follows = wanted.follows
    event.language = request.language
    event.words = request.words.isEmpty ? nil : request.words
    event.machine = request.machine
    return event
  }
}
