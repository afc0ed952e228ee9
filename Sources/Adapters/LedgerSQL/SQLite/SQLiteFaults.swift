internal import GRDB

extension SQLFault {
  /// Runs `body`; errors of SQLite become faults, all others are rethrown.
  static func translating<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw SQLFault(error.message ?? "\(error.resultCode)", remedy: remedy(on: error.resultCode))
    }
  }

  private static func remedy(on code: ResultCode) -> String {
    switch code.primaryResultCode {
    case .SQLITE_FULL: "; free space on the disk, then run again"
    case .SQLITE_IOERR: "; check the disk, then run again"
    case .SQLITE_BUSY, .SQLITE_LOCKED: "; another program has locked the ledger; try again later"
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: "; restore it from a backup"
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: "; check the owner and permissions of its folder"
    default: ""
    }
  }
}
