import CourantTesting
import Dispatch
import Model
import Testing
import Time

@testable import Web

/// Readers' simultaneous requests are written together.
struct LedgerThreadTests {
  private struct Refused: Error {}

  private let desk = MemoryDesk()
  private let gate = DispatchSemaphore(value: 0)
  /// Longer than any machine keeps the tests waiting.
  private let aDay = Duration.seconds(86_400)

  private var thread: LedgerThread<any ReaderDesk> { LedgerThread { [desk] in desk } }

  @Test func whatComesDuringATransactionIsTheNextOne() async throws {
    let tokens = (0..<4).map { desk.add("r\($0)@example.org") }
    let thread = thread
    async let first: Void = thread.use(within: aDay) { [gate] _ in gate.wait() }
    let results = try await withThrowingTaskGroup(of: [String].self) { group in
      for token in tokens {
        group.addTask {
          try await thread.useTogether(within: aDay) { desk in
            try desk.leave(token, all: false, origin: "", at: .at("2026-11-29T12:00:00Z"))?.digests ?? []
          }
        }
      }
      group.addTask {
        do {
          return try await thread.useTogether(within: aDay) { _ in throw Refused() }
        } catch is Refused {
          return ["refused"]
        }
      }
      // All five wait before the first ends.
      while thread.waitingParts < 5 { await Task.yield() }
      gate.signal()
      return try await group.reduce(into: []) { $0.append($1) }
    }
    try await first
    #expect(results.sorted { $0[0] < $1[0] } == [["refused"]] + Array(repeating: ["weekly"], count: 4))
    #expect(desk.seen.together == [4])
  }

  @Test func aTransactionThatFailsFailsForAllOfIt() async {
    desk.breakDown()
    await #expect(throws: MemoryDesk.Broken.self) {
      try await thread.useTogether(within: aDay) { try $0.permit("any") }
    }
  }
}
