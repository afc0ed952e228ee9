package import Model
package import Time

/// A permit to be issued.
struct NewPermit {
  let purpose: Permit.Purpose
  let address: EmailAddress
  /// Of the address; see ``SQLLedger/hash(of:)``.
  let hash: String
  let now: Instant
  /// Of the person, once the permit is used.
  var name: String?
  var language: String?
  /// The page with the form.
  var origin = ""
  /// Whose address changes.
  var subscriber: Int64?
  var wanted: [WantedDigest] = []

  init(_ purpose: Permit.Purpose, to address: EmailAddress, hash: String, at now: Instant) {
    self.purpose = purpose
    self.address = address
    self.hash = hash
    self.now = now
  }
}

/// A permit as recorded.
struct RecordedPermit {
  let id: Int64
  let purpose: Permit.Purpose
  let hash: String
  /// Nil if the person is forgotten.
  let address: EmailAddress?
  let name: String?
  let language: String?
  let origin: String
  let subscriber: Int64?
  let issued: Instant
  let lapses: Instant
  let used: Instant?
}

/// The table `permit`.
extension SQLLedger {
  /// Returns its number, which was never used before: a token is valid as long as its permit exists.
  static func issue(_ permit: NewPermit, _ db: any SQLConnection) throws -> Int64 {
    let id = try nextNumber("permits", db)
    try db.execute(
      """
      INSERT INTO permit (id, purpose, hash, address, name, language, origin, subscriber, issued, lapses)
      VALUES (\(id), \(permit.purpose.rawValue), \(permit.hash), \(permit.address.description), \(permit.name),
        \(permit.language), \(permit.origin), \(permit.subscriber), \(permit.now), \(permit.now + permit.purpose.life))
      """)
    for wanted in permit.wanted {
      try db.execute(
        """
        INSERT INTO permit_digest (permit, digest, feeds) VALUES (\(id), \(wanted.digest), \(wanted.follows.text))
        """)
    }
    return id
  }

  package func permit(_ token: String) throws -> Permit? {
    guard let id = tokens.number(.permit, in: token) else { return nil }
    return try read { db in
      guard let found = try Self.permit(id, db), let address = found.address else { return nil }
      var permit = Permit(found.purpose, id: .init(id), address: address, issued: found.issued)
      permit.wanted = try Self.wanted(by: id, db).map(\.wanted)
      permit.used = found.used
      return permit
    }
  }

  package func fate(ofPermit token: String, at now: Instant) throws -> PermitFate {
    guard let id = tokens.number(.permit, in: token) else { return PermitFate(.unknown) }
    return try read { db -> PermitFate in
      guard let permit = try Self.permit(id, db) else { return PermitFate(.lapsed) }
      let account = try permit.address.flatMap { try self.account(of: $0, db) }
      var fate = PermitFate(try state(of: permit, account, at: now, db))
      fate.purpose = permit.purpose
      fate.account = account
      return fate
    }
  }

  private func state(
    of permit: RecordedPermit, _ account: ReaderAccount?, at now: Instant, _ db: any SQLConnection
  ) throws -> PermitFate.State {
    guard permit.address != nil else { return .erased }
    let suppression = try Self.suppressionReason(of: permit.hash, db)
    if permit.purpose == .confirm, suppression == .operatorRequest { return .refused }
    if permit.used != nil, let account, suppression == nil {
      let read = Set(account.subscriptions.filter { $0.status == .confirmed }.map(\.digest))
      let wanted = try Self.wanted(by: permit.id, db).filter { !$0.isOver }.map(\.wanted.digest)
      switch permit.purpose {
      case .confirm where !read.isDisjoint(with: wanted): return .done
      case .newAddress where !read.isEmpty, .oldAddress where !read.isEmpty: return .done
      case .confirm, .newAddress, .oldAddress, .access, .comeBack: break
      }
    }
    return now < permit.lapses ? .open : .lapsed
  }

  static func permit(_ id: Int64, _ db: any SQLConnection) throws -> RecordedPermit? {
    let row = try db.row(
      """
      SELECT purpose, hash, address, name, language, origin, subscriber, issued, lapses, used FROM permit
      WHERE id = \(id)
      """)
    guard let row, let purpose = Permit.Purpose(rawValue: try row.text("purpose")) else { return nil }
    return RecordedPermit(
      id: id, purpose: purpose, hash: try row.text("hash"),
      address: try row.text(orNil: "address").flatMap { EmailAddress($0) }, name: try row.text(orNil: "name"),
      language: try row.text(orNil: "language"), origin: try row.text("origin"),
      subscriber: try row.int64(orNil: "subscriber"), issued: try row.instant("issued"),
      lapses: try row.instant("lapses"), used: try row.instant(orNil: "used"))
  }

  /// - isOver: the reader left it since.
  static func wanted(
    by permit: Int64, _ db: any SQLConnection
  ) throws -> [(wanted: WantedDigest, isOver: Bool)] {
    let rows = try db.rows("SELECT digest, feeds, over FROM permit_digest WHERE permit = \(permit) ORDER BY digest")
    return try rows.compactMap { row in
      guard let follows = Following(try row.text("feeds")) else { return nil }
      return (WantedDigest(try row.text("digest"), follows), try row.instant(orNil: "over") != nil)
    }
  }

  /// Runs `body` with the permit of a token, in one transaction, and records its first use.
  ///
  /// - Parameter body: nil if the purpose of the permit is over.
  func use<Result>(
    _ token: String, for purposes: Set<Permit.Purpose>, at now: Instant,
    _ body: (RecordedPermit, EmailAddress, any SQLConnection) throws -> Result?
  ) throws -> PermitAnswer<Result> {
    guard let id = tokens.number(.permit, in: token) else { return .unknown }
    return try write { db in
      let answer = try answer(id, for: purposes, at: now, db, body)
      if case .done = answer { try db.execute("UPDATE permit SET used = \(now) WHERE id = \(id) AND used IS NULL") }
      return answer
    }
  }

  /// The same without changing anything, not even recording the use.
  func look<Result>(
    with token: String, for purposes: Set<Permit.Purpose>, at now: Instant,
    _ body: (RecordedPermit, EmailAddress, any SQLConnection) throws -> Result?
  ) throws -> PermitAnswer<Result> {
    guard let id = tokens.number(.permit, in: token) else { return .unknown }
    return try read { db in try answer(id, for: purposes, at: now, db, body) }
  }

  private func answer<Result>(
    _ id: Int64, for purposes: Set<Permit.Purpose>, at now: Instant, _ db: any SQLConnection,
    _ body: (RecordedPermit, EmailAddress, any SQLConnection) throws -> Result?
  ) throws -> PermitAnswer<Result> {
    // Erased after it lapsed, or lost with a ledger that an older backup replaced.
    guard let permit = try Self.permit(id, db) else { return .lapsed }
    guard purposes.contains(permit.purpose) else { return .unknown }
    guard let address = permit.address else { return .over }
    guard now < permit.lapses else { return .lapsed }
    return try body(permit, address, db).map { .done($0) } ?? .over
  }

  /// The next number of a sequence, each given once, even if its row is erased. After a loss, beyond all lost numbers.
  static func nextNumber(_ sequence: String, _ db: any SQLConnection) throws -> Int64 {
    let next = max(try number(sequence, db), try number("numbers_from", db)) + 1
    try setNote(sequence, "\(next)", db)
    return next
  }
}
