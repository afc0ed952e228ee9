package import Model
internal import Synchronization

/// Records the parcels it receives and returns given outcomes: for tests, and for commands that render messages but send
/// none.
package final class RecordingCourier: Courier {
  /// The parcels received by several couriers, each on its thread, in order of arrival.
  package final class Record: Sendable {
    private let entries = Mutex<[Parcel]>([])

    package init() {}

    package var parcels: [Parcel] { entries.withLock { $0 } }

    fileprivate func add(_ parcel: Parcel) { entries.withLock { $0.append(parcel) } }
  }

  package let record: Record
  private let answer: (Parcel) -> Outcome

  package init(
    record: Record = Record(),
    answer: @escaping (Parcel) -> Outcome = { _ in .accepted(Reply(stage: .finalDot, code: 250, text: "recorded")) }
  ) {
    self.record = record
    self.answer = answer
  }

  /// A parcel whose `commit` throws is not recorded.
  package func carry(_ parcel: Parcel, next: () -> Parcel?, commit: () throws -> Void) throws -> Outcome {
    let outcome = answer(parcel)
    if outcome.followsCommit { try commit() }
    record.add(parcel)
    return outcome
  }

  package func close() {}
}

extension Outcome {
  /// Whether a server that gave this answer had received the whole message.
  fileprivate var followsCommit: Bool {
    switch self {
    case .accepted, .uncertain: true
    case .deferred(let reply), .refused(let reply): reply.stage == .finalDot
    case .unsent: false
    }
  }
}
