package import Model
package import Time

/// How old the newest backup is, and whether that is too old.
package struct BackupAge {
  /// When it was made; nil if there is none.
  package let made: Instant?
  private let within: Duration?

  package init(_ ledger: any NoteBook, _ settings: LedgerSettings?) throws {
    made = try ledger.note(BackupNote.done).flatMap { Instant(rfc3339: $0) }
    within = settings?.backupWithin
  }

  /// One line for the operator; nil if the backup is recent enough, or no limit is set. The line stays the same for one backup,
  /// so it is reported once a day.
  package func fault(at now: Instant, in zone: Zone) -> String? {
    guard let within else { return nil }
    guard let made else {
      return "the ledger was never backed up; run `courant backup FILE`, daily from cron for example"
    }
    guard now - made > within else { return nil }
    return "the last backup of the ledger is of \(zone.shown(made)), older than backup_within = \(within.inWords); "
      + "run `courant backup FILE`"
  }
}
