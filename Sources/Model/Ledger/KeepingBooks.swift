package import Time

/// Copies of the whole ledger.
package protocol BackupBook: AnyObject, Sendable {
  /// Writes a copy of the ledger, as it is at one instant, to a file that only its owner can read. It blocks no reader or
  /// writer of the ledger. The file appears complete and checked, or not at all; an existing file is replaced.
  ///
  /// - Returns: its size in bytes.
  func backUp(to path: String, at now: Instant) throws -> Int64
}

/// The notes that backups leave.
package enum BackupNote {
  /// When the newest backup was made.
  package static let done = "last backup"
  /// When a backup began: in the backup, its own age.
  package static let begun = "backup begun"
}

/// Deletes data that is no longer needed, but never consent, suppressions, acts, or what was in which issue.
package protocol PruneBook: AnyObject, Sendable {
  /// How many rows belong only to issues that were frozen before then and have ended.
  func prunable(before then: Instant) throws -> Pruned

  /// Deletes at most about this many of those rows, in one short transaction. Empty if nothing is left. The counts of issues
  /// are unchanged.
  func prune(before then: Instant, atMost limit: Int) throws -> Pruned
}

/// How many rows were deleted, or would be.
package struct Pruned: Hashable, Sendable {
  /// Who got which issue.
  package var deliveries = 0
  /// Attempts that did not succeed at once.
  package var attempts = 0
  /// Emails as they were rendered.
  package var editions = 0
  /// Messages of `courant send-test`.
  package var tests = 0

  package init() {}

  package var isEmpty: Bool { self == Pruned() }

  package static func += (sum: inout Pruned, more: Pruned) {
    sum.deliveries += more.deliveries
    sum.attempts += more.attempts
    sum.editions += more.editions
    sum.tests += more.tests
  }
}
