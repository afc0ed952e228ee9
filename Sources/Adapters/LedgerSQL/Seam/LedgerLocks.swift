internal import Glibc
internal import Model

/// What one process does at a time.
enum LedgerRole: String, Sendable {
  case run, delivery, letters, webhooks
}

/// Keeps processes that use one ledger apart.
protocol LedgerLocks: Sendable {
  /// Runs `body` in the role; nil if another process has it.
  func hold<Result>(_ role: LedgerRole, _ body: () throws -> Result) throws -> Result?

  /// Runs `body` together with others that share the role; nil if a process has it alone. Where processes cannot share it, the same
  /// as ``hold(_:_:)``.
  func share<Result>(_ role: LedgerRole, _ body: () throws -> Result) throws -> Result?
}

/// Locks of files next to the ledger. Without files no other process can use it, and no lock is needed.
struct FileLocks: LedgerLocks {
  let files: LedgerFiles?

  func hold<Result>(_ role: LedgerRole, _ body: () throws -> Result) throws -> Result? {
    try SQLLedger.withLock(path(of: role), LOCK_EX | LOCK_NB, body)
  }

  func share<Result>(_ role: LedgerRole, _ body: () throws -> Result) throws -> Result? { try hold(role, body) }

  private func path(of role: LedgerRole) -> String? {
    switch role {
    case .run: files?.lock
    case .delivery: files?.deliveryLock
    case .letters: files?.letterLock
    case .webhooks: files?.webhookLock
    }
  }
}
