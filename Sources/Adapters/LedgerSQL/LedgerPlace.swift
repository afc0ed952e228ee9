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
}

extension SQLLedger {
  /// Opens the ledger, creating and migrating it as needed.
  package convenience init(at place: LedgerPlace) throws(LedgerError) {
    switch place {
    case .file(let path): try self.init(path: path)
    case .server(let address): try self.init(on: address)
    }
  }

  /// The current state of the ledger, for reading; empty if there is none.
  package convenience init(reading place: LedgerPlace) throws(LedgerError) {
    switch place {
    case .file(let path): try self.init(reading: path)
    case .server(let address): try self.init(readingOn: address)
    }
  }

  /// A ledger for trials: a copy, or an empty one if there is none. Changes to it are lost.
  package convenience init(copying place: LedgerPlace) throws(LedgerError) {
    switch place {
    case .file(let path): try self.init(copying: path)
    case .server(let address): try self.init(copyingFrom: address)
    }
  }

  /// Whether several machines use it at a time.
  package var isShared: Bool { database is PostgresDatabase }
}
