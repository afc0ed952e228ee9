internal import Glibc
package import Model

/// Where a ledger is.
package enum LedgerPlace: Hashable, Sendable {
  /// The path of SQLite's file.
  case file(String)
  case server(PostgresAddress)

  /// For messages.
  package var shown: String {
    switch self {
    case .file(let path): path
    case .server(let address): address.shown
    }
  }

  fileprivate func hasLedger() throws(LedgerError) -> Bool {
    switch self {
    case .file(let path): access(path, F_OK) == 0
    case .server(let address):
      try LedgerError.wrap("cannot open \(shown)") { try PostgresDatabase(address, isReadOnly: true).hasLedger() }
    }
  }
}

extension SQLLedger {
  /// Opens the ledger, creating and migrating it as needed.
  package convenience init(at place: LedgerPlace) throws(LedgerError) {
    switch place {
    case .file(let path): try self.init(path: path)
    case .server(let address): try self.init(on: address)
    }
  }

  /// Opens a ledger that a run has created: a new one would not know a single token, so a missing one is an error.
  package convenience init(existing place: LedgerPlace) throws(LedgerError) {
    guard try place.hasLedger() else {
      throw LedgerError("\(place.shown): there is no ledger yet; `courant run` creates it")
    }
    try self.init(at: place)
  }

  /// The current state of the ledger, for reading; empty if there is none.
  package convenience init(reading place: LedgerPlace) throws(LedgerError) {
    switch place {
    case .file(let path): try self.init(reading: path)
    case .server(let address): try self.init(readingOn: address)
    }
  }

  /// A ledger for trials: a copy, or an empty one if there is none. Changes to it are lost.
  ///
  /// - Parameter issue: whose editions the copy has; those of other issues may be left out once all is delivered.
  package convenience init(copying place: LedgerPlace, with issue: ClaimedIssue? = nil) throws(LedgerError) {
    switch place {
    case .file(let path): try self.init(copying: path, with: issue)
    case .server(let address): try self.init(copyingFrom: address)
    }
  }

  /// Whether several machines use it at a time.
  package var isShared: Bool { database is PostgresDatabase }
}
