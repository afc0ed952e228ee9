internal import Model
internal import Time

/// The parts of a ledger that carry letters. Deliveries have negative numbers: the letters' own, negated.
///
/// Workers are numbered, and destinations held, for letters and issues alike; whatever else a round notes is its own.
final class LetterHands: DeliveryHands, NoteBook, BounceTokens {
  private static let unreportedKey = "letters uncertain and untold"

  private let ledger: SQLLedger
  private var hands: any Hands { ledger.handsOfLetters }

  init(_ ledger: SQLLedger) { self.ledger = ledger }

  func newWorker() throws -> Worker { try ledger.newWorker() }

  func recover(
    _ policy: MailSettings.Uncertain, from lost: LostClaims, at now: Instant, report: (EmailAddress) -> Void
  ) throws -> Recovery {
    guard try ledger.read({ try Self.needsRecovery(lost, at: now, $0) }) else { return Recovery() }
    let returned = try ledger.write { db in
      try hands.settleAccepted(db)
      let uncertain = try hands.settleUncertain(lost, next: policy == .resend ? now : nil, at: now, db)
      try Self.keepUnreported(uncertain, db)
      return try hands.release(lost, at: now, db)
    }
    let uncertain = try ledger.read(Self.unreported)
    uncertain.forEach(report)
    if !uncertain.isEmpty {
      try ledger.write { try $0.execute("DELETE FROM note WHERE key = \(Self.unreportedKey)") }
    }
    return Recovery(returned: returned, uncertain: uncertain)
  }

  func claim(_ limit: Int, except: Set<String>, under lease: Lease, at now: Instant) throws -> [Claim] {
    let taken = try ledger.writeDelivering { db in
      try hands.settleAccepted(db)
      return try hands.claim(limit, except: except, under: lease, at: now, db)
    }
    return taken.map { claimed in
      Claim(
        delivery: claimed.id, issue: claimed.issue, editionFeeds: [],
        addressee: Addressee(name: nil, address: claimed.address, token: "", signedUp: nil), earlier: claimed.earlier)
    }
  }

  func write(_ turn: Turn) throws -> Set<Delivery.ID> {
    // A suppression also concerns the deliveries of issues.
    try ledger.write { db in
      if let until = turn.lease { try hands.renew(Lease(turn.worker, until: until), db) }
      try hands.record(turn.attempts, by: turn.worker, db)
      try hands.refuse(turn.refusing, at: turn.at, db)
      try hands.unclaim(turn.returning, of: turn.worker, db)
      for delivery in turn.suppressing { try SQLLedger.suppress(letter: delivery, .bounce, at: turn.at, db) }
      for (domain, change) in turn.destinations { try SQLLedger.change(domain, change, db) }
      for (key, value) in turn.notes { try SQLLedger.setNote(Self.own(key), value, db) }
      if turn.committing.isEmpty {
        try hands.settleAccepted(db)
        return []
      }
      try hands.dropUnwanted(at: turn.at, mayHaveCome: !turn.suppressing.isEmpty, db)
      return try hands.commit(turn.committing, by: turn.worker, at: turn.at, db)
    }
  }

  func unclaim(_ deliveries: [Delivery.ID], of worker: Worker) throws {
    try ledger.writeDelivering { db in try hands.unclaim(deliveries, of: worker, db) }
  }

  func dropped(among deliveries: [Delivery.ID]) throws -> Set<Delivery.ID> {
    try ledger.read { db in
      Set(
        try deliveries.filter { delivery in
          try db.bool(orNil: "SELECT state = 'dropped' FROM letter WHERE id = \(delivery.number)") ?? false
        })
    }
  }

  func due(at now: Instant) throws -> Int {
    try ledger.read { db in
      let isFree = DeliveryTables.letters.isFree(at: now)
      return try db.int("SELECT count(*) FROM letter WHERE next <= \(now) AND \(sql: isFree)")
    }
  }

  func destinations() throws -> [String: DestinationHold] { try ledger.destinations() }

  /// A letter fails once; only mail that comes again and again tells that a mailbox is full for good.
  func noteSoftBounces(_ deliveries: [Delivery.ID], status: String?, text: String, at now: Instant) throws {}

  func note(_ key: String) throws -> String? { try ledger.note(Self.own(key)) }
  func setNote(_ key: String, _ value: String) throws { try ledger.setNote(Self.own(key), value) }

  func bounceToken(of delivery: Delivery.ID) -> String { ledger.bounceToken(of: delivery) }
  func delivery(bounceToken: String) -> Delivery.ID? { ledger.delivery(bounceToken: bounceToken) }

  private static func own(_ key: String) -> String { "letters: \(key)" }
}

extension LetterHands {
  private static func needsRecovery(_ lost: LostClaims, at now: Instant, _ db: any SQLConnection) throws -> Bool {
    try db.bool(
      """
      SELECT EXISTS (SELECT 1 FROM letter_claim WHERE \(sql: SQLLedger.isLost(lost, at: now)))
        OR EXISTS (SELECT 1 FROM note WHERE key = \(unreportedKey))
      """)
  }

  private static func keepUnreported(_ uncertain: [Delivery.ID], _ db: any SQLConnection) throws {
    if uncertain.isEmpty { return }
    let before = try db.text(orNil: "SELECT value FROM note WHERE key = \(unreportedKey)")
    let all = (before.map { [$0] } ?? []) + uncertain.map { String($0.number) }
    try SQLLedger.setNote(unreportedKey, all.joined(separator: " "), db)
  }

  private static func unreported(_ db: any SQLConnection) throws -> [EmailAddress] {
    let note = try db.text(orNil: "SELECT value FROM note WHERE key = \(unreportedKey)") ?? ""
    return try note.split(separator: " ").compactMap { Int64($0) }.compactMap { id in
      try db.text(orNil: "SELECT address FROM letter WHERE id = \(id)").flatMap { EmailAddress($0) }
    }
  }
}

extension SQLLedger {
  /// Of `letter d`: its address is not suppressed, and its link is still worth something. The letter to an address that
  /// was just given up goes to it although the change suppressed it: it tells the owner, who may undo it.
  static func letterMayGo(at now: Instant) -> SQL {
    """
    d.address IS NOT NULL AND d.lapses > \(now)
    AND NOT EXISTS (
      SELECT 1 FROM suppression x WHERE x.hash = d.hash
        AND NOT (d.kind = 'old-address' AND x.reason = 'operator' AND x.since = d.asked))
    AND (d.kind <> 'confirm' OR EXISTS (
      SELECT 1 FROM permit_digest p WHERE p.permit = d.permit AND p.over IS NULL))
    """
  }

  /// Never mails the address of a letter again, and ends what it was to confirm.
  static func suppress(
    letter: Delivery.ID, _ reason: Suppression.Reason, at now: Instant, _ db: any SQLConnection
  ) throws {
    guard let hash = try db.text(orNil: "SELECT hash FROM letter WHERE id = \(letter.number)") else { return }
    try db.execute(
      """
      INSERT INTO suppression (hash, reason, since) VALUES (\(hash), \(reason.rawValue), \(now))
      \(sql: stricterReasonWins)
      """)
    let event = ConsentEvent(reason == .complaint ? .refused : .lapsed, at: now, origin: reason.rawValue)
    try endPending(of: hash, event, db)
  }
}
