internal import Model

/// A database that can hold a ledger.
protocol LedgerDatabase: SQLDatabase {
  /// Whether it has migrations unknown to this version.
  func isNewer() throws -> Bool

  func isMigrated() throws -> Bool

  /// Creates its tables, or brings them up to date.
  func migrate() throws

  /// Writes a copy of everything into a new file.
  func copy(to path: String) throws

  /// Copies what was written recently to its final place, if the database keeps it apart.
  ///
  /// - Parameter emptying: whether to wait for readers and leave nothing of it.
  func copyLog(emptying: Bool) throws

  // MARK: Copying a whole ledger

  func columns(of table: String, _ db: any SQLConnection) throws -> [LedgerCopy.Column]

  /// Runs `body` while rows are inserted as they are.
  func withoutTriggers(_ db: any SQLConnection, _ body: () throws -> Void) throws

  /// Lets the database number new rows after those that were copied.
  func continueNumbers(_ db: any SQLConnection) throws

  /// Lets a database that plans by statistics know at once what was copied.
  func analyze(_ db: any SQLConnection) throws

  /// The parts of the ledger that differ for this database.
  var parts: LedgerParts { get }
}

/// What every database does in its own way.
struct LedgerParts: Sendable {
  let hands: any Hands
  /// The hands that carry letters.
  let handsOfLetters: any Hands
  let wordIndex: any WordIndex
  let readerIndex: any ReaderIndex
  /// Whether transactions are counted, to notice when the ledger was replaced by an older copy.
  let countsTransactions: Bool
  /// Which claims belong to dead workers while this process has the delivery lock.
  let lostWhenLocked: LostClaims
}
