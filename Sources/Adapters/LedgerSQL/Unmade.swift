internal import Cryptography
internal import Model

/// Lines of the journal whose transaction never ended: a line is written first, and the process may be killed in between. The next
/// run completes a departure. A change of a name or an address is removed from the journal, since no one saw that it
/// succeeded.
extension Journal {
  struct Unmade {
    var renames: Set<Line> = []
    /// Of changes of address.
    var suppressions: Set<String> = []
    var departures: Set<Account.Departure> = []

    var isEmpty: Bool { renames.isEmpty && suppressions.isEmpty && departures.isEmpty }
  }
}

extension SQLLedger {
  /// Removes such changes from the journal. A ledger that lacks something may have lost them, so it keeps them for
  /// ``restore(_:sendingAgain:at:)``.
  func dropUnmade(in journal: Journal, tail: UInt64 = .max, _ db: any SQLConnection) throws {
    guard try Self.loss(db) == nil, journal.secret == base32(secret) else { return }
    let unmade = try unmade(in: journal, tail: tail, db)
    if !unmade.isEmpty { try rewrite(journal, without: unmade, db) }
  }

  private func unmade(in journal: Journal, tail: UInt64, _ db: any SQLConnection) throws -> Journal.Unmade {
    var unmade = Journal.Unmade()
    unmade.renames = try Set(Self.unmadeRenames(journal.account(tail: tail), db))
    let account = try journal.account(tail: tail, without: unmade)
    for (hash, line) in account.suppressions where line.moved == true {
      let isDone = try db.bool("SELECT EXISTS (SELECT 1 FROM suppression WHERE hash = \(hash))")
      if !isDone { unmade.suppressions.insert(hash) }
    }
    for (departure, line) in account.departures where line.moved == true {
      if try !Self.isRecorded(departure, db) { unmade.departures.insert(departure) }
    }
    return unmade
  }

  private static func isRecorded(_ departure: Journal.Account.Departure, _ db: any SQLConnection) throws -> Bool {
    try db.bool(
      """
      SELECT EXISTS (SELECT 1 FROM departure WHERE hash = \(departure.hash) AND digest = \(departure.digest))
        OR EXISTS (
          SELECT 1 FROM subscription s JOIN subscriber r ON r.id = s.subscriber
          WHERE r.hash = \(departure.hash) AND s.digest = \(departure.digest) AND s.status = 'ended')
      """)
  }
}
