internal import Files
internal import GRDB
internal import Glibc
internal import Model
package import Time

extension SQLLedger: BackupBook {
  package func backUp(to path: String, at now: Instant) throws -> Int64 {
    // In the copy, it records the copy's age.
    try setNote(BackupNote.begun, now.rfc3339)
    let part = "\(path).part-\(getpid())"
    defer { unlink(part) }
    // SQLite writes into an existing empty file and keeps its permissions.
    close(try LedgerFiles.open(part, O_RDWR | O_CREAT | O_EXCL))
    try LedgerError.wrap("cannot back up to \(path)") {
      try database.copy(to: part)
      try SQLiteDatabase.checkCopy(at: part)
    }
    try LedgerFiles.putInPlace(part, path)
    try setNote(BackupNote.done, now.rfc3339)
    return LedgerFiles.size(path)
  }

  /// Whether this is the copy that a backup made, rather than the ledger that it was made of.
  func isBackup() throws -> Bool {
    guard let begun = try note(BackupNote.begun) else { return false }
    return try note(BackupNote.done).map { $0 < begun } ?? true
  }
}

extension SQLiteDatabase {
  /// `VACUUM INTO`: one long read transaction, without free pages (SQLite, "The VACUUM command").
  func copy(to path: String) throws {
    try SQLFault.translating {
      try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    }
  }

  /// Throws unless the file is a sound database. Leaves it as one file, without a -wal.
  static func checkCopy(at path: String) throws {
    try SQLFault.translating {
      let queue = try DatabaseQueue(path: path)
      let found = try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
        return try String.fetchOne(db, sql: "PRAGMA integrity_check(1)")
      }
      try queue.close()
      if found != "ok" { throw SQLFault("the copy is damaged: \(found ?? "it is empty")") }
    }
  }
}

extension LedgerFiles {
  /// Makes a file durable under its new name.
  static func putInPlace(_ file: String, _ path: String) throws(LedgerError) {
    try sync(file, O_RDWR)
    guard rename(file, path) == 0 else {
      throw LedgerError("cannot write \(path): \(String(cString: strerror(errno)))")
    }
    let folder = enclosingFolder(of: path)
    try sync(folder.isEmpty ? "." : folder, O_RDONLY)
  }

  private static func sync(_ path: String, _ flags: Int32) throws(LedgerError) {
    let file = Glibc.open(path, flags | O_CLOEXEC)
    guard file >= 0 else { throw LedgerError("cannot open \(path): \(String(cString: strerror(errno)))") }
    defer { close(file) }
    guard fsync(file) == 0 else { throw LedgerError("cannot write \(path): \(String(cString: strerror(errno)))") }
  }

  /// In bytes; 0 if there is no such file.
  static func size(_ path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }
}
