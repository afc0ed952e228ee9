internal import Model
internal import Time

/// Enrols readers some at a time, so that a run may send at the same time.
struct EnrolmentBatches {
  private let ledger: any ConsentLog
  private let offered: Set<String>
  private let now: Instant
  /// The readers' histories being imported; nil if there are none.
  private let history: ConsentHistory?
  private var batch: [Enrolment] = []
  private(set) var tally: [EnrolmentResult: Int] = [:]

  private static let size = 5_000

  /// - Parameter offered: the names of the site's digests.
  init(_ ledger: any ConsentLog, offered: Set<String>, history: ConsentHistory?, at now: Instant) {
    self.history = history
    self.ledger = ledger
    self.offered = offered
    self.now = now
  }

  mutating func add(_ row: Enrolment) throws {
    var row = row
    row.hasHistory = history?.tells(row) ?? false
    batch.append(row)
    if batch.count == Self.size { try flush() }
  }

  /// Enrols the rest.
  mutating func flush() throws {
    for outcome in try ledger.enrol(batch, offered: offered, at: now) { tally[outcome, default: 0] += 1 }
    batch.removeAll(keepingCapacity: true)
  }
}
