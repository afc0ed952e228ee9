internal import Model
internal import Time

/// The parts of a ledger that carry letters. Deliveries have negative numbers: the letters' own, negated.
///
/// Workers are numbered, and destinations held, for letters and issues together; all other notes of a round are kept
/// apart.
final class LetterHands: DeliveryHands, NoteBook, BounceTokens {
  private let ledger: SQLLedger
  private var hands: any Hands { ledger.handsOfLetters }

  init(_ ledger: SQLLedger) { self.ledger = ledger }

  var lostUnderLock: LostClaims { ledger.lostUnderLock }

  func newWorker() throws -> Worker { try ledger.newWorker() }

  func recover(
    _ policy: MailSettings.Uncertain, from lost: LostClaims, at now: Instant, report: (EmailAddress) -> Void
  ) throws -> Recovery {
    try ledger.recover(hands, policy, from: lost, at: now, report: report)
  }

  func claim(
    _ limit: Int, except: Set<String>, without aside: SetAside, under lease: Lease, at now: Instant
  ) throws -> [Claim] {
    let wanted = WantedDeliveries(limit, except: except, without: aside, at: now)
    let taken = try ledger.writeDelivering { db in
      try hands.settleAccepted(db)
      return try hands.claim(wanted, under: lease, db)
    }
    return taken.map { claimed in
      Claim(
        delivery: claimed.id, issue: claimed.issue, edition: EditionKey([]),
        addressee: Addressee(name: nil, address: claimed.address, token: "", signedUp: nil), earlier: claimed.earlier)
    }
  }

  func write(_ turn: Turn) throws -> Set<Delivery.ID> {
    // A suppression also concerns the deliveries of issues.
    try ledger.write { db in try SQLLedger.write(turn, with: hands, db) }
  }

  func unclaim(_ deliveries: [Delivery.ID], of worker: Worker) throws {
    try ledger.writeDelivering { db in try hands.unclaim(deliveries, of: worker, db) }
  }

  func dropped(among deliveries: [Delivery.ID]) throws -> Set<Delivery.ID> {
    try ledger.read { db in try hands.tables.dropped(among: deliveries, db) }
  }

  func due(at now: Instant, without aside: SetAside) throws -> Int {
    try ledger.read { try $0.int(hands.tables.countDue(at: now, without: aside)) }
  }

  /// One process at a time sends letters.
  var grantsLimits: Bool { false }

  func grant(_ request: GrantRequest) throws -> Grant { throw LedgerError("no limits are granted for letters") }

  func isPaused() throws -> Bool { try ledger.isStopped(hands.tables) }

  func destinations() throws -> [String: DestinationHold] { try ledger.destinations() }

  /// A letter fails only once; repeated failures are needed to show that a mailbox is permanently full.
  func noteSoftBounces(_ deliveries: [Delivery.ID], status: String?, text: String, at now: Instant) throws {}

  func note(_ key: String) throws -> String? { try ledger.note(hands.tables.noteKey(key)) }
  func setNote(_ key: String, _ value: String) throws { try ledger.setNote(hands.tables.noteKey(key), value) }

  func bounceToken(of delivery: Delivery.ID) -> String { ledger.bounceToken(of: delivery) }
  func delivery(bounceToken: String) -> Delivery.ID? { ledger.delivery(bounceToken: bounceToken) }
}

extension SQLLedger {
  /// Whether `letter d` may leave: its address is not suppressed, and its link is still valid. The letter to an address
  /// that was just given up is sent although the change suppressed that address, because its owner may undo the change.
  /// A welcome is sent only to readers who may be mailed.
  static func letterMayGo(at now: Instant) -> SQL {
    """
    d.address IS NOT NULL AND d.lapses > \(now)
    AND NOT EXISTS (
      SELECT 1 FROM suppression x WHERE x.hash = d.hash
        AND NOT (d.kind = 'old-address' AND x.reason = 'operator' AND x.since = d.asked))
    AND (d.kind <> 'confirm' OR EXISTS (
      SELECT 1 FROM permit_digest p WHERE p.permit = d.permit AND p.over IS NULL))
    AND (d.kind <> 'welcome' OR EXISTS (
      SELECT 1 FROM subscription s JOIN subscriber r ON r.id = s.subscriber JOIN issue i ON i.id = d.issue
      WHERE s.id = d.subscription AND i.cancelled IS NULL AND \(sql: mayBeMailed)))
    AND (d.kind <> 'private-feeds' OR EXISTS (
      SELECT 1 FROM subscription s JOIN subscriber r ON r.id = s.subscriber
      WHERE r.hash = d.hash AND s.status = 'confirmed'))
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
