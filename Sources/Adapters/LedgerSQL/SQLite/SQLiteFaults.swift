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
    case .SQLITE_FULL: "; make room on the disk, then run again"
    case .SQLITE_IOERR: "; look at the disk, then run again"
    case .SQLITE_BUSY, .SQLITE_LOCKED: "; another program keeps the ledger locked"
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: "; restore it from a backup"
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: "; look at the owner and rights of its folder"
    default: ""
    }
  }
}
