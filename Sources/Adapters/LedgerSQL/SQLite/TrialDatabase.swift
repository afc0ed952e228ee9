internal import Model
internal import Synchronization

/// A ledger for trials. It reads the site's own ledger until something is written, then a copy (``Rehearsal``), because most
/// trials write nothing, and an old ledger takes seconds to copy.
///
/// What the original contains when it is opened is read, and what it contains when something is written is copied: the two differ
/// only if a run writes in between.
final class TrialDatabase: LedgerDatabase {
  private enum State {
    case original(LedgerView)
    case copy(SQLiteDatabase)
  }

  private let state: Mutex<State>
  private let extent: Rehearsal.Extent

  let parts: LedgerParts

  /// - Parameter original: a ledger of this version.
  init(of original: LedgerView, _ extent: Rehearsal.Extent) {
    state = Mutex(.original(original))
    self.extent = extent
    parts = original.database.parts
  }

  var dialect: Dialect { .sqlite }

  var isTogether: Bool { current.isTogether }

  func transaction<Result>(
    _ kind: SQLTransaction, _ body: (any SQLConnection) throws -> Result
  ) throws -> Result {
    guard kind == .reading, case .original(let view) = state.withLock({ $0 }) else {
      return try copied().transaction(kind, body)
    }
    let result = try view.database.transaction(kind, body)
    try view.check()
    return result
  }

  func together<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    try copied().together(body)
  }

  func isNewer() throws -> Bool { try current.isNewer() }

  func isMigrated() throws -> Bool { try current.isMigrated() }

  func migrate() throws { try copied().migrate() }

  func copy(to path: String) throws { try current.copy(to: path) }

  /// The original's log is not for trials to copy.
  func copyLog(emptying: Bool) throws {
    if case .copy(let copy) = state.withLock({ $0 }) { try copy.copyLog(emptying: emptying) }
  }

  func columns(of table: String, _ db: any SQLConnection) throws -> [LedgerCopy.Column] {
    try current.columns(of: table, db)
  }

  func withoutTriggers(_ db: any SQLConnection, _ body: () throws -> Void) throws {
    try current.withoutTriggers(db, body)
  }

  func continueNumbers(_ db: any SQLConnection) { current.continueNumbers(db) }

  func analyze(_ db: any SQLConnection) { current.analyze(db) }

  private var current: SQLiteDatabase {
    switch state.withLock({ $0 }) {
    case .original(let view): view.database
    case .copy(let copy): copy
    }
  }

  private func copied() throws -> SQLiteDatabase {
    try state.withLock { state in
      switch state {
      case .copy(let copy): return copy
      case .original(let view):
        let copy = try Rehearsal.database(from: view.address, extent)
        try view.check()
        state = .copy(copy)
        return copy
      }
    }
  }
}
