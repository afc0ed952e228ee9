internal import Foundation
internal import Glibc
package import Model
package import Time

/// Moves a ledger from one database to another while nothing uses it. The old one cannot be used any more afterwards.
package struct LedgerMove {
  /// The note in a ledger on a server that names the place it was moved to.
  static let note = "moved"

  /// The folder with the files of the old ledger, or nil if it was on a server.
  package let aside: String?
  package let readers: Int
  package let issues: Int

  /// - Throws: a sentence for the operator; then the old ledger is as it was.
  package init(from old: LedgerPlace, to new: LedgerPlace, at now: Instant) throws(LedgerError) {
    guard old != new else { throw LedgerError("\(old.shown): the ledger is already there") }
    if case .file(let path) = old, access(path, F_OK) != 0 { throw LedgerError("\(path): there is no ledger") }
    let ledger = try SQLLedger(at: old)
    let moved = try LedgerError.wrap("cannot move \(old.shown)") {
      try ledger.withBothLocks { try ledger.locks.hold(.letters) { try Self.move(ledger, old, to: new, at: now) } }
    }
    guard let moved = moved.flatMap(\.self) else {
      throw LedgerError("a run is in progress, or `courant serve`, so nothing was moved; end it, and try again")
    }
    self = moved
  }

  private static func move(
    _ ledger: SQLLedger, _ old: LedgerPlace, to new: LedgerPlace, at now: Instant
  ) throws -> LedgerMove {
    let target = try empty(new)
    if try ledger.isBackup() { try ledger.write { try SQLLedger.setLoss(LedgerLoss(.replaced), $0) } }
    try LedgerCopy.copy(from: ledger.database, to: target)
    let (readers, issues) = try target.transaction(.reading) { db in
      (try db.int("SELECT count(*) FROM subscriber"), try db.int("SELECT count(*) FROM issue"))
    }
    return LedgerMove(aside: try leave(old, for: new, ledger, at: now), readers: readers, issues: issues)
  }

  private init(aside: String?, readers: Int, issues: Int) {
    self.aside = aside
    self.readers = readers
    self.issues = issues
  }

  /// The new database with its tables and no ledger.
  static func empty(_ place: LedgerPlace) throws -> any LedgerDatabase {
    switch place {
    case .file(let path):
      guard access(path, F_OK) != 0 else { throw LedgerError("\(path) exists; remove it first, or move it away") }
      _ = try LedgerFiles(ledger: path).secure()
      let database = try SQLiteDatabase.durable(path: path)
      try database.migrate()
      return database
    case .server(let address):
      let database = try PostgresDatabase(address)
      try database.migrate()
      let isUsed = try database.transaction(.reading) { try $0.bool("SELECT EXISTS (SELECT 1 FROM note)") }
      guard !isUsed else { throw LedgerError("\(address.shown) contains a ledger; use an empty database or schema") }
      return database
    }
  }

  private static func leave(
    _ old: LedgerPlace, for new: LedgerPlace, _ ledger: SQLLedger, at now: Instant
  ) throws -> String? {
    guard case .file(let path) = old else {
      try ledger.setNote(note, new.shown)
      return nil
    }
    try ledger.database.copyLog(emptying: true)
    let files = LedgerFiles(ledger: path)
    let folder = "\(files.folder)/moved-\(now.rfc3339.replacing(":", with: ""))"
    guard mkdir(folder, 0o700) == 0 else {
      throw LedgerError("cannot create \(folder): \(String(cString: strerror(errno)))")
    }
    // The ledger last: as long as it is there, it is whole.
    for file in [files.journal, files.pulse, files.ledger] where access(file, F_OK) == 0 {
      guard rename(file, folder + "/" + (file as NSString).lastPathComponent) == 0 else {
        throw LedgerError("cannot move \(file): \(String(cString: strerror(errno)))")
      }
    }
    return folder
  }
}
