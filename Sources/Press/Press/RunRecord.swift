package import Model
package import Time

/// The ledger's record of the last completed run.
package struct RunRecord: Hashable, Sendable {
  /// When it began.
  package private(set) var last: Instant?
  /// When the last run with exit status 0 began.
  package private(set) var lastSuccess: Instant?
  package private(set) var exitStatus: Int32?
  /// How long it took.
  package private(set) var seconds: Int64?

  private static let run = "last_run"
  private static let success = "last_success"
  private static let duration = "last_run_seconds"
  private static let separator = ", exit code "

  package init(in ledger: any NoteBook) throws {
    if let note = try ledger.note(Self.run), let separator = note.firstRange(of: Self.separator) {
      last = Instant(rfc3339: String(note[..<separator.lowerBound]))
      exitStatus = Int32(note[separator.upperBound...])
    }
    lastSuccess = try ledger.note(Self.success).flatMap { Instant(rfc3339: $0) }
    seconds = try ledger.note(Self.duration).flatMap { Int64($0) }
  }

  /// Records a run that is ending now.
  static func note(_ status: ExitStatus, of now: Instant, took duration: Duration, in ledger: any NoteBook) throws {
    try ledger.setNote(run, "\(now.rfc3339)\(separator)\(status.rawValue)")
    if status == .done { try ledger.setNote(success, now.rfc3339) }
    try ledger.setNote(Self.duration, "\(duration.components.seconds)")
  }
}
