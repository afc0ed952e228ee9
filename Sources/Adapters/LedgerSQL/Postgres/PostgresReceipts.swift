internal import Model
internal import PQ
internal import Synchronization

/// The number of a process's last transaction, in a row that the same transaction writes. It answers what became of a COMMIT
/// whose reply was lost (docs/decisions/0093-what-became-of-a-commit.md), and shows that a server lacks what it had confirmed.
final class PostgresReceipts: Sendable {
  /// Of this ledger alone: a second one in the same process is another holder.
  let holder: String
  private let numbers = Mutex(Numbers())

  private struct Numbers {
    /// Whether the table exists.
    var isReady = false
    /// The last number given to a transaction.
    var given: Int64 = 0
    /// The last one known to be committed.
    var confirmed: Int64 = 0
  }

  init(holder: String) { self.holder = holder }

  /// From now on, transactions leave their numbers.
  func begin() { numbers.withLock { $0.isReady = true } }

  /// A number for a transaction that is about to write; nil if the table does not exist yet.
  func next() -> Int64? {
    numbers.withLock { numbers in
      guard numbers.isReady else { return nil }
      numbers.given += 1
      return numbers.given
    }
  }

  /// The first statement of a transaction that writes. Until it ends, ``ask(_:)`` waits for the row.
  func leaving(_ number: Int64) -> SQL {
    """
    INSERT INTO receipt (holder, number, at) VALUES (\(holder), \(number), \(sql: PostgresHands.clock))
    ON CONFLICT (holder) DO UPDATE SET number = excluded.number, at = excluded.at
    """
  }

  /// The transaction with this number is committed.
  func confirm(_ number: Int64) { numbers.withLock { $0.confirmed = max($0.confirmed, number) } }

  /// Whether the last transaction that may have been committed was.
  func isConfirmed(_ number: Int64) -> Bool { numbers.withLock { $0.confirmed >= number } }

  /// Called over each new connection but the first. Waits for a transaction of the old one that is about to be committed, and
  /// writes, so that what it finds is on the standbys as well.
  ///
  /// - Throws: ``LostTransactions`` if the server lacks what it had confirmed.
  func ask(_ connection: PQConnection) throws {
    guard numbers.withLock({ $0.given > 0 }) else { return }
    let found = try connection.runOnce(
      """
      INSERT INTO receipt (holder, number, at) VALUES ($1, 0, \(PostgresHands.clock.text))
      ON CONFLICT (holder) DO UPDATE SET at = excluded.at RETURNING number
      """, [.text(holder)])
    guard case .integer(let number)? = found.rows.first?.first else { return }
    try numbers.withLock { numbers in
      guard number >= numbers.confirmed else { throw LostTransactions(count: numbers.confirmed - number) }
      numbers.confirmed = number
    }
  }

  /// The server took over from one whose last transactions it had not received, or an older copy was restored.
  struct LostTransactions: Error {
    /// At least this many, of this process alone.
    let count: Int64

    var loss: LedgerLoss { LedgerLoss(.overtaken, writes: count) }
  }
}
