internal import Foundation
internal import GRDB
internal import Glibc
internal import Model

/// A read-only connection. It takes no lock that would make a run wait.
///
/// Reading a ledger in WAL mode requires its -shm file, which the first reader creates. So if the folder is writable, the
/// ledger is opened as in a run, and the folder is left unchanged. If it is not (a read-only snapshot, a service without
/// permission), the existing files must suffice.
struct LedgerView: Sendable {
  let database: SQLiteDatabase
  /// In the form that ATTACH expects.
  let address: String
  /// The state of the files when they were opened, if SQLite may assume that they do not change.
  private let still: FileState?
  private let path: String

  /// Nil if there is no ledger.
  ///
  /// - Parameter mayWrite: whether the folder is writable; nil to find out.
  init?(_ files: LedgerFiles, mayWrite: Bool? = nil) throws(LedgerError) {
    path = files.ledger
    guard try Self.isThere(files) else { return nil }
    var configuration = SQLiteDatabase.configuration
    // One transaction for the life of the connection, so that all reads see the same moment.
    configuration.allowsUnsafeTransactions = true
    switch try Self.reach(of: files, mayWrite ?? files.canBeWritten) {
    case .own:
      address = Self.uri(path, "mode=ro")
      still = nil
      database = try Self.open(path, configuration)
    case .shared:
      configuration.readonly = true
      address = Self.uri(path, "mode=ro")
      still = nil
      database = try Self.open(path, configuration)
    case .still:
      configuration.readonly = true
      address = Self.uri(path, "immutable=1")
      still = FileState(files)
      database = try Self.open(address, configuration)
    }
  }

  /// Throws if the ledger was opened as unchanging but has changed.
  func check() throws(LedgerError) {
    guard let still, still != FileState(LedgerFiles(ledger: path)) else { return }
    throw LedgerError("\(path) was written to while it was read; run the command again")
  }

  private static func open(_ path: String, _ configuration: Configuration) throws(LedgerError) -> SQLiteDatabase {
    try LedgerError.wrap("cannot read \(path)") {
      try SQLFault.translating {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { db in
          try db.beginTransaction(.deferred)
          // A transaction sees the state at its first read.
          _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema")
        }
        return SQLiteDatabase(queue)
      }
    }
  }

  /// A missing ledger is not an error; an inaccessible one is.
  private static func isThere(_ files: LedgerFiles) throws(LedgerError) -> Bool {
    if access(files.ledger, R_OK) == 0 { return true }
    if errno == ENOENT || errno == ENOTDIR { return false }
    let reason = String(cString: strerror(errno))
    throw LedgerError("cannot read \(files.ledger): \(reason); run this as the user who runs `courant run`")
  }

  private enum Reach {
    /// The folder is writable.
    case own
    /// It is not, and another program has the ledger open, or was killed while it had.
    case shared
    /// It is not, and everything is in the one file.
    case still
  }

  private static func reach(of files: LedgerFiles, _ mayWrite: Bool) throws(LedgerError) -> Reach {
    if mayWrite { return .own }
    let hasLog = access(files.log, F_OK) == 0
    if hasLog, access(files.index, R_OK) == 0 { return .shared }
    guard !hasLog || FileState.size(files.log) == 0 else {
      throw LedgerError(
        "cannot read \(files.ledger): its last writes are in \(files.log), which cannot be used where nothing can be "
          + "written; run this where \(files.folder) can be written, or copy both files there")
    }
    return .still
  }

  /// Percent-encoded (RFC 3986), except for slashes.
  private static func uri(_ path: String, _ query: String) -> String {
    let plain = CharacterSet(charactersIn: "/-._~").union(.alphanumerics)
    return "file:\(path.addingPercentEncoding(withAllowedCharacters: plain) ?? path)?\(query)"
  }
}

extension LedgerFiles {
  fileprivate var canBeWritten: Bool { access(ledger, W_OK) == 0 && access(folder, W_OK) == 0 }
}

/// Changes whenever the file or its log changes.
private struct FileState: Hashable {
  private let parts: [Int64]

  init(_ files: LedgerFiles) {
    var status = stat()
    guard stat(files.ledger, &status) == 0 else {
      parts = []
      return
    }
    parts = [
      Int64(status.st_ino), Int64(status.st_size), Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec),
      Self.size(files.log),
    ]
  }

  /// 0 if the file does not exist.
  static func size(_ path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }
}
