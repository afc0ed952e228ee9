package import Model

extension SQLLedger {
  /// Opens the ledger on a PostgreSQL server, creating its tables as needed.
  ///
  /// - Parameter secret: 32 bytes for a new ledger, instead of random ones; an existing secret is kept.
  package convenience init(on address: PostgresAddress, secret: [UInt8]? = nil) throws(LedgerError) {
    try self.init(on: address, secret: secret, patience: .twoMinutes)
  }

  /// - Parameter patience: for a server that is lost later.
  convenience init(on address: PostgresAddress, secret: [UInt8]? = nil, patience: Patience) throws(LedgerError) {
    let database = try LedgerError.wrap("cannot open \(address.shown)") {
      try PostgresDatabase(address, patience: patience)
    }
    var opening = LedgerOpening(database, named: address.shown)
    opening.secret = secret
    opening.locks = PostgresRoles(database, address)
    try opening.expectNotMoved()
    try self.init(opening)
  }

  /// The ledger on a server, for reading; empty if there is none.
  convenience init(readingOn address: PostgresAddress) throws(LedgerError) {
    let database = try LedgerError.wrap("cannot read \(address.shown)") {
      try PostgresDatabase(address, isReadOnly: true)
    }
    guard try LedgerOpening.isUsable(database, named: address.shown) else {
      try self.init(copyingFrom: address)
      return
    }
    var opening = LedgerOpening(database, named: address.shown)
    opening.isOnlyRead = true
    try self.init(opening)
  }

  /// A copy of the ledger on a server, in a temporary database of SQLite: a transaction on the server would keep other
  /// machines waiting until it is rolled back.
  convenience init(copyingFrom address: PostgresAddress) throws(LedgerError) {
    let copy = try LedgerError.wrap("cannot read \(address.shown)") {
      let original = try PostgresDatabase(address, isReadOnly: true)
      let copy = try Rehearsal.database()
      if try original.isNewer() {
        throw LedgerError("\(address.shown) was written by a newer version of courant; use that version")
      }
      try copy.migrate()
      if try original.isMigrated() { try LedgerCopy.copy(from: original, to: copy) }
      return copy
    }
    try self.init(LedgerOpening(copy, named: "a copy of \(address.shown)"))
  }
}

extension LedgerOpening {
  /// Throws if `courant ledger move` has left it behind.
  func expectNotMoved() throws(LedgerError) {
    let moved = try LedgerError.wrap("cannot read \(name)") {
      guard try database.isMigrated() else { return nil as String? }
      return try database.transaction(.reading) { db in
        try db.text(orNil: "SELECT value FROM note WHERE key = \(LedgerMove.note)")
      }
    }
    guard let moved else { return }
    throw LedgerError("\(name): this ledger was moved to \(moved); write that into `[ledger] url` of schedule.conf")
  }
}
