internal import Cryptography
internal import Foundation
internal import GRDB
internal import Glibc
package import Model
package import Time

/// Puts a backup in place of a ledger. From then on the ledger is known to be incomplete (``OutsideBook/loss()``), so nothing
/// is mailed until it is recovered, even after a crash.
package struct LedgerReplacement {
  /// The folder that keeps the files of the replaced ledger; nil if there was none.
  package let aside: String?
  /// When the backup was made; nil if it was not made by `courant backup`.
  package let made: Instant?

  /// - Throws: a sentence for the operator; the ledger is then unchanged.
  package init(of path: String, by backup: String, at now: Instant) throws(LedgerError) {
    let files = LedgerFiles(ledger: path)
    try Self.expectBackup(backup)
    if mkdir(files.folder, 0o700) != 0, errno != EEXIST {
      throw LedgerError("cannot create \(files.folder): \(String(cString: strerror(errno)))")
    }
    let (aside, made) = try Self.alone(files) { () throws(LedgerError) in
      let (part, made) = try Self.prepared(backup, files, known: Pulse.read(files.pulse))
      let aside = try Self.putAside(files, at: now)
      try LedgerFiles.putInPlace(part, files.ledger)
      return (aside, made)
    }
    self.aside = aside
    self.made = made
  }

  /// Puts a backup into an empty database on a server, marked as incomplete.
  ///
  /// - Parameter path: of a ledger. A temporary copy of the backup is created in the same folder.
  package init(on address: PostgresAddress, by backup: String, near path: String) throws(LedgerError) {
    try Self.expectBackup(backup)
    let files = LedgerFiles(ledger: path)
    _ = try files.secure()
    // What the files next to it know is of an older ledger.
    let (part, made) = try Self.prepared(backup, files, known: nil)
    defer { for name in [part, part + "-wal", part + "-shm"] { unlink(name) } }
    try LedgerError.wrap("cannot restore to \(address.shown)") {
      let copy = try SQLiteDatabase.durable(path: part)
      try copy.migrate()
      try LedgerCopy.copy(from: copy, to: LedgerMove.empty(.server(address)))
    }
    aside = nil
    self.made = made
  }

  private static func expectBackup(_ path: String) throws(LedgerError) {
    guard access(path, R_OK) == 0 else {
      throw LedgerError("cannot read \(path): \(String(cString: strerror(errno)))")
    }
    guard access(path + "-wal", F_OK) != 0 else {
      throw LedgerError("\(path): has a -wal, so it was in use when it was copied; use what `courant backup` wrote")
    }
  }

  /// Runs `body` while no other process uses the ledger.
  private static func alone<Result>(
    _ files: LedgerFiles, _ body: () throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    if let user = files.user {
      throw LedgerError(
        "\(files.ledger): process \(user) uses it (a run, or `courant serve`); end it, and disable the crontab line")
    }
    let result: Result?
    do {
      result = try SQLLedger.withLock(files.lock, LOCK_EX | LOCK_NB) {
        try SQLLedger.withLock(files.deliveryLock, LOCK_EX | LOCK_NB) {
          try SQLLedger.withLock(files.letterLock, LOCK_EX | LOCK_NB, body)
        }.flatMap(\.self)
      }.flatMap(\.self)
    } catch let error as LedgerError {
      throw error
    } catch {
      throw LedgerError("\(files.ledger): \(error)")
    }
    if let result { return result }
    throw LedgerError("a run is in progress, so nothing was restored; try again when it has ended")
  }

  /// A checked copy of the backup next to the ledger, marked as incomplete.
  private static func prepared(
    _ backup: String, _ files: LedgerFiles, known: Pulse.Beat?
  ) throws(LedgerError) -> (path: String, made: Instant?) {
    let part = files.ledger + ".restoring"
    unlink(part)
    close(try LedgerFiles.open(part, O_RDWR | O_CREAT | O_EXCL))
    do {
      let made = try LedgerError.wrap("\(backup): cannot be restored") {
        let queue = try SQLFault.translating { try readOnly(backup) }
        try SQLiteDatabase(queue).copy(to: part)
        try SQLiteDatabase.checkCopy(at: part)
        return try mark(part, named: backup, known: known)
      }
      return (part, made)
    } catch {
      unlink(part)
      throw error
    }
  }

  private static func readOnly(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Records the loss. Which deliveries had been claimed by then is known from the replaced ledger's pulse.
  private static func mark(_ path: String, named backup: String, known: Pulse.Beat?) throws -> Instant? {
    let queue = try SQLFault.translating { try DatabaseQueue(path: path) }
    let database = SQLiteDatabase(queue)
    guard try database.isLedger() else { throw LedgerError("\(backup): is not a ledger of courant") }
    guard try !database.isNewer() else {
      throw LedgerError("\(backup): was written by a newer version of courant; use that version")
    }
    let made = try database.transaction(.writing) { db in
      let secret = try db.text(orNil: "SELECT value FROM note WHERE key = 'secret'").flatMap { bytes(base32: $0) }
      let isSame = secret.map { SQLLedger.lineage($0) == known?.ledger } ?? false
      try db.execute("DELETE FROM note WHERE key = 'loss'")
      try SQLLedger.setLoss(LedgerLoss(isSame ? .older : .replaced, claimed: isSame ? known?.claimed : nil), db)
      return try db.text(orNil: "SELECT value FROM note WHERE key = \(BackupNote.begun)")
    }
    try SQLFault.translating { try queue.close() }
    return made.flatMap { Instant(rfc3339: $0) }
  }

  /// Journal and pulse stay in place: they have records that the backup lacks.
  private static func putAside(_ files: LedgerFiles, at now: Instant) throws(LedgerError) -> String? {
    guard access(files.ledger, F_OK) == 0 else { return nil }
    let folder = freeName("\(files.folder)/replaced-\(now.rfc3339.replacingOccurrences(of: ":", with: ""))")
    guard mkdir(folder, 0o700) == 0 else {
      throw LedgerError("cannot create \(folder): \(String(cString: strerror(errno)))")
    }
    // The log first: without the ledger it is useless, but the ledger without its log would be out of date.
    for file in [files.log, files.index, files.ledger] where access(file, F_OK) == 0 {
      guard rename(file, folder + "/" + (file as NSString).lastPathComponent) == 0 else {
        throw LedgerError("cannot move \(file): \(String(cString: strerror(errno)))")
      }
    }
    return folder
  }

  private static func freeName(_ name: String) -> String {
    var free = name
    var number = 2
    while access(free, F_OK) == 0 {
      free = "\(name)-\(number)"
      number += 1
    }
    return free
  }
}

extension SQLiteDatabase {
  fileprivate func isLedger() throws -> Bool {
    try SQLFault.translating { try queue.read { try $0.tableExists("note") && $0.tableExists("subscriber") } }
  }
}

extension LedgerFiles {
  /// A process that has the ledger open; nil if there is none. Each SQLite connection in WAL mode holds a lock on the shared
  /// bytes of the file while it is open (SQLite, os.h: SHARED_FIRST).
  fileprivate var user: Int32? {
    let file = Glibc.open(ledger, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0002
    lock.l_len = 510
    guard fcntl(file, F_GETLK, &lock) == 0, lock.l_type != Int16(F_UNLCK) else { return nil }
    return lock.l_pid
  }
}
