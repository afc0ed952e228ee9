package import Model
package import Time

/// A letter to be queued.
struct NewLetter {
  /// How long a letter without a permit is worth sending.
  private static let life = Duration.seconds(2 * 86_400)

  let kind: Letter.Kind
  let address: EmailAddress
  /// Of the address; see ``SQLLedger/hash(of:)``.
  let hash: String
  let now: Instant
  var network = ""
  var language: String?
  var permit: Int64?
  var subscription: Int64?
  var issue: Int64?
  var wanted: [WantedDigest] = []
  var note: OperatorNote?

  init(_ kind: Letter.Kind, to address: EmailAddress, hash: String, at now: Instant) {
    self.kind = kind
    self.address = address
    self.hash = hash
    self.now = now
  }

  /// When the letter is worth nothing, unless its permit lapses.
  var lapses: Instant { now + Self.life }
}

extension SQLLedger: LetterBook {
  package var letterHands: any DeliveryHands & NoteBook & BounceTokens { LetterHands(self) }

  package func withLetterLock<Result>(_ body: () throws -> Result) throws -> Result? {
    try locks.hold(.letters, body)
  }

  package func letter(_ id: Letter.ID) throws -> Letter? {
    try read { db in
      let row = try db.row(
        """
        SELECT l.kind, l.address, l.language, l.permit, s.id AS subscription, l.issue, l.wanted, l.subject, l.text, l.asked
        FROM letter l
        LEFT JOIN subscription s ON s.id = l.subscription WHERE l.id = \(-id.number)
        """)
      guard let row, let kind = Letter.Kind(rawValue: try row.text("kind")),
        let address = try row.text(orNil: "address").flatMap({ EmailAddress($0) })
      else { return nil }
      var letter = Letter(kind, id: id, to: address, asked: try row.instant("asked"))
      letter.language = try row.text(orNil: "language")
      letter.permit = try row.int64(orNil: "permit").map { tokens.token(.permit, of: $0) }
      letter.preferences = try row.int64(orNil: "subscription").map { tokens.token(.subscription, of: $0) }
      letter.issue = try row.int64(orNil: "issue").map { RecordedIssue.ID($0) }
      letter.wanted = Wanted.digests(try row.text("wanted"))
      if let subject = try row.text(orNil: "subject"), let text = try row.text(orNil: "text") {
        letter.note = OperatorNote(subject: subject, text: text)
      }
      return letter
    }
  }

  package func tell(_ operators: [EmailAddress], _ note: OperatorNote, of slot: Slot, at now: Instant) throws {
    try write { db in
      let isHeld = try db.execute(
        """
        UPDATE slot SET told = \(now)
        WHERE digest = \(slot.digest) AND wall_time = \(slot.wallTime) AND state = 'held'
        """)
      guard isHeld == 1 else { return }
      try queue(note, to: operators, at: now, db)
    }
  }

  package func letters(to address: EmailAddress, limit: Int) throws -> [RecordedLetter] {
    try read { db in
      let rows = try db.rows(
        """
        SELECT kind, asked, state, changed, next, reply FROM letter WHERE hash = \(hash(of: address))
        ORDER BY asked DESC, id LIMIT \(limit)
        """)
      return try rows.compactMap(Self.recorded)
    }
  }

  private static func recorded(_ row: SQLRow) throws -> RecordedLetter? {
    guard let kind = Letter.Kind(rawValue: try row.text("kind")),
      let state = Delivery.State(rawValue: try row.text("state"))
    else { return nil }
    var letter = RecordedLetter(
      kind, asked: try row.instant("asked"), state: state, changed: try row.instant("changed"))
    letter.nextAttempt = try row.instant(orNil: "next")
    letter.reply = try row.text(orNil: "reply")
    return letter
  }

  /// The longest a letter can wait: the lifetime of the longest permit, plus some days for the last attempts.
  private static let longestLife = Duration.seconds(40 * 86_400)

  package func letterTally(failedSince moment: Instant) throws -> LetterTally {
    try read { db in
      var tally = LetterTally()
      let waiting = try db.row("SELECT count(*) AS number, min(asked) AS since FROM letter WHERE next IS NOT NULL")
      tally.waiting = try waiting?.int("number") ?? 0
      tally.waitingSince = try waiting?.instant(orNil: "since")
      let failed = try db.rows(
        """
        SELECT changed, address, CASE state WHEN 'refused' THEN reply END AS reply FROM letter
        WHERE changed > \(moment) AND asked > \(moment - Self.longestLife) AND (state = 'refused' OR state = 'dropped' AND address IS NOT NULL AND lapses <= changed)
        ORDER BY changed, id DESC
        """)
      tally.failed = failed.count
      tally.lastFailure = try failed.last?.instant("changed")
      tally.lastAddress = try failed.last?.text(orNil: "address")
      tally.lastReply = try failed.last?.text(orNil: "reply")
      return tally
    }
  }

  static func queue(_ letter: NewLetter, _ db: any SQLConnection) throws {
    let lapses = try letter.permit.flatMap { try db.instant(orNil: "SELECT lapses FROM permit WHERE id = \($0)") }
    try db.execute(
      """
      INSERT INTO letter (id, kind, hash, address, domain, network, language, permit, subscription, issue, wanted, subject,
        text, asked, lapses, state, next, changed)
      VALUES (\(-(try nextNumber("letters", db))), \(letter.kind.rawValue), \(letter.hash),
        \(letter.address.description), \(letter.address.domain), \(letter.network), \(letter.language), \(letter.permit),
        \(letter.subscription), \(letter.issue), \(Wanted.text(letter.wanted)), \(letter.note?.subject),
        \(letter.note?.text), \(letter.now), \(lapses ?? letter.lapses), 'queued', \(letter.now), \(letter.now))
      """)
  }

  /// The subscription whose token leads to a reader's preferences.
  static func preferences(of subscriber: Int64, _ db: any SQLConnection) throws -> Int64? {
    try db.int64(
      orNil: """
        SELECT id FROM subscription WHERE subscriber = \(subscriber) AND status <> 'pending'
        ORDER BY CASE status WHEN 'confirmed' THEN 0 ELSE 1 END, id LIMIT 1
        """)
  }
}
