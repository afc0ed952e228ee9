import CourantTesting
import Couriers
import Model
import Press
import Synchronization
import Testing

/// The information about the next message that a session passes to its courier.
@Suite struct LookAheadTests {
  /// Regardless of the message before. The first is sent alone, because it is open whether the relay accepts our mail.
  @Test func aPrefetchedMessageIsTheNextOne() throws {
    let issue = try WaitingIssue(readers: 60)
    let log = CuriousCourier.Log()
    let report = try issue.run("2026-11-23T07:01:00Z", on: issue.ledger()) { CuriousCourier(log) }
    let given = log.given
    #expect(given.map(\.recipient) == issue.readers)
    #expect(given[0].next == nil)
    #expect(given[1].next == issue.readers[2])
    for (one, following) in zip(given, given.dropFirst()) where one.next != nil {
      #expect(one.next == following.recipient)
    }
    #expect(report.deliveries == [.accepted: 48, .uncertain: 12])
  }
}

/// Calls `next` whenever it may. The reply to every fifth message is lost.
private final class CuriousCourier: Courier {
  struct Given: Sendable {
    let recipient: String
    let next: String?
  }

  final class Log: Sendable {
    private let entries = Mutex<[Given]>([])

    var given: [Given] { entries.withLock { $0 } }

    /// How many there are with this one.
    func add(_ one: Given) -> Int {
      entries.withLock { entries in
        entries.append(one)
        return entries.count
      }
    }
  }

  private let log: Log

  init(_ log: Log) { self.log = log }

  func carry(_ parcel: Parcel, next: () -> Parcel?, commit: () throws -> Void) throws -> Outcome {
    try commit()
    let given = Given(recipient: parcel.recipient.description, next: next()?.recipient.description)
    return log.add(given) % 5 == 0
      ? .uncertain("the answer is lost") : .accepted(Reply(stage: .finalDot, code: 250, text: "taken"))
  }

  func close() {}
}
